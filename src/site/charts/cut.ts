import type { Point } from "./bounds.ts";

/** A dimension that numbers are cut by. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  /** `country`, `year`, `text`, `class`, `counter` or the id of a code list. */
  readonly domain: string;
}

/** One number of a cut: its codes and words in the order of the dimensions (empty: not stated), and its bounds. */
export interface Cell extends Point {
  readonly value: number;
  readonly codes: readonly string[];
  readonly words: readonly string[];
  /** The number in words, with its interval or hedge. */
  readonly text: string;
}

/** Numbers by one or more dimensions, as a chart takes them. */
export interface Cut {
  readonly title: string;
  /** Plural of what is counted, for axes. */
  readonly unit: string;
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly Cell[];
  /** Dimension that makes the panels of small multiples, and the one that shapes tell apart; may be absent from the cut. */
  readonly panels?: string | undefined;
  readonly marks?: string | undefined;
  /** Counts of things, whose bars start at zero; false for shares, indexes and published numbers. */
  readonly counts: boolean;
  /** The largest number that there can be, of shares of a whole. */
  readonly whole?: number | undefined;
  /** How a number is written; digits grouped and at most two decimals where left out. */
  readonly say?: ((value: number) => string) | undefined;
}

export const indexOf = ({ dimensions }: Cut, id: string | undefined): number =>
  dimensions.findIndex(dimension => dimension.id === id);

export const yearIndex = ({ dimensions }: Cut): number =>
  dimensions.findIndex(({ domain }) => domain === "year");

export const isYear = (code: string | undefined): boolean => /^\d{4}$/.test(code ?? "");

/** The different values of a dimension with their words, in the order in which they come. */
export function valuesOf({ cells }: Cut, at: number): { code: string; word: string }[] {
  const words = new Map(cells.map(cell => [cell.codes[at] ?? "", cell.words[at] ?? ""]));
  return [...words].map(([code, word]) => ({ code, word }));
}

/** The words of a cell, without those of the dimensions left out, joined by commas. */
export const nameOf = (cell: Cell, without: readonly number[] = []): string =>
  cell.words.filter((_, at) => !without.includes(at)).join(", ") || "all";

/** What is not stated is no party, and what is neither of the named ones is no class of its own: they stand last. */
const remnant = ({ codes }: Cell): number => (codes.includes("") ? 2 : codes.includes("other") ? 1 : 0);

/** Cells with the largest number first; "other" and what is not stated last. */
export const ranked = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => remnant(a) - remnant(b) || b.value - a.value);

/** Cells by the value of one dimension, those with the largest numbers first. */
export function grouped(cut: Cut, at: number): { code: string; word: string; cells: Cell[] }[] {
  const groups = valuesOf(cut, at).map(value => ({
    ...value,
    cells: cut.cells.filter(cell => (cell.codes[at] ?? "") === value.code),
  }));
  const total = ({ cells }: { cells: readonly Cell[] }) => cells.reduce((sum, { value }) => sum + value, 0);
  // What is not stated stands last: it is no group of its own.
  const rank = (a: (typeof groups)[number], b: (typeof groups)[number]) =>
    Number(a.code === "") - Number(b.code === "") || (cut.counts ? total(b) - total(a) : 0);
  return groups.sort(rank);
}
