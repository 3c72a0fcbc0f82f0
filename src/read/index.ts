export { type ReadOptions, readDocument } from "./document.ts";
export type { EntityRow } from "./entity-names.ts";
export { createLexicon, type Lexicon } from "./lexicon.ts";
export { readClaims } from "./read-claims.ts";
export type * from "./types.ts";
