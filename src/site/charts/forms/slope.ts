import { countOf } from "../../format.ts";
import { extentOf } from "../bounds.ts";
import { type Cut, grouped, indexOf, nameOf, yearIndex } from "../cut.ts";
import { domainOf } from "../scale.ts";
import { type SlopeLine, slopeDrawing } from "../slope.tsx";
import type { Drawn } from "./drawn.ts";
import { yearOf } from "./years.ts";

/** Lines of one panel. */
const SLOPES = 12;

/** The first year against the last. */
export function slope(cut: Cut): Drawn {
  const year = yearIndex(cut);
  const at = indexOf(cut, cut.panels);
  const groups = at < 0 ? [{ word: cut.title, cells: [...cut.cells] }] : grouped(cut, at);
  const hidden = at < 0 ? [year] : [year, at];
  const made = groups.map(({ word, cells }) => {
    const years = [...new Set(cells.flatMap(cell => yearOf(cut, cell) ?? []))].sort((a, b) => a - b);
    const [first, last] = [years[0], years.at(-1)];
    const of = (moment: number | undefined) => cells.filter(cell => yearOf(cut, cell) === moment);
    const lines = of(last).flatMap((to): SlopeLine[] => {
      const name = nameOf(to, hidden);
      const from = of(first).find(cell => nameOf(cell, hidden) === name);
      return from === undefined || first === last ? [] : [{ name, from, to }];
    });
    const alone = new Set([...of(first), ...of(last)].map(cell => nameOf(cell, hidden))).size - lines.length;
    return {
      word,
      lines: lines.slice(0, SLOPES),
      alone: alone + Math.max(0, lines.length - SLOPES),
      years: [first, last],
    };
  });
  const drawn = made.filter(({ lines }) => lines.length > 0);
  const domain = domainOf(
    drawn.flatMap(({ lines }) => lines.flatMap(({ from, to }) => [...extentOf(from), ...extentOf(to)])),
  );
  const left = made.reduce((sum, { alone }) => sum + alone, 0);
  return {
    panels: drawn.map(({ word, lines, years: [first, last] }) =>
      slopeDrawing({
        title: word,
        unit: cut.unit,
        moments: [String(first), String(last)],
        lines,
        domain,
        say: cut.say,
        ...(at < 0 ? { width: 480 } : { width: 340 }),
      }),
    ),
    notes: [
      "The first and the last year; the years between are in the table.",
      ...(left > 0
        ? [`${countOf(left, "line")} that only one of the two years has, or beyond ${SLOPES}, not drawn.`]
        : []),
    ],
  };
}
