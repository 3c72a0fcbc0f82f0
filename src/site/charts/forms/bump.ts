import { bumpDrawing, cumulated, rank } from "../bump.tsx";
import { type Cut, nameOf, yearIndex } from "../cut.ts";
import type { Drawn } from "./drawn.ts";
import { yearNotes, yearOf } from "./years.ts";

/** Names that places are given to. */
const PLACES = 10;

/** Places among the parties, year by year. */
export function bump(cut: Cut): Drawn {
  const year = yearIndex(cut);
  const rows = cut.cells.flatMap(cell => {
    const when = yearOf(cut, cell);
    // What is not stated is no party, and has no place among them.
    return when === null || cell.codes.includes("")
      ? []
      : [{ name: nameOf(cell, [year]), year: when, value: cell.value }];
  });
  const kept = [...new Set(rows.map(({ name }) => name))]
    .map(name => ({
      name,
      total: rows.filter(row => row.name === name).reduce((sum, row) => sum + row.value, 0),
    }))
    .sort((a, b) => b.total - a.total);
  const names = new Set(kept.slice(0, PLACES).map(({ name }) => name));
  const words = `Places are made from the numbers alone and have no interval: two places may be apart by chance or by reporting${
    cut.counts ? "; each year counts all that is documented up to it" : ""
  }`;
  const left = kept.length - names.size;
  const drawn = rows.filter(({ name }) => names.has(name));
  return {
    panels: [
      bumpDrawing({
        title: cut.title,
        unit: cut.unit,
        ranked: rank(cut.counts ? cumulated(drawn) : drawn),
        words,
      }),
    ],
    notes: [
      `${words}. Equal numbers keep their order.`,
      ...yearNotes(cut).slice(1),
      ...(left > 0
        ? [`Places among the ${names.size} with the largest sums; ${left} more in the table.`]
        : []),
    ],
  };
}
