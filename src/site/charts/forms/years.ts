import { type Cell, type Cut, isYear, yearIndex } from "../cut.ts";
import { lineDrawing } from "../line.tsx";
import { type Drawn, listed } from "./drawn.ts";

/** The year of a cell; null where none is stated. */
export const yearOf = (cut: Cut, cell: Cell): number | null => {
  const code = cell.codes[yearIndex(cut)];
  return isYear(code) ? Number(code) : null;
};

/** Points of a line by year; cells without a year have none. */
export function datedPoints(cut: Cut, cells: readonly Cell[]) {
  return cells
    .flatMap(cell => {
      const year = yearOf(cut, cell);
      return year === null ? [] : [{ year, value: cell.value, bounds: cell.bounds }];
    })
    .sort((a, b) => a.year - b.year);
}

/** What a line over years does not show. */
export function yearNotes(cut: Cut): string[] {
  const undated = cut.cells.filter(cell => yearOf(cut, cell) === null);
  const gap =
    "A year without a dot is a year without a report here, not a zero; what happened in the last years is still being reported.";
  return undated.length === 0
    ? [gap]
    : [gap, `Without a year and not drawn: ${listed(undated, [yearIndex(cut)])}.`];
}

/** One line over the years. */
export function lineChart(cut: Cut): Drawn {
  const line = lineDrawing({
    id: "line",
    title: cut.title,
    axis: cut.unit,
    points: datedPoints(cut, cut.cells),
    width: 640,
    height: 220,
  });
  return { panels: line === null ? [] : [line], notes: yearNotes(cut) };
}
