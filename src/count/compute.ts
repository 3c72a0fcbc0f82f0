import type { Row } from "../book/types.ts";
import { planOf } from "./arguments.ts";
import { coverageOf } from "./coverage.ts";
import { intervalOf } from "./intervals.ts";
import { queryOf } from "./query.ts";
import type { CountedBook, CountOptions, Coverage, IndicatorResult, IndicatorRow } from "./types.ts";

/**
 * Computes an indicator of the book's codebook from the book: value, interval, method and the records behind each cell. The same
 * entry of the journal always gives the same result. A cell without records is absent: a gap in reporting is not a zero.
 * Throws a `UserError` that lists what is allowed where the indicator, a dimension or a value is unknown.
 */
export async function computeIndicator(
  book: CountedBook,
  id: string,
  options: CountOptions = {},
): Promise<IndicatorResult> {
  const plan = await planOf(book, id, options);
  const query = queryOf(plan);
  const [rows, coverage] = await Promise.all([
    book.sql(query),
    options.coverage === false ? NO_COVERAGE : coverageOf(book, plan),
  ]);
  return {
    indicator: id,
    as_of: `${book.head.seq}:${book.head.hash}`,
    query,
    unit: plan.indicator.unit,
    where: plan.where,
    rows: rows.map(row => cellOf(row, plan)),
    coverage,
  };
}

const NO_COVERAGE: Coverage = { records: 0, sources: 0, languages: {}, regions: {}, years: {} };

function cellOf(row: Row, plan: Awaited<ReturnType<typeof planOf>>): IndicatorRow {
  const by = Object.fromEntries(plan.by.map(name => [name, String(row[name] ?? "")]));
  const { value, low, high, method, ...parts } = intervalOf(plan.indicator, row);
  return { by, value, low, high, method, records: textsOf(row["records"]), ...parts };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
