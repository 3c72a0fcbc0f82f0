import { pluralOf } from "../../format.ts";
import { extentOf } from "../bounds.ts";
import { type Cell, type Cut, grouped, indexOf, ranked, yearIndex } from "../cut.ts";
import type { Drawing } from "../drawing.tsx";
import { intervalsDrawing } from "../intervals/intervals.tsx";
import { lineDrawing } from "../line.tsx";
import { domainOf } from "../scale.ts";
import { type Drawn, largest, listed, PANEL } from "./drawn.ts";
import { rowsOf, signNotes } from "./rows.ts";
import { datedPoints, yearNotes } from "./years.ts";

// Of more panels or rows nobody reads all; the table has them.
const PANELS = 12;
const PANEL_ROWS = 8;
const ALIGNED = { width: 520, height: 120 };
/** Panels whose largest numbers differ by more than this have axes of their own. */
const FAR_APART = 20;

/** The dimension of the panels: the declared one, else the last that is no year. */
function panelIndex(cut: Cut): number {
  const declared = indexOf(cut, cut.panels);
  return declared >= 0 ? declared : cut.dimensions.findLastIndex(({ domain }) => domain !== "year");
}

/** Small multiples: a panel for each value of a dimension. */
export function multiples(cut: Cut): Drawn {
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
