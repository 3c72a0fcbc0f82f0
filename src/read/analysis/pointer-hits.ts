import type { PlaceMention } from "../../text/types.ts";
import type { Pointers, PointerTag } from "../frames/pointers.ts";
import type { Grammar } from "../grammar.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Told } from "./named-before.ts";
import type { EntityMention, FrameCue, Sentence } from "./types.ts";

/** A word or phrase that may point back, by the places of its words. */
export interface PointerHit {
  readonly tag: PointerTag;
  readonly from: number;
  /** Behind its last word. */
  readonly to: number;
}

/** What a sentence names without a name. */
export interface Found {
  readonly places: PlaceMention[];
  readonly entities: EntityMention[];
}

/** Everything that what a sentence points to is told by. */
export interface Asked {
  readonly text: string;
  readonly sentence: Sentence;
  readonly hits: readonly PointerHit[];
  readonly before: readonly Told[];
  readonly lexicon: Lexicon;
  readonly pointers: Pointers;
  readonly grammar: Grammar;
}

const NO_HITS: readonly PointerHit[] = [];

/** What may point back in a sentence, in order of the text. Most sentences have little of it, many have none. */
export function pointerHits(words: readonly Word[], { index }: Pointers): readonly PointerHit[] {
  let hits: PointerHit[] | null = null;
  index.match(
    words,
    (tags, from, to) => {
      hits ??= [];
      for (const tag of tags) hits.push({ tag, from, to });
    },
    "key",
  );
  return hits ?? NO_HITS;
}

export const spanOfWords = (words: readonly Word[], from: number, to: number): Span => [
  words[from]!.start,
  words[to - 1]!.end,
];

export const placeAt = (
  text: string,
  span: Span,
  country: string,
  form: PlaceMention["form"],
): PlaceMention => ({ span, text: text.slice(...span), country, form });

export const isAdjective = ({ form }: PlaceMention): boolean => form === "demonym";

/** A verb of giving, taking or sending: behind it stands somebody else than before it. */
export const isActing = ({ part }: FrameCue): boolean =>
  part === "gives" || part === "takes" || part === "sends";

export const isVerb = ({ frames }: Sentence, { start }: Word): boolean =>
  frames.some(({ part, span }) => (part === "gives" || part === "takes") && span[0] === start);
