import { splitParagraphs, splitSentences } from "../../text/index.ts";
import { datelineEnd } from "../dateline.ts";
import type { Span } from "../types.ts";
import { withItems, withListed } from "./items.ts";
import { isHeading } from "./sentences.ts";

/** A sentence, or a piece of one that is longer than any, in its paragraph. */
export interface Block {
  readonly span: Span;
  readonly paragraph: number;
  readonly heading: boolean;
  /** Of a list, where it ends without a mark. */
  readonly item: boolean;
}

/** A longer "sentence" is none that a person wrote; it is read in pieces, so that no step's time grows with its square. */
const LONGEST = 2000;

function pieces(text: string, [from, to]: Span): Span[] {
  const found: Span[] = [];
  let start = from;
  while (to - start > LONGEST) {
    const space = text.lastIndexOf(" ", start + LONGEST);
    const end = space > start ? space : start + LONGEST;
    found.push([start, end]);
    start = end;
  }
  return [...found, [start, to]];
}

/** A dateline stands apart from the sentence behind it, as a heading does. */
function withoutDateline(text: string, block: Block, paragraph: Span): Block[] {
  const end = block.span[0] === paragraph[0] ? datelineEnd(text, block.span[0]) : 0;
  if (end === 0 || end >= block.span[1]) return [block];
  const [from, to] = block.span;
  return [
    { ...block, span: [from, from + text.slice(from, end).trimEnd().length], heading: true },
    { ...block, span: [end, to] },
  ];
}

/** Sentences with their paragraph; a paragraph that is one short line without an end mark is a heading, or an item of a list. */
export function blocksOf(
  text: string,
  language: string,
  isPlaceAt: (at: number) => boolean = () => false,
): readonly Block[] {
  const paragraphs = splitParagraphs(text);
  let paragraph = 0;
  const sentences: Span[] = [];
  for (const span of splitSentences(text, language)) {
    if (span[1] - span[0] > LONGEST) sentences.push(...pieces(text, span));
    else sentences.push(span);
  }
  const blocks = sentences.flatMap(span => {
    while (paragraph < paragraphs.length - 1 && span[0] >= paragraphs[paragraph]![1]) paragraph++;
    const holder = paragraphs[paragraph] ?? span;
    const whole = span[0] <= holder[0] && span[1] >= holder[1];
    return withoutDateline(
      text,
      { span, paragraph, heading: whole && isHeading(text, span), item: false },
      holder,
    );
  });
  return withListed(text, withItems(text, blocks), isPlaceAt);
}
