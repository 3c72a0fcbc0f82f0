import { expect, test } from "vitest";
import { readLines } from "./lines.ts";
import { testLexicon } from "./test-book.ts";

test("each line gives its numbers, dates, places, claims and records, and a broken one its error", () => {
  const source = [
    JSON.stringify({ id: "a", text: "Nearly 900 officers from Kenya came in May 2019." }),
    "{broken",
    "",
    JSON.stringify({ id: "c" }),
    JSON.stringify({ id: "d", text: "Il y a 12 caméras.", language: "fr" }),
  ].join("\n");
  const read = [...readLines(source, testLexicon(), { name: "x.jsonl" })];
  expect(read[0]).toMatchObject({
    id: "a",
    language: "en",
    quantities: [{ value: 900, qualifier: "nearly", unit: "officer" }],
    dates: [{ timex: "2019-05" }],
    places: [{ country: "KEN" }],
  });
  expect(read[1]).toMatchObject({ line: 2, error: expect.stringMatching(/^x\.jsonl:2: is not JSON/) });
  expect(read[2]).toMatchObject({ line: 4, error: expect.stringMatching(/has no "text"/) });
  expect(read[3]).toMatchObject({ id: "d", language: "fr" });
});
