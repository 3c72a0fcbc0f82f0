import type { Book } from "../../book/types.ts";
import type { Claim, Document } from "../../read/types.ts";
import { type CheckOptions, checkDocument, summaryOf } from "../document.ts";
import { figureShown, recordShown } from "../forms/evidence.ts";
import { reason } from "../forms/types.ts";
import type { Shelf } from "../gather/types.ts";
import type { CheckedClaim, CheckedDocument, Evidence, Finding, Verdict } from "../types.ts";
import { correctionsFor, correctionsOf } from "./ledger.ts";
import { adjusted, type NamedEvidence, namedEvidence } from "./shelf.ts";
import { type Together, together } from "./together.ts";
import type { Change } from "./types.ts";
import { namedNote, wordCorrection } from "./wording.ts";

/**
 * Checks a document by the rule, then carries out what people have corrected: the corrected claims are read and judged again as the
 * corrections say, and their findings tell who corrected them, why, and what the rule alone says.
 */
export async function checkWithAppeals(
  document: Document,
  claims: readonly Claim[],
  book: Book,
  options: CheckOptions = {},
): Promise<CheckedDocument> {
  const [corrections, checked] = await Promise.all([
    correctionsOf(book),
    checkDocument(document, claims, book, options),
  ]);
  const appeals = claims.map(claim => together(correctionsFor(claim, document.sha256, corrections)));
  if (appeals.every(({ parts }) => parts.length === 0)) return checked;
  const read = claims.map((claim, index) => readAs(claim, appeals[index]!.change, book));
  const again = await checkDocument(document, read, book, options);
  const findings = await Promise.all(
    checked.claims.map((claim, index) => {
      const appeal = appeals[index]!;
      if (appeal.parts.length === 0) return claim;
      const context = { document, read, book, options, again };
      return corrected(claim, { index, appeal, ...context });
    }),
  );
  return { ...again, claims: findings, summary: summaryOf(findings) };
}

/** The claim as the person reads it. */
function readAs(claim: Claim, { measure, value }: Change, { codebook }: Pick<Book, "codebook">): Claim {
  if (measure === undefined && value === undefined) return claim;
  const id = measure ?? claim.measure;
  const unit = codebook.measures.get(id)?.unit ?? claim.unit;
  const { digits: _, ...read } = claim;
  return {
    ...(value === undefined ? claim : { ...read, value, high: null, parts: [], fraction: false }),
    measure: id,
    ...(claim.value === null && value !== undefined
      ? {
          form: "number" as const,
          kind: unit === "percent" ? ("share" as const) : ("quantity" as const),
          unit,
        }
      : {}),
  };
}

interface Context {
  readonly index: number;
  readonly appeal: Together;
  readonly document: Document;
  /** The claims as they are read with all corrections. */
  readonly read: readonly Claim[];
  readonly book: Book;
  readonly options: CheckOptions;
  readonly again: CheckedDocument;
}

async function corrected(claim: CheckedClaim, context: Context): Promise<CheckedClaim> {
  const { index, appeal, book, options, again } = context;
  const { change, parts } = appeal;
  const { seq, by, reason: why } = parts.at(-1)!;
  const named = change.evidence || change.without ? await withEvidence(context) : null;
  const judged = named?.claim ?? again.claims[index]!;
  const before = claim.finding.verdict;
  const verdict = change.verdict ?? judged.finding.verdict;
  const { language = "en" } = options;
  const wording = { claim, before, after: verdict, language, codebook: book.codebook };
  // The newest first; it also tells what the rule alone says.
  const said = parts
    .toReversed()
    .flatMap((part, at) => wordCorrection(part, { ...wording, isLast: at === 0 }));
  const finding: Finding = {
    ...judged.finding,
    ...(named && change.verdict ? sided(judged.finding, named.shown, change.verdict) : {}),
    verdict,
    reasons: [...said, ...judged.finding.reasons],
    corrected: { entry: seq, by, reason: why, before },
  };
  return { ...judged, finding };
}

/** The claim judged again on the evidence that the person wants, and that evidence as a finding shows it. */
async function withEvidence({ index, appeal, document, read, book, options }: Context) {
  const { change, parts } = appeal;
  const evidence = await namedEvidence(book, change.evidence ?? []);
  let shelf: Shelf | null = null;
  const adjust = (loaded: Shelf) => {
    shelf = adjusted(loaded, { change, measure: read[index]!.measure, evidence });
    return shelf;
  };
  const { claims } = await checkDocument(document, read, book, { ...options, adjust });
  const shown = shelf === null ? [] : shownOf(evidence, { shelf, by: namers(parts), options });
  return { claim: claims[index]!, shown };
}

/** Who named a record as evidence. */
const namers =
  (parts: Together["parts"]) =>
  (record: string): string =>
    parts.find(({ change }) => change.evidence?.includes(record))?.by ?? "";

interface ShownOptions {
  readonly shelf: Shelf;
  readonly by: (record: string) => string;
  readonly options: CheckOptions;
}

function shownOf(
  { figures, records }: NamedEvidence,
  { shelf, by, options: { language = "en" } }: ShownOptions,
): Evidence[] {
  const options = { shelf, language, note: reason("") };
  const shown = [
    ...figures.map(figure => figureShown(figure, options)),
    ...records.map(record => recordShown(record, options)),
  ];
  // A page that is the document itself is no evidence on it, whoever names it.
  return shown
    .filter(({ sources }) => sources.length > 0)
    .map(each => ({ ...each, note: namedNote(by(each.record), language) }));
}

/** Verdicts that evidence named for them speaks against the claim. */
const AGAINST: ReadonlySet<Verdict> = new Set(["contradicted", "outdated", "disputed", "misattributed"]);

/** A verdict given by a person puts the evidence named with it on its side, where the rule left it aside. */
function sided(finding: Finding, shown: readonly Evidence[], verdict: Verdict): Partial<Finding> {
  const placed = new Set([...finding.for, ...finding.against].map(({ record }) => record));
  const moved = shown.filter(({ record }) => !placed.has(record));
  const ids = new Set(moved.map(({ record }) => record));
  const side = AGAINST.has(verdict) ? "against" : "for";
  return {
    [side]: [...finding[side], ...moved],
    related: finding.related.filter(({ record }) => !ids.has(record)),
  };
}
