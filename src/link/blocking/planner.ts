import { UserError } from "../../codebook/errors.ts";
import type { Spec } from "../spec.ts";
import { type CodedColumn, type Column, codeColumn, type Table } from "../table/columns.ts";
import { type KeyCodes, keyCoder, LARGEST_GROUP, prepareRule, splitKey } from "./blocking.ts";
import { type Candidate, chooseRules, expectedCoverage } from "./choose-rules.ts";

/** Pairs that a proposal may lead to, as a multiple of the rows, and altogether; never fewer than ten a row. */
const PAIRS_PER_ROW = 400;
const MOST_PAIRS = 25_000_000;

/** Rows that candidate rules are counted on; of a larger table every so many-th row, and pairs grow with the square. */
const ROWS_COUNTED = 60_000;

/**
 * Rules of one or two keys. First those that find most matches for their pairs, by a model of how fields err; then, largest first,
 * what fits into the bound, because real fields err more than any model. A rule that another one implies is left out.
 */
export function proposeRules(
  table: Table,
  fields: Spec["fields"],
  reasons: string[],
): Pick<Spec, "block" | "largest_group"> {
  const step = Math.max(1, Math.floor(table.rows / ROWS_COUNTED));
  const columns = new Map(
    fields.map(({ column, compare }) => [
      column,
      codeColumn(column, compare, everyRow(table.columns.get(column)!, step)),
    ]),
  );
  const bound = Math.max(10 * table.rows, Math.min(PAIRS_PER_ROW * table.rows, MOST_PAIRS));
  const count = countWith(keyCoder(columns), step);
  const candidates = candidateRules(candidateKeys(fields, columns), { count, most: bound / fields.length });
  const rules = chooseRules(candidates, { bound, columns });
  if (rules.length === 0) rules.push(count(someKeys(fields)));
  const recall = expectedCoverage(rules, columns);
  reasons.push(
    `rules: ${rules.length}, at most ${Math.round(rules.reduce((sum, { pairs }) => sum + pairs, 0))} pairs (bound ${bound}); if every second value of a match is misspelt, ${(100 * recall).toFixed(1)}% of the matches are compared`,
  );
  const block = rules.map(({ keys }) => [...keys]);
  if (rules.reduce((sum, { pairs }) => sum + pairs, 0) <= bound) return { block };
  // Groups of g rows make (g - 1) / 2 pairs a row, so that this many rows in a group keep the bound.
  const largest = Math.max(2, Math.floor((2 * bound) / table.rows / rules.length));
  reasons.push(`groups of more than ${largest} rows are not compared, to keep the bound`);
  return { block, largest_group: largest };
}

/** Up to three columns together, where no rule fits the bound; an error where no column can be a key at all. */
function someKeys(fields: Spec["fields"]): string[] {
  const names = fields.map(({ column }) => column).filter(isPlainKey);
  if (names.length > 0) return names.slice(0, 3);
  throw new UserError({
    code: "no-keys",
    message: `no column can decide which rows are compared: ${fields.map(({ column }) => column).join(", ")}`,
    hint: "rename columns that hold ~ or end in a colon and a word",
  });
}

/** Does the name of a column stand for itself when it is read as a key? */
const isPlainKey = (column: string) => {
  const { columns, derived } = splitKey(column);
  return derived === null && columns.length === 1;
};

function everyRow({ codes, values }: Column, step: number): Column {
  return { values, codes: step === 1 ? codes : codes.filter((_, row) => row % step === 0) };
}

/** Rules of one and two keys, and of three where any two of them have more pairs than a rule may. */
function candidateRules(
  keys: readonly string[],
  { count, most }: { count: (keys: readonly string[]) => Candidate; most: number },
): Candidate[] {
  const singles = keys.map(key => count([key]));
  const doubles = pairsOf(keys)
    .filter(([a, b]) => apart(a, b))
    .map(count);
  const small = (rule: Candidate) => rule.pairs <= most && rule.reach === 1;
  const large = new Set(doubles.filter(rule => !small(rule)).map(rule => rule.keys.join("\0")));
  const triples = pairsOf(keys)
    .filter(([a, b]) => large.has(`${a}\0${b}`))
    .flatMap(([a, b]) =>
      keys
        .slice(keys.indexOf(b) + 1)
        .filter(c => large.has(`${a}\0${c}`) && large.has(`${b}\0${c}`))
        .map(c => count([a, b, c])),
    );
  return [...singles, ...doubles, ...triples];
}

/** Have two keys no column in common? */
const apart = (a: string, b: string) => !splitKey(a).columns.some(name => splitKey(b).columns.includes(name));

const countWith =
  (coder: KeyCodes, step: number) =>
  (keys: readonly string[]): Candidate => {
    const largest = Math.max(2, Math.floor(LARGEST_GROUP / step));
    const { pairs, codes, rowsInGiantGroups } = prepareRule({ keys }, coder, { largest });
    const kept = codes.reduce((sum, code) => sum + (code >= 0 ? 1 : 0), 0);
    return { keys, pairs: pairs * step ** 2, reach: kept / Math.max(1, kept + rowsInGiantGroups) };
  };

function candidateKeys(fields: Spec["fields"], columns: ReadonlyMap<string, CodedColumn>): string[] {
  const usable = fields.filter(
    ({ column, compare }) => compare !== "number" && compare !== "category" && isPlainKey(column),
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
