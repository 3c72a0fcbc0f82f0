import { expect, it } from "vitest";
import { runsOn } from "./running-text.ts";

/** Whether a text runs on from the sentence with one word to that with another. */
function isRun(text: string, from: string, to: string): boolean {
  const sentenceOf = (word: string) => {
    const at = text.indexOf(word);
    const start = Math.max(text.lastIndexOf("\n", at), text.lastIndexOf(". ", at) + 1) + 1;
    const stop = /\.(?=\s|$)/.exec(text.slice(at));
    return [start, at + (stop?.index ?? text.length) + 1] as const;
  };
  return runsOn(text, sentenceOf(from), sentenceOf(to));
}

it.each([
  ["within a paragraph", "The college taught 38 courses. It grew in 2014. It then taught 60.", true],
  ["over paragraphs of one sentence each", "The college taught 38 courses.\n\nIt then taught 60.", true],
  [
    "not from a paragraph of several sentences",
    "It was new. The college taught 38 courses.\n\nIt then taught 60.",
    false,
  ],
  [
    "not into a paragraph of several sentences",
    "The college taught 38 courses.\n\nIt then taught 60. That was all.",
    false,
  ],
  ["not over a heading", "The college taught 38 courses.\n\nLater years\n\nIt then taught 60.", false],
])("a text runs on %s", (_, text, expected) => {
  expect(isRun(text, "38", "60")).toBe(expected);
});
