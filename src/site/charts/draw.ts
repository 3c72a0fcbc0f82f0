import { countOf } from "../format.ts";
import type { Cut } from "./cut.ts";
import type { Drawing } from "./drawing.tsx";
import { bump } from "./forms/bump.ts";
import type { Drawn } from "./forms/drawn.ts";
import { events } from "./forms/events.ts";
import { multiples } from "./forms/multiples.ts";
import { rowsChart } from "./forms/rows.ts";
import { slope } from "./forms/slope.ts";
import { lineChart } from "./forms/years.ts";
import type { Form } from "./forms.ts";
import { mapDrawing, offMap } from "./map.tsx";

/** A chart: one drawing, or several panels of one size, with what is to be said under it. */
export interface Chart {
  readonly form: Form;
  readonly title: string;
  readonly panels: readonly Drawing[];
  /** Sentences: what the intervals are, what was left out of the drawing. */
  readonly notes: readonly string[];
}

/** A cut in one of the forms that fit it (`misfit`). */
export function drawChart(cut: Cut, form: Form): Chart {
  const { panels, notes } = FORM[form](cut);
  return { form, title: cut.title, panels, notes: [...boundsNotes(cut), ...notes] };
}

const FORM: Readonly<Record<Form, (cut: Cut) => Drawn>> = {
  dot: cut => rowsChart(cut, false),
  bar: cut => rowsChart(cut, true),
  line: lineChart,
  multiples,
  map: cut => ({
    panels: [mapDrawing(cut)],
    notes: [
      ...(offMap(cut) === "" ? [] : [`Not on the map: ${offMap(cut)}.`]),
      "Borders as Natural Earth draws them.",
    ],
  }),
  slope,
  bump,
  events,
};

/** What the intervals of the numbers are, in words: none goes without. */
export function boundsNotes({ cells }: Pick<Cut, "cells">): string[] {
  const intervals = cells.filter(({ bounds }) => bounds.kind === "interval").length;
  const words = new Map<string, number>();
  for (const { bounds } of cells)
    if (bounds.kind !== "interval") words.set(bounds.words, (words.get(bounds.words) ?? 0) + 1);
  const said = [...words].sort(([, a], [, b]) => b - a);
  const all = said.length === 1 && intervals === 0;
  const notes = said
    .slice(0, 4)
    .map(([text, n]) => (all ? `Every number: ${text}.` : `${countOf(n, "number")}: ${text}.`));
  if (said.length > 4)
    notes.push(
      `${countOf(
        said.slice(4).reduce((sum, [, n]) => sum + n, 0),
        "further number",
      )}: see the table.`,
    );
  return intervals > 0
    ? [`${countOf(intervals, "number")} with an interval, drawn as a bar across.`, ...notes]
    : notes;
}
