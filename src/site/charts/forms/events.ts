import { type Cut, indexOf, nameOf, valuesOf, yearIndex } from "../cut.ts";
import { type EventMark, type EventRow, eventsDrawing } from "../events.tsx";
import type { Drawn } from "./drawn.ts";
import { yearOf } from "./years.ts";

/** Marks on one time line, a row for each name. */
export function events(cut: Cut): Drawn {
  const year = yearIndex(cut);
  const mark = indexOf(cut, cut.marks);
  const sorts = mark < 0 ? [] : valuesOf(cut, mark);
  const hidden = mark < 0 ? [year] : [year, mark];
  const named = [...cut.dimensions.keys()].filter(at => !hidden.includes(at));
  const group = named.length > 1 ? named[0]! : -1;
  const rows = new Map<string, { name: string; group: string; marks: EventMark[] }>();
  for (const cell of cut.cells) {
    const heading = cell.words[group] ?? "";
    const name = nameOf(cell, group < 0 ? hidden : [...hidden, group]);
    const key = `${heading}\n${name}`;
    const sort = Math.max(
      0,
      sorts.findIndex(({ code }) => code === cell.codes[mark]),
    );
    const row = rows.get(key) ?? { name, group: heading, marks: [] };
    row.marks.push({ year: yearOf(cut, cell), value: cell.value, bounds: cell.bounds, sort });
    rows.set(key, row);
  }
  const ordered = [...rows.values()].sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0));
  const headed = ordered.map(
    (row, i): EventRow => ({
      ...row,
      group: group >= 0 && row.group !== ordered[i - 1]?.group ? row.group : undefined,
    }),
  );
  return {
    panels: [
      eventsDrawing({ title: cut.title, unit: cut.unit, rows: headed, sorts: sorts.map(({ word }) => word) }),
    ],
    notes: ["A number in a mark says how many; an empty place is no report here, not a zero."],
  };
}
