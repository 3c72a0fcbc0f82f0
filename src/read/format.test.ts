import { expect, test } from "vitest";
import { formatReading } from "./format.ts";
import { readClaims } from "./read-claims.ts";
import { readingHtml } from "./reading-html.ts";
import { testDocument, testLexicon } from "./test-book.ts";

const document = testDocument(
  "China trained 40 officers from Kenya & Ghana in 2018. <script>alert('x')</script> was no part of it. Fine.",
);
const claims = readClaims(document, testLexicon());

test("the list shows each sentence, what was read of it and how much was not", () => {
  const list = formatReading(document, claims, { width: 80 });
  expect(list).toContain("40 officer");
  expect(list).toContain("(nothing was read here)");
  expect(list).toMatch(/\d+ claims in \d+ sentences; \d+ sentences hold nothing that was read\./);
  expect(Math.max(...list.split("\n").map(line => line.length))).toBeLessThanOrEqual(90);
});

test("the page marks every claim and lets nothing of the text run", () => {
  const html = readingHtml(document, claims);
  expect(html.match(/<mark /g)?.length).toBe(claims.length);
  expect(html.match(/<\/mark>/g)?.length).toBe(claims.length);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
  expect(html).not.toMatch(/(?:src|href)=/);
});
