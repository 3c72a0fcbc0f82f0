import { UserError } from "../../codebook/errors.ts";
import { factorOf } from "../data/factor.ts";
import { columnNamed, type Frame, numbersOf } from "../data/frame.ts";

/**
 * Adds a column of first treated times, 0 for never, from a 0/1 treatment column. A treatment that ends is a
 * `UserError`: the estimators here take treatment as lasting.
 */
export function withCohorts(
  frame: Frame,
  { unit, time, treatment, name }: { unit: string; time: string; treatment: string; name: string },
): Frame {
  const units = factorOf(columnNamed(frame, unit));
  const times = numbersOf(columnNamed(frame, time), time);
  const treated = numbersOf(columnNamed(frame, treatment), treatment);
  const first = new Float64Array(units.size).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < frame.rows; row++) {
    const code = units.codes[row]!;
    if (code >= 0 && treated[row]! > 0) first[code] = Math.min(first[code]!, times[row]!);
  }
  for (let row = 0; row < frame.rows; row++) {
    const code = units.codes[row]!;
    if (code < 0 || treated[row] !== 0 || times[row]! < first[code]!) continue;
    throw new UserError({
      code: "treatment",
      column: treatment,
      message: `${unit} ${units.label(code)} is treated in ${first[code]} and not in ${times[row]}`,
      expected: "a treatment that does not end",
      hint: "define it as having been treated, or drop these units",
    });
  }
  const values = Float64Array.from(units.codes, code =>
    code < 0 || !Number.isFinite(first[code]!) ? 0 : first[code]!,
  );
  return { rows: frame.rows, columns: new Map([...frame.columns, [name, { kind: "number", values }]]) };
}
