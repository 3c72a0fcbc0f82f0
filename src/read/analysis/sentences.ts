import type { Span } from "../types.ts";

/** A block of text between newlines that reads like a headline: short, without an end mark, not a list item that runs on. */
const HEADING_LIMIT = 120;
const ENDED = /[.!?…。！？؟:;,：；，、”"’»)\]]\s*$/;

/** A line without an end mark asserts nothing: a headline, a caption, a menu. */
export function isHeading(text: string, [from, to]: Span): boolean {
  return to - from <= HEADING_LIMIT && !ENDED.test(text.slice(from, to));
}

/** Ends in a question mark, quotation marks behind it set aside. */
export const isQuestion = (text: string, [from, to]: Span): boolean =>
  /[?？؟]["”’»)\]]*\s*$/.test(text.slice(from, to));
