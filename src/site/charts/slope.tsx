import { formatNumber } from "../format.ts";
import { type Bounds, extentOf } from "./bounds.ts";
import { type Drawing, shorten } from "./drawing.tsx";
import { domainOf, linear } from "./scale.ts";

/** One thing at two moments. */
export interface SlopeLine {
  readonly name: string;
  readonly from: { readonly value: number; readonly bounds: Bounds };
  readonly to: { readonly value: number; readonly bounds: Bounds };
}

export interface SlopeChart {
  readonly title: string;
  readonly unit: string;
  readonly moments: readonly [string, string];
  readonly lines: readonly SlopeLine[];
  readonly width?: number;
  readonly height?: number;
  readonly domain?: readonly [number, number];
  readonly say?: ((value: number) => string) | undefined;
}

const TOP = 34;
const BOTTOM = 14;
const LABEL = 14;
/** Room for a number at the right. */
const NUMBER = 64;

/** Places labels near where they belong, in order, so that none covers another. */
export function spread(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let least = low;
  for (const at of order) {
    placed[at] = Math.max(wanted[at]!, least);
    least = placed[at]! + gap;
  }
  let most = high;
  for (const at of order.reverse()) {
    placed[at] = Math.min(placed[at]!, most);
    most = placed[at]! - gap;
  }
  return placed;
}

const TONES = ["", "second", "third", "fourth"];

function Whisker({ bounds, x, y }: { bounds: Bounds; x: number; y: (value: number) => number }) {
  if (bounds.kind !== "interval") return null;
  return <path class="whisker" d={`M${x} ${y(bounds.low)}V${y(bounds.high)}`} />;
}

/** Two moments side by side, a line for each thing: what rose, what fell, and how far their intervals overlap. */
export function slopeDrawing(chart: SlopeChart): Drawing {
  const {
    lines,
    moments,
    unit,
    say = formatNumber,
    width = 480,
    height = Math.max(220, 60 + lines.length * 26),
  } = chart;
  const side = Math.min(190, width * 0.52);
  // Names stand at the left alone: the line leads to its number at the right.
  const [left, right] = [side, width - NUMBER];
  const domain =
    chart.domain ?? domainOf(lines.flatMap(line => [...extentOf(line.from), ...extentOf(line.to)]));
  const y = linear(domain, [height - BOTTOM, TOP]);
  const room = [TOP, height - BOTTOM] as const;
  const starts = spread(
    lines.map(({ from }) => y(from.value)),
    LABEL,
    room,
  );
  const ends = spread(
    lines.map(({ to }) => y(to.value)),
    LABEL,
    room,
  );
  const floors = lines.every(({ from, to }) => from.bounds.kind === "floor" && to.bounds.kind === "floor");
  return {
    width,
    height,
    form: "slope",
    title: chart.title,
    description: `${unit}, ${moments[0]} and ${moments[1]}: ${lines
      .map(({ name, from, to }) => `${name} ${say(from.value)} and ${say(to.value)}`)
      .join("; ")}.${floors ? " Each number is the least it can be." : ""}`,
    body: (
      <>
        <path
          class="grid"
          d={`M${left} ${TOP - 8}V${height - BOTTOM + 6}M${right} ${TOP - 8}V${height - BOTTOM + 6}`}
        />
        <g class="axis">
          <text x={left} y={TOP - 16} text-anchor="middle">
            {moments[0]}
          </text>
          <text x={right} y={TOP - 16} text-anchor="middle">
            {moments[1]}
          </text>
        </g>
        {lines.map(({ name, from, to }, i) => (
          <g class={TONES[i % TONES.length]}>
            <path class="line" d={`M${left} ${y(from.value)}L${right} ${y(to.value)}`} />
            <Whisker bounds={from.bounds} x={left} y={y} />
            <Whisker bounds={to.bounds} x={right} y={y} />
            <circle class="dot" cx={left} cy={y(from.value)} r={4} />
            <circle class="dot" cx={right} cy={y(to.value)} r={4} />
            <text x={left - 10} y={starts[i]! + 4} text-anchor="end">
              {shorten(name, side - 46)} <tspan class="words">{say(from.value)}</tspan>
            </text>
            <text x={right + 10} y={ends[i]! + 4}>
              <tspan class="words">{say(to.value)}</tspan>
            </text>
          </g>
        ))}
      </>
    ),
  };
}
