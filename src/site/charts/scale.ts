/** Round numbers that cover `[low, high]` in about `count` steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(low: number, high: number, count = 4): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5].find(factor => factor * power >= raw * 0.999) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiplying whole steps keeps 0.3 from being 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A straight scale from values to pixels. */
export function linear(domain: readonly [number, number], range: readonly [number, number]) {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  const slope = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
  return (value: number): number => Math.round((r0 + (value - d0) * slope) * 10) / 10;
}

/** A logarithmic scale from values above 0 to pixels. */
export function logarithmic(domain: readonly [number, number], range: readonly [number, number]) {
  const straight = linear([Math.log10(domain[0]), Math.log10(domain[1])], range);
  return (value: number): number => straight(Math.log10(Math.max(value, Number.MIN_VALUE)));
}

/** The powers of ten in `[low, high]`, and their threefold where they are few. */
export function powerTicks(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, i) =>
    Number((10 ** (first + i)).toPrecision(12)),
  );
  const all = last - first > 3 ? powers : powers.flatMap(power => [power, 3 * power]);
  return all.filter(tick => tick >= low && tick <= high);
}

/**
 * A domain that holds all values with a little room on both sides. It starts at zero unless the values lie so close
 * together that they could then not be told apart; the chart says so when it does not.
 */
export function domainOf(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, low * 1.2), Math.max(0, high * 1.2)];
  const room = (high - low) * 0.08;
  const start = low >= 0 && low < 0.6 * high ? 0 : low - room;
  return [low >= 0 ? Math.max(0, start) : start, high + room];
}
