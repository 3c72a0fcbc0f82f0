import {
  CREDITED,
  DATED,
  FURNITURE,
  FURNITURE_ELEMENTS,
  INVITATION,
  MAKER,
  PICTURE,
  REFERENCE,
  RIGHTS,
} from "./boilerplate-words.ts";
import { isCalled } from "./called.ts";
import type { DomIndex } from "./dom-index.ts";
import type { Block } from "./html-blocks.ts";

/**
 * What an article extractor leaves around and between the paragraphs: captions, credits, bylines, related links, invitations to
 * subscribe. Told by shallow features of each block (length, share of links, sentence end, place; Kohlschütter, Fankhauser and
 * Nejdl 2010, "Boilerplate Detection using Shallow Text Features") and by the names that page makers give to such parts.
 */

/** An element with more of the article than this share is the article, whatever its names say. */
const MOST_OF_PART = 0.3;
/** Letters of a block from which on a sentence end makes it prose. */
const PROSE = 60;
const LINKED = 0.66;
const SHORT = 160;

const ENDS_SENTENCE = /[.!?…。！？؟۔:][”"’'»)\]」]*(?:\s*\[\d+\])?\s*$/u;
/** A full stop; questions and cries end the titles of other articles as well. */
const STOPS = /[.。۔।][”"’'»)\]」]*\s*$/u;
const ADDRESS = /^https?:\/\/\S+$/;
const HEADING = /^h[1-6]$/;

const isFurniture = (index: DomIndex, element: number): boolean =>
  FURNITURE_ELEMENTS.has(index.elements[element]!.name) || isCalled(index, element, FURNITURE);

const isProse = ({ words, linked }: Block): boolean =>
  words.length >= PROSE && linked < 0.5 && ENDS_SENTENCE.test(words);

/** Name of the element that makes the block: its paragraph, heading, item or cell. */
function makerOf({ within }: Block, index: DomIndex): string {
  const found = within.find(at =>
    /^(?:p|h[1-6]|li|t[dh]|div|blockquote|pre|dd|dt)$/.test(index.elements[at]!.name),
  );
  return found === undefined ? "" : index.elements[found]!.name;
}

const inside = ({ within }: Block, index: DomIndex, names: RegExp): boolean =>
  within.some(at => names.test(index.elements[at]!.name));

/** True where a block is furniture wherever it stands. */
function standsApart(block: Block, index: DomIndex): boolean {
  const { words, linked } = block;
  if (inside(block, index, /^(?:table|blockquote|pre)$/)) return false;
  if (RIGHTS.test(words) && words.length < 300) return true;
  if (PICTURE.test(words) && words.length < 2 * SHORT) return true;
  if (CREDITED.test(words) && words.length < 2.5 * SHORT) return true;
  if (
    linked > 0 &&
    words.length < 2 * SHORT &&
    (INVITATION.test(words) || (REFERENCE.test(words) && !STOPS.test(words)))
  )
    return linked > 0.3 || (words.length < SHORT && !/[,;]/.test(words));
  if (words.length < SHORT && MAKER.test(words) && DATED.test(words)) return true;
  return linked >= LINKED && !HEADING.test(makerOf(block, index)) && !STOPS.test(words);
}

/** A few words that are no sentence. */
const isScrap = ({ words }: Block): boolean => words.length < PROSE && !ENDS_SENTENCE.test(words);

/** Scraps in a row after the last paragraph are a list (dates of a tour, results), which belongs to the text. */
const LIST = 4;
function inList(blocks: readonly Block[], at: number): boolean {
  const listed = (i: number) => blocks[i] !== undefined && blocks[i].linked === 0 && isScrap(blocks[i]);
  let [from, to] = [at, at];
  while (listed(from - 1)) from--;
  while (listed(to + 1)) to++;
  return listed(at) && to - from + 1 >= LIST;
}

/** True where a block before the first or after the last paragraph belongs to the page and not to the text. */
function standsAround(block: Block, index: DomIndex, title: string): boolean {
  const { words, linked } = block;
  if (inside(block, index, /^(?:table|blockquote|pre|dl)$/)) return false;
  if (words === title || (words.length > 20 && title.startsWith(words))) return true;
  if (linked >= 0.5 || ADDRESS.test(words)) return true;
  if (words.length < SHORT && (MAKER.test(words) || DATED.test(words)) && !isProse(block)) return true;
  return isScrap(block) && !/^(?:h[1-6]|li)$/.test(makerOf(block, index));
}

/** The caption of a picture is furniture; that of a table says what its numbers count. */
function titlesOfTables(blocks: readonly Block[]): (block: Block) => boolean {
  const tables = new Set(blocks.flatMap(({ part }) => (part?.name === "row" ? [part.table] : [])));
  return ({ part }) => part?.name === "caption" && tables.has(part.table);
}

/** Headings that nothing follows before the next heading of their rank or higher, because what followed was dropped. */
function withoutEmptyHeadings(kept: readonly Block[], all: readonly Block[], index: DomIndex): Block[] {
  const followed = new Map(all.map((block, i) => [block, all[i + 1]]));
  return kept.filter((block, i) => {
    if (!HEADING.test(makerOf(block, index))) return true;
    const next = kept[i + 1];
    const lost = followed.get(block) !== next;
    return !(lost && (next === undefined || HEADING.test(makerOf(next, index))));
  });
}

/** The blocks of an article without what stands around and between them. */
export function dropBoilerplate(blocks: readonly Block[], index: DomIndex, title: string): readonly Block[] {
  const letters = blocks.reduce((sum, { words }) => sum + words.length, 0);
  const judged = new Map<number, boolean>();
  const furniture = (at: number) => {
    const known = judged.get(at);
    if (known !== undefined) return known;
    const is = index.elements[at]!.letters < MOST_OF_PART * letters && isFurniture(index, at);
    judged.set(at, is);
    return is;
  };
  const isTitle = titlesOfTables(blocks);
  let kept = blocks.filter(
    block => isTitle(block) || (!block.within.some(furniture) && !standsApart(block, index)),
  );
  const first = kept.findIndex(isProse);
  const last = kept.findLastIndex(isProse);
  if (first >= 0)
    kept = kept.filter(
      (block, i) =>
        (i > first && i < last) ||
        isProse(block) ||
        isTitle(block) ||
        (i > last && inList(kept, i)) ||
        !standsAround(block, index, title),
    );
  kept = withoutEmptyHeadings(kept, blocks, index);
  const left = kept.reduce((sum, { words }) => sum + words.length, 0);
  // Where most would go, the page is no article of the usual kind, and what the extractor found stays.
  return left < letters * 0.3 ? blocks : kept;
}
