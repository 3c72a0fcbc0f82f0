import { expect, it } from "vitest";
import { plainText } from "./captured.ts";
import { containment, stretches } from "./overlap.ts";

const story = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");
const of = (text: string) => stretches(plainText(text));

it("knows a text that stands in another one, whatever is around it, and none that shares a sentence", () => {
  const reprint = `Reprinted with thanks. ${story} All rights reserved.`;
  expect(containment(of(story), of(reprint))).toBe(1);
  const other = Array.from({ length: 60 }, (_, at) => `thing${at}`).join(" ");
  const quoting = `${other} ${story.split(" ").slice(0, 12).join(" ")}`;
  expect(containment(of(story), of(quoting))).toBeLessThan(0.2);
});

it("compares Chinese by characters, and says nothing of texts that are too short", () => {
  const zh = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join("");
  expect(containment(of(zh), of(`转载：${zh}（完）`))).toBe(1);
  expect(containment(of("one two three four five six seven"), of("one two three four five six seven"))).toBe(
    0,
  );
});
