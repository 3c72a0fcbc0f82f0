import { bottomAxis, scaleOf, ticksOf } from "./axis.ts";
import { element, type Picture, round, textAt } from "./svg.ts";

/** One unit with its first treated time and the times of everything that is recorded of it. */
export interface TimingRow {
  readonly label: string;
  /** Infinity or null for the never treated. */
  readonly first: number | null;
  /** Times of the records, where they are known; several may be alike. */
  readonly marks?: readonly number[];
}

export interface TimingOptions {
  readonly from: number;
  readonly to: number;
  readonly title?: string;
  readonly width?: number;
  /** What is said of the units without a treated time, after "more". */
  readonly untreated?: string;
}

const ROW = 13;
const LABEL = 124;

/**
 * The raw timing of a treatment: one line a unit, in the order of their first treated time, with a dot for every record. The never treated
 * are counted in one line, because a line each would only show that there are many.
 */
export function timingPicture(rows: readonly TimingRow[], options: TimingOptions): Picture {
  const { from, to, title = "When each unit is first treated", width = 640 } = options;
  const { untreated = "without a record in these years" } = options;
  const isTreated = ({ first }: TimingRow) => first !== null && first <= to;
  const treated = rows.filter(isTreated).sort((a, b) => a.first! - b.first! || (a.label < b.label ? -1 : 1));
  const never = rows.length - treated.length;
  const x = scaleOf([from, to + 1], [LABEL, width - 8]);
  const top = 22;
  const bottom = top + treated.length * ROW;
  const ticks = ticksOf(from, to, 6).filter(Number.isInteger);
  const body = [
    bottomAxis(ticks, value => x(value + 0.5), 12),
    element("path", {
      class: "grid",
      d: ticks.map(tick => `M${round(x(tick + 0.5))} 16V${bottom}`).join(""),
    }),
    ...treated.map((row, place) => lineOf(row, top + place * ROW + ROW / 2, { x, from, to })),
    textAt(0, bottom + 18, `${never} more ${untreated}`, { class: "note" }),
  ].join("");
  return {
    width,
    height: bottom + 26,
    title,
    description: `${treated.length} units by first treated time: ${treated.map(({ label, first }) => `${label} ${first}`).join(", ")}. ${never} more ${untreated}.`,
    body,
  };
}

function lineOf(
  { label, first, marks = [] }: TimingRow,
  y: number,
  { x, from, to }: { x: (value: number) => number; from: number; to: number },
): string {
  const start = Math.max(first!, from);
  const name = textAt(0, y + 4, label.length > 20 ? `${label.slice(0, 19)}…` : label);
  const counts = new Map<number, number>();
  for (const mark of marks) if (mark >= from && mark <= to) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [
    name,
    start > from
      ? element("path", { class: "untreated", d: `M${round(x(from))} ${round(y)}H${round(x(start))}` })
      : "",
    element("path", { class: "treated", d: `M${round(x(start))} ${round(y)}H${round(x(to + 1))}` }),
    ...[...counts].map(([mark, n]) =>
      element("circle", { class: "mark", cx: x(mark + 0.5), cy: y, r: Math.min(5, 2 + n * 0.6) }),
    ),
  ].join("");
}
