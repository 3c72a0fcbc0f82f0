import type { Book } from "../../book/types.ts";
import type { IndicatorDeclaration, Measure } from "../../codebook/types.ts";
import { computeIndicator } from "../../count/compute.ts";
import type { Claim } from "../../read/types.ts";
import { countryByCode } from "../../text/index.ts";
import type { IndicatorValue } from "../types.ts";

/** What the book itself counts for a claim. */
export interface OwnCount extends IndicatorValue {
  /** True where it counts what is documented: at least so many. */
  readonly floor: boolean;
  readonly records: readonly string[];
}

export interface IndicatorSource {
  /** The indicator of a measure, cut to what the claim speaks of; null where there is none or it has no rows. */
  count(claim: Claim, measure: Measure, years?: string): Promise<OwnCount | null>;
}

type Asked = Map<string, Promise<OwnCount | null>>;

/** Answers by book, good for one entry of its journal: an indicator is a pure function of what has been entered. */
const ANSWERS = new WeakMap<Book, { readonly head: string; readonly asked: Asked }>();

function answersOf(book: Book): Asked {
  const known = ANSWERS.get(book);
  if (known?.head === book.head.hash) return known.asked;
  const asked: Asked = new Map();
  ANSWERS.set(book, { head: book.head.hash, asked });
  return asked;
}

/** Computes indicators of a book; the same question is asked once for each state of it. */
export function indicatorSource(book: Book): IndicatorSource {
  const asked = answersOf(book);
  return {
    count(claim, measure, years) {
      const question = questionOf(book, claim, { measure, years });
      if (!question) return Promise.resolve(null);
      const key = JSON.stringify([question.indicator.id, question.where]);
      const known = asked.get(key) ?? compute(book, question);
      asked.set(key, known);
      // A question that failed may be asked again.
      known.catch(() => asked.delete(key));
      return known;
    },
  };
}

interface Question {
  readonly indicator: IndicatorDeclaration;
  readonly where: Readonly<Record<string, string>>;
}

/** Roles and period of a claim as the dimensions of its measure's indicator. Null where a role cannot be asked for. */
function questionOf(
  book: Book,
  claim: Claim,
  { measure, years }: { measure: Measure; years: string | undefined },
): Question | null {
  const declared = measure.indicator;
  const indicator = declared ? book.codebook.indicators.get(declared.id) : undefined;
  if (!declared || !indicator || indicator.statistic === "published") return null;
  const roles = wantedRoles(claim);
  const where: Record<string, string> = { ...declared.where };
  for (const [role, values] of Object.entries(roles)) {
    const dimension = role.replaceAll("-", "_");
    if (values.length === 0 || role === "date") continue;
    if (!indicator.dimensions.includes(dimension)) return null;
    if (!values.every(value => isOf(book, { domain: indicator.domains[dimension] ?? "text", value })))
      return null;
    where[dimension] = values.join(";");
  }
  if (measure.dimensions.length > 0 && Object.keys(roles).length === 0) return null;
  const dated = dateDimension(indicator);
  if (years && dated) where[dated] = years;
  return { indicator, where };
}

/** A named seller says where he is at home; asking for both would only narrow to what the book knows of him. */
function wantedRoles({ roles }: Claim): Readonly<Record<string, readonly string[]>> {
  const { "vendor-country": country, ...rest } = roles;
  return rest["vendor"]?.length ? rest : { ...rest, ...(country ? { "vendor-country": country } : {}) };
}

/** The year of the thing counted: `coverage` names it, because `year` may be that of a class list. */
const dateDimension = ({ coverage, dimensions }: IndicatorDeclaration): string | undefined =>
  coverage.year ?? (dimensions.includes("year") ? "year" : undefined);

function isOf({ codebook }: Book, { domain, value }: { domain: string; value: string }): boolean {
  if (domain === "country") return countryByCode(value) !== undefined;
  if (domain === "class")
    return [...codebook.series.values()].some(({ classes }) => classes.some(({ code }) => code === value));
  return domain === "text" || (codebook.lists.get(domain)?.codes.has(value) ?? false);
}

async function compute(book: Book, { indicator, where }: Question): Promise<OwnCount | null> {
  const { codebook, head } = book;
  const counted = { codebook, head, sql: book.kept.bind(book) };
  const result = await computeIndicator(counted, indicator.id, { by: [], where, coverage: false });
  const [row] = result.rows;
  if (!row) return null;
  return {
    id: indicator.id,
    value: row.value,
    low: row.low,
    high: row.high,
    as_of: result.as_of,
    query: result.query,
    floor: indicator.interval === "floor",
    records: row.records,
  };
}
