import type { Span } from "../types.ts";

/** What is joined to a number without a space. */
const DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}%]/u;

/**
 * A cell told as a line of words, by which it is read and held against evidence as a sentence is: what the table shows, what heads its
 * row and column, then the cell ("Cameras delivered by China: Ecuador, 2016: 4,300 cameras").
 */
export class Telling {
  text = "";

  /** Adds words behind a mark; gives where they stand. */
  add(words: string, mark = ""): Span {
    if (words !== "" && this.text !== "") this.text += mark === " " && DENSE.test(words) ? "" : mark;
    const from = this.text.length;
    this.text += words;
    return [from, this.text.length];
  }
}
