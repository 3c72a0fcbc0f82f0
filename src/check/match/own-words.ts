import type { Claim, Document } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { pointsToAct } from "./act-meant.ts";
import { ofSentence } from "./of-sentence.ts";

interface Told {
  readonly claims: readonly Claim[];
  readonly document: Pick<Document, "text" | "language">;
}

/** The sentence without acts that are claims of their own: what is said of an act beside its name, the act does not bear out. */
export function ownWords(claim: Claim, { claims, document }: Told): string {
  const { id, sentence, span } = claim;
  const [from, to] = sentence;
  if (isDatedBeside(claim, document.text)) return document.text.slice(...span);
  const named = ofSentence(claims, claim).filter(
    other =>
      other.id !== id && other.form === "dated-act" && (other.span[1] <= span[0] || other.span[0] >= span[1]),
  );
  let text = document.text.slice(from, to);
  for (const { span: act } of named)
    text = text.slice(0, act[0] - from) + " ".repeat(act[1] - act[0]) + text.slice(act[1] - from);
  return text;
}

/** A claim without a date, in a sentence that gives a year elsewhere: what stands there is of that year. */
function isDatedBeside({ form, period, sentence, span }: Claim, text: string): boolean {
  if (form === "number" || period.some(day => day !== null)) return false;
  return YEAR.test(text.slice(sentence[0], span[0])) || YEAR.test(text.slice(span[1], sentence[1]));
}

const YEAR = /(?<![\p{L}\d.,])(?:19|20)\d\d(?![\p{L}\d])/u;

/** A claim of the sentence with claims that stands before a claim's in its paragraph. */
export function claimBefore(claim: Claim, { claims, document: { text } }: Told): Claim | undefined {
  let before: Claim | undefined;
  for (const other of claims) {
    const [, end] = other.sentence;
    if (end <= claim.sentence[0] && end > (before?.sentence[1] ?? -1)) before = other;
  }
  return before && !text.slice(before.sentence[1], claim.sentence[0]).includes("\n") ? before : undefined;
}

/** That sentence; empty where there is none. */
export function sentenceBefore(claim: Claim, context: Told): string {
  const before = claimBefore(claim, context);
  return before ? context.document.text.slice(...before.sentence) : "";
}

/** The words of a sentence, with those of the sentence before it where it says that the same was done ("followed suit") or points to an act that that tells of. */
export function wordsMeant(claim: Claim, context: Told): string {
  const own = ownWords(claim, context);
  const goesOn = idiom("didSo", context.document.language).test(own) || pointsToAct(claim, context.document);
  const before = goesOn ? sentenceBefore(claim, context) : "";
  return before === "" ? own : `${before} ${own}`;
}
