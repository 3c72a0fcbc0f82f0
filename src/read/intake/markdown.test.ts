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
    "Head\nOne strong word in the report and code. Same paragraph.\nfirst\nsecond bad\na | b\n1 | 2\nkept 12",
  );
});

test("a picture that is a link leaves nothing behind", () => {
  const badge = "[![build](https://a.example/b.svg?x=1)](https://a.example/actions)";
  expect(readMarkdown(`Before ${badge} ${badge} after [a [b] c](x).`).text).toBe(
    "Before after [a [b] c](x).",
  );
});

test("snake_case words and lone marks are words", () => {
  expect(readMarkdown("a snake_case_word and 2 * 3 * 4 [x] _soft_ end").text).toBe(
    "a snake_case_word and 2 * 3 * 4 [x] soft end",
  );
});

test("the head of a file says who published what and when, in YAML or TOML", () => {
  const yaml = readMarkdown(
    "---\ntitle: 'Courses: a list'\npublisher: The Paper\nauthors:\n  - A. Writer\n  - name: B. Writer\ndate: 2024-05-01T10:00:00Z\nlang: en-GB\nurl: https://paper.example/a\ntags: [x, y]\n---\nText.",
  );
  expect(yaml).toMatchObject({
    title: "Courses: a list",
    publisher: "The Paper",
    authors: ["A. Writer", "B. Writer"],
    published: "2024-05-01",
    language: "en",
    url: "https://paper.example/a",
    text: "Text.",
    warnings: [],
  });
  const toml = readMarkdown('+++\ntitle = "T"\ndate = 2024-05\nauthors = ["A", "B"]\n+++\nText.');
  expect(toml).toMatchObject({ title: "T", authors: ["A", "B"], published: "2024-05", text: "Text." });
});

test("a broken head, or one that would grow, is said and costs nothing", () => {
  expect(readMarkdown("---\ntitle: [a\n---\nText.")).toMatchObject({ text: "Text.", title: "" });
  expect(readMarkdown("---\ntitle: [a\n---\nText.").warnings[0]).toMatch(/front matter/);
  const bomb = `---\na: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefgh"
    .split("")
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[i]}`).join(", ")}]`)
    .join("\n")}\ntitle: T\n---\nText.`;
  expect(readMarkdown(bomb).text).toBe("Text.");
});

test("cells of a row stay apart by a mark, as in a page", () => {
  const { text } = readMarkdown("Cameras:\n\n| City | Cameras |\n|---|---|\n| Kampala | 3,200 |\n");
  expect(text.split("\n").filter(Boolean)).toEqual(["Cameras:", "City | Cameras", "Kampala | 3,200"]);
});
