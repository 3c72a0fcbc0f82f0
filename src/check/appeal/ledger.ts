import type { Book } from "../../book/types.ts";
import { claimWords } from "../../read/claim-words.ts";
import type { Claim } from "../../read/types.ts";
import type { Verdict } from "../types.ts";
import type { Change, Correction, Target } from "./types.ts";

/** The words of a claim as corrections name it: blanks count once, and one spelling of each letter. */
export const claimKey = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/**
 * The corrections of findings that are in force, in the order of the journal: those that were withdrawn are left out. Of a book as of an
 * earlier entry these are the corrections of that time.
 */
export async function correctionsOf(book: Book): Promise<Correction[]> {
  const rows = await book.kept<{ seq: number; by: string; data: string | null }>(
    `SELECT seq, "by", data FROM entries WHERE act = 'decide' AND contains(data, '"finding"') ORDER BY seq`,
  );
  const standing = new Map<number, Correction>();
  for (const { seq, by, data } of rows) {
    const fields = record(data === null ? null : JSON.parse(data));
    if (fields["about"] !== "finding") continue;
    if (fields["judgement"] === "withdraw") standing.delete(Number(fields["entry"]));
    const correction = correctionOf(fields, { seq: Number(seq), by });
    if (correction) standing.set(correction.seq, correction);
  }
  return [...standing.values()];
}

/** The corrections in force that are for a claim of a document, oldest first. */
export function correctionsFor(
  claim: Pick<Claim, "text" | "measure" | "told">,
  sha256: string,
  corrections: readonly Correction[],
): Correction[] {
  const key = claimKey(claimWords(claim));
  const fits = ({ claim: text, document, measure }: Target) =>
    text === key && (document === null ? measure === claim.measure : document === sha256);
  return corrections.filter(fits);
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

function correctionOf(
  { judgement, claim, document, measure, reason, change }: Readonly<Record<string, unknown>>,
  { seq, by }: { seq: number; by: string },
): Correction | null {
  if (judgement !== "correct" || typeof claim !== "string" || typeof reason !== "string") return null;
  const target = {
    claim,
    document: typeof document === "string" ? document : null,
    measure: typeof measure === "string" ? measure : "",
  };
  return { seq, by, reason, ...target, change: changeOf(record(change)) };
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === "string") : [];

function changeOf({ measure, value, verdict, evidence, without }: Readonly<Record<string, unknown>>): Change {
  return {
    ...(typeof measure === "string" ? { measure } : {}),
    ...(typeof value === "number" ? { value } : {}),
    ...(typeof verdict === "string" ? { verdict: verdict as Verdict } : {}),
    ...(texts(evidence).length > 0 ? { evidence: texts(evidence) } : {}),
    ...(texts(without).length > 0 ? { without: texts(without) } : {}),
  };
}
