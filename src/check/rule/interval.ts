/** A set of numbers without holes. An end may be infinite; an open end does not belong to the set. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Twelve significant digits: what is left after the noise of binary fractions, so that ends compare exactly. */
export function tidy(value: number): number {
  // A whole number of up to twelve digits is tidy, and most numbers are.
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value + 0;
  // So is one with few decimals, which is the nearest to what is written with them: to write it out and to read it again takes long.
  if (Math.round(value * 1e4) / 1e4 === value && Math.abs(value) < 1e7) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

export const closed = (low: number, high: number): Interval => ({
  low: tidy(low),
  high: tidy(high),
  lowOpen: false,
  highOpen: false,
});
export const point = (value: number): Interval => closed(value, value);
export const above = (low: number, { open = false } = {}): Interval => ({
  ...closed(low, Number.POSITIVE_INFINITY),
  lowOpen: open,
});
export const below = (high: number, { open = false } = {}): Interval => ({
  ...closed(Number.NEGATIVE_INFINITY, high),
  highOpen: open,
});

export const isPoint = (set: Interval): boolean => set.low === set.high;
/** A documented floor: at least so many, nobody knows how many more. */
export const isFloor = (set: Interval): boolean =>
  set.high === Number.POSITIVE_INFINITY && set.low !== Number.NEGATIVE_INFINITY;
export const isCeiling = (set: Interval): boolean =>
  set.low === Number.NEGATIVE_INFINITY && set.high !== Number.POSITIVE_INFINITY;

export function isInside(inner: Interval, outer: Interval): boolean {
  const low = inner.low > outer.low || (inner.low === outer.low && (!outer.lowOpen || inner.lowOpen));
  const high = inner.high < outer.high || (inner.high === outer.high && (!outer.highOpen || inner.highOpen));
  return low && high;
}

export function areDisjoint(a: Interval, b: Interval): boolean {
  const before = (x: Interval, y: Interval) =>
    x.high < y.low || (x.high === y.low && (x.highOpen || y.lowOpen));
  return before(a, b) || before(b, a);
}

export const widen = (set: Interval, by: number): Interval => closed(set.low - by, set.high + by);

/** Multiplies both ends by a positive factor. */
export const scale = ({ low, high, lowOpen, highOpen }: Interval, factor: number): Interval => ({
  low: tidy(low * factor),
  high: tidy(high * factor),
  lowOpen,
  highOpen,
});

/** JSON has no infinity: an endless end is null. */
export const ends = (set: Interval): [number | null, number | null] => [
  Number.isFinite(set.low) ? set.low : null,
  Number.isFinite(set.high) ? set.high : null,
];
