import type { CellLink, Linked } from "./links.ts";
import { isValue, type Valued } from "./numbers.ts";
import { type Answer, answer, cellsOf } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { LESS, MORE, THAN, THINGS } from "./words.ts";

/** "3 more", "3 games more". */
function gapBefore({ links }: Linked, by: number): Valued | null {
  return links.filter(isValue).find(({ to }) => to === by || to === by - 1) ?? null;
}

/** "More players from A than from B", "they play A 3 more times than B": rows of each, where no column is named that would be compared instead. */
export function outnumbers(_table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  const [by, than, ...more] = operators;
  if (by === undefined || than === undefined || more.length > 0 || !THAN.has(tokens[than]!.key)) return null;
  const { key } = tokens[by]!;
  const gap = gapBefore(linked, by);
  const cells = cellsOf(linked).filter(({ from }) => from !== gap?.from);
  const others = links.some(link => link.type === "number" && link.from !== gap?.from);
  if ((!MORE.has(key) && !LESS.has(key)) || others || cells.length !== 2) return null;
  const [a, b] = cells as [CellLink, CellLink];
  const column = [...a.columns.keys()].find(each => b.columns.has(each));
  // What stands before "more" is compared by its rows only where it says so: "more games than", "more often".
  const rows = [by + 1, by - 1].some(at => THINGS.has(tokens[at]?.key ?? ""));
  if (column === undefined || a.to > than || b.from < than || (a.from < by && !rows)) return null;
  const difference = (a.wide.get(column)!.size - b.wide.get(column)!.size) * (MORE.has(key) ? 1 : -1);
  return answer(gap ? difference === gap.value : difference > 0, gap ? "outnumbers-by" : "outnumbers");
}
