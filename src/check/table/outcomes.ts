import type { Prepared } from "./table.ts";

/** How tables write who won, by what statements call it. */
const OUTCOMES: readonly (readonly [said: ReadonlySet<string>, written: ReadonlySet<string>])[] = [
  [
    new Set(["win", "won", "wins", "victory", "beat", "defeat", "defeated"]),
    new Set(["w", "win", "won", "winner", "winners"]),
  ],
  [new Set(["lose", "lost", "loses", "loss", "losing"]), new Set(["l", "loss", "lost", "lose", "loser"])],
  [new Set(["tie", "tied", "draw", "drew"]), new Set(["t", "tie", "tied", "d", "draw"])],
];

const WRITTEN = new Set(OUTCOMES.flatMap(([, written]) => [...written]));

/** Share of a column's cells that begin with an outcome where it is one of outcomes. */
const MOSTLY = 0.8;

/** The columns of outcomes with the rows that have the one a word says. */
export function outcomes(table: Prepared, word: string): Map<number, ReadonlySet<number>> {
  const written = OUTCOMES.find(([said]) => said.has(word))?.[1];
  const found = new Map<number, ReadonlySet<number>>();
  if (!written) return found;
  table.header.forEach((_, column) => {
    const first = table.cells.map(row => row[column]!.tokens[0]?.key ?? "");
    if (first.filter(key => WRITTEN.has(key)).length < MOSTLY * first.length) return;
    found.set(column, new Set(first.flatMap((key, row) => (written.has(key) ? [row] : []))));
  });
  return found;
}
