import { UserError } from "../../codebook/errors.ts";
import { type Factor, factorOf } from "./factor.ts";
import { type Column, columnNamed, type Frame } from "./frame.ts";

/**
 * What "one period earlier" means where periods are missing.
 * - `unitary`: the value at time - 1 of the same unit, missing if that row is absent (fixest's default).
 * - `consecutive`: periods are numbered by the distinct times of the whole data.
 * - `within_consecutive`: the previous row of the same unit, whatever the distance.
 */
export type GapRule = "unitary" | "consecutive" | "within_consecutive";

export interface PanelId {
  readonly unit: string;
  readonly time: string;
  /** Default `unitary`. */
  readonly gaps?: GapRule;
}

/** Units and periods of every row of a frame, ready for lags. */
export interface Panel {
  readonly unit: Factor;
  readonly time: Factor;
  /** The row of the same unit `lag` periods earlier (later if negative), or -1. */
  readonly rowBefore: (row: number, lag: number) => number;
}

/** Indexes the rows by unit and time. Two rows of one unit and time are a `UserError`. */
export function panelOf(frame: Frame, { unit, time, gaps = "unitary" }: PanelId): Panel {
  const units = factorOf(columnNamed(frame, unit));
  const timeColumn = columnNamed(frame, time);
  const times = factorOf(timeColumn);
  const periods = periodsOf(timeColumn, times, { gaps, time });
  const order = sortByUnitAndTime(units.codes, periods);
  refuseRepeats(order, units, periods, { unit, time, label: row => times.label(times.codes[row]!) });
  const position = new Int32Array(frame.rows).fill(-1);
  for (let place = 0; place < order.length; place++) position[order[place]!] = place;
  const rowBefore = (row: number, lag: number): number => {
    const place = position[row]!;
    if (place < 0) return -1;
    if (gaps === "within_consecutive") return sameUnit(order[place - lag], row);
    return seek(place, lag);
  };
  const sameUnit = (other: number | undefined, row: number) =>
    other !== undefined && units.codes[other] === units.codes[row] ? other : -1;
  const seek = (place: number, lag: number): number => {
    const row = order[place]!;
    const wanted = periods[row]! - lag;
    const step = lag > 0 ? -1 : 1;
    for (let at = place; ; at += step) {
      const other = sameUnit(order[at], row);
      if (other < 0 || (lag > 0 ? periods[other]! < wanted : periods[other]! > wanted)) return -1;
      if (periods[other] === wanted) return other;
    }
  };
  return { unit: units, time: times, rowBefore };
}

/** `x` moved by `lag` periods: positive looks back, negative ahead; NaN where there is no such row. */
export function lagged(values: Float64Array, lag: number, panel: Panel): Float64Array {
  const moved = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const from = panel.rowBefore(row, lag);
    moved[row] = from < 0 ? Number.NaN : values[from]!;
  }
  return moved;
}

function periodsOf(
  column: Column,
  times: Factor,
  { gaps, time }: { gaps: GapRule; time: string },
): Float64Array {
  const periods = new Float64Array(times.codes.length);
  for (let row = 0; row < periods.length; row++) {
    const code = times.codes[row]!;
    const value = gaps === "unitary" ? times.value(code) : code;
    periods[row] = code < 0 ? Number.NaN : value;
  }
  const whole =
    column.kind === "number" && column.values.every(value => Number.isNaN(value) || value % 1 === 0);
  if (gaps === "unitary" && !whole) {
    throw new UserError({
      code: "panel-time",
      column: time,
      message: "lags by one time step need whole numbers as times",
      hint: 'number the periods by setting gaps to "consecutive"',
    });
  }
  return periods;
}

function sortByUnitAndTime(units: Int32Array, periods: Float64Array): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < units.length; row++) {
    if (units[row]! >= 0 && !Number.isNaN(periods[row]!)) rows.push(row);
  }
  return Int32Array.from(rows.sort((a, b) => units[a]! - units[b]! || periods[a]! - periods[b]!));
}

interface Names {
  readonly unit: string;
  readonly time: string;
  readonly label: (row: number) => string;
}

function refuseRepeats(order: Int32Array, units: Factor, periods: Float64Array, names: Names): void {
  for (let place = 1; place < order.length; place++) {
    const [before, row] = [order[place - 1]!, order[place]!];
    if (units.codes[before] !== units.codes[row] || periods[before] !== periods[row]) continue;
    throw new UserError({
      code: "panel-repeat",
      column: `${names.unit}, ${names.time}`,
      message: `${units.label(units.codes[row]!)} at ${names.label(row)} stands in rows ${before + 1} and ${row + 1}`,
      expected: "one row for each unit and time",
    });
  }
}
