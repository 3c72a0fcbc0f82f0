import type { Point } from "../bounds.ts";
import type { Shape } from "../marks.tsx";

/** One line of the chart: who says it, what, and how it is drawn. */
export interface IntervalRow {
  readonly name: string;
  /** The number in words, printed at the right. */
  readonly words: string;
  /** Chooses colour and shape of the point. */
  readonly tone: "for" | "against" | "related" | "own" | "plain" | "second" | "third" | "fourth";
  /** Tells rows of one tone apart; the tone's own when left out. */
  readonly shape?: Shape | undefined;
  readonly marks: readonly Point[];
  /** Heading over this row: the first of a group. */
  readonly group?: string | undefined;
}

/** The chart: its rows, what a text claims, and how the axis is laid. */
export interface IntervalChart {
  /** Unique in the page; the ids of title and description are made from it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly IntervalRow[];
  /** What a text claims, null at an open end, and how far beyond it a point still counts as near. */
  readonly claimed?: readonly [number | null, number | null] | null;
  readonly band?: number | null;
  readonly claimedWords?: string;
  readonly axis: string;
  /** How the page's language writes a number on an axis, and says that one does not start at 0. Default: English. */
  readonly say?: { readonly tick: (value: number) => string; readonly cut: string } | undefined;
  readonly width?: number;
  /** Gives a long name a second line, where it would else be cut. */
  readonly wrap?: boolean;
  /** Draws bars from zero: for counts, whose length is their meaning. */
  readonly bars?: boolean;
  /** A logarithmic axis where the numbers lie far apart and are above 0: what is compared are then ratios. */
  readonly ratios?: boolean;
  /** The largest number that the axis has to hold, where several charts share one. */
  readonly top?: number;
  /** The largest number that there can be: the axis ends there. */
  readonly most?: number;
  /** A number of its own on the axis, with the words that name it. */
  readonly rule?: { readonly value: number; readonly words: string } | null;
}
