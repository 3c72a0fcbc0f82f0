import type { Claim, Document } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";

interface Told {
  readonly claims: readonly Claim[];
  readonly document: Pick<Document, "text" | "language">;
}

/** The sentence without acts that are claims of their own: what is said of an act beside its name, the act does not bear out. */
export function ownWords({ id, sentence, span }: Claim, { claims, document }: Told): string {
  const [from, to] = sentence;
  const named = claims.filter(
    other =>
      other.id !== id &&
      other.form === "dated-act" &&
      other.sentence[0] === from &&
      (other.span[1] <= span[0] || other.span[0] >= span[1]),
  );
  let text = document.text.slice(from, to);
  for (const { span: act } of named)
    text = text.slice(0, act[0] - from) + " ".repeat(act[1] - act[0]) + text.slice(act[1] - from);
  return text;
}

/** The sentence with claims that stands before a claim's in its paragraph; empty where there is none. */
export function sentenceBefore(claim: Claim, context: Told): string {
  const { text } = context.document;
  const before = context.claims
    .map(({ sentence }) => sentence)
    .filter(sentence => sentence[1] <= claim.sentence[0])
    .sort((a, b) => b[1] - a[1])[0];
  return before && !text.slice(before[1], claim.sentence[0]).includes("\n") ? text.slice(...before) : "";
}

/** The words of a sentence, with those of the sentence before it where it says that the same was done ("followed suit"). */
export function wordsMeant(claim: Claim, context: Told): string {
  const own = ownWords(claim, context);
  const before = idiom("didSo", context.document.language).test(own) ? sentenceBefore(claim, context) : "";
  return before === "" ? own : `${before} ${own}`;
}
