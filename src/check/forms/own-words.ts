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

/** Words that stand for what was told last ("had done so", "lo había hecho", "a fait de même"). */
const SAME_DONE =
  /\b(?:ha[ds]? (?:already )?done (?:so|the same|likewise)|did (?:so|the same|likewise)|followed suit|does the same|lo (?:hizo|hicieron|había hecho|habían hecho|ha hecho)|hizo lo mismo|había hecho lo mismo|siguió (?:el|su) ejemplo|l['’](?:a|ont|avait|avaient) (?:déjà )?fait|(?:a|ont|avait|avaient) fait de même|(?:lui|leur) a emboîté le pas|fez o mesmo|o (?:fez|fizera|tinha feito|havia feito)|fizera o mesmo|seguiu o exemplo)(?!\p{L})|сделал[аио]?\s+(?:это|то же(?: самое)?)|последовал[аио]?\s+(?:этому\s+)?примеру|поступил[аио]?\s+так же|(?:也|已|早已|就)(?:已)?(?:这样做|这么做|如此)|紧随其后|效仿|فعلت? ?(?:ذلك|الشيء نفسه|المثل)|حذت حذو/iu;

/** The words of a sentence, with those of the sentence before it where it says that the same was done. */
export function wordsMeant(claim: Claim, context: Pick<CheckContext, "claims" | "document">): string {
  const own = ownWords(claim, context);
  if (!SAME_DONE.test(own)) return own;
  const { text } = context.document;
  const before = context.claims
    .map(({ sentence }) => sentence)
    .filter(sentence => sentence[1] <= claim.sentence[0])
    .sort((a, b) => b[1] - a[1])[0];
  return before && !text.slice(before[1], claim.sentence[0]).includes("\n")
    ? `${text.slice(...before)} ${own}`
    : own;
}
