import { UserError } from "../../codebook/errors.ts";

/** Outcomes of units by period; controls stand before treated units, periods before treatment before the others. */
export interface BlockPanel {
  readonly controls: readonly Float64Array[];
  readonly treated: readonly Float64Array[];
  /** Number of periods before treatment. */
  readonly pre: number;
  readonly controlNames: readonly string[];
  readonly treatedNames: readonly string[];
  readonly periods: readonly number[];
}

/** One row of the data. */
export interface BlockRow {
  readonly unit: string;
  readonly time: number;
  readonly y: number;
  readonly treated: boolean;
}

/** Arranges rows as a block panel. Every unit must have every period, and all treated units start together. */
export function blockPanelOf(rows: readonly BlockRow[]): BlockPanel {
  const times = [...new Set(rows.map(({ time }) => time))].sort((a, b) => a - b);
  const place = new Map(times.map((time, t) => [time, t]));
  const units = new Map<string, { y: Float64Array; start: number }>();
  for (const { unit, time, y, treated } of rows) {
    const known = units.get(unit) ?? {
      y: new Float64Array(times.length).fill(Number.NaN),
      start: Number.POSITIVE_INFINITY,
    };
    if (!Number.isNaN(known.y[place.get(time)!]))
      throw blockProblem(`${unit} has more than one row at ${time}`, "one row for each unit and time");
    known.y[place.get(time)!] = y;
    units.set(unit, { y: known.y, start: treated ? Math.min(known.start, place.get(time)!) : known.start });
  }
  const all = [...units].sort(([a], [b]) => (a < b ? -1 : 1));
  const gap = all.find(([, { y }]) => y.some(Number.isNaN));
  if (gap) throw blockProblem(`${gap[0]} has no value in some period`, "every unit in every period");
  const treated = all.filter(([, { start }]) => Number.isFinite(start));
  const controls = all.filter(([, { start }]) => !Number.isFinite(start));
  const starts = new Set(treated.map(([, { start }]) => start));
  if (starts.size === 0) throw blockProblem("no unit is treated", "at least one treated unit");
  if (starts.size !== 1)
    throw blockProblem(
      `treated units start at ${starts.size} different times`,
      "one time",
      "keep those of one time (--subset), or use --method staggered",
    );
  const [pre] = starts;
  if (pre! < 2 || controls.length < 2)
    throw blockProblem(`${controls.length} controls and ${pre} periods before treatment`, "two of each");
  return {
    controls: controls.map(([, { y }]) => y),
    treated: treated.map(([, { y }]) => y),
    pre: pre!,
    controlNames: controls.map(([name]) => name),
    treatedNames: treated.map(([name]) => name),
    periods: times,
  };
}

function blockProblem(message: string, expected: string, hint?: string): UserError {
  return new UserError({ code: "block", message, expected, ...(hint === undefined ? {} : { hint }) });
}
