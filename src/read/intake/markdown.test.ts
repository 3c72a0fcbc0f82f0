import { expect, test } from "vitest";
import { readMarkdown } from "./markdown.ts";

test("markup goes, words and addresses stay", () => {
  const read = readMarkdown(
    '---\ntitle: "A title"\ndate: 2024-05-01\nauthor: A; B\n---\n# Head\n\nOne *strong* word in [the\nreport](https://a.example/x "t") and `code`.\nSame paragraph.\n\n- first\n- second [bad](javascript:x)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nkept 12\n```\n![pic](x.png)<script>alert(1)</script>',
  );
  expect(read.title).toBe("A title");
  expect(read.published).toBe("2024-05-01");
  expect(read.authors).toEqual(["A", "B"]);
  expect(read.text).toBe(
    "Head\nOne strong word in the report and code. Same paragraph.\nfirst\nsecond bad\na b\n1 2\nkept 12",
  );
});

test("snake_case words and lone marks are words", () => {
  expect(readMarkdown("a snake_case_word and 2 * 3 * 4 [x] _soft_ end").text).toBe(
    "a snake_case_word and 2 * 3 * 4 [x] soft end",
  );
});
