import { isRowOfCells } from "../intake/html-rows.ts";
import type { Block } from "./blocks.ts";

/** Items of lists, which end without a mark as headings do, and assert what they say. */

const BULLET = /^[•‣▪●■◦·*–—-]\s+/u;
const NUMBER = /^\(?\d{1,2}[.)]\s/u;
const WORD = /[\p{L}\p{N}]+/gu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** A heading stands alone or below one other; so many lines that say something are a list. */
const LEAST = 3;
/** Numbered headings do not stand in a row. */
const LEAST_NUMBERED = 2;
const LEAST_WORDS = 5;
const LEAST_DENSE = 10;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Has enough words to say something; a kicker, a name or a date has not. */
const saysSomething = (text: string): boolean =>
  count(text, WORD) >= LEAST_WORDS || count(text, DENSE) >= LEAST_DENSE;

const LEADS = /[:：]$/u;
/** Names in a list that a sentence leads to are so short; more of them than a sentence may have are left apart. */
const LONGEST_NAME = 60;
const LONGEST_LIST = 2000;

/** "Huawei has supplied cameras to:", and places in two or more lines below it: the sentence goes on with them. */
export function withListed(
  text: string,
  blocks: readonly Block[],
  isPlaceAt: (at: number) => boolean,
): readonly Block[] {
  const isName = ({ span: [from, to], heading, item }: Block) =>
    (heading || item) &&
    to - from <= LONGEST_NAME &&
    !isRowOfCells(text.slice(from, to)) &&
    count(text.slice(from, to), WORD) < LEAST_WORDS &&
    isPlaceAt(from + (BULLET.exec(text.slice(from, to))?.[0].length ?? 0));
  const joined: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const lead = blocks[i]!;
    let end = i + 1;
    if (LEADS.test(text.slice(...lead.span))) while (blocks[end] && isName(blocks[end]!)) end++;
    const to = blocks[end - 1]!.span[1];
    if (end - i < LEAST || to - lead.span[0] > LONGEST_LIST) joined.push(lead);
    else {
      joined.push({ ...lead, span: [lead.span[0], to] });
      i = end - 1;
    }
  }
  return joined;
}

/** Blocks with those of lists told from headings. */
export function withItems(text: string, blocks: readonly Block[]): readonly Block[] {
  const wordsOf = ({ span }: Block) => text.slice(span[0], span[1]);
  const mayBeItem = (block: Block | undefined) =>
    block?.heading === true && !isRowOfCells(wordsOf(block)) && saysSomething(wordsOf(block));
  const found = [...blocks];
  for (let i = 0; i < found.length; i++) {
    let end = i;
    while (mayBeItem(found[end])) end++;
    const numbered = found.slice(i, end).filter(block => NUMBER.test(wordsOf(block))).length;
    const isList = end - i >= LEAST || numbered >= LEAST_NUMBERED;
    for (; i < end; i++)
      if (isList || BULLET.test(wordsOf(found[i]!))) found[i] = { ...found[i]!, heading: false, item: true };
  }
  return found;
}
