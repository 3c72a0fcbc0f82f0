import { countOf, pluralOf } from "../format.ts";
import { extentOf } from "./bounds.ts";
import { bumpDrawing, cumulated, rank } from "./bump.tsx";
import { type Cell, type Cut, grouped, indexOf, isYear, nameOf, ranked, valuesOf, yearIndex } from "./cut.ts";
import type { Drawing } from "./drawing.tsx";
import { type EventMark, type EventRow, eventsDrawing } from "./events.tsx";
import type { Form } from "./forms.ts";
import { type IntervalRow, intervalsDrawing } from "./intervals.tsx";
import { lineDrawing } from "./line.tsx";
import { mapDrawing, offMap } from "./map.tsx";
import { SHAPES } from "./marks.tsx";
import { domainOf } from "./scale.ts";
import { type SlopeLine, slopeDrawing } from "./slope.tsx";

/** A chart: one drawing, or several panels of one size, with what is to be said under it. */
export interface Chart {
  readonly form: Form;
  readonly title: string;
  readonly panels: readonly Drawing[];
  /** Sentences: what the intervals are, what was left out of the drawing. */
  readonly notes: readonly string[];
}

// A chart with more rows or panels than these is no longer read; the table has them all.
const ROWS = 30;
const PANEL_ROWS = 8;
const PANELS = 12;
const PLACES = 10;
const SLOPES = 12;

const PANEL = { width: 300, height: 132 };
const ALIGNED = { width: 520, height: 120 };
/** Panels whose largest numbers differ by more than this have axes of their own. */
const FAR_APART = 20;

type Tone = IntervalRow["tone"];
const TONES: readonly Tone[] = ["plain", "second", "third", "fourth"];

/** A cut in one of the forms that fit it (`misfit`). */
export function drawChart(cut: Cut, form: Form): Chart {
  const { panels, notes } = FORM[form](cut);
  return { form, title: cut.title, panels, notes: [...boundsNotes(cut), ...notes] };
}

type Drawn = { readonly panels: readonly Drawing[]; readonly notes: readonly string[] };

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

function rowsOf(cut: Cut, cells: readonly Cell[], without: readonly number[] = []): IntervalRow[] {
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
function signNotes(cut: Cut): string[] {
  const mark = indexOf(cut, cut.marks);
  if (mark < 0) return [];
  const said = valuesOf(cut, mark).map(({ word }, at) => `${SHAPES[at % SHAPES.length]}: ${word}`);
  return [`${sentence(said.join("; "))}.`];
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Shares of a whole are read against all of it. */
const topOf = ({ whole }: Cut) => (whole === undefined ? {} : { top: whole, most: whole });

const listed = (cells: readonly Cell[], without: readonly number[] = []): string =>
  cells.map(cell => `${nameOf(cell, without)}: ${cell.text}`).join("; ");

const largest = (cells: readonly Cell[], most: number): Cell[] => {
  const kept = new Set([...cells].sort((a, b) => b.value - a.value).slice(0, most));
  return cells.filter(cell => kept.has(cell));
};

function rowsChart(cut: Cut, bars: boolean): Drawn {
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

const yearOf = (cut: Cut, cell: Cell): number | null => {
  const code = cell.codes[yearIndex(cut)];
  return isYear(code) ? Number(code) : null;
};

function datedPoints(cut: Cut, cells: readonly Cell[]) {
  return cells
    .flatMap(cell => {
      const year = yearOf(cut, cell);
      return year === null ? [] : [{ year, value: cell.value, bounds: cell.bounds }];
    })
    .sort((a, b) => a.year - b.year);
}

function yearNotes(cut: Cut): string[] {
  const undated = cut.cells.filter(cell => yearOf(cut, cell) === null);
  const gap =
    "A year without a dot is a year without a report here, not a zero; what happened in the last years is still being reported.";
  return undated.length === 0
    ? [gap]
    : [gap, `Without a year and not drawn: ${listed(undated, [yearIndex(cut)])}.`];
}

function lineChart(cut: Cut): Drawn {
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

/** The dimension of the panels: the declared one, else the last that is no year. */
function panelIndex(cut: Cut): number {
  const declared = indexOf(cut, cut.panels);
  return declared >= 0 ? declared : cut.dimensions.findLastIndex(({ domain }) => domain !== "year");
}

function multiples(cut: Cut): Drawn {
  const at = panelIndex(cut);
  const groups = grouped(cut, at);
  const shown = groups.slice(0, PANELS);
  const left = groups.slice(PANELS).map(({ word }) => word);
  const tops = shown.map(({ cells }) => Math.max(...cells.flatMap(extentOf)));
  const shared = Math.max(...tops) <= FAR_APART * Math.min(...tops) || cut.counts;
  const byYear = yearIndex(cut) >= 0 && cut.dimensions.length === 2;
  const panels = byYear ? yearPanels(cut, shown) : rowPanels(cut, { groups: shown, at, shared });
  return {
    panels,
    notes: [
      ...(byYear ? yearNotes(cut) : []),
      shared ? "All panels have one scale." : "Each panel has an axis of its own.",
      ...(byYear ? [] : signNotes(cut)),
      ...(left.length > 0 ? [`In the table only: ${left.join(", ")}.`] : []),
      ...(!byYear && shown.some(({ cells }) => cells.length > PANEL_ROWS)
        ? [`At most ${PANEL_ROWS} rows a panel, the largest; the table has them all.`]
        : []),
    ],
  };
}

type Groups = ReturnType<typeof grouped>;

function yearPanels(cut: Cut, groups: Groups): Drawing[] {
  // Panels of several sorts of acts are held against each other year by year, so they stand under one another.
  const aligned = cut.marks !== undefined && cut.marks === cut.panels;
  const points = groups.map(({ cells }) => datedPoints(cut, cells));
  const all = points.flat();
  if (all.length === 0) return [];
  const years = [Math.min(...all.map(({ year }) => year)), Math.max(...all.map(({ year }) => year))] as const;
  const domain = domainOf([...all.flatMap(extentOf), ...(cut.counts ? [0] : [])]);
  return groups.flatMap(({ word }, i) => {
    const drawing = lineDrawing({
      id: "",
      title: word,
      axis: cut.unit,
      points: points[i]!,
      years,
      domain,
      ...(aligned ? ALIGNED : PANEL),
    });
    return drawing ?? [];
  });
}

function rowPanels(
  cut: Cut,
  { groups, at, shared }: { groups: Groups; at: number; shared: boolean },
): Drawing[] {
  const top = Math.max(...groups.flatMap(({ cells }) => cells.flatMap(extentOf)));
  return groups.map(({ word, cells }) => {
    const drawn = largest(cells, PANEL_ROWS);
    const sorted = cut.dimensions.length > 2 ? drawn : ranked(drawn);
    // What all rows of a panel have in common is said once, at its axis.
    const common = shared ? [] : commonOf(cut, cells).filter(index => index !== at);
    const axis = common.map(index => axisWords(cut, index, cells[0]!)).join(", ");
    return intervalsDrawing({
      id: "",
      title: word,
      description: `${cut.unit}, ${word}. ${listed(sorted, [at])}.`,
      rows: rowsOf(cut, sorted, [at, ...common]),
      axis: shared ? cut.unit : axis,
      width: PANEL.width,
      wrap: true,
      bars: cut.counts,
      ratios: !cut.counts,
      ...(shared ? { top } : {}),
    });
  });
}

/** What all rows have in common, as an axis says it: a unit in the plural. */
const axisWords = ({ dimensions }: Cut, at: number, { words }: Cell): string =>
  dimensions[at]?.id === "unit" ? unitsOf(words[at] ?? "") : (words[at] ?? "");

const unitsOf = (unit: string): string => (/^[a-z]+$/.test(unit) ? pluralOf(unit) : unit);

/** Dimensions in which all cells are alike. */
const commonOf = (cut: Cut, cells: readonly Cell[]): number[] =>
  [...cut.dimensions.keys()].filter(
    at => cells.length > 1 && new Set(cells.map(cell => cell.codes[at])).size === 1,
  );

function slope(cut: Cut): Drawn {
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

function bump(cut: Cut): Drawn {
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

function events(cut: Cut): Drawn {
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
