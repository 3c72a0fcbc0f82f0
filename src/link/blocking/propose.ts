import { UserError } from "../../codebook/errors.ts";
import type { ComparisonType } from "../compare/comparisons.ts";
import { normalise } from "../compare/normalise.ts";
import type { Spec } from "../spec.ts";
import type { Column, Table } from "../table/columns.ts";
import { readDate, readNumber, readPosition } from "../table/prepare.ts";
import { proposeRules } from "./planner.ts";

/** A specification made from the data, with a reason for everything that was decided. */
export interface Proposal {
  readonly spec: Spec;
  readonly reasons: readonly string[];
}

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
  const typed = candidates
    .filter(name => !composed.has(name))
    .map(column => ({ column, compare: typeOf(column, table.columns.get(column)!) }));
  if (typed.length === 0)
    throw new UserError({
      code: "nothing-to-compare",
      message: "no column says anything about what a row is",
      expected: "at least one column with several values, besides those that name the rows",
      received: reasons.join("; ") || names.join(", "),
    });
  const also = exchangedColumns(typed, table);
  for (const [column, other] of also) reasons.push(`${column}: its values also stand in ${other}`);
  const fields = typed.map(field => {
    const other = also.get(field.column);
    return other === undefined ? field : { ...field, also: other };
  });
  const blocking = proposeRules(table, fields, reasons);
  return { spec: { ...(id && { id }), fields, ...blocking, seed }, reasons };
}

function keep(name: string, table: Table, reasons: string[]): boolean {
  const column = table.columns.get(name)!;
  const distinct = column.values.filter(value => value.trim() !== "").length;
  const why =
    distinct === 0
      ? "is empty"
      : distinct === 1
        ? "has one value only"
        : ANSWER.test(name)
          ? "looks like the answer, and is no evidence"
          : ID.test(name) && isKey(column)
            ? "names the rows, no evidence"
            : null;
  if (why) reasons.push(`${name}: ${why}, left out`);
  return why === null;
}

const isKey = ({ values, codes }: Column) => values.length === codes.length;

/** A sample of the cells, spread over the table. */
function sample({ codes, values }: Column, most: number): string[] {
  const step = Math.max(1, Math.floor(codes.length / most));
  const cells: string[] = [];
  for (let row = 0; row < codes.length; row += step) cells.push(values[codes[row]!]!);
  return cells;
}

/** How a column is compared, from what most of its values look like. */
function typeOf(name: string, column: Column): ComparisonType {
  const seen = sample(column, LOOK).filter(value => value.trim() !== "");
  const most = (test: (value: string) => boolean, share = 0.8) =>
    seen.filter(test).length >= share * seen.length;
  if (most(value => value.includes("@"))) return "email";
  if (most(isDate)) return "date";
  if (most(value => value.includes(".") && readPosition(value) !== null)) return "place";
  if (most(value => value.includes(";"), 0.3)) return "set";
  const distinct = new Set(seen.map(normalise)).size;
  if (distinct <= Math.min(12, seen.length / 4) && most(value => value.length <= 20)) return "category";
  const numeric = most(value => /^[^\p{L}\d]{0,3}\d[\d,]*(\.\d+)?[^\p{L}\d]{0,2}$/u.test(value.trim()));
  if (
    numeric &&
    (most(value => /\d\.\d/.test(value), 0.3) || /(amount|value|price|cost|count|total)$/i.test(name))
  )
    return most(value => !Number.isNaN(readNumber(value))) ? "number" : "text";
  if (most(value => /\d/.test(value) && value.length <= 24 && value.split(/\s+/).length <= 3)) return "code";
  const words = seen.reduce((sum, value) => sum + value.split(/\s+/).length, 0) / Math.max(1, seen.length);
  return words > 4 ? "text" : "name";
}

function isDate(value: string): boolean {
  const [year, month, day] = readDate(value);
  return year >= 1000 && year <= 2100 && month <= 99 && day <= 99 && /\D|^\d{4}$|^\d{8}$/.test(value.trim());
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

const sampleTokens = (column: Column) =>
  sample(column, 500).map(value => new Set(normalise(value).split(" ").filter(Boolean)));

/** Share of the rows whose value the other column must hold somewhere, both ways, for two columns to be taken as exchangeable. */
const EXCHANGED = 0.05;

/** Name columns whose values stand in another name column too: for each the one that holds most of them. */
function exchangedColumns(
  fields: readonly { column: string; compare: ComparisonType }[],
  table: Table,
): Map<string, string> {
  const names = fields.filter(({ compare }) => compare === "name").map(({ column }) => column);
  const held = new Map(names.map(name => [name, new Set(filledValues(table.columns.get(name)!))]));
  const share = (name: string, other: string) => {
    const cells = sample(table.columns.get(name)!, LOOK).map(normalise).filter(Boolean);
    return cells.filter(cell => held.get(other)!.has(cell)).length / Math.max(1, cells.length);
  };
  const found = new Map<string, string>();
  for (const name of names) {
    const best = names
      .filter(other => other !== name)
      .map(other => ({ other, share: Math.min(share(name, other), share(other, name)) }))
      .sort((a, b) => b.share - a.share)[0];
    if (best && best.share >= EXCHANGED) found.set(name, best.other);
  }
  return found;
}

const filledValues = ({ values }: Column) => values.map(normalise).filter(Boolean);
