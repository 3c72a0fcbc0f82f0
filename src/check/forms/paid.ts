import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { PAYING, paidAsSaid } from "../match/payer.ts";
import { recordShown } from "./evidence.ts";
import type { Sorted } from "./relation-records.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/** Records of a relation whose payer is told, and those that name another. */
export interface PaidSorted {
  readonly sorted: Sorted;
  /** Would bear the relation out, but for who they say paid; only where no record does. */
  readonly others: readonly RecordRow[];
}

/** The ruling where all records that would do name another payer. */
export const OTHER_PAYER = { verdict: "contradicted", code: "other-payer" } as const;

export const financierOf = ({ row }: RecordRow): string => texts(row[PAYING]).join(", ");

/** "Huawei built it with a loan from the World Bank": only a record that names who paid bears a payer out. */
export function ofPayers(
  sorted: Sorted,
  { claim, clause, context }: { claim: Claim; clause: string; context: CheckContext },
): PaidSorted {
  const paid = paidIn(clause, claim, context);
  if (paid === null) return { sorted, others: [] };
  const isNamed = (record: RecordRow) => paid(record) === "named";
  const { full, planned, dated, other } = sorted;
  const unnamed = [...full, ...planned, ...dated].filter(record => !isNamed(record));
  const left = {
    ...sorted,
    full: full.filter(isNamed),
    planned: planned.filter(isNamed),
    dated: dated.filter(isNamed),
    other: [...unnamed, ...other],
  };
  const isBorne = left.full.length + left.planned.length + left.dated.length > 0;
  return { sorted: left, others: isBorne ? [] : full.filter(record => paid(record) === "other") };
}

/** "It has 1,950 cameras and was financed by the World Bank": the number is that of a system which another paid for. */
export function withPayer(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const { shelf, language } = context;
  if (found.verdict !== "supported" || claim.polarity === "negative") return found;
  const isTold = context.claims.some(
    ({ form, sentence }) => form === "relation" && sentence[0] === claim.sentence[0],
  );
  const paid = isTold ? null : paidIn(context.document.text.slice(...claim.sentence), claim, context);
  if (paid === null) return found;
  const bearing = new Set(found.for.map(({ record }) => record));
  const records = shelf.counted.filter(({ id }) => bearing.has(id));
  const [first] = records;
  if (!first || !records.every(record => paid(record) === "other")) return found;
  const note = reason(OTHER_PAYER.code, { label: first.label, financier: financierOf(first) });
  return {
    ...found,
    verdict: OTHER_PAYER.verdict,
    reasons: [note, ...found.reasons],
    for: [],
    against: records.map(record => recordShown(record, { shelf, language, note })),
  };
}

const paidIn = (text: string, claim: Claim, { document: { language }, shelf }: CheckContext) =>
  paidAsSaid({ text, language, claim, shelf });
