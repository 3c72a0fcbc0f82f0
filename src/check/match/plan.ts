import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";

/** Does a claim speak of what is still to come? */
export const isPlan = ({ status }: Claim): boolean => status === "planned" || status === "announced";

/** Does a claim say that it came about? */
export const isDone = ({ status }: Claim): boolean =>
  status === "delivered" || status === "done" || status === "operating";

/** A measure of what was planned or promised. */
export const isPlanMeasure = ({ id }: Pick<Measure, "id">): boolean => /-(planned|pledged)$/.test(id);

/** Is a figure a promise, of which there may be many side by side? */
export const isPledge = ({ measure }: { readonly measure: string }): boolean => measure.endsWith("-pledged");

/** What is promised is told as a whole, what came of it by the year as well. */
const wholeOf = (measure: string): string => measure.replace(/-per-year$/, "");

/** Measures of what was planned or promised of one. */
export const plansOf = (measure: string): string[] =>
  ["planned", "pledged"].map(state => `${wholeOf(measure)}-${state}`);

/** Is one measure what was planned or promised of another? */
export const isPlanOf = (id: string, measure: string): boolean =>
  isPlanMeasure({ id }) && plansOf(measure).includes(id);
