import { UserError } from "../codebook/errors.ts";
import { averagedCells } from "./average-cells.ts";
import { frameFromCsv } from "./data/csv.ts";
import { factorOf, takeFactor } from "./data/factor.ts";
import { type ColumnData, columnNamed, type Frame, frameOf } from "./data/frame.ts";
import { type RandomizationTest, randomizationTest } from "./few/randomization.ts";
import { type WildBootstrap, type WildWeights, wildBootstrap } from "./few/wild-bootstrap.ts";
import { degreesUsed } from "./fit/degrees.ts";
import type { SolveOptions } from "./fit/ols.ts";
import type { Expression } from "./formula/expression.ts";
import { type Formula, parseFormula } from "./formula/formula.ts";
import { printExpression } from "./formula/print.ts";
import { buildDesign, type Design, type DesignOptions, type Dropped } from "./model/design.ts";
import { type FittedModel, fitModel, MODELS, type Model } from "./models.ts";
import type { OnProgress, Progress } from "./progress.ts";
import { seededRandom } from "./random.ts";
import { type Correction, parseCorrection } from "./vcov/correction.ts";
import { inferTerms, type TermEstimate } from "./vcov/inference.ts";
import { parseVcov, type VcovSpec, vcovColumns, vcovRequired } from "./vcov/spec.ts";
import { vcovOf } from "./vcov/vcov.ts";

export interface EstimateOptions extends DesignOptions, SolveOptions {
  /** How standard errors are computed, as text (`cluster:country`) or data. Required: nothing is assumed. */
  readonly vcov?: string | VcovSpec;
  /** Small-sample corrections, as text (`K.fixef=full`) or data. Default fixest's. */
  readonly ssc?: string | Correction;
  /** `ols` (default; two-stage least squares if the formula names instruments), `poisson`, `logit`, `probit`, `negbin`. */
  readonly model?: Model;
  /** A column: one estimate for each of its values. */
  readonly split?: string;
  /** Coverage of the intervals. Default 0.95. */
  readonly level?: number;
  /** Wild cluster bootstrap of every coefficient (least squares without instruments). */
  readonly bootstrap?: BootstrapOptions;
  /** Randomisation inference for one coefficient (least squares without instruments). */
  readonly randomize?: RandomizeOptions;
  /** Milliseconds of a monotonic clock. Default `performance.now`. */
  readonly clock?: () => number;
  /**
   * Called when a model begins (one for each outcome and value of the split), and every now and then while its effects are solved for. An error
   * that it throws ends the work.
   */
  readonly onProgress?: OnProgress;
}

export interface BootstrapOptions {
  readonly cluster: string;
  /** Default `rademacher`; `webb` where there are fewer than about 12 clusters. */
  readonly weights?: WildWeights;
  /** Default 9 999. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Value of the coefficients under the null. Default 0. */
  readonly null?: number;
}

export interface RandomizeOptions {
  readonly term: string;
  /** Units that were assigned, and the time where a unit has several rows; without them rows were. */
  readonly unit?: string;
  readonly time?: string;
  /** Default 999. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** One fitted model; `JSON.stringify` of it is the contract of `custodes estimate --json`. */
export interface Estimate {
  readonly model: string;
  readonly outcome: string;
  readonly formula: string;
  /** The value of the split column, null without a split. */
  readonly group: string | null;
  readonly terms: readonly TermEstimate[];
  /** Coverage of `low` to `high`. */
  readonly level: number;
  readonly n: number;
  /** Number of clusters, or of periods, by column. */
  readonly clusters: Readonly<Record<string, number>>;
  readonly vcov: string;
  readonly correction: string;
  /** Named statistics and tests. */
  readonly fit: Readonly<Record<string, number>>;
  /** Levels of the fixed effects. */
  readonly effects: Readonly<Record<string, number>>;
  /** Rows left out, by reason. */
  readonly dropped: readonly Dropped[];
  /** Regressors left out because others or the fixed effects determine them. */
  readonly collinear: readonly string[];
  /** Wild cluster bootstrap tests, where asked for. */
  readonly bootstrap?: readonly WildBootstrap[];
  /** Randomisation inference, where asked for; without the coefficients of the draws. */
  readonly randomization?: Omit<RandomizationTest, "coefficients">;
  /** What a reader must know: few clusters, a matrix that had to be changed, a solve that did not converge. */
  readonly notes: readonly string[];
  readonly milliseconds: number;
}

export type Estimates = Estimate | { readonly estimates: readonly Estimate[] };

/** Data as CSV text, as columns in memory, or as a frame. */
export type Data = string | Readonly<Record<string, ColumnData>> | Frame;

const isFrame = (data: Exclude<Data, string>): data is Frame =>
  "columns" in data && (data as Frame).columns instanceof Map;

/** Reads whatever form the data come in. */
export function readData(data: Data): Frame {
  if (typeof data === "string") return frameFromCsv(data);
  return isFrame(data) ? data : frameOf(data);
}

/** Estimates a formula on CSV text or columns: one estimate, or several for several outcomes or a split. */
export function estimateFromCsv(data: Data, formula: string, options: EstimateOptions = {}): Estimates {
  const all = estimateAll(data, formula, options);
  return all.length === 1 ? all[0]! : { estimates: all };
}

/** Like `estimateFromCsv`, always as a list. */
export function estimateAll(data: Data, text: string, options: EstimateOptions = {}): Estimate[] {
  specOf(options.vcov);
  return estimateFormula(readData(data), parseFormula(text), options);
}

/** Like `estimateAll`, for a formula that is parsed already. */
export function estimateFormula(frame: Frame, formula: Formula, options: EstimateOptions): Estimate[] {
  const spec = specOf(options.vcov);
  const jobs = groupsOf(frame, options).flatMap(group =>
    formula.outcomes.map((outcome): Job => ({ formula, outcome, frame, spec, group })),
  );
  return jobs.map((job, done) => {
    const what = [printExpression(job.outcome), job.group.label ?? ""].join(" ").trim();
    options.onProgress?.({ done, total: jobs.length, what });
    return estimateOne(job, { ...options, ...stepsOf(options, { done, total: jobs.length, what }) });
  });
}

/** Milliseconds between two words of progress within one solve. */
const QUIET = 250;

/** Tells of the iterations of a long solve. */
function stepsOf({ onProgress, clock = () => performance.now() }: EstimateOptions, at: Progress) {
  if (onProgress === undefined) return {};
  let last = clock();
  return {
    onStep: (iterations: number) => {
      const now = clock();
      if (now - last < QUIET) return;
      last = now;
      onProgress({ ...at, what: `${at.what}: iteration ${iterations}` });
    },
  };
}

export function specOf(vcov: string | VcovSpec | undefined): VcovSpec {
  if (vcov === undefined) throw vcovRequired();
  return typeof vcov === "string" ? parseVcov(vcov) : vcov;
}

interface Group {
  readonly label: string | null;
  readonly subset: string | undefined;
}

/** The whole data, or one subset for each value of the split column. */
function groupsOf(frame: Frame, { split, subset }: EstimateOptions): Group[] {
  if (split === undefined) return [{ label: null, subset }];
  const column = columnNamed(frame, split);
  const factor = factorOf(column);
  const used = takeFactor(
    factor,
    Int32Array.from({ length: frame.rows }, (_, row) => row),
  );
  if (used.size > 200) {
    throw new UserError({
      code: "split",
      column: split,
      message: `a split into ${used.size} groups`,
      expected: "at most 200",
      hint: "split by a column with few values",
    });
  }
  return Array.from({ length: used.size }, (_, level) => {
    const label = used.label(level);
    const value = column.kind === "number" ? label : `"${label}"`;
    const condition = `\`${split}\` == ${value}`;
    return { label, subset: subset === undefined ? condition : `(${subset}) & ${condition}` };
  });
}

interface Job {
  readonly formula: Formula;
  readonly outcome: Expression;
  readonly frame: Frame;
  readonly spec: VcovSpec;
  readonly group: Group;
}

function estimateOne(job: Job, options: EstimateOptions): Estimate {
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const clusters = options.bootstrap === undefined ? [] : options.bootstrap.cluster.split("^");
  const assigned = [options.randomize?.unit, options.randomize?.time].filter(name => name !== undefined);
  const needed = [
    ...new Set([...(options.needed ?? []), ...vcovColumns(job.spec), ...clusters, ...assigned]),
  ];
  const subset = job.group.subset === undefined ? {} : { subset: job.group.subset };
  const chosen = buildDesign(job.formula, job.outcome, job.frame, { ...options, ...subset, needed });
  const model = MODELS[options.model ?? "ols"];
  if (model === undefined) throw unknownModel(String(options.model));
  const fitted = fitModel(options.model ?? "ols", chosen, options);
  const { fit, design } = fitted;
  const correction = typeof options.ssc === "object" ? options.ssc : parseCorrection(options.ssc);
  const vcov = vcovOf(fit, design, { spec: job.spec, correction });
  const distribution = { kind: fitted.distribution, df: vcov.df, dfs: vcov.dfs } as const;
  const inference = { matrix: vcov.matrix, distribution, level: options.level ?? 0.95 };
  const averaged = averagedCells(fit, design, {
    ...inference,
    distribution: { ...distribution, dfs: undefined },
  });
  const terms = [
    ...inferTerms(fit.names, fit.coefficients, inference).filter(({ term }) => !averaged.names.has(term)),
    ...averaged.terms,
  ];
  const bootstrap = options.bootstrap === undefined ? {} : { bootstrap: bootstrapAll(fitted, options) };
  const tests = fitted.tests(other => vcovOf(other, design, { spec: job.spec, correction }));
  const statistics = { ...fit.statistics, ...tests };
  const unsolved = fit.converged
    ? []
    : ["the fixed-effects solve did not reach its tolerance; do not trust the last digits"];
  return {
    model: fitted.name,
    outcome: design.outcome,
    formula: job.formula.text,
    group: job.group.label,
    terms,
    level: options.level ?? 0.95,
    n: fit.n,
    clusters: vcov.clusters,
    vcov: vcov.name,
    correction: vcov.correction,
    fit: statistics,
    effects: Object.fromEntries(design.effects.map(({ name, factor }) => [name, factor.size])),
    dropped: design.dropped,
    collinear: fit.collinear,
    ...bootstrap,
    ...(options.randomize === undefined ? {} : { randomization: randomized(fitted, options.randomize) }),
    notes: [
      ...constantNote(design),
      ...vcov.notes,
      ...(fitted.notes ?? []),
      ...weakNote(statistics),
      ...saturatedNote(fit),
      ...unsolved,
      ...collinearNote(fit.collinear),
    ],
    milliseconds: clock() - started,
  };
}

/** Below this the usual t test of two-stage least squares is off by more than it says (Staiger and Stock 1997; Montiel Olea and Pflueger 2013). */
const STRONG = 10;

function weakNote({ effective_F: strength }: Readonly<Record<string, number>>): string[] {
  if (strength === undefined || strength >= STRONG) return [];
  return [
    `weak instruments: their effective F is ${strength.toFixed(1)}, under ${STRONG}; t statistics and intervals cannot be trusted`,
  ];
}

function saturatedNote({ n, names, effects, dispersion }: FittedModel["fit"]): string[] {
  const used = degreesUsed(effects, names.length);
  if (dispersion === "one" || used < n) return [];
  return [
    `the model has ${used} parameters for ${n} rows and fits them exactly: there is no error to estimate from`,
  ];
}

function constantNote({ y, outcome }: Design): string[] {
  if (y.some(value => value !== y[0])) return [];
  return [`${outcome} is ${y[0]} in all ${y.length} rows, so there is nothing to explain`];
}

function onlyLeastSquares(name: string, what: string): void {
  if (name === "OLS" || name === "WLS") return;
  throw new UserError({
    code: "bootstrap",
    column: "bootstrap",
    message: `${what} here is for least squares, not for ${name}`,
  });
}

function randomized(
  { fit, design, name }: FittedModel,
  { term, unit, time, draws, seed = 1 }: RandomizeOptions,
): Omit<RandomizationTest, "coefficients"> {
  onlyLeastSquares(name, "randomisation inference");
  const { coefficients: _coefficients, ...result } = randomizationTest(
    withoutColumns(design, fit.collinear),
    {
      term,
      random: seededRandom(seed),
      ...(unit === undefined ? {} : { by: unit }),
      ...(time === undefined ? {} : { time }),
      ...(draws === undefined ? {} : { draws }),
    },
  );
  return result;
}

function bootstrapAll({ fit, design, name }: FittedModel, options: EstimateOptions): WildBootstrap[] {
  const { cluster, weights, draws, seed = 1, null: value } = options.bootstrap!;
  onlyLeastSquares(name, "the wild cluster bootstrap");
  return fit.names
    .filter(term => term !== "(Intercept)")
    .map(term =>
      wildBootstrap(withoutColumns(design, fit.collinear), {
        term,
        cluster,
        random: seededRandom(seed),
        level: options.level ?? 0.95,
        ...(weights ? { weights } : {}),
        ...(draws ? { draws } : {}),
        ...(value === undefined ? {} : { null: value }),
      }),
    );
}

const withoutColumns = (design: Design, names: readonly string[]): Design => ({
  ...design,
  columns: design.columns.filter(column => !names.includes(column.name)),
});

function collinearNote(collinear: readonly string[]): string[] {
  if (collinear.length === 0) return [];
  const verb = collinear.length === 1 ? "was" : "were";
  return [`${collinear.join(", ")} ${verb} left out: other regressors or fixed effects determine it`];
}

function unknownModel(name: string): UserError {
  return new UserError({
    code: "model",
    column: "model",
    message: `there is no model "${name}"`,
    expected: `one of ${Object.keys(MODELS).join(", ")}`,
    received: name,
  });
}

export type { Design };
