export { CHART_FORMS } from "./declarations/indicators.ts";
export {
  comparisonOfType,
  LINK_LEVELS,
  LINK_M,
  type LinkComparison,
  type LinkField,
} from "./declarations/link-levels.ts";
export { loadCodebook } from "./declarations/load.ts";
export { type ExitCode, formatProblem, UserError } from "./errors.ts";
export { columnsOf, kindOfFile } from "./facts/columns.ts";
export { decodeText } from "./facts/decode.ts";
export { type PartialDate, parseDate } from "./facts/edtf.ts";
export { isRecords, isSeries, parseFacts } from "./facts/parse-facts.ts";
export { QUALIFIERS } from "./facts/qualifiers.ts";
export { validateFacts } from "./facts/validate-facts.ts";
export { type JsonSchema, jsonSchema } from "./reference/json-schema.ts";
export { recordTypes } from "./reference/record-types.ts";
export { referencePage } from "./reference/reference.ts";
export { didYouMean, nearest } from "./suggest.ts";
export type * from "./types.ts";
