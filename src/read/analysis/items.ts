import { isRowOfCells } from "../intake/html-rows.ts";
import type { Block } from "./blocks.ts";

/** Items of lists, which end without a mark as headings do, and assert what they say. */

const BULLET = /^[•‣▪●■◦·*–—-]\s/u;
const WORD = /[\p{L}\p{N}]+/gu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** A heading stands alone or below one other; so many lines that say something are a list. */
const LEAST = 3;
const LEAST_WORDS = 5;
const LEAST_DENSE = 10;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Has enough words to say something; a kicker, a name or a date has not. */
const saysSomething = (text: string): boolean =>
  count(text, WORD) >= LEAST_WORDS || count(text, DENSE) >= LEAST_DENSE;

/** Blocks with those of lists told from headings. */
export function withItems(text: string, blocks: readonly Block[]): readonly Block[] {
  const wordsOf = ({ span }: Block) => text.slice(span[0], span[1]);
  const mayBeItem = (block: Block | undefined) =>
    block?.heading === true && !isRowOfCells(wordsOf(block)) && saysSomething(wordsOf(block));
  const found = [...blocks];
  for (let i = 0; i < found.length; i++) {
    let end = i;
    while (mayBeItem(found[end])) end++;
    const isList = end - i >= LEAST;
    for (; i < end; i++)
      if (isList || BULLET.test(wordsOf(found[i]!))) found[i] = { ...found[i]!, heading: false, item: true };
  }
  return found;
}
