import { expect, test } from "vitest";
import { formatReading } from "./format.ts";
import { readClaims } from "./read-claims.ts";
import { readRecords } from "./read-records.ts";
import { readingHtml } from "./reading-html.ts";
import { testDocument, testLexicon } from "./test-book.ts";
import { unreadOf } from "./unread.ts";

const document = testDocument(
  "China trained 40 officers from Kenya & Ghana in 2018. <script>alert('x')</script> was no part of it. Fine.",
);
const lexicon = testLexicon();
const claims = readClaims(document, lexicon);
const reading = { document, claims, records: readRecords(document, lexicon) };

test("the list shows each sentence, what was read of it and how much was not", () => {
  const list = formatReading(reading, lexicon, { width: 80 });
  expect(list).toContain("40 officer");
  expect(list).toContain("(nothing was read here)");
  expect(list).toMatch(/\d+ claims? and \d+ candidate records? in \d+\s+sentences?/);
  expect(Math.max(...list.split("\n").map(line => line.length))).toBeLessThanOrEqual(90);
});

test("the list says of a note that no claims are read in it", () => {
  const noted = { ...document, notesFrom: document.text.indexOf("Fine.") };
  const own = { document: noted, claims: readClaims(noted, lexicon), records: readRecords(noted, lexicon) };
  expect(formatReading(own, lexicon).match(/\(a note: no claims are read in it\)/g)).toHaveLength(1);
});

test("the page marks every claim and lets nothing of the text run", () => {
  const html = readingHtml(reading);
  expect(html.match(/<mark class="\w+" id=/g)?.length).toBe(claims.length);
  expect(html.match(/<mark /g)?.length).toBe(html.match(/<\/mark>/g)?.length);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
  expect(html).not.toMatch(/src=|href="(?!#)/);
});

test("numbers, dates and names that nothing uses are told as left unread", () => {
  const text = "Lesotho was mentioned in passing. In 2018 China trained police from Kenya.";
  const other = testDocument(text);
  const left = unreadOf(other, lexicon, [], []);
  expect(left.map(({ text: words, what }) => [words, what])).toEqual([
    ["Lesotho", "place"],
    ["2018", "date"],
    ["China", "place"],
    ["Kenya", "place"],
  ]);
  const claims = readClaims(other, lexicon);
  const records = readRecords(other, lexicon);
  expect(unreadOf(other, lexicon, claims, records).filter(({ text: words }) => words !== "Lesotho")).toEqual(
    [],
  );
});

test("a record stands with the sentence that tells it, not with the one that an argument is taken over from", () => {
  const told = testDocument(
    "Unrest broke out in Kenya. A journalist there was arrested after facial recognition cameras found his face.",
  );
  const records = readRecords(told, lexicon);
  expect(records.map(({ fields }) => fields["country"])).toEqual(["KEN"]);
  const list = formatReading({ document: told, claims: [], records }, lexicon);
  expect(list.indexOf("incident record")).toBeGreaterThan(list.indexOf("A journalist there"));
});
