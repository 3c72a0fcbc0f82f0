import { prepareRule, splitKey } from "./blocking.ts";
import { type CodedColumn, codeColumn, type Table } from "./columns.ts";
import { type ComparisonType, readDate } from "./comparisons.ts";
import { normalise } from "./normalise.ts";
import type { Spec } from "./spec.ts";

/** A specification made from the data, with a reason for everything that was decided. */
export interface Proposal {
  readonly spec: Spec;
  readonly reasons: readonly string[];
}

/** Pairs that a proposal may lead to, as a multiple of the rows. */
const PAIRS_PER_ROW = 60;

/** Rows looked at to tell what a column holds. */
const LOOK = 2000;

/** Column names that answer the question instead of helping with it. */
const ANSWER = /^(cluster|entity|label|gold|true|match)([_-]?id)?s?$/i;
const ID = /(^|[_-])(id|key|uuid|ref)$/i;

/** Proposes what to compare and which pairs, from the columns of a table. */
export function proposeSpec(table: Table, { seed = 1 }: { seed?: number } = {}): Proposal {
  const reasons: string[] = [];
  const names = [...table.columns.keys()];
  const id = names.find(name => ID.test(name) && isKey(table.columns.get(name)!));
  if (id) reasons.push(`${id}: names the rows, no evidence`);
  const candidates = names.filter(name => name !== id && keep(name, table, reasons));
  const composed = compositesOf(candidates, table);
  for (const name of composed)
    reasons.push(`${name}: repeats what other columns hold, left out so that nothing counts twice`);
  const fields = candidates
    .filter(name => !composed.has(name))
    .map(column => ({ column, compare: typeOf(column, table.columns.get(column)!) }));
  const block = proposeRules(table, fields, reasons);
  return { spec: { ...(id && { id }), fields, block, seed }, reasons };
}

function keep(name: string, table: Table, reasons: string[]): boolean {
  const values = table.columns.get(name)!;
  const distinct = new Set(values.filter(value => value.trim() !== ""));
  const why =
    distinct.size === 0
      ? "is empty"
      : distinct.size === 1
        ? "has one value only"
        : ANSWER.test(name)
          ? "looks like the answer, and is no evidence"
          : ID.test(name) && isKey(values)
            ? "names the rows, no evidence"
            : null;
  if (why) reasons.push(`${name}: ${why}, left out`);
  return why === null;
}

const isKey = (values: readonly string[]) => new Set(values).size === values.length;

/** A sample of the filled values, spread over the table. */
function sample(values: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(values.length / LOOK));
  return values.filter((value, row) => row % step === 0 && value.trim() !== "");
}

/** How a column is compared, from what most of its values look like. */
function typeOf(name: string, values: readonly string[]): ComparisonType {
  const seen = sample(values);
  const most = (test: (value: string) => boolean, share = 0.8) =>
    seen.filter(test).length >= share * seen.length;
  if (most(value => value.includes("@"))) return "email";
  if (most(isDate)) return "date";
  if (most(value => value.includes(";"), 0.3)) return "set";
  const distinct = new Set(seen.map(normalise)).size;
  if (distinct <= 12 && most(value => value.length <= 20)) return "category";
  if (most(value => /^-?\d+\.\d+$/.test(value)) || /(amount|value|price|count|total)$/i.test(name))
    return most(value => value.trim() !== "" && Number.isFinite(Number(value))) ? "number" : "text";
  if (most(value => /\d/.test(value) && value.length <= 24)) return "code";
  const words = seen.reduce((sum, value) => sum + value.split(/\s+/).length, 0) / Math.max(1, seen.length);
  return words > 6 ? "text" : "name";
}

function isDate(value: string): boolean {
  const [year, month, day] = readDate(value);
  return year >= 1000 && year <= 2100 && month <= 12 && day <= 31 && /\D|^\d{4}$|^\d{8}$/.test(value.trim());
}

/** Columns whose words are mostly those of two or more other columns ("full name" beside "first name" and "surname"). */
function compositesOf(names: readonly string[], table: Table): Set<string> {
  const tokens = new Map(names.map(name => [name, sampleTokens(table.columns.get(name)!)]));
  const contains = (whole: string, part: string) => {
    const rows = tokens
      .get(whole)!
      .map((set, row) => [set, tokens.get(part)![row]!] as const)
      .filter(([a, b]) => a.size > 0 && b.size > 0);
    return (
      rows.length > 0 &&
      rows.filter(([a, b]) => [...b].every(token => a.has(token))).length >= 0.6 * rows.length
    );
  };
  return new Set(
    names.filter(
      whole =>
        names.filter(part => part !== whole && contains(whole, part) && !contains(part, whole)).length >= 2,
    ),
  );
}

function sampleTokens(values: readonly string[]): Set<string>[] {
  const step = Math.max(1, Math.floor(values.length / 500));
  return values
    .filter((_, row) => row % step === 0)
    .map(value => new Set(normalise(value).split(" ").filter(Boolean)));
}

interface Candidate {
  readonly keys: readonly string[];
  readonly pairs: number;
}

/**
 * Rules of one, two or three keys, fewest pairs first, as long as the pairs stay within bounds. A rule that adds no new combination
 * of columns to fall back on is left out; in the end every column can be wrong in a pair without its being lost.
 */
function proposeRules(table: Table, fields: Spec["fields"], reasons: string[]): string[][] {
  const columns = new Map(
    fields.map(({ column, compare }) => [column, codeColumn(column, compare, table.columns.get(column)!)]),
  );
  const keys = fields
    .filter(({ compare }) => compare !== "number" && compare !== "category")
    .flatMap(({ column, compare }) => derivedKeys(columns.get(column)!, compare));
  const bound = PAIRS_PER_ROW * table.rows;
  const count = (rule: readonly string[]): Candidate => ({
    keys: rule,
    pairs: prepareRule({ keys: rule }, columns).pairs,
  });
  const singles = keys.map(key => count([key]));
  const doubles = pairsOf(keys)
    .filter(([a, b]) => splitKey(a)[0] !== splitKey(b)[0])
    .map(count);
  const rules = choose([...singles, ...doubles], bound, columns);
  if (rules.length === 0) {
    const all = count([...columns.keys()].slice(0, 3));
    rules.push(all);
  }
  reasons.push(
    `rules: ${rules.length}, at most ${rules.reduce((sum, { pairs }) => sum + pairs, 0)} pairs (bound ${bound})`,
  );
  return rules.map(({ keys: chosen }) => [...chosen]);
}

/** Keys of a column: its values, the year of a date, the first four characters where values are longer than that. */
function derivedKeys({ name, values }: CodedColumn, type: ComparisonType): string[] {
  if (type === "date") return [name, `${name}:year`];
  const longer = values.filter(({ points }) => points.length > 4).length > values.length / 2;
  return longer && (type === "name" || type === "code") ? [name, `${name}:4`] : [name];
}

const pairsOf = (keys: readonly string[]): [string, string][] =>
  keys.flatMap((a, index) => keys.slice(index + 1).map(b => [a, b] as [string, string]));

/** Takes rules by what they cost, each column's share of the bound kept in mind, until the bound is reached. */
function choose(
  candidates: readonly Candidate[],
  bound: number,
  columns: ReadonlyMap<string, CodedColumn>,
): Candidate[] {
  const each = bound / Math.max(3, columns.size);
  const sorted = candidates
    .filter(({ pairs }) => pairs > 0 && pairs <= each)
    .sort((a, b) => b.pairs - a.pairs);
  const chosen: Candidate[] = [];
  let total = 0;
  for (const candidate of sorted) {
    const implied = chosen.some(({ keys }) =>
      keys.every(key => candidate.keys.some(other => implies(other, key))),
    );
    if (implied || total + candidate.pairs > bound) continue;
    chosen.push(candidate);
    total += candidate.pairs;
  }
  return chosen;
}

/** Does agreement on `key` imply agreement on `other` (`surname` implies `surname:4`)? */
const implies = (key: string, other: string) =>
  key === other || (splitKey(key)[0] === splitKey(other)[0] && splitKey(key)[1] === null);
