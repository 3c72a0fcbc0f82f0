export {
  type Conflict,
  type Decision,
  decisionOf,
  type Event,
  type Events,
  replayDecisions,
} from "../book/decisions.ts";
export {
  forEachPair,
  keyCoder,
  type PreparedRule,
  prepareRule,
  type Rule,
  type RuleCount,
  splitKey,
} from "./blocking/blocking.ts";
export { formatPlan, type Plan, planLink } from "./blocking/plan.ts";
export { type Proposal, proposeSpec } from "./blocking/propose.ts";
export {
  decide,
  decisionsOf,
  explainApart,
  kindToLink,
  linkKind,
  linkKindApart,
  recordsOf,
} from "./book/book-events.ts";
export { type EventSources, originsOfEvents, type TextOf } from "./book/event-origins.ts";
export { comparisonsOf, type FieldComparison, type Value, type WideRow } from "./book/fields.ts";
export {
  formatConflict,
  formatDecision,
  formatEvidence,
  formatLinkedKind,
  formatRehearsal,
} from "./book/format-events.ts";
export { judgedBy, type LinkedKind } from "./book/link-rows.ts";
export { type FieldModel, type Judged, type KindModel, modelOf, weigh } from "./book/model.ts";
export {
  explainPairOf,
  explainRecords,
  type FieldEvidence,
  type ProposedEvents,
  type ProposeOptions,
  pairKeyOf,
  proposeEvents,
  type RecordPair,
} from "./book/propose-events.ts";
export { REHEARSAL_METHOD, type Rehearsal, rehearse } from "./book/rehearse.ts";
export { type KindStrata, kindQuality, kindStrata, labellingSheet } from "./book/sheet.ts";
export {
  type ClusterConflict,
  type Clustering,
  type ClusterOptions,
  type Clusters,
  clusterPairs,
} from "./cluster/cluster.ts";
export { type ComparedField, type Comparer, comparerOf } from "./compare/compare.ts";
export { COMPARISONS, type Comparison, type ComparisonType } from "./compare/comparisons.ts";
export { normalise } from "./compare/normalise.ts";
export { damerauLevenshtein, jaro, jaroWinkler, levenshtein, osa } from "./compare/strings.ts";
export {
  clusterPieces,
  clustersCsv,
  conflictsJson,
  formatLink,
  formatSpec,
  formatStratified,
  parametersJson,
} from "./format.ts";
export { NAME_LEVELS } from "./names/levels.ts";
export { nameLevel } from "./names/organisations.ts";
export { consonants, isLatin, romanise } from "./names/romanise.ts";
export { type NameWords, nameWords } from "./names/words.ts";
export {
  type Copying,
  type CopySign,
  type OriginGroup,
  type Origins,
  originsWith,
  type Report,
  type SameName,
} from "./origins/copying.ts";
export { originsOf } from "./origins/origins.ts";
export {
  characterShingles,
  containment,
  resemblance,
  type Shingles,
  wordShingles,
} from "./origins/wording.ts";
export { type LinkOptions, type LinkResult, linkTable, linkTableOnThreads } from "./pairs.ts";
export { onPaper } from "./pictures/svg.ts";
export { type WaterfallData, waterfallOf, waterfallPicture } from "./pictures/waterfall.ts";
export {
  type Diagnosis,
  diagnoseKind,
  diagnoseLink,
  formatDiagnosis,
  picturesOf,
} from "./quality/diagnose.ts";
export type { DrawnSheet } from "./quality/drawn-sheet.ts";
export {
  type Label,
  type LabelQuality,
  type Labels,
  labelQuality,
  type Measured,
  readLabels,
  rowsByName,
  wilson,
} from "./quality/labels.ts";
export { type Agreement, bCubed, pairwise } from "./quality/quality.ts";
export { rowSheet } from "./quality/row-sheet.ts";
export { drawPairs, type Stratum, strataOf } from "./quality/strata.ts";
export { type StratifiedQuality, stratifiedQuality } from "./quality/strata-quality.ts";
export { expectedQuality, type Quality } from "./quality/threshold.ts";
export { explainPair, formatExplanation, type PairExplanation } from "./score/explain.ts";
export {
  type FieldWeight,
  fieldWeights,
  type Pairs,
  probabilityOf,
  type Scorer,
  scorerOf,
} from "./score/score.ts";
export { parseSpec, type Spec } from "./spec.ts";
export {
  type CodedColumn,
  type Column,
  cellAt,
  codeColumn,
  columnFrom,
  type Table,
  tableFrom,
} from "./table/columns.ts";
export { readTable, readTableFrom } from "./table/table.ts";
export {
  type EmOptions,
  type EmResult,
  estimateParameters,
  logLikelihood,
  type Parameters,
  type PatternCounts,
  scorePattern,
} from "./train/em.ts";
export { learnFrom } from "./train/learn.ts";
export { type ParametersFor, readParameters } from "./train/parameters.ts";
export { type Trained, train } from "./train/train.ts";
export type { WorkStore } from "./work/store.ts";
export { startThreads, type Threads } from "./work/threads.ts";
