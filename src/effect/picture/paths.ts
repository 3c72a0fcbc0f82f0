import type { InterruptedEstimate } from "../interrupted/estimate.ts";
import type { SyntheticEstimate } from "../synthetic/estimate.ts";
import { bottomAxis, domainWithZero, leftAxis, type Scale, scaleOf, ticksOf } from "./axis.ts";
import { element, type Picture, round, textAt } from "./svg.ts";

/** A line over time; times without a value break it. */
interface Line {
  readonly class: "path" | "counter" | "placebo";
  readonly points: readonly (readonly [time: number, value: number])[];
}

interface Panel {
  readonly head: string;
  readonly note: string;
  readonly lines: readonly Line[];
  readonly dots?: Line["points"];
  /** First time after the change; the mark stands halfway to the time before. */
  readonly start: number;
  readonly zero?: boolean;
}

const WIDTH = 380;
const HEIGHT = 240;
const LEFT = 50;
const RIGHT = 18;
const TOP = 36;
const BOTTOM = 28;

/** The treated and their counterfactual, and the gaps between them before those of the placebos. */
export function syntheticPicture(estimate: SyntheticEstimate): Picture {
  const { path, placebos, start, outcome, treated, model } = estimate;
  const times = path.map(({ time }) => time);
  const line = (name: "observed" | "counterfactual" | "gap"): Line["points"] =>
    path.map(one => [one.time, one[name]] as const);
  const who = treated.length === 1 ? treated[0]! : `${treated.length} treated units`;
  const behind = placebos
    .slice(0, MOST_PLACEBOS)
    .map(({ gaps }): Line => ({ class: "placebo", points: gaps.map((gap, t) => [times[t]!, gap] as const) }));
  const left: Panel = {
    head: `${who}: ${outcome}`,
    note: "observed (line) and weighted controls (dashed)",
    lines: [
      { class: "counter", points: line("counterfactual") },
      { class: "path", points: line("observed") },
    ],
    start,
  };
  const right: Panel = {
    head: "Observed less weighted controls",
    note: behind.length === 0 ? "" : `${behind.length} placebos in grey`,
    lines: [...behind, { class: "path", points: line("gap") }],
    start,
    zero: true,
  };
  return {
    width: 2 * WIDTH + 24,
    height: HEIGHT,
    title: `${model}: ${outcome}`,
    description: `${who} from ${start} on beside weighted controls; effect ${Number(estimate.terms[0]!.estimate.toPrecision(4))}.`,
    body: panelOf(left) + element("g", { transform: `translate(${WIDTH + 24} 0)` }, panelOf(right)),
  };
}

/** With more lines than this nothing more is seen. */
const MOST_PLACEBOS = 200;

/** The series, the two fitted lines, and the earlier one carried on. */
export function interruptedPicture({ path, date, outcome }: InterruptedEstimate): Picture {
  const fitted = path.map(({ time, fitted: value }) => [time, value] as const);
  const before = fitted.filter(([time]) => time < date);
  const counter = path.flatMap(({ time, counterfactual }) =>
    counterfactual === null ? [] : [[time, counterfactual] as const],
  );
  const body = panelOf({
    head: outcome,
    note: "fitted before and after (lines); the earlier trend (dashed)",
    lines: [
      { class: "counter", points: [...before.slice(-1), ...counter] },
      { class: "path", points: before },
      { class: "path", points: fitted.filter(([time]) => time >= date) },
    ],
    dots: path.map(({ time, observed }) => [time, observed] as const),
    start: date,
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    title: `${outcome} before and from ${date} on`,
    description: `${path.length} values with a line fitted before ${date} and one from it on.`,
    body,
  };
}

function panelOf({ head, note, lines, dots = [], start, zero = false }: Panel): string {
  const points = [...lines.flatMap(line => line.points), ...dots];
  const times = [...new Set(points.map(([time]) => time))].sort((a, b) => a - b);
  const values = points.map(([, value]) => value);
  const [low, high] = zero ? domainWithZero(values) : roomy(values);
  const [first, last] = [times[0]!, times.at(-1)!];
  const x = scaleOf([first, last], [LEFT + 6, WIDTH - RIGHT]);
  const y = scaleOf([low, high], [HEIGHT - BOTTOM, TOP]);
  const onset = (start + (times.findLast(time => time < start) ?? start)) / 2;
  return [
    textAt(0, 13, head, { class: "head" }),
    textAt(0, 27, note, { class: "note" }),
    leftAxis(ticksOf(low, high), y, [LEFT, WIDTH - RIGHT]),
    zero ? element("path", { class: "zero", d: `M${LEFT} ${round(y(0))}H${WIDTH - RIGHT}` }) : "",
    element("path", { class: "onset", d: `M${round(x(onset))} ${TOP}V${HEIGHT - BOTTOM}` }),
    ...lines.map(line => element("path", { class: line.class, d: drawn(line.points, x, y) })),
    ...dots.map(([time, value]) => element("circle", { class: "dot", cx: x(time), cy: y(value), r: 2.6 })),
    bottomAxis(ticksOf(first, last, 6), x, HEIGHT - BOTTOM + 15),
  ].join("");
}

const drawn = (points: Line["points"], x: Scale, y: Scale): string =>
  points.map(([time, value], i) => `${i === 0 ? "M" : "L"}${round(x(time))} ${round(y(value))}`).join("");

/** Ends of an axis on which all values fit, with a little room. */
function roomy(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.06;
  return [low - room, high + room];
}
