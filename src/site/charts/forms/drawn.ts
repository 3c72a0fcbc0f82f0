import { type Cell, nameOf } from "../cut.ts";
import type { Drawing } from "../drawing.tsx";

/** What a form makes of a cut: its panels, and the sentences under them. */
export interface Drawn {
  readonly panels: readonly Drawing[];
  readonly notes: readonly string[];
}

/** Panels of several are of this size. */
export const PANEL = { width: 300, height: 132 };

/** Cells as an alternative text lists them. */
export const listed = (cells: readonly Cell[], without: readonly number[] = []): string =>
  cells.map(cell => `${nameOf(cell, without)}: ${cell.text}`).join("; ");

/** The largest cells, in the order that they had. */
export const largest = (cells: readonly Cell[], most: number): Cell[] => {
  const kept = new Set([...cells].sort((a, b) => b.value - a.value).slice(0, most));
  return cells.filter(cell => kept.has(cell));
};
