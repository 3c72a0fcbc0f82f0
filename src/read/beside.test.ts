import { expect, test } from "vitest";
import { readDocument } from "./document.ts";
import { readAsserted } from "./read-claims.ts";
import { testLexicon } from "./test-book.ts";

const page = `<article><h1>Cameras in the capital</h1>
<p>Hikvision delivered 4,300 cameras to Ecuador in 2016, the ministry said, and trained the staff of the new centre.</p>
<table><tr><th>Country</th><th>Streets</th></tr><tr><td>Ecuador</td><td>4,300</td></tr><tr><td>Bolivia</td><td>600</td></tr></table>
<p>The same firm sold nothing to the neighbours, as far as the records of the customs office show for those years.</p>
<h2>References</h2><p>[1] Report on cameras, Quito 2017, pp. 12-19.</p><p>[2] Customs of Ecuador, 2018.</p></article>`;

test("what stands beside the sentences of a page is told apart: its sources and the rows of its tables", async () => {
  const document = await readDocument(Buffer.from(page), { name: "page.html" });
  const { beside, claims } = readAsserted(document, testLexicon());
  const words = (spans: readonly (readonly [number, number])[]) =>
    spans.map(span => document.text.slice(...span));
  expect(words(beside.rows)).toEqual(["Ecuador | 4,300", "Bolivia | 600"]);
  expect(words(beside.sources).join(" ")).toContain("Report on cameras, Quito 2017");
  expect(claims.length).toBeGreaterThan(0);
  for (const { span } of claims)
    for (const [from, to] of [...beside.rows, ...beside.sources])
      expect(span[1] <= from || span[0] >= to).toBe(true);
});

test("a plain text of sentences has nothing beside them", async () => {
  const document = await readDocument(Buffer.from("Hikvision delivered 4,300 cameras to Ecuador in 2016."), {
    name: "text.txt",
  });
  expect(readAsserted(document, testLexicon()).beside).toEqual({ sources: [], rows: [] });
});
