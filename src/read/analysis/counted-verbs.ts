import type { Quantity } from "../../text/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { FrameCue } from "./types.ts";

interface Material {
  readonly words: readonly Word[];
  readonly frames: readonly FrameCue[];
  readonly language: LanguageLexicon | null;
}

/** Numbers without units that are verbs: in "75 of 176 use" and "63 supplied by" the word behind the number counts nothing. */
export function withoutVerbs(quantities: readonly Quantity[], material: Material): readonly Quantity[] {
  const { language } = material;
  if (!language || language.grammar.bareNames) return quantities;
  const isTold = (q: Quantity): boolean => isVerb(q, material, language);
  return quantities.some(isTold) ? quantities.map(q => (isTold(q) ? bare(q) : q)) : quantities;
}

function bare(q: Quantity): Quantity {
  const end = q.number[1];
  return { ...q, unit: "", unitSpan: null, span: [q.span[0], end], text: q.text.slice(0, end - q.span[0]) };
}

/** "176 use Chinese cameras": where participles describe what is counted ("200 trained officers"), a verb without an ending is none. */
export const isBaseVerb = ({ key, stem }: Word, { grammar, nouns }: LanguageLexicon): boolean =>
  grammar.describing.length > 0 &&
  key === stem &&
  !grammar.describing.some(ending => key.endsWith(ending)) &&
  !nouns.units.has(stem);

function isVerb(
  { unitSpan, number }: Quantity,
  { words, frames }: Material,
  language: LanguageLexicon,
): boolean {
  if (unitSpan === null || unitSpan[0] <= number[1]) return false;
  const word = words.find(({ start }) => start >= number[1]);
  if (!word || language.nouns.units.has(word.stem)) return false;
  const { grammar } = language;
  const isUnit = word.start === unitSpan[0];
  const cue = frames.find(({ part, span }) => VERBS.has(part) && span[0] === word.start);
  if (!cue) return isUnit && grammar.verbs.has(word.key);
  // "300 orders", "12 achats de caméras": a plural is no verb of several, and what "of" follows is a noun.
  if (grammar.describing.length > 0) return isBaseVerb(word, language);
  const last = words.findLast(({ end }) => end === cue.span[1]);
  return isUnit && !grammar.of.has(last?.key ?? "");
}

const VERBS: ReadonlySet<string> = new Set(["gives", "takes"]);
