import { type Correction, correctionsOf } from "../../check/index.ts";
import type { CheckedClaim, CheckedDocument } from "../../check/types.ts";
import type { AppealData } from "../data.ts";
import type { Library } from "./library.ts";

/** Same words, however they are spaced: corrections keep a claim by its words. */
const key = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** A finding with the corrections that stand: `id` is an article and a claim of it, as `article,claim`. */
export async function loadAppeal(
  library: Library,
  { article, claim: id }: { article: string; claim: string },
  checked: CheckedDocument,
): Promise<AppealData | null> {
  const claim = checked.claims.find(each => each.id === id);
  if (claim === undefined) return null;
  const { document } = checked;
  const standing = (await correctionsOf(library.book)).filter(
    each =>
      key(each.claim) === key(claim.text) && (each.document === null || each.document === document.sha256),
  );
  return {
    article,
    title: document.title,
    language: document.language,
    claim: id,
    context: contextOf(claim, document.text),
    measure: measureOf(claim, library),
    value: claim.value,
    verdict: claim.finding.verdict,
    reasons: claim.finding.reasons.map(({ text }) => text),
    evidence: evidenceOf(claim),
    measures: [...library.codebook.measures.values()]
      .map(({ id: measure, label }) => ({ id: measure, label: label.en }))
      .sort((a, b) => a.label.localeCompare(b.label, "en")),
    corrections: standing.map(each => statedOf(each, library)),
  };
}

function evidenceOf({ finding }: CheckedClaim): AppealData["evidence"] {
  const records = new Map([...finding.for, ...finding.against].map(each => [each.record, each]));
  return [...records.values()].map(({ record, label, note }) => ({ record, label, note }));
}

/** The sentence around the words of a claim. */
function contextOf({ span, sentence }: CheckedClaim, text: string): AppealData["context"] {
  return {
    before: text.slice(Math.min(sentence[0], span[0]), span[0]),
    words: text.slice(...span),
    after: text.slice(span[1], Math.max(sentence[1], span[1])),
  };
}

const measureOf = ({ measure }: Pick<CheckedClaim, "measure">, { codebook }: Library): string =>
  codebook.measures.get(measure)?.label.en ?? measure;

function statedOf(
  { seq, by, reason, document, change }: Correction,
  library: Library,
): AppealData["corrections"][number] {
  const { measure, value, verdict, evidence = [], without = [] } = change;
  const says = [
    ...(verdict === undefined ? [] : [`the verdict is ${verdict}`]),
    ...(measure === undefined ? [] : [`it is of ${measureOf({ measure }, library)}`]),
    ...(value === undefined ? [] : [`the number is ${value}`]),
    ...(evidence.length === 0 ? [] : [`${evidence.join(", ")} bears on it`]),
    ...(without.length === 0 ? [] : [`${without.join(", ")} does not bear on it`]),
  ];
  return { entry: seq, by, reason, everywhere: document === null, says: says.join("; ") };
}
