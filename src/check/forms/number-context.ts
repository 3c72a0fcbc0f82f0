import type { Claim } from "../../read/types.ts";
import { counterName, credits } from "../match/counter.ts";
import { narrowingOf } from "../match/narrowing.ts";
import { openingCounter, ownerOfCount } from "../match/opening-counter.ts";
import { sentenceOf } from "../match/sentence.ts";
import type { NumberContext } from "../match/shared-words.ts";
import { subjectOf } from "../match/subject.ts";
import { isUnnamed } from "../rule/names.ts";
import { claimsBefore } from "./speaking.ts";
import type { CheckContext } from "./types.ts";

/** What a sentence, and those before it, say of a number: by this it is held against figures of any measure. */
export function numberContext(claim: Claim, context: CheckContext): NumberContext {
  const { shelf, document, claims } = context;
  const { text, language } = document;
  const earlier = claimsBefore(claim, context);
  const counter = openingCounter(claim, text, shelf) || ownerOfCount(claim, text, shelf);
  return {
    shelf,
    subject: subjectOf(claim, shelf.entities, sentenceOf(claim, document), earlier),
    credited: figure =>
      isCreditTo(claim, figure.counter, shelf) ||
      (counter !== "" && isNameOf(counter, figure.counter, shelf)),
    language: language.slice(0, 2),
    names: narrowingOf(claim, { text, language, claims, shelf }).words,
    before: new Set(earlier.flatMap(({ measure }) => (measure === "" ? [] : [measure]))),
  };
}

export const isCreditTo = ({ attribution }: Claim, counter: string, shelf: CheckContext["shelf"]): boolean =>
  attribution !== null && !isUnnamed(attribution.to) && isNameOf(attribution.to, counter, shelf);

const isNameOf = (name: string, counter: string, shelf: CheckContext["shelf"]): boolean =>
  credits(name, counter, { name: counterName(counter, shelf), codebook: shelf.codebook });
