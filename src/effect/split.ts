import { UserError } from "../codebook/errors.ts";
import { everyRow, factorOf, takeFactor } from "./data/factor.ts";
import { columnNamed, type Frame } from "./data/frame.ts";
import type { EstimateOptions } from "./options.ts";

/** The rows of one estimate. */
export interface Group {
  readonly label: string | null;
  readonly subset: string | undefined;
}

/** The whole data, or one subset for each value of the split column. */
export function groupsOf(
  frame: Frame,
  { split, subset }: Pick<EstimateOptions, "split" | "subset">,
): Group[] {
  if (split === undefined) return [{ label: null, subset }];
  const column = columnNamed(frame, split);
  const factor = factorOf(column);
  const used = takeFactor(factor, everyRow(frame.rows));
  if (used.size > 200) {
    throw new UserError({
      code: "split",
      column: split,
      message: `a split into ${used.size} groups`,
      expected: "at most 200",
      hint: "split by a column with few values",
    });
  }
  return Array.from({ length: used.size }, (_, level) => {
    const label = used.label(level);
    const value = column.kind === "number" ? label : `"${label}"`;
    const condition = `\`${split}\` == ${value}`;
    return { label, subset: subset === undefined ? condition : `(${subset}) & ${condition}` };
  });
}
