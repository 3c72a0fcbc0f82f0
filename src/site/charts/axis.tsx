import { formatTick } from "../format.ts";
import type { Html } from "../html.ts";
import { niceTicks } from "./scale.ts";

type Scale = (value: number) => number;

/** A horizontal axis of numbers under a chart, with its name. */
export function NumberAxis({
  domain,
  x,
  y,
  name,
  ends,
  tick: write = formatTick,
  ticks = niceTicks(...domain, ends[1] - ends[0] > 450 ? 7 : 4),
}: {
  domain: readonly [number, number];
  x: Scale;
  y: number;
  name: string;
  ends: readonly [number, number];
  /** How a number on the axis is written. */
  tick?: ((value: number) => string) | undefined;
  ticks?: readonly number[];
}): Html {
  const [left, right] = ends;
  return (
    <g class="axis">
      <path d={`M${left} ${y}H${right}${ticks.map(tick => `M${x(tick)} ${y}v4`).join("")}`} />
      {ticks.map(tick => (
        <text
          x={x(tick)}
          y={y + 16}
          text-anchor={x(tick) < left + 14 ? "start" : x(tick) > right - 14 ? "end" : "middle"}
        >
          {write(tick)}
        </text>
      ))}
      {name !== "" && (
        <text class="name" x={(left + right) / 2} y={y + 32} text-anchor="middle">
          {name}
        </text>
      )}
    </g>
  );
}

/** Years that are written under an axis from `first` to `last`: whole ones, at most about `count`. */
export const yearTicks = (first: number, last: number, count = 6): number[] =>
  last - first < count
    ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
    : niceTicks(first, last, count).filter(Number.isInteger);

/** The years under a chart. */
export function YearAxis({
  years,
  x,
  y,
  right,
}: {
  years: readonly number[];
  x: Scale;
  y: number;
  right: number;
}): Html {
  return (
    <g class="axis">
      {years.map(year => (
        <text x={x(year)} y={y} text-anchor={x(year) > right - 14 ? "end" : "middle"}>
          {String(year)}
        </text>
      ))}
    </g>
  );
}
