import type { Span } from "../types.ts";

/** A block of text between newlines that reads like a headline: short, without an end mark, not a list item that runs on. */
const HEADING_LIMIT = 120;
const ENDED = /[.!?…。！？؟:;,：；，、”"’»)\]]\s*$/;

/** A line without an end mark asserts nothing: a headline, a caption, a menu. */
export function isHeading(text: string, [from, to]: Span): boolean {
  return to - from <= HEADING_LIMIT && !ENDED.test(text.slice(from, to));
}

const SPACE = /\s/;
const CLOSING = new Set(['"', "”", "’", "»", ")", "]"]);
const ASKING = new Set(["?", "？", "؟"]);

/** Ends in a question mark, quotation marks behind it set aside. */
export function isQuestion(text: string, [from, to]: Span): boolean {
  let end = to;
  while (end > from && SPACE.test(text[end - 1]!)) end--;
  while (end > from && CLOSING.has(text[end - 1]!)) end--;
  return end > from && ASKING.has(text[end - 1]!);
}
