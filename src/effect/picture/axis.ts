import { element, round, textAt } from "./svg.ts";

/** Round numbers in `[low, high]`, about `count` of them, in steps of 1, 2 or 5 times a power of ten. */
export function ticksOf(low: number, high: number, count = 4): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  // The step nearest by ratio, so that there are about as many as asked for.
  const ratio = (factor: number) => Math.abs(Math.log((factor * power) / raw));
  const step = [1, 2, 5, 10].reduce((best, factor) => (ratio(factor) < ratio(best) ? factor : best)) * power;
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

export type Scale = (value: number) => number;

/** A straight scale from values to pixels. */
export function scaleOf([d0, d1]: readonly [number, number], [r0, r1]: readonly [number, number]): Scale {
  const slope = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
  return value => r0 + (value - d0) * slope;
}

/** A domain that holds all finite values and zero, with a little room. */
export function domainWithZero(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  if (low === high) return [-1, 1];
  const room = (high - low) * 0.06;
  return [low - room, high + room];
}

/** A number as an axis shows it, with the minus sign of print. */
export const tickText = (value: number): string =>
  String(Number(value.toPrecision(6))).replace("-", "\u2212");

/** Horizontal grid lines with their numbers to the left. */
export function leftAxis(
  ticks: readonly number[],
  y: Scale,
  [left, right]: readonly [number, number],
): string {
  return [
    element("path", {
      class: "grid",
      d: ticks.map(tick => `M${round(left)} ${round(y(tick))}H${round(right)}`).join(""),
    }),
    element(
      "g",
      { class: "axis" },
      ...ticks.map(tick => textAt(left - 5, y(tick) + 4, tickText(tick), { "text-anchor": "end" })),
    ),
  ].join("");
}

/** Numbers below a picture. */
export function bottomAxis(ticks: readonly number[], x: Scale, at: number): string {
  return element(
    "g",
    { class: "axis" },
    ...ticks.map(tick => textAt(x(tick), at, tickText(tick), { "text-anchor": "middle" })),
  );
}
