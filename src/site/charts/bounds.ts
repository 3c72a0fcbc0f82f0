declare const checked: unique symbol;

/**
 * How far a drawn number can be trusted: its interval, an end that is open, or the words that say why it has neither. Every chart
 * asks for one beside each number, and only the functions of this file make one, so no chart is without.
 */
export type Bounds = (
  | { readonly kind: "interval"; readonly low: number; readonly high: number }
  | { readonly kind: "floor" | "ceiling" | "none"; readonly words: string }
) & { readonly [checked]: true };

/** A number on an axis with its bounds; null where only the interval is known. */
export interface Point {
  readonly value: number | null;
  readonly bounds: Bounds;
}

/** From `low` to `high`. Throws where they are no interval. */
export function interval(low: number, high: number): Bounds {
  if (!(low <= high)) throw new RangeError(`not an interval: ${low} to ${high}`);
  return { kind: "interval", low, high } as Bounds;
}

function said(kind: "floor" | "ceiling" | "none", words: string): Bounds {
  if (words.trim() === "") throw new RangeError(`a number without an interval needs the words that say why`);
  return { kind, words } as Bounds;
}

/** The number is the least it can be; the words say why. */
export const floor = (words: string): Bounds => said("floor", words);

/** The number is the most it can be. */
export const ceiling = (words: string): Bounds => said("ceiling", words);

/** There is no interval; the words say why. */
export const unbounded = (why: string): Bounds => said("none", why);

interface Given {
  readonly value: number | null;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  /** A hedge of the codebook; one that leaves an end open says more than the limits. */
  readonly qualifier?: string | undefined;
}

const UP = ["at-least", "over"];
const DOWN = ["up-to", "under"];

/**
 * A point from what a source or a query gives: an interval where both limits are given and differ, an open end where one is missing
 * or the hedge leaves it open, else none, with the words that the caller has for that.
 */
export function pointOf(
  { value, low = null, high = null, qualifier = "" }: Given,
  { none, open = none }: { none: string; open?: string },
): Point {
  if (UP.includes(qualifier) || (low !== null && high === null))
    return { value: value ?? low, bounds: floor(open) };
  if (DOWN.includes(qualifier) || (high !== null && low === null))
    return { value: value ?? high, bounds: ceiling(open) };
  if (low !== null && high !== null && low !== high) return { value, bounds: interval(low, high) };
  return { value: value ?? low, bounds: unbounded(none) };
}

/** The numbers that an axis has to hold for a point. */
export function extentOf({ value, bounds }: Point): number[] {
  const ends = bounds.kind === "interval" ? [bounds.low, bounds.high] : [];
  return value === null ? ends : [value, ...ends];
}
