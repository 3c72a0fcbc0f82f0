import { UserError } from "../../codebook/errors.ts";
import type { UndercountResult } from "./types.ts";
import { undercount } from "./undercount.ts";

/** Options as a command line or form has them: text, null or absent for "not given". */
export interface TextOptions {
  readonly file?: string | null;
  readonly stratum?: string | null;
  readonly count?: string | null;
  readonly level?: string | number | null;
  readonly seed?: string | number | null;
  readonly draws?: string | number | null;
  readonly methods?: readonly string[] | null;
  readonly progress?: (step: string) => void;
}

/** `undercount` of a CSV text with options that are still text. Throws a `UserError` for options and cells that cannot be read. */
export function undercountFromCsv(text: string, options: TextOptions = {}): UndercountResult {
  const { file, stratum, count, methods, progress } = options;
  return undercount(text, {
    ...given("file", file),
    ...given("stratum", stratum),
    ...given("count", count),
    ...number("level", options.level),
    ...number("seed", options.seed),
    ...number("draws", options.draws),
    ...given("methods", methods),
    ...given("progress", progress),
  });
}

function given<K extends string, T>(name: K, value: T | null | undefined): { [key in K]?: T } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [key in K]?: T });
}

function number<K extends string>(
  name: K,
  value: string | number | null | undefined,
): { [key in K]?: number } {
  if (value === null || value === undefined) return {};
  const parsed = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isNaN(parsed))
    throw new UserError({
      code: "bad-option",
      column: name,
      message: `${name} is ${JSON.stringify(value)}`,
      expected: "a number",
    });
  return { [name]: parsed } as { [key in K]?: number };
}
