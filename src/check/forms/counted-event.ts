import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { ofSentence } from "../match/of-sentence.ts";
import { plainWords } from "../match/words.ts";
import { figureShown, isToldByOthers } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Enough of a word for "collapsed" and "collapse" to meet. */
const STEM = 6;
const stemsOf = (text: string): string[] =>
  plainWords(text)
    .filter(word => word.length >= STEM)
    .map(word => word.slice(0, STEM));

/**
 * "A canopy collapsed and killed 16": what a sentence tells beside a number is borne out by the count of that number where the count is
 * named for it. Who else is named in the clause ("Chinese-built"), the count may not say: then no more than the event is shown.
 */
export function checkCountedEvent(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, claims, language } = context;
  if (claim.polarity === "negative" || claim.places.length === 0) return null;
  const beside = ofSentence(claims, claim).filter(({ form, value }) => form === "number" && value !== null);
  if (beside.length === 0) return null;
  const said = new Set(stemsOf(claim.text));
  const isOfEvent = (figure: Figure) =>
    claim.places.includes(figure.place || (figure.about[0] ?? "")) &&
    beside.some(({ value, measure }) => value === figure.value && measure === figure.measure) &&
    stemsOf(figure.subject).some(stem => said.has(stem));
  const found = shelf.figures.filter(figure => isOfEvent(figure) && isToldByOthers(figure, shelf));
  const [first] = found;
  if (!first) return null;
  const known = new Set([first.place, ...first.about]);
  const untold = claim.places.some(place => !known.has(place));
  const label = { label: first.subject, counter: shelf.nameOfCounter(first.counter) };
  return outcome(untold ? "imprecise" : "supported", {
    reasons: [reason("count-tells", label), ...(untold ? [reason("party-untold", label)] : [])],
    for: found
      .slice(0, 2)
      .map(figure => figureShown(figure, { shelf, language, note: reason("count-tells", label) })),
    ...(untold ? { missing: reason("missing-record") } : {}),
  });
}
