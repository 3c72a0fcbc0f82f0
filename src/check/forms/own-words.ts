import type { Claim } from "../../read/types.ts";
import type { CheckContext } from "./types.ts";

/** The sentence without acts that are claims of their own: what is said of an act beside its name, the act does not bear out. */
export function ownWords(
  { id, sentence, span }: Claim,
  { claims, document }: Pick<CheckContext, "claims" | "document">,
): string {
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
