import type { Book, Entry } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { nearest } from "../../codebook/suggest.ts";
import type { Problem } from "../../codebook/types.ts";
import { claimWords } from "../../read/claim-words.ts";
import { wordingOf } from "../explain/word.ts";
import { figureKind } from "../gather/schema.ts";
import type { CheckedClaim, CheckedDocument } from "../types.ts";
import { claimKey, correctionsOf } from "./ledger.ts";
import type { Change, CorrectionData, WithdrawalData } from "./types.ts";

export interface Appeal {
  readonly by: string;
  readonly reason: string;
  readonly change: Change;
  /** Also for the same words, read as of the same measure, in other documents. Default false. */
  readonly everywhere?: boolean;
}

/** The claim that a correction is for. */
export interface Appealed {
  /** Of the document's bytes. */
  readonly sha256: string;
  /** The claim as it stands checked, with earlier corrections. */
  readonly claim: CheckedClaim;
  /** Measure that it was read as of, before any correction. */
  readonly measure: string;
}

/** The claim of a document that a person means: by its id, or by words that stand in no other claim. Throws a `UserError`. */
export function claimNamed({ claims }: Pick<CheckedDocument, "claims">, name: string): CheckedClaim {
  const byId = claims.find(({ id }) => id === name);
  if (byId) return byId;
  const key = claimKey(name);
  const whole = claims.filter(({ text }) => claimKey(text) === key);
  const holding = whole.length > 0 ? whole : claims.filter(({ text }) => claimKey(text).includes(key));
  if (key !== "" && holding.length === 1) return holding[0]!;
  throw new UserError({
    code: "unknown-claim",
    message:
      holding.length === 0
        ? `the text has no claim "${name}"`
        : `${holding.length} claims hold these words: ${holding.map(({ id }) => id).join(", ")}`,
    expected: "the id of a claim (c1, c2 ...) or words of exactly one",
    hint: "`custodes check` lists the claims with their ids",
  });
}

/**
 * Writes the correction of a finding into the journal.  Throws a `UserError` with every
 * problem, and then nothing has been written.
 */
export async function appeal(
  book: Book,
  { sha256, claim, measure }: Appealed,
  { by, reason, change, everywhere = false }: Appeal,
): Promise<Entry> {
  const problems = [
    ...problemsOfWords({ by, reason }),
    ...problemsOfChange(change, claim, book),
    ...(await problemsOfEvidence(change, book)),
  ];
  if (problems.length > 0) throw new UserError(problems);
  const data: CorrectionData = {
    judgement: "correct",
    about: "finding",
    claim: claimKey(claimWords(claim)),
    document: everywhere ? null : sha256,
    measure,
    reason: reason.trim(),
    change,
    before: claim.finding.verdict,
  };
  return book.append({ by: by.trim(), act: "decide", data });
}

/** Takes a correction back, by an entry of its own. Throws a `UserError` where that entry holds no correction in force. */
export async function withdrawAppeal(
  book: Book,
  entry: number,
  { by, reason }: { by: string; reason: string },
): Promise<Entry> {
  const known = (await correctionsOf(book)).map(({ seq }) => seq);
  const problems = [
    ...problemsOfWords({ by, reason }),
    ...(known.includes(entry)
      ? []
      : [
          {
            code: "unknown-correction",
            message: `entry ${entry} holds no correction in force`,
            ...(known.length > 0 ? { expected: `one of ${known.join(", ")}` } : {}),
            hint: "`custodes appeal` lists the corrections in force",
          },
        ]),
  ];
  if (problems.length > 0) throw new UserError(problems);
  const data: WithdrawalData = { judgement: "withdraw", about: "finding", entry, reason: reason.trim() };
  return book.append({ by: by.trim(), act: "decide", data });
}

function problemsOfWords({ by, reason }: { by: string; reason: string }): Problem[] {
  const missing = (name: string, hint: string): Problem => ({
    code: "usage",
    message: `--${name} is missing`,
    hint,
  });
  return [
    ...(by.trim() === "" ? [missing("by", "a correction needs the name of whoever answers for it")] : []),
    ...(reason.trim() === "" ? [missing("reason", "say why, in a sentence that readers will see")] : []),
  ];
}

function problemsOfChange(
  change: Change,
  claim: CheckedClaim,
  { codebook }: Pick<Book, "codebook">,
): Problem[] {
  const { measure, value, verdict } = change;
  const problems: Problem[] = [];
  if (Object.keys(change).length === 0)
    problems.push({
      code: "usage",
      message: "nothing is corrected",
      expected: "one or more of --measure, --value, --verdict, --evidence",
    });
  if (measure !== undefined && !codebook.measures.has(measure)) {
    const near = nearest(measure, codebook.measures.keys());
    problems.push({
      code: "unknown-measure",
      message: `there is no measure "${measure}"`,
      hint: near ? `did you mean ${near}?` : "docs/reference/codebook.md lists the measures",
    });
  }
  if (value !== undefined && !Number.isFinite(value))
    problems.push({ code: "usage", message: "--value is not a number", expected: "digits, as 890 or 12.5" });
  if (verdict !== undefined && !Object.hasOwn(wordingOf("en").verdicts, verdict))
    problems.push({
      code: "usage",
      message: `there is no verdict "${verdict}"`,
      expected: Object.keys(wordingOf("en").verdicts).join(", "),
    });
  if (measure !== undefined && value === undefined && claim.value === null && claim.parts.length === 0)
    problems.push({
      code: "usage",
      message: `no number was read in claim ${claim.id}`,
      hint: "give --value with --measure",
    });
  return problems;
}

async function problemsOfEvidence(
  { evidence = [], without = [], verdict }: Change,
  book: Book,
): Promise<Problem[]> {
  const ids = [...evidence, ...without];
  if (ids.length === 0) return [];
  const rows = await book.sql<{ record: string; kind: string }>(
    "SELECT DISTINCT record, kind FROM record_source WHERE list_contains($1, record)",
    [ids],
  );
  const kinds = new Map(rows.map(({ record, kind }) => [record, kind]));
  const unknown = ids
    .filter(id => !kinds.has(id))
    .map(id => ({
      code: "unknown-record",
      message: `the book holds no record "${id}"`,
      hint: "add the record with its sources first",
    }));
  const figures = figureKind(book.codebook)?.id;
  const sideless = evidence
    .filter(id => kinds.has(id) && kinds.get(id) !== figures && verdict === undefined)
    .map(id => ({
      code: "usage",
      message: `${id} has no number that the rule could compare`,
      hint: "give --verdict too, so that its side is known",
    }));
  return [...unknown, ...sideless];
}
