import { formatNumber, formatTick } from "../format.ts";
import type { Html } from "../html.ts";
import { domainOf, linear, niceTicks } from "./scale.ts";

export interface LinePoint {
  readonly year: number;
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface LineChartProps {
  readonly id: string;
  readonly title: string;
  readonly axis: string;
  readonly points: readonly LinePoint[];
  readonly height?: number;
}

const WIDTH = 560;
const LEFT = 52;
const RIGHT = 12;
const TOP = 20;
const BOTTOM = 24;

/** Stretches without a gap: a year without a value breaks the line, so that a gap is not drawn over. */
export function stretches(points: readonly LinePoint[]): LinePoint[][] {
  const runs: LinePoint[][] = [];
  for (const point of points) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && point.year - last.year === 1) runs.at(-1)!.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** A number by year as a line with dots at the values; intervals are drawn as whiskers where there are any. */
export function LineChart({ id, title, axis, points, height = 170 }: LineChartProps): Html | null {
  const [head] = points;
  if (head === undefined) return null;
  const last = points.at(-1)!;
  const values = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const domain = domainOf(values);
  const ticks = niceTicks(...domain, 3);
  const x = linear([head.year, Math.max(last.year, head.year + 1)], [LEFT, WIDTH - RIGHT]);
  const y = linear(domain, [height - BOTTOM, TOP]);
  const years = niceTicks(head.year, last.year, Math.min(6, Math.max(1, last.year - head.year))).filter(
    Number.isInteger,
  );
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>
        {`${axis}: ${formatNumber(head.value)} in ${head.year}, ${formatNumber(last.value)} in ${last.year}.`}
      </desc>
      <path class="grid" d={ticks.map(tick => `M${LEFT} ${y(tick)}H${WIDTH - RIGHT}`).join("")} />
      <g class="axis">
        <text x={0} y={11}>
          {axis + (domain[0] > 0 ? " (axis does not start at 0)" : "")}
        </text>
        {ticks.map(tick => (
          <text x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
            {formatTick(tick)}
          </text>
        ))}
        {years.map(year => (
          <text x={x(year)} y={height - 6} text-anchor={x(year) > WIDTH - 30 ? "end" : "middle"}>
            {String(year)}
          </text>
        ))}
      </g>
      {stretches(points).map(run => (
        <path
          class="line"
          d={run.map(({ year, value }, i) => `${i === 0 ? "M" : "L"}${x(year)} ${y(value)}`).join("")}
        />
      ))}
      {points.map(({ year, value, low, high }) => (
        <g>
          {low !== null && low !== undefined && high !== null && high !== undefined && low !== high && (
            <path class="whisker" d={`M${x(year)} ${y(low)}V${y(high)}`} />
          )}
          <circle class="dot" cx={x(year)} cy={y(value)} r={3}>
            <title>{`${year}: ${formatNumber(value)}`}</title>
          </circle>
        </g>
      ))}
    </svg>
  );
}
