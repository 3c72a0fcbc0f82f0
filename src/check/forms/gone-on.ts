import type { Claim } from "../../read/types.ts";
import { claimBefore } from "../match/own-words.ts";
import { sentenceOf, statesNamed } from "../match/sentence.ts";
import { checkToldAct } from "./told-act.ts";
import type { CheckContext, Outcome } from "./types.ts";

/**
 * "Fiji signed a memorandum with China. In 2024 sent its officers home": many languages leave out who acts where the sentence before opens with it. A
 * sentence that names one state at most, and of which nothing else was found, is held against acts of that one and of the state that goes on. Null where it
 * tells of none.
 */
export function checkActGoneOn(claim: Claim, context: CheckContext): Outcome | null {
  const { document } = context;
  if (claim.form !== "statement" || document.language.startsWith(BOOK_LANGUAGE)) return null;
  const before = claimBefore(claim, context);
  const [first] = before ? statesNamed(sentenceOf(before, document)) : [];
  const own = new Set(statesNamed(sentenceOf(claim, document)));
  if (first === undefined || own.size > 1 || own.has(first)) return null;
  return checkToldAct({ ...claim, places: [...own, first] }, context);
}

/** Of the language of the book, which names its subjects, sentences are held by their words. */
const BOOK_LANGUAGE = "en";
