export { addFacts, type FactsFiles } from "./add-facts.ts";
export { OpenBook } from "./book.ts";
export { canonicalJson, sha256 } from "./canonical.ts";
export { type CodebookFiles, replaceCodebook } from "./codebook-files.ts";
export {
  type Conflict,
  type Decision,
  decisionOf,
  type Event,
  type Events,
  replayDecisions,
} from "./decisions.ts";
export { type BookDiff, type ChangedField, diffBook, formatDiff, type RecordChange } from "./diff.ts";
export type { BookEffects, Disk } from "./effects.ts";
export { type CreateOptions, createBook, isBook, type OpenOptions, openBook } from "./open.ts";
export { type Redacted, type RedactOptions, redact } from "./redact.ts";
export type * from "./types.ts";
export { type VerifyOptions, type VerifyReport, verifyBook } from "./verify.ts";
