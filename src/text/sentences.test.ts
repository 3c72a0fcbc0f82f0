import { describe, expect, it } from "vitest";
import { splitParagraphs, splitSentences } from "./sentences.ts";

const split = (text: string, language: string): string[] =>
  splitSentences(text, language).map(s => text.slice(...s));

describe("sentences", () => {
  it.each([
    ["en", ["Mr. Lee paid $3.5 million.", "He left."]],
    ["en", ["“It works.”", "She agreed."]],
    ["en", ["The U.S. Senate met at 5 p.m. on Monday.", "It failed."]],
    ["en", ["Hikvision Co. Ltd. sold it.", "Why?", "Nobody knows!"]],
    ["en", ["“Why?” he asked."]],
    ["en", ["J. K. Rowling wrote it."]],
    ["en", ["He works for Acme Inc.", "The firm is new."]],
    ["es", ["El Sr. García dijo 1.200.", "¿Y luego?"]],
    ["fr", ["M. Dupont est parti.", "Il reviendra."]],
    ["ru", ["В 2019 г. он уехал.", "Потом вернулся."]],
  ] as const)("in %s: %j", (language, sentences) => {
    expect(split(sentences.join(" "), language)).toEqual(sentences);
  });

  it("end at full stops of scripts without spaces", () => {
    expect(split("他走了。她说：“好！”然后离开。", "zh")).toEqual(["他走了。", "她说：“好！”", "然后离开。"]);
  });

  it("end with their paragraph", () => {
    expect(split("A heading\nA sentence here. Another one.", "en")).toEqual([
      "A heading",
      "A sentence here.",
      "Another one.",
    ]);
  });
});

describe("paragraphs", () => {
  it("are lines, unless the text was cut at a fixed width", () => {
    const wrapped =
      "This is a text that somebody has cut at a width of\nabout fifty characters in every line, so that the\nends of its lines are no ends of its paragraphs at\nall.\n\nA second one.";
    expect(splitParagraphs(wrapped)).toHaveLength(2);
    expect(splitParagraphs("One.\nTwo.\n\nThree.")).toHaveLength(3);
    expect(splitParagraphs(" \n \n")).toEqual([]);
  });
});
