import type { CellLink, Linked } from "./links.ts";
import { type Answer, answer, cellsOf, headersOf } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { MOST, NEUTRAL, PRIZES, THAN } from "./words.ts";

/** Words for how many rows there are of something. */
const OFTEN = new Set(["number", "often", "frequently", "times", "time"]);

/** "The most games", "the highest number of players", "more games than any other": rows are counted, where no column is named that is measured. */
function countsRows(table: Prepared, linked: Linked): boolean {
  const { tokens, operators } = linked;
  const words = operators.map(at => tokens[at]!.key);
  const [at] = operators;
  if (
    at === undefined ||
    headersOf(linked).some(({ columns }) => columns.some(column => table.order(column) !== null))
  )
    return false;
  const next = tokens[at + 1]?.key ?? "";
  const things = NEUTRAL.has(next) && !PRIZES.has(next);
  if (words.length === 1 && MOST.has(words[0]!)) return OFTEN.has(next) || (words[0] === "most" && things);
  const others = words.slice(2).every(key => key === "any" || key === "other");
  return (
    words.length > 2 && words[0] === "more" && THAN.has(words[1]!) && others && (OFTEN.has(next) || things)
  );
}

/** "Spain has the most players": its rows are more than those of any other value of the column. */
export function mode(table: Prepared, linked: Linked): Answer | null {
  if (linked.limit || linked.links.some(({ type }) => type === "number") || !countsRows(table, linked))
    return null;
  const cells = cellsOf(linked);
  if (cells.length !== 1) return null;
  const [subject] = cells as [CellLink];
  const [column, ...others] = [...subject.columns.keys()];
  if (column === undefined || others.length > 0) return null;
  const counts = new Map<string, number>();
  for (const row of table.cells) counts.set(row[column]!.text, (counts.get(row[column]!.text) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const shared = [...counts.values()].filter(each => each === most).length > 1;
  const alone = linked.operators.length > 1;
  return answer(subject.columns.get(column)!.size >= most && most > 1 && !(alone && shared), "mode");
}
