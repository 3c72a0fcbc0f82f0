import type { Linked } from "./links.ts";
import { lookup } from "./lookup.ts";
import type { Answer } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { THINGS } from "./words.ts";

/** Which end of a table in the order of time or of its numbers a word means. */
function endOf(linked: Linked): "first" | "last" | null {
  const { tokens, operators } = linked;
  const [at] = operators;
  if (
    operators.length !== 1 ||
    !THINGS.has(tokens[at! + 1]?.key ?? "") ||
    !["the", "very"].includes(tokens[at! - 1]?.key ?? "")
  )
    return null;
  return tokens[at!]!.ordinal === 1
    ? "first"
    : tokens[at!]!.key === "last" || tokens[at!]!.key === "final"
      ? "last"
      : null;
}

/** Whether the rows stand in the order of a column. */
const rises = (order: readonly (number | null)[] | null): boolean =>
  (order ?? [null]).every((value, i) => value !== null && (i === 0 || value >= order![i - 1]!));

/** "The first game was against A": what stands in the first row of a table whose rows are in the order of their days or numbers. */
export function end(table: Prepared, linked: Linked): Answer | null {
  const which = endOf(linked);
  if (!which || linked.limit || table.cells.length < 2) return null;
  const days = table.header.flatMap((_, column) =>
    !table.numeric(column) && table.order(column) ? [column] : [],
  );
  const columns = days.length > 0 ? days : table.numeric(0) ? [0] : [];
  if (!columns.some(column => rises(table.order(column)))) return null;
  const row = which === "first" ? 0 : table.cells.length - 1;
  const told = lookup(table, { ...linked, operators: [], limit: new Set([row]) });
  return told && { ...told, form: `end-${told.form}` };
}
