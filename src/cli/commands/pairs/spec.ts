import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../../../codebook/errors.ts";
import type { Spec, Table } from "../../../link/index.ts";
import { type Invocation, option } from "../../command.ts";

/** What is compared: the specification given, else one that the columns propose with its reasons; `--threshold` goes before both. */
export async function specFor(
  table: Table,
  invocation: Invocation,
): Promise<{ spec: Spec; reasons: readonly string[] }> {
  const { parseSpec, proposeSpec } = await import("../../../link/index.ts");
  const file = option(invocation, "spec");
  const given =
    file === null
      ? proposeSpec(table)
      : {
          spec: parseSpec(readFile(file, "specification", invocation), file, [...table.columns.keys()]),
          reasons: [],
        };
  const threshold = option(invocation, "threshold");
  if (threshold === null) return given;
  const value = Number(threshold);
  if (!(value > 0 && value < 1))
    throw new UserError({
      code: "usage",
      message: `--threshold is "${threshold}"`,
      expected: "a probability between 0 and 1",
    });
  return { ...given, spec: { ...given.spec, threshold: value } };
}

/** The text of a file that an option names; `what` it should be stands in the error. */
export function readFile(file: string, what: string, { effects }: Invocation): string {
  try {
    return readFileSync(resolve(effects.cwd, file), "utf8");
  } catch (error) {
    throw new UserError({
      code: "not-read",
      file,
      message: `the ${what} cannot be read: ${(error as Error).message}`,
    });
  }
}
