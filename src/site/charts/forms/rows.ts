import { type Cell, type Cut, indexOf, nameOf, ranked, valuesOf } from "../cut.ts";
import { type IntervalRow, intervalsDrawing } from "../intervals/intervals.tsx";
import { SHAPES } from "../marks.tsx";
import { type Drawn, largest, listed } from "./drawn.ts";

// A chart with more rows than these is no longer read; the table has them all.
const ROWS = 30;

type Tone = IntervalRow["tone"];
const TONES: readonly Tone[] = ["plain", "second", "third", "fourth"];

/** Cells as rows with their intervals, under headings where they have more than two dimensions; those in `without` are not said. */
export function rowsOf(cut: Cut, cells: readonly Cell[], without: readonly number[] = []): IntervalRow[] {
  const mark = indexOf(cut, cut.marks);
  const sorts = mark < 0 ? [] : valuesOf(cut, mark).map(({ code }) => code);
  const hidden = new Set(without);
  const group =
    cut.dimensions.length - hidden.size > 2 ? cut.dimensions.findIndex((_, at) => !hidden.has(at)) : -1;
  const groups = group < 0 ? [] : [...new Set(cells.map(cell => cell.codes[group]))];
  const ordered =
    group < 0 ? cells : groups.flatMap(code => cells.filter(cell => cell.codes[group] === code));
  const headed = group < 0 ? without : [...without, group];
  // What a shape says need not be said again, unless nothing else names the row.
  const unnamed =
    mark >= 0 && new Set([...headed, mark]).size < cut.dimensions.length ? [...headed, mark] : headed;
  let last: string | undefined;
  return ordered.map(cell => {
    const code = cell.codes[group];
    const heading = group >= 0 && code !== last ? cell.words[group] : undefined;
    last = code;
    return {
      name: nameOf(cell, unnamed),
      words: cell.text,
      tone: TONES[Math.max(0, sorts.indexOf(cell.codes[mark] ?? "")) % TONES.length]!,
      marks: [cell],
      group: heading,
    };
  });
}

/** Where shapes tell rows apart, what each means. */
export function signNotes(cut: Cut): string[] {
  const mark = indexOf(cut, cut.marks);
  if (mark < 0) return [];
  const said = valuesOf(cut, mark).map(({ word }, at) => `${SHAPES[at % SHAPES.length]}: ${word}`);
  return [`${sentence(said.join("; "))}.`];
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Shares of a whole are read against all of it. */
const topOf = ({ whole }: Cut) => (whole === undefined ? {} : { top: whole, most: whole });

/** A dot or a bar for each cell. */
export function rowsChart(cut: Cut, bars: boolean): Drawn {
  const drawn = largest(cut.cells, ROWS);
  const cells = cut.dimensions.length > 2 ? drawn : ranked(drawn);
  return {
    panels: [
      intervalsDrawing({
        id: "rows",
        title: cut.title,
        description: `${cut.unit}. ${listed(cells)}.`,
        rows: rowsOf(cut, cells),
        axis: cut.unit,
        width: 520,
        wrap: true,
        bars,
        ratios: !bars,
        ...topOf(cut),
      }),
    ],
    notes: [
      ...signNotes(cut),
      ...(cut.cells.length > ROWS ? [`Drawn: the ${ROWS} largest of ${cut.cells.length}.`] : []),
    ],
  };
}
