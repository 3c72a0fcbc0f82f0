import { formatNumber, formatTick } from "../format.ts";
import type { Html } from "../html.ts";
import { YearAxis, yearTicks } from "./axis.tsx";
import { type Bounds, extentOf } from "./bounds.ts";
import { type Drawing, Drawn, widthOf } from "./drawing.tsx";
import { domainOf, linear, niceTicks } from "./scale.ts";

export interface LinePoint {
  readonly year: number;
  readonly value: number;
  readonly bounds: Bounds;
}

export interface LineChartProps {
  readonly id: string;
  readonly title: string;
  readonly axis: string;
  readonly points: readonly LinePoint[];
  readonly width?: number;
  readonly height?: number;
  /** Years and numbers of the axes, where several charts share them. */
  readonly years?: readonly [number, number];
  readonly domain?: readonly [number, number];
}

const RIGHT = 12;
const TOP = 20;
const BOTTOM = 24;

/** Stretches without a gap: a year without a value breaks the line, so that a gap is not drawn over. */
export function stretches<P extends { readonly year: number }>(points: readonly P[]): P[][] {
  const runs: P[][] = [];
  for (const point of points) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && point.year - last.year === 1) runs.at(-1)!.push(point);
    else runs.push([point]);
  }
  return runs;
}

type Scale = (value: number) => number;

/** The intervals of a stretch as a band where each of its years has one; a whisker for a year that stands alone. */
function Band({ run, x, y }: { run: readonly LinePoint[]; x: Scale; y: Scale }) {
  const ends = run.map(({ bounds }) => (bounds.kind === "interval" ? bounds : null));
  if (run.length > 1 && ends.every(end => end !== null)) {
    const upper = run.map(({ year }, i) => `${x(year)} ${y(ends[i]!.high)}`);
    const lower = run.map(({ year }, i) => `${x(year)} ${y(ends[i]!.low)}`).reverse();
    return <path class="area" d={`M${[...upper, ...lower].join("L")}Z`} />;
  }
  return (
    <>
      {run.map(({ year, bounds }) =>
        bounds.kind === "interval" ? (
          <path class="whisker" d={`M${x(year)} ${y(bounds.low)}V${y(bounds.high)}`} />
        ) : null,
      )}
    </>
  );
}

/** The end of a point that is open, as a small arrow. */
function Open({ x, y, up }: { x: number; y: number; up: boolean }) {
  const way = up ? -1 : 1;
  return (
    <path
      class="open"
      d={`M${x} ${y + 5 * way}v${6 * way}m-2.5 ${-2.5 * way}l2.5 ${2.5 * way} 2.5 ${-2.5 * way}`}
    />
  );
}

const sentence = ({ axis, points }: LineChartProps): string => {
  const [head, last] = [points[0]!, points.at(-1)!];
  const most = points.reduce((best, point) => (point.value > best.value ? point : best));
  const open = points.every(({ bounds }) => bounds.kind === "floor")
    ? " Each number is the least it can be."
    : "";
  const at = ({ value, year }: (typeof points)[number]) => `${formatNumber(value)} in ${year}`;
  if (points.length === 1)
    return `${axis}: ${at(head)}, the only year with a number.${open.replace("Each", "The")}`;
  return `${axis}: ${at(head)}, ${at(last)}, most ${at(most)}; ${points.length} years with a number.${open}`;
};

/** A number by year as a line with a dot at each value, over the band of the intervals; an open end is a small arrow. */
export function lineDrawing(chart: LineChartProps): Drawing | null {
  const { points, title, axis, width = 560, height = 170 } = chart;
  const [head] = points;
  if (head === undefined) return null;
  const last = points.at(-1)!;
  const domain = chart.domain ?? domainOf(points.flatMap(extentOf));
  const ticks = niceTicks(...domain, 3);
  const left = 14 + widthOf(ticks.map(formatTick).reduce((a, b) => (a.length > b.length ? a : b), ""));
  const [first, end] = chart.years ?? [head.year, last.year];
  const x = linear([first, Math.max(end, first + 1)], [left, width - RIGHT]);
  const y = linear(domain, [height - BOTTOM, TOP]);
  return {
    width,
    height,
    form: "line",
    title,
    description: sentence(chart),
    body: (
      <>
        <path class="grid" d={ticks.map(tick => `M${left} ${y(tick)}H${width - RIGHT}`).join("")} />
        <g class="axis">
          <text x={0} y={11}>
            {axis + (domain[0] > 0 ? " (axis does not start at 0)" : "")}
          </text>
          {ticks.map(tick => (
            <text x={left - 6} y={y(tick) + 4} text-anchor="end">
              {formatTick(tick)}
            </text>
          ))}
        </g>
        <YearAxis years={yearTicks(first, end)} x={x} y={height - 6} right={width - RIGHT} />
        {stretches(points).map(run => (
          <>
            <Band run={run} x={x} y={y} />
            <path class="line" d={`M${run.map(({ year, value }) => `${x(year)} ${y(value)}`).join("L")}`} />
          </>
        ))}
        {points.map(({ year, value, bounds }) => (
          <g>
            {(bounds.kind === "floor" || bounds.kind === "ceiling") && (
              <Open x={x(year)} y={y(value)} up={bounds.kind === "floor"} />
            )}
            <circle class="dot" cx={x(year)} cy={y(value)} r={3}>
              <title>{`${year}: ${formatNumber(value)}`}</title>
            </circle>
          </g>
        ))}
      </>
    ),
  };
}

/** `lineDrawing` in a page; nothing where there is no point. */
export function LineChart(chart: LineChartProps): Html | null {
  const drawing = lineDrawing(chart);
  return drawing === null ? null : <Drawn drawing={drawing} id={chart.id} />;
}
