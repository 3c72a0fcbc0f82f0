import { WORD } from "../../text/tokens.ts";
import type { Quantity } from "../../text/types.ts";
import { overlaps } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Span } from "../types.ts";
import type { Context } from "./context.ts";
import { unitStems } from "./measure.ts";
import { wordIndex } from "./situation.ts";

/** How many words may stand between a number and the noun that it counts ("thousands of Chinese-made cameras"). */
const REACH = 5;

export interface Head {
  /** Unit as the codebook writes it. */
  readonly unit: string;
  readonly span: Span;
}

/**
 * The noun that a number counts, where the number's own unit is none: no unit was read, or it is a country's adjective. The
 * next word that the codebook counts in is taken, across adjectives and "of" but not across a verb's mark or a comma.
 */
export function headOf(context: Context, sentence: Sentence, q: Quantity): Head | null {
  const adjective = q.unitSpan !== null && sentence.places.some(place => overlaps(place.span, q.unitSpan!));
  if ((q.unit !== "" && !adjective) || !context.language) return null;
  const units = unitStems(context);
  const from = wordIndex(sentence.words, q.number[1]);
  for (let i = from; i < sentence.words.length && i < from + REACH; i++) {
    const word = sentence.words[i]!;
    if (word.key === "," || word.key === ".") return null;
    const unit = word.kind === WORD ? units.get(word.stem) : undefined;
    if (unit !== undefined) return { unit, span: [q.span[0], word.end] };
  }
  return null;
}
