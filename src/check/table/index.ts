import { bounded } from "./bounds.ts";
import { count } from "./counts.ts";
import { end } from "./end.ts";
import { comparison, sequence, superlative } from "./extremes.ts";
import { type Linked, linked } from "./links.ts";
import { lookup } from "./lookup.ts";
import { mode } from "./mode.ts";
import { oneOf, only } from "./only.ts";
import { outnumbers } from "./outnumbers.ts";
import { type Answer, answer } from "./rows.ts";
import { type Prepared, prepared, type Table } from "./table.ts";
import { aggregate, every, same } from "./totals.ts";
import { value } from "./value.ts";

export type { Answer as TableAnswer } from "./rows.ts";
export type { Table } from "./table.ts";

const known = new WeakMap<Table, Prepared>();

type Form = (table: Prepared, linked: Linked) => Answer | null;

const FORMS: readonly Form[] = [
  superlative,
  mode,
  end,
  comparison,
  outnumbers,
  sequence,
  oneOf,
  count,
  only,
  same,
  aggregate,
  every,
  value,
  lookup,
];

/** Forms that bear words that the table does not have. */
const TOLERANT: readonly Form[] = [comparison, lookup];
const TOLERATED = 3;

function single(table: Prepared, statement: string): Answer | null {
  const found = bounded(table, linked(table, statement));
  if (found.left.length > TOLERATED) return null;
  const whole = found.left.length === 0;
  for (const form of FORMS) {
    const told = form(table, found);
    // A number that fits seldom does so by chance; one that does not fit may be meant of what the word left over says.
    if (told) return whole || told.verdict === "supported" || TOLERANT.includes(form) ? told : null;
  }
  return null;
}

/** A longer statement is a text. */
const LONGEST = 600;

/** Words between statements of their own. */
const JOINT = /\s(?:while|whereas|but)\s|;\s/iu;
const AND = /,?\sand\s/iu;

function parts(table: Prepared, statement: string, joint: RegExp, name: string): Answer | null {
  const pieces = statement.split(joint);
  if (pieces.length < 2 || pieces.length > 3) return null;
  const told = pieces.map(piece => single(table, piece));
  if (told.some(each => each === null)) return null;
  return answer(
    told.every(each => each!.verdict === "supported"),
    name,
  );
}

/**
 * What a table says about a statement; null where it says nothing that is sure. A statement of several is borne out where each
 * of them is.
 */
export function checkTable(table: Table, statement: string): Answer | null {
  if (statement.length > LONGEST) return null;
  const own = known.get(table) ?? prepared(table);
  known.set(table, own);
  return single(own, statement) ?? parts(own, statement, JOINT, "while") ?? parts(own, statement, AND, "and");
}
