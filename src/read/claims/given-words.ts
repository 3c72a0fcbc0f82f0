import type { Word } from "../phrases.ts";
import { isWritten } from "../phrases.ts";
import type { Clause, Context, Scene } from "./context.ts";
import { wordIndex } from "./material.ts";
import type { Situation } from "./situation.ts";

/** A noun phrase without a code of the codebook is read no longer than this, in words. */
const LONGEST = 8;

/**
 * What a clause says was given, or who was taught, where the codebook has no code for it: the noun behind the verb, before the next preposition or mark
 * ("supplied water *cannons* to Peru", "trained *judges* of Peru"). Empty where it is goods at large ("equipment", "officers"), or the language does not
 * put what is given behind its verb.
 */
export function givenWords(
  { language }: Context,
  { sentence }: Scene,
  clause: Clause,
  { frame, trigger, objects }: Situation,
): readonly string[] {
  const grammar = language?.grammar;
  const atLarge = frame.needsObject ? grammar?.goodsAtLarge : grammar?.peopleAtLarge;
  if (!grammar || !atLarge || atLarge.size === 0) return [];
  if ((frame.needsObject && objects.length > 0) || trigger?.part !== "gives") return [];
  const { words } = sentence;
  const at = wordIndex(words, trigger.span[1]);
  if (grammar.passive.has(words[wordIndex(words, trigger.span[0]) - 1]?.key ?? "")) return [];
  const named = [...sentence.entities, ...sentence.places];
  // "Runs programmes", "held a seminar": the noun of the giving itself.
  const own = sentence.frames.filter(cue => cue.frame === frame && cue.span[0] !== trigger.span[0]);
  const isOwn = ({ start, end }: Word) => own.some(({ span }) => start >= span[0] && end <= span[1]);
  const isNamed = ({ start, end }: Word) => named.some(({ span }) => start >= span[0] && end <= span[1]);
  const found: string[] = [];
  for (const word of words.slice(at, at + LONGEST)) {
    if (found.length === 0 && grammar.partitives.has(word.key)) continue;
    const isOwner = word.key === "s" || word.key === "'" || word.key === "’";
    if (word.end > clause.span[1] || (!isWritten(word) && !isOwner)) break;
    if (isOwner) continue;
    if (isNamed(word)) {
      if (found.length > 0) break;
      continue;
    }
    if (grammar.prepositions.has(word.key) || grammar.verbs.has(word.key) || grammar.listJoints.has(word.key))
      break;
    if (grammar.opensWithin.has(word.key)) break;
    if (atLarge.has(word.key) || isOwn(word)) return [];
    if (!grammar.determiners.has(word.key) && !grammar.articles.has(word.key) && !/^\d/.test(word.key))
      found.push(word.key);
  }
  const head = grammar.behind ? found[0] : found.at(-1);
  return head === undefined ? [] : [head];
}
