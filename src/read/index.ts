export {
  type ArchivedPage,
  type ArchiveSummary,
  archiveFormat,
  readArchive,
} from "./archive/archive.ts";
export type { ListedPage } from "./archive/page-list.ts";
export { type ByteSource, byteSource } from "./archive/source.ts";
export { type BatchOptions, readBatch } from "./batch/read-batch.ts";
export type { BatchJob, BatchResult, Outcome } from "./batch/types.ts";
export { type ReadOptions, readDocument } from "./document.ts";
export type { EntityRow } from "./entity-names.ts";
export { describeClaim, describeRecord, formatReading, type Reading } from "./format.ts";
export type { OcrOptions } from "./intake/ocr.ts";
export { locate, type Origin, type OriginMap, type OriginPlace } from "./intake/origins.ts";
export { type KindExample, type KindModel, learnKinds } from "./kind-model.ts";
export { type KindFound, type KindOptions, kindsOf } from "./kind-of.ts";
export { createLexicon, type Lexicon } from "./lexicon.ts";
export { type Line, type LineError, type LineReading, readLine, readLines } from "./lines.ts";
export { readClaims } from "./read-claims.ts";
export { readRecords } from "./read-records.ts";
export { readingHtml } from "./reading-html.ts";
export { type ReadingJson, readingJson } from "./reading-json.ts";
export type * from "./types.ts";
export { type Unread, unreadOf } from "./unread.ts";
