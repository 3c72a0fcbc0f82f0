export type { ApartOptions } from "./apart/apart.ts";
export { estimateAllApart, estimateStaggeredApart } from "./apart/apart.ts";
export { frameFromCsv } from "./data/csv.ts";
export type { Column, ColumnData, Frame } from "./data/frame.ts";
export { frameOf } from "./data/frame.ts";
export type { GapRule, PanelId } from "./data/panel.ts";
export type {
  BootstrapOptions,
  Data,
  Estimate,
  EstimateOptions,
  Estimates,
  RandomizeOptions,
} from "./estimate.ts";
export { estimateAll, estimateFromCsv, readData } from "./estimate.ts";
export type { RandomizationOptions, RandomizationTest } from "./few/randomization.ts";
export { randomizationTest } from "./few/randomization.ts";
export type { WildBootstrap, WildOptions, WildWeights } from "./few/wild-bootstrap.ts";
export { wildBootstrap } from "./few/wild-bootstrap.ts";
export type { Fit } from "./fit/fit.ts";
export type { EffectLevels } from "./fit/levels.ts";
export { effectLevels } from "./fit/levels.ts";
export { fitOls } from "./fit/ols.ts";
export type { EffectTerm, Formula, Term } from "./formula/formula.ts";
export { parseFormula } from "./formula/formula.ts";
export type { InterruptedEstimate, InterruptedRunOptions } from "./interrupted/estimate.ts";
export { estimateInterrupted } from "./interrupted/estimate.ts";
export type { InterruptedOptions, InterruptedSeries } from "./interrupted/interrupted-series.ts";
export { interruptedSeries } from "./interrupted/interrupted-series.ts";
export type { Design, DesignOptions, Dropped } from "./model/design.ts";
export { buildDesign } from "./model/design.ts";
export type { Model } from "./models.ts";
export { MODELS } from "./models.ts";
export type { ScatterOptions } from "./picture/binned-scatter.ts";
export { scatterPicture } from "./picture/binned-scatter.ts";
export type { Bin, BinOptions } from "./picture/bins.ts";
export { binnedMeans } from "./picture/bins.ts";
export type { CoefficientOptions, CoefficientRow } from "./picture/coefficients.ts";
export { coefficientPicture } from "./picture/coefficients.ts";
export { estimatesPicture, eventSeriesOf, reportPicture } from "./picture/estimates.ts";
export type { EventSeries, EventStudyOptions } from "./picture/event-study.ts";
export { eventDomain, eventStudiesPicture, eventStudyPicture } from "./picture/event-study.ts";
export { interruptedPicture, syntheticPicture } from "./picture/paths.ts";
export { binnedPicture, eventsPicture, timingOf } from "./picture/plots.ts";
export type { Picture } from "./picture/svg.ts";
export { inlineSvg, standaloneSvg } from "./picture/svg.ts";
export type { TimingOptions, TimingRow } from "./picture/timing.ts";
export { timingPicture } from "./picture/timing.ts";
export type { OnProgress, Progress } from "./progress.ts";
export type { Random } from "./random.ts";
export { seededRandom } from "./random.ts";
export type { RandomEffects } from "./random-effects/random-effects.ts";
export { randomEffects } from "./random-effects/random-effects.ts";
export type { RelativeMagnitudes, RelativeOptions } from "./sensitivity/relative-magnitudes.ts";
export { keptUnder, relativeMagnitudesInterval } from "./sensitivity/relative-magnitudes.ts";
export type { Sensitivity } from "./sensitivity/report.ts";
export { sensitivityOf } from "./sensitivity/report.ts";
export type { EventStudy, SmoothnessInterval } from "./sensitivity/sensitivity.ts";
export {
  originalInterval,
  relativeMagnitudesSet,
  smoothnessInterval,
  smoothnessSet,
} from "./sensitivity/sensitivity.ts";
export type { BaconComponent, BaconDecomposition } from "./staggered/bacon.ts";
export { baconDecomposition } from "./staggered/bacon.ts";
export type { CallawayOptions, CallawaySantAnna } from "./staggered/callaway.ts";
export { callawaySantAnna } from "./staggered/callaway.ts";
export type {
  StaggeredMethod,
  StaggeredReport,
  StaggeredReportEstimate,
  StaggeredRun,
  StaggeredRunOptions,
} from "./staggered/estimate.ts";
export { estimateStaggered, runStaggered, STAGGERED_METHODS, staggeredReport } from "./staggered/estimate.ts";
export type { GroupTime } from "./staggered/group-time.ts";
export { imputation } from "./staggered/imputation.ts";
export type { StaggeredOptions, StaggeredPanel } from "./staggered/panel.ts";
export { staggeredPanel } from "./staggered/panel.ts";
export { eventTwfe, extendedTwfe, staticTwfe, sunAbraham } from "./staggered/regressions.ts";
export type { StaggeredEstimate, TimedEstimate } from "./staggered/result.ts";
export { stacked } from "./staggered/stacked.ts";
export { twoStage } from "./staggered/two-stage.ts";
export type { EventWindow } from "./staggered/window.ts";
export { eventWindow } from "./staggered/window.ts";
export { estimateStudyApart, estimatingCode } from "./study/apart.ts";
export { fromExactJson, toExactJson } from "./study/exact-json.ts";
export type { ExplainedCountry, Explanation, Observation, Target } from "./study/explain.ts";
export { explain, explainable, targetOf, targetOfKept } from "./study/explain.ts";
export type { EstimateEntry, KeptCoefficient, KeptEstimate } from "./study/kept.ts";
export { coefficientsOf, declarationOf, findEstimate, keepEstimate, keptEstimates } from "./study/kept.ts";
export type { BookPanel, PanelDropped, TreatmentRecords } from "./study/panel.ts";
export { buildPanel } from "./study/panel.ts";
export { panelQuery } from "./study/panel-query.ts";
export { rowWeights } from "./study/row-weights.ts";
export type { CitedSource } from "./study/sources.ts";
export type { ChangedCell, ChangedRecord, Staleness } from "./study/stale.ts";
export { staleEstimates, stalenessOf } from "./study/stale.ts";
export type { StaggeredPart, StudyResult, TablePart } from "./study/study.ts";
export { estimateStudy, runStudy, studyOf } from "./study/study.ts";
export type { BlockPanel, BlockRow } from "./synthetic/block-panel.ts";
export { blockPanelOf } from "./synthetic/block-panel.ts";
export type { SyntheticEstimate, SyntheticMethod, SyntheticOptions } from "./synthetic/estimate.ts";
export { estimateSynthetic } from "./synthetic/estimate.ts";
export type { BlockPath } from "./synthetic/path.ts";
export { blockPath } from "./synthetic/path.ts";
export type { Placebo, PlaceboOptions, PlaceboTest } from "./synthetic/placebo.ts";
export { jackknifeError, placeboTest } from "./synthetic/placebo.ts";
export type { BlockEstimate, BlockMethod } from "./synthetic/synthetic.ts";
export { blockEstimate } from "./synthetic/synthetic.ts";
export { htmlTable } from "./table/html.ts";
export { latexTable } from "./table/latex.ts";
export { markdownTable } from "./table/markdown.ts";
export type { RegressionTable, TableOptions } from "./table/side-by-side.ts";
export { regressionTable, terminalTable } from "./table/side-by-side.ts";
export { formatStaggered } from "./table/staggered.ts";
export { fewText, formatExplanation, formatStaleness, formatStudy } from "./table/study.ts";
export { formatInterrupted, formatSynthetic } from "./table/synthetic.ts";
export { formatEstimates } from "./table/terminal.ts";
export { typstTable } from "./table/typst.ts";
export type { Correction } from "./vcov/correction.ts";
export { DEFAULT_CORRECTION, parseCorrection } from "./vcov/correction.ts";
export type { SmallSampleTerm } from "./vcov/few-clusters.ts";
export { smallSampleClusters, smallSampleVariance } from "./vcov/few-clusters.ts";
export type { TermEstimate } from "./vcov/inference.ts";
export type { VcovSpec } from "./vcov/spec.ts";
export { parseVcov, VCOV_CHOICES } from "./vcov/spec.ts";
export type { Vcov } from "./vcov/vcov.ts";
export { vcovOf } from "./vcov/vcov.ts";
