import { type KeyCodes, keyCoder, prepareRule, splitKey } from "./blocking.ts";
import { type CodedColumn, codeColumn, type Table } from "./columns.ts";
import type { Spec } from "./spec.ts";

/** Pairs that a proposal may lead to, as a multiple of the rows, and altogether; never fewer than ten a row. */
const PAIRS_PER_ROW = 400;
const MOST_PAIRS = 25_000_000;

/** A rule as the planner sees it. */
interface Candidate {
  readonly keys: readonly string[];
  readonly pairs: number;
}

/**
 * Rules of one or two keys, as long as the pairs stay within bounds. A rule that another one implies is left out; in the end every
 * column can be wrong in a pair without its being lost.
 */
export function proposeRules(table: Table, fields: Spec["fields"], reasons: string[]): string[][] {
  const columns = new Map(
    fields.map(({ column, compare }) => [column, codeColumn(column, compare, table.columns.get(column)!)]),
  );
  const coder = keyCoder(columns);
  const keys = candidateKeys(fields, columns);
  const bound = Math.max(10 * table.rows, Math.min(PAIRS_PER_ROW * table.rows, MOST_PAIRS));
  const count = countWith(coder);
  const singles = keys.map(key => count([key]));
  const doubles = pairsOf(keys)
    .filter(([a, b]) => !splitKey(a).columns.some(name => splitKey(b).columns.includes(name)))
    .map(count);
  const rules = choose([...singles, ...doubles], bound, columns.size);
  if (rules.length === 0) rules.push(count([...columns.keys()].slice(0, 3)));
  reasons.push(
    `rules: ${rules.length}, at most ${rules.reduce((sum, { pairs }) => sum + pairs, 0)} pairs (bound ${bound})`,
  );
  return rules.map(({ keys: chosen }) => [...chosen]);
}

const countWith =
  (coder: KeyCodes) =>
  (keys: readonly string[]): Candidate => ({ keys, pairs: prepareRule({ keys }, coder).pairs });

function candidateKeys(fields: Spec["fields"], columns: ReadonlyMap<string, CodedColumn>): string[] {
  const usable = fields.filter(
    ({ column, compare }) =>
      compare !== "number" && compare !== "category" && splitKey(column).columns[0] === column,
  );
  const exchanged = usable.flatMap(({ column, also }) =>
    also !== undefined && column < also ? [`${column}~${also}:4`] : [],
  );
  return [...usable.flatMap(({ column }) => derivedKeys(columns.get(column)!)), ...exchanged];
}

/** Keys of a column: its values, the year and the day of a date, and of longer values first characters, sound and last word. */
function derivedKeys({ name, type, values }: CodedColumn): string[] {
  if (type === "date") return [name, `${name}:year`];
  const long = (length: number) => {
    let longer = 0;
    for (let value = 0; value < values.count; value++)
      if (values.starts[value + 1]! - values.starts[value]! > length) longer++;
    return longer > values.count / 2;
  };
  const severalWords = values.words.length > 1.2 * values.count;
  return [
    name,
    ...(long(4) && (type === "name" || type === "code") ? [`${name}:4`] : []),
    ...(long(3) && type === "name" ? [`${name}:sound`] : []),
    ...(severalWords && type === "name" ? [`${name}:last`] : []),
  ];
}

const pairsOf = (keys: readonly string[]): [string, string][] =>
  keys.flatMap((a, index) => keys.slice(index + 1).map(b => [a, b] as [string, string]));

/** Takes rules by what they cost, each column's share of the bound kept in mind, until the bound is reached. */
function choose(candidates: readonly Candidate[], bound: number, columns: number): Candidate[] {
  const each = bound / Math.max(3, columns);
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
function implies(key: string, other: string): boolean {
  const a = splitKey(key);
  const b = splitKey(other);
  return (
    key === other ||
    (a.derived === null &&
      a.columns.every(name => b.columns.includes(name)) &&
      a.columns.length === b.columns.length)
  );
}
