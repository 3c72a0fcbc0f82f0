import type { Html } from "../html.ts";
import { NumberAxis } from "./axis.tsx";
import { extentOf, type Point } from "./bounds.ts";
import { type Drawing, Drawn, isBroad, LETTERS, NARROW_LETTERS, shorten, widthOf } from "./drawing.tsx";
import { Mark, type Shape } from "./marks.tsx";
import { domainOf, linear, logarithmic, powerTicks } from "./scale.ts";

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
  /** Draws bars from zero: for counts, whose length is their meaning. */
  readonly bars?: boolean;
  /** A logarithmic axis where the numbers lie far apart and are above 0: what is compared are then ratios. */
  readonly ratios?: boolean;
  /** The largest number that the axis has to hold, where several charts share one. */
  readonly top?: number;
  /** A number of its own on the axis, with the words that name it. */
  readonly rule?: { readonly value: number; readonly words: string } | null;
}

const ROW = 36;
const HEADING = 26;
const AXIS = 40;
const PAD = 10;

const SHAPE_OF: Readonly<Record<string, Shape>> = {
  against: "square",
  related: "diamond",
  second: "square",
  third: "diamond",
  fourth: "triangle",
};

type Scale = (value: number) => number;

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

function Rule({ rule, x, bottom }: { rule: NonNullable<IntervalChart["rule"]>; x: Scale; bottom: number }) {
  return (
    <g>
      <path class="rule" d={`M${x(rule.value)} 18V${bottom}`} />
      <text
        class="claimed-words"
        x={x(rule.value)}
        y={12}
        text-anchor={x(rule.value) < 90 ? "start" : "middle"}
      >
        {rule.words}
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

interface Placed {
  readonly row: IntervalRow;
  readonly y: number;
  readonly x: Scale;
  readonly width: number;
  readonly bars: boolean;
}

/** A name cut to the room that the words leave: where letters are larger on a telephone, another cut stands ready. */
function Name({ row: { name, words }, width }: Pick<Placed, "row" | "width">) {
  const cut = (size: number) =>
    shorten(name, ((width - 2 * PAD - widthOf(words, size) - 12) * LETTERS) / size);
  const [long, short] = [cut(LETTERS), isBroad(width) ? cut(NARROW_LETTERS) : cut(LETTERS)];
  if (short === long) return <>{long}</>;
  return (
    <>
      <tspan class="long">{long}</tspan>
      <tspan class="short" display="none">
        {short}
      </tspan>
    </>
  );
}

function Row({ row, y, x, width, bars }: Placed) {
  return (
    <g>
      {row.group !== undefined && (
        <text class="group" x={PAD} y={y - 34}>
          {shorten(row.group.charAt(0).toUpperCase() + row.group.slice(1), width - 2 * PAD)}
        </text>
      )}
      <text class="who" x={PAD} y={y - 12}>
        <Name row={row} width={width} />
      </text>
      <text class="words" x={width - PAD} y={y - 12} text-anchor="end">
        {row.words}
      </text>
      <path class="track" d={`M${PAD} ${y}H${width - PAD}`} />
      {row.marks.map(point => (
        <Mark
          point={point}
          x={x}
          y={y}
          tone={row.tone}
          shape={row.shape ?? SHAPE_OF[row.tone] ?? "circle"}
          ends={[PAD, width - PAD]}
          bar={bars}
        />
      ))}
    </g>
  );
}

function domainOfChart({ rows, claimed, band, bars, rule, top }: IntervalChart): [number, number] {
  const ends: readonly (number | null)[] = claimed ?? [];
  const edges = ends.filter((end): end is number => end !== null);
  const [least, most] = [edges[0], edges.at(-1)];
  const near = band == null || least === undefined || most === undefined ? [] : [least - band, most + band];
  return domainOf([
    ...rows.flatMap(row => row.marks.flatMap(extentOf)),
    ...edges,
    ...near.filter(value => value >= 0),
    ...(bars ? [0] : []),
    ...(rule ? [rule.value] : []),
    ...(top === undefined ? [] : [top]),
  ]);
}

const numbersOf = ({ rows, rule }: IntervalChart): number[] => [
  ...rows.flatMap(row => row.marks.flatMap(extentOf)),
  ...(rule ? [rule.value] : []),
];

/** Do the numbers span more than one and a half powers of ten, all above 0? */
function farApart(chart: IntervalChart): boolean {
  const numbers = numbersOf(chart);
  const least = Math.min(...numbers);
  return least > 0 && Math.max(...numbers) > 30 * least;
}

function ratioDomain(chart: IntervalChart): [number, number] {
  const numbers = numbersOf(chart);
  return [Math.min(...numbers) / 1.6, Math.max(...numbers) * 1.6];
}

/** Numbers of several counters under one another on one axis, each with its interval, over the set that a text claims. */
export function intervalsDrawing(chart: IntervalChart): Drawing {
  const { rows, claimed = null, rule = null, bars = false, width = 340 } = chart;
  const { lines, bottom } = layOut(rows, claimed === null && rule === null ? 0 : 18);
  const straight = domainOfChart(chart);
  const log = chart.ratios === true && farApart(chart);
  const domain = log ? ratioDomain(chart) : straight;
  const x = log ? logarithmic(domain, [PAD, width - PAD]) : linear(domain, [PAD, width - PAD]);
  const note = log ? "logarithmic axis" : domain[0] > 0 ? (chart.say?.cut ?? "axis does not start at 0") : "";
  return {
    width,
    height: bottom + AXIS,
    form: "intervals",
    title: chart.title,
    description: chart.description,
    body: (
      <>
        {claimed !== null && <Claimed chart={chart} x={x} width={width} bottom={bottom} />}
        {rule !== null && <Rule rule={rule} x={x} bottom={bottom} />}
        {rows.map((row, i) => (
          <Row row={row} y={lines[i]!} x={x} width={width} bars={bars} />
        ))}
        <NumberAxis
          domain={domain}
          x={x}
          y={bottom}
          tick={chart.say?.tick}
          name={[chart.axis, note].filter(Boolean).join(", ")}
          {...(log ? { ticks: powerTicks(...domain) } : {})}
          ends={[PAD, width - PAD]}
        />
      </>
    ),
  };
}

/** `intervalsDrawing` in a page. */
export function IntervalsChart(chart: IntervalChart): Html {
  return <Drawn drawing={intervalsDrawing(chart)} id={chart.id} />;
}
