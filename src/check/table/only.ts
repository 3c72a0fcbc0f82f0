import type { CellLink, Linked } from "./links.ts";
import { countsThings, isValue } from "./numbers.ts";
import { type Answer, answer, cellsOf, meet, satisfying } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { ONLY } from "./words.ts";

/** "A is one of 3 players from Spain": A is of those rows, and there are so many. */
export function oneOf(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  if (operators.length > 0) return null;
  const number = links
    .filter(isValue)
    .find(({ from }) => tokens[from - 1]?.key === "of" && ["1", "one"].includes(tokens[from - 2]?.key ?? ""));
  if (!number || !countsThings(linked, number)) return null;
  if (links.some(link => link.type === "number" && link.from !== number.from)) return null;
  const cells = cellsOf(linked).filter(link => link.from !== number.from);
  const [subject, rest] = [
    cells.filter(({ to }) => to <= number.from),
    cells.filter(({ from }) => from > number.from),
  ];
  if (subject.length === 0 || rest.length === 0) return null;
  const rows = satisfying(table, rest, linked.limit);
  return answer(rows.size === number.value && meet(rows, satisfying(table, subject)).size > 0, "one-of");
}

/** Whether the rows that fit are the subject's. */
function alone(table: Prepared, subject: readonly CellLink[], rest: readonly CellLink[]): Answer {
  const fit = satisfying(table, rest);
  const own = meet(satisfying(table, subject), fit);
  return answer(own.size > 0 && own.size === fit.size, "only");
}

/** "A is the only player from Spain": the rows that fit are A's alone. */
export function only(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  if (
    operators.length !== 1 ||
    !ONLY.has(tokens[operators[0]!]!.key) ||
    links.some(({ type }) => type === "number")
  )
    return null;
  const cells = cellsOf(linked);
  const at = operators[0]!;
  const subject = cells.filter(({ to }) => to <= at);
  const rest = cells.filter(({ from }) => from > at);
  if (subject.length === 0 && at <= 1 && rest.length === 2 && rest[0]!.value === null)
    return alone(table, [rest[0]!], [rest[1]!]);
  if (subject.length === 0 || rest.length === 0 || tokens[at - 1]?.key !== "the") return null;
  return alone(table, subject, rest);
}
