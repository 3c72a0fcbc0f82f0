/**
 * What a codebook declares. Shared code never branches on the name of a kind or a measure: it asks these
 * declarations for the property it needs (`identify`, `sensitive`, `many`, `indicator` ...).
 */

export type { Hedge as Qualifier } from "../text/types.ts";
export type * from "./types/code-list.ts";
export type * from "./types/codebook.ts";
export type * from "./types/facts.ts";
export type * from "./types/indicator.ts";
export type * from "./types/kind.ts";
export type * from "./types/labels.ts";
export type * from "./types/measure.ts";
export type * from "./types/problem.ts";
export type * from "./types/series.ts";
export type * from "./types/study.ts";
