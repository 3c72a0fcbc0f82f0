import { formatTick } from "../format.ts";
import type { Html } from "../html.ts";
import { domainOf, linear, niceTicks } from "./scale.ts";

/** One number on an axis: a point, an interval, a floor (open upward) or a ceiling (open downward). */
export interface Mark {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly open: "up" | "down" | "";
}

/** One line of the chart: who says it, what, and how it is drawn. */
export interface IntervalRow {
  readonly name: string;
  /** The number in words, printed at the right. */
  readonly words: string;
  /** Chooses colour and shape of the point. */
  readonly tone: "for" | "against" | "related" | "own" | "plain";
  readonly marks: readonly Mark[];
  /** Heading over this row: the first of a group. */
  readonly group?: string | undefined;
}

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
  readonly width?: number;
}

const ROW = 36;
const HEADING = 26;
const AXIS = 40;
const PAD = 10;

/** Which way a hedge leaves a number open. */
export function openness(qualifier: string): Mark["open"] {
  if (qualifier === "at-least" || qualifier === "over") return "up";
  return qualifier === "up-to" || qualifier === "under" ? "down" : "";
}

const numbersOf = ({ value, low, high }: Mark): number[] =>
  [value, low, high].filter((number): number is number => number !== null);

type Scale = (value: number) => number;

function Point({ x, y, tone }: { x: number; y: number; tone: IntervalRow["tone"] }) {
  if (tone === "against") return <rect class="pt against" x={x - 4.5} y={y - 4.5} width={9} height={9} />;
  if (tone === "related") return <path class="pt related" d={`M${x} ${y - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z`} />;
  return <circle class={`pt ${tone}`} cx={x} cy={y} r={5} />;
}

interface Placed {
  readonly mark: Mark;
  readonly y: number;
  readonly tone: IntervalRow["tone"];
  readonly x: Scale;
  readonly width: number;
}

function Drawn({ mark, y, tone, x, width }: Placed) {
  const { value, low, high, open } = mark;
  const from = low ?? value;
  const to = high ?? value;
  const at = value ?? (low !== null && high !== null ? null : (low ?? high));
  const tip = open === "up" ? width - PAD : PAD;
  return (
    <g>
      {from !== null && to !== null && from !== to && (
        <path
          class={`iv ${tone}`}
          d={`M${x(from)} ${y}H${x(to)}M${x(from)} ${y - 4}v8M${x(to)} ${y - 4}v8`}
        />
      )}
      {open !== "" && at !== null && Math.abs(tip - x(at)) > 8 && (
        <path
          class={`iv open ${tone}`}
          d={`M${x(at)} ${y}H${tip}m${open === "up" ? "-5 -4l5 4-5 4" : "5 -4l-5 4 5 4"}`}
        />
      )}
      {at !== null && <Point x={x(at)} y={y} tone={tone} />}
    </g>
  );
}

// The letters of the label face are about this wide; enough to decide where a name must be cut.
const LETTER = 6.1;

function shorten(name: string, width: number): string {
  const letters = Math.floor(width / LETTER);
  return name.length <= letters ? name : `${name.slice(0, Math.max(8, letters - 1)).trimEnd()}…`;
}

interface ClaimedArea {
  readonly chart: IntervalChart;
  readonly x: Scale;
  readonly width: number;
  readonly bottom: number;
}

function Claimed({ chart, x, width, bottom }: ClaimedArea) {
  const [low, high] = chart.claimed ?? [null, null];
  const clip = (value: number) => Math.min(width - PAD, Math.max(PAD, value));
  const left = low === null ? PAD : clip(x(low));
  const right = high === null ? width - PAD : clip(x(high));
  const band = chart.band ?? 0;
  const outerLeft = low === null ? PAD : clip(x(low - band));
  const outerRight = high === null ? width - PAD : clip(x(high + band));
  return (
    <g>
      {band > 0 && (
        <rect class="band" x={outerLeft} y={18} width={outerRight - outerLeft} height={bottom - 18} />
      )}
      <rect class="claimed" x={left - 1} y={18} width={Math.max(2, right - left + 2)} height={bottom - 18} />
      <text
        class="claimed-words"
        x={Math.min(Math.max((left + right) / 2, 70), width - 70)}
        y={12}
        text-anchor="middle"
      >
        {chart.claimedWords ?? ""}
      </text>
    </g>
  );
}

function Axis({
  ticks,
  x,
  y,
  axis,
  width,
}: {
  ticks: number[];
  x: Scale;
  y: number;
  axis: string;
  width: number;
}) {
  return (
    <g class="axis">
      <path d={`M${PAD} ${y}H${width - PAD}${ticks.map(tick => `M${x(tick)} ${y}v4`).join("")}`} />
      {ticks.map(tick => (
        <text
          x={x(tick)}
          y={y + 16}
          text-anchor={x(tick) < 24 ? "start" : x(tick) > width - 24 ? "end" : "middle"}
        >
          {formatTick(tick)}
        </text>
      ))}
      <text class="name" x={width / 2} y={y + 32} text-anchor="middle">
        {axis}
      </text>
    </g>
  );
}

/** Line on which each row is drawn, and where the last ends: a row with a heading is taller. */
function layOut(rows: readonly IntervalRow[], top: number): { lines: number[]; bottom: number } {
  const lines: number[] = [];
  let at = top;
  for (const row of rows) {
    at += ROW + (row.group === undefined ? 0 : HEADING);
    lines.push(at - 9);
  }
  return { lines, bottom: at + 6 };
}

function Row({ row, y, x, width }: { row: IntervalRow; y: number; x: Scale; width: number }) {
  return (
    <g>
      {row.group !== undefined && (
        <text class="group" x={PAD} y={y - 34}>
          {row.group.charAt(0).toUpperCase() + row.group.slice(1)}
        </text>
      )}
      <text class="who" x={PAD} y={y - 12}>
        {shorten(row.name, width - 2 * PAD - row.words.length * LETTER - 12)}
      </text>
      <text class="words" x={width - PAD} y={y - 12} text-anchor="end">
        {row.words}
      </text>
      <path class="track" d={`M${PAD} ${y}H${width - PAD}`} />
      {row.marks.map(mark => (
        <Drawn mark={mark} y={y} tone={row.tone} x={x} width={width} />
      ))}
    </g>
  );
}

/** Numbers of several counters under one another on one axis, each with its interval, over the set that a text claims. */
export function IntervalsChart(chart: IntervalChart): Html {
  const { id, rows, claimed = null, band = null, width = 340 } = chart;
  const { lines, bottom } = layOut(rows, claimed === null ? 0 : 18);
  const ends: readonly (number | null)[] = claimed ?? [];
  const edges = ends.filter((end): end is number => end !== null);
  const [domainLow, domainHigh] = domainOf([
    ...rows.flatMap(row => row.marks.flatMap(numbersOf)),
    ...edges,
    ...(band === null || edges.length === 0
      ? []
      : [edges[0]! - band, edges.at(-1)! + band].filter(v => v >= 0)),
  ]);
  const x = linear([domainLow, domainHigh], [PAD, width - PAD]);
  const note = domainLow > 0 ? ", axis does not start at 0" : "";
  return (
    <svg
      class="chart intervals"
      viewBox={`0 0 ${width} ${bottom + AXIS}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{chart.title}</title>
      <desc id={`${id}-d`}>{chart.description}</desc>
      {claimed !== null && <Claimed chart={chart} x={x} width={width} bottom={bottom} />}
      {rows.map((row, i) => (
        <Row row={row} y={lines[i]!} x={x} width={width} />
      ))}
      <Axis
        ticks={niceTicks(domainLow, domainHigh)}
        x={x}
        y={bottom}
        axis={`${chart.axis}${note}`}
        width={width}
      />
    </svg>
  );
}
