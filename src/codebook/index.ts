export { columnsOf, kindOfFile } from "./columns.ts";
export { decodeText } from "./decode.ts";
export { type PartialDate, parseDate } from "./edtf.ts";
export { type ExitCode, formatProblem, UserError } from "./errors.ts";
export { loadCodebook } from "./load.ts";
export { isSeries, parseFacts } from "./parse-facts.ts";
export { didYouMean, nearest } from "./suggest.ts";
export type * from "./types.ts";
export { validateFacts } from "./validate-facts.ts";
