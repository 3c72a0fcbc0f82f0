import type { NamedColumn } from "../model/terms.ts";
import type { Combination } from "./aggregate.ts";
import { shares } from "./aggregate.ts";
import { isTreated, relativeTime, type StaggeredPanel } from "./panel.ts";

/** Rows of one cohort at one relative period. */
export interface Cell {
  readonly cohort: number;
  readonly relative: number;
  readonly rows: readonly number[];
}

/** The cells of treated cohorts that `keep` accepts, by relative period and cohort. */
export function cellsOf(panel: StaggeredPanel, keep: (cohort: number, relative: number) => boolean): Cell[] {
  const cells = new Map<string, { cohort: number; relative: number; rows: number[] }>();
  for (let row = 0; row < panel.time.length; row++) {
    const cohort = panel.cohort[row]!;
    const relative = relativeTime(panel, row);
    if (!Number.isFinite(cohort) || !keep(cohort, relative)) continue;
    const key = `${relative} ${cohort}`;
    const cell = cells.get(key);
    if (cell) cell.rows.push(row);
    else cells.set(key, { cohort, relative, rows: [row] });
  }
  return [...cells.values()].sort((a, b) => a.relative - b.relative || a.cohort - b.cohort);
}

/** An indicator of each cell. */
export function cellColumns(panel: StaggeredPanel, cells: readonly Cell[]): NamedColumn[] {
  return cells.map(({ cohort, relative, rows }) => {
    const values = new Float64Array(panel.time.length);
    for (const row of rows) values[row] = 1;
    return { name: `${panel.timeName}::${relative}:cohort::${cohort}`, values };
  });
}

/** Averages of the coefficients of cells with the numbers of their rows as weights. */
export interface CellAverages {
  readonly overall: Combination;
  readonly event: readonly (Combination & { readonly at: number })[];
  readonly group: readonly (Combination & { readonly at: number })[];
  readonly calendar: readonly (Combination & { readonly at: number })[];
}

/** `position` gives the coefficient of a cell, or undefined if it was left out as collinear. */
export function averageCells(
  cells: readonly Cell[],
  position: (cell: number) => number | undefined,
): CellAverages {
  const sizes: number[] = [];
  const used = cells.flatMap((cell, index) => {
    const at = position(index);
    if (at === undefined) return [];
    sizes[at] = cell.rows.length;
    return [{ ...cell, at }];
  });
  type Used = (typeof used)[number];
  const by = (key: (cell: Used) => number, part: readonly Used[], label: string) => {
    const values = [...new Set(part.map(key))].sort((a, b) => a - b);
    return values.map(value => ({
      name: `${label}::${value}`,
      at: value,
      weights: shares(
        part.filter(cell => key(cell) === value).map(cell => cell.at),
        sizes,
      ),
    }));
  };
  const treated = used.filter(cell => cell.relative >= 0);
  return {
    overall: {
      name: "ATT",
      weights: shares(
        treated.map(cell => cell.at),
        sizes,
      ),
    },
    event: by(cell => cell.relative, used, "event"),
    group: by(cell => cell.cohort, treated, "cohort"),
    calendar: by(cell => cell.cohort + cell.relative, treated, "time"),
  };
}

/** Rows treated, as a column. */
export function treatmentColumn(panel: StaggeredPanel, name = "treated"): NamedColumn {
  return { name, values: Float64Array.from(panel.time, (_, row) => Number(isTreated(panel, row))) };
}
