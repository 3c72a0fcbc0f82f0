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
  /** Gives a long name a second line, where it would else be cut. */
  readonly wrap?: boolean;
  /** Draws bars from zero: for counts, whose length is their meaning. */
  readonly bars?: boolean;
  /** A logarithmic axis where the numbers lie far apart and are above 0: what is compared are then ratios. */
  readonly ratios?: boolean;
  /** The largest number that the axis has to hold, where several charts share one. */
  readonly top?: number;
  /** The largest number that there can be: the axis ends there. */
  readonly most?: number;
  /** A number of its own on the axis, with the words that name it. */
  readonly rule?: { readonly value: number; readonly words: string } | null;
}

const ROW = 36;
/** Room for the second line of a name. */
const LINE = 17;
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
function layOut(
  rows: readonly IntervalRow[],
  top: number,
  extra: (row: IntervalRow) => number,
): { lines: number[]; bottom: number } {
  const lines: number[] = [];
  let at = top;
  for (const row of rows) {
    at += ROW + extra(row) + (row.group === undefined ? 0 : HEADING);
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
  readonly wrap: boolean;
}

/** A name in one line, cut to the room that the words leave, or in two where the row has room for them. */
function linesOfName(
  { name, words }: IntervalRow,
  width: number,
  { size, wrap }: { size: number; wrap: boolean },
) {
  const whole = width - 2 * PAD;
  const beside = whole - widthOf(words, size) - 12;
  const cut = (text: string, room: number) => shorten(text, (room * LETTERS) / size);
  if (!wrap || widthOf(name, size) <= beside) return [cut(name, beside)];
  const parts = name.split(" ");
  let fits = 0;
  while (fits < parts.length && widthOf(parts.slice(0, fits + 1).join(" "), size) <= beside) fits++;
  const first = Math.max(1, fits);
  return [cut(parts.slice(0, first).join(" "), beside), cut(parts.slice(first).join(" "), whole)].filter(
    Boolean,
  );
}

const sizesFor = (width: number) => (isBroad(width) ? [LETTERS, NARROW_LETTERS] : [LETTERS]);

/** Room that a row needs beside its one line. */
const extraOf = (row: IntervalRow, { width, wrap }: { width: number; wrap: boolean }): number =>
  sizesFor(width).some(size => linesOfName(row, width, { size, wrap }).length > 1) ? LINE : 0;

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, i) =>
      i === 0 ? (
        line
      ) : (
        <tspan x={PAD} dy={LINE}>
          {line}
        </tspan>
      ),
    )}
  </>
);

/** Words that stand a line lower but on a telephone. */
const Low = ({ children }: { children: string }) => (
  <>
    <tspan class="long" dy={LINE}>
      {children}
    </tspan>
    <tspan class="short" display="none">
      {children}
    </tspan>
  </>
);

/** The name of a row: where letters are larger on a telephone, another cut stands ready. */
function Name({ row, width, wrap, low }: Pick<Placed, "row" | "width" | "wrap"> & { low: boolean }) {
  const [long, short = long] = sizesFor(width).map(size => linesOfName(row, width, { size, wrap }));
  if (long?.join() === short?.join()) return <Lines lines={long ?? []} />;
  return (
    <>
      <tspan class="long" {...(low ? { dy: LINE } : {})}>
        <Lines lines={long ?? []} />
      </tspan>
      <tspan class="short" display="none">
        <Lines lines={short ?? []} />
      </tspan>
    </>
  );
}

function Row({ row, y, x, width, bars, wrap }: Placed) {
  const extra = extraOf(row, { width, wrap });
  const head = y - 12 - extra;
  // Only a telephone's letters need the second line: else the row keeps close to its mark.
  const low = extra > 0 && linesOfName(row, width, { size: LETTERS, wrap }).length === 1;
  return (
    <g>
      {row.group !== undefined && (
        <text class="group" x={PAD} y={head - 22}>
          {shorten(row.group.charAt(0).toUpperCase() + row.group.slice(1), width - 2 * PAD)}
        </text>
      )}
      <text class="who" x={PAD} y={head}>
        <Name row={row} width={width} wrap={wrap} low={low} />
      </text>
      <text class="words" x={width - PAD} y={head} text-anchor="end">
        {low ? <Low>{row.words}</Low> : row.words}
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

function domainOfChart(chart: IntervalChart): [number, number] {
  const [low, high] = looseDomain(chart);
  return chart.most === undefined || chart.most <= low ? [low, high] : [low, Math.min(high, chart.most)];
}

function looseDomain({ rows, claimed, band, bars, rule, top }: IntervalChart): [number, number] {
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
  const { rows, claimed = null, rule = null, bars = false, width = 340, wrap = false } = chart;
  const extra = (row: IntervalRow) => extraOf(row, { width, wrap });
  const { lines, bottom } = layOut(rows, claimed === null && rule === null ? 0 : 18, extra);
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
          <Row row={row} y={lines[i]!} x={x} width={width} bars={bars} wrap={wrap} />
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
