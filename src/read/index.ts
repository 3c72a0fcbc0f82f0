export { type ReadOptions, readDocument } from "./document.ts";
export type { EntityRow } from "./entity-names.ts";
export { describeClaim, formatReading } from "./format.ts";
export { createLexicon, type Lexicon } from "./lexicon.ts";
export { type Line, type LineError, type LineReading, readLine, readLines } from "./lines.ts";
export { readClaims } from "./read-claims.ts";
export { readRecords } from "./read-records.ts";
export { readingHtml } from "./reading-html.ts";
export type * from "./types.ts";
