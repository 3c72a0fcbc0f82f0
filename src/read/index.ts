export { type ReadOptions, readDocument } from "./document.ts";
export type * from "./types.ts";
