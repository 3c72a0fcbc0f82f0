import type { Claim } from "../../read/types.ts";
import { nameOfCountry } from "../match/country-name.ts";
import { homeTold } from "../match/home-told.ts";
import { ofSentence } from "../match/of-sentence.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/** Verdicts that an error of another kind leaves standing. */
const LEFT = new Set<Outcome["verdict"]>(["supported", "imprecise", "unverifiable"]);
/** Forms that assert something of the firm. */
const FORMS = new Set<Claim["form"]>([
  "number",
  "series",
  "relation",
  "superlative",
  "statement",
  "dated-act",
]);

/**
 * "The Chinese firm Vega": where the book has a firm at home elsewhere, the sentence is imprecise, whatever else it tells. It says no more, since
 * firms have owners and seats in many states.
 */
export function checkHome(found: Outcome, claim: Claim, { document, shelf, claims }: CheckContext): Outcome {
  if (!LEFT.has(found.verdict) || !FORMS.has(claim.form) || claim.polarity === "negative") return found;
  const first = ofSentence(claims, claim).find(({ form }) => FORMS.has(form));
  if (first !== undefined && first.id !== claim.id) return found;
  const sentence = document.text.slice(...claim.sentence);
  const told = homeTold(sentence, claim.entities, { language: document.language.slice(0, 2), shelf });
  if (!told) return found;
  const values = { label: told.name, attribution: nameOfCountry(told.home) };
  return { ...found, verdict: "imprecise", reasons: [reason("other-home", values), ...found.reasons] };
}
