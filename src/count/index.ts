export { computeIndicator } from "./compute.ts";
export { indicatorCsv } from "./csv.ts";
export { formatIndicator } from "./format.ts";
export type * from "./types.ts";
