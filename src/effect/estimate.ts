import { UserError } from "../codebook/errors.ts";
import { averagedCells } from "./average-cells.ts";
import { frameFromCsv } from "./data/csv.ts";
import { type ColumnData, type Frame, frameOf } from "./data/frame.ts";
import type { Expression } from "./formula/expression.ts";
import { type Formula, parseFormula } from "./formula/formula.ts";
import { printExpression } from "./formula/print.ts";
import { buildDesign } from "./model/design.ts";
import { NotWhole, Presumed } from "./model/presumed.ts";
import { type FittedModel, fitModel, MODELS } from "./models.ts";
import { notesOf } from "./notes.ts";
import type { Estimate, EstimateOptions, Estimates } from "./options.ts";
import type { Progress } from "./progress.ts";
import { bootstrapAll, randomized } from "./resampling.ts";
import { type Group, groupsOf } from "./split.ts";
import { parseCorrection } from "./vcov/correction.ts";
import { inferTerms } from "./vcov/inference.ts";
import { parseVcov, type VcovSpec, vcovColumns, vcovRequired } from "./vcov/spec.ts";
import { vcovOf } from "./vcov/vcov.ts";

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
  const fitted = fitJob(job, { ...options, ...subset, needed });
  const { fit, design } = fitted;
  const correction = typeof options.ssc === "object" ? options.ssc : parseCorrection(options.ssc);
  const vcov = vcovOf(fit, design, { spec: job.spec, correction, bootstrap: options.bootstrap?.cluster });
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
    effects: Object.fromEntries(
      design.effects.map(({ factor }, place) => [job.formula.effects[place]!.written, factor.size]),
    ),
    dropped: design.dropped,
    collinear: fit.collinear,
    ...bootstrap,
    ...(options.randomize === undefined ? {} : { randomization: randomized(fitted, options.randomize) }),
    notes: notesOf({ fitted, formula: job.formula, frame: job.frame, vcov, statistics }),
    milliseconds: clock() - started,
  };
}

/** Fits the model on the sample that it chooses, at first as if no outcome or regressor were missing where their sums would show it. */
function fitJob({ formula, outcome, frame }: Job, options: EstimateOptions): FittedModel {
  const model = options.model ?? "ols";
  if (MODELS[model] === undefined) throw unknownModel(String(model));
  const chosen = (presumed?: Presumed) =>
    fitModel(
      model,
      buildDesign(formula, outcome, frame, presumed ? { ...options, presumed } : options),
      options,
    );
  if (model !== "ols" || formula.instruments.length > 0 || formula.effects.length === 0) return chosen();
  try {
    return chosen(new Presumed());
  } catch (error) {
    if (error instanceof NotWhole) return chosen();
    throw error;
  }
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
