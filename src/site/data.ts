/**
 * What the pages are made from: plain data, the same that the addresses answer as JSON. Everything optional that is not
 * stated is an empty string, an empty list or null, never a zero.
 */

export type * from "./data/appeal.ts";
export type * from "./data/country.ts";
export type * from "./data/counts.ts";
export type * from "./data/figures.ts";
export type * from "./data/home.ts";
export type * from "./data/indicator.ts";
export type * from "./data/lists.ts";
export type * from "./data/record.ts";
export type * from "./data/refs.ts";
export type * from "./data/series.ts";
export type * from "./data/undercount.ts";
