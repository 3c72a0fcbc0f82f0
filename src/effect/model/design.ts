import { UserError } from "../../codebook/errors.ts";
import { codedBefore, combineFactors, type Factor, factorOf, isEvery, takeFactor } from "../data/factor.ts";
import { forgetFacts } from "../data/facts.ts";
import { type Column, columnNamed, type Frame, numbersOf, takeNumbers, takeRows } from "../data/frame.ts";
import { forgetSums } from "../data/gathered.ts";
import { type GapRule, type Panel, type PanelId, panelOf } from "../data/panel.ts";
import { flaggedRows, takeValues } from "../data/runs.ts";
import { type Numbers, numbersIn, takenOf, withTaken } from "../data/taken.ts";
import type { Effect } from "../fit/absorb.ts";
import { type Expression, parseExpression } from "../formula/expression.ts";
import type { EffectTerm, Formula, Term } from "../formula/formula.ts";
import { printExpression } from "../formula/print.ts";
import { evaluate, evaluateNumbers, type Scope } from "./evaluate.ts";
import type { Flags } from "./flags.ts";
import { markFactor, markMissing, markNumbers } from "./missing.ts";
import { NotWhole, type Presumed } from "./presumed.ts";
import { ALONE, Sample } from "./sample.ts";
import { expandTerms, type NamedColumn, type PreparedTerm, prepareTerm } from "./terms.ts";

/** Rows left out of the estimation, and why. */
export interface Dropped {
  readonly reason: string;
  readonly rows: number;
  /** Set where a subset or a split says which rows to take: these are not lost. */
  readonly chosen?: true;
}

export interface DesignOptions {
  /** A column or expression of positive weights. */
  readonly weights?: string;
  /** A column or expression added to the linear predictor (generalised linear models). */
  readonly offset?: string;
  /** A condition; only rows where it is true are used. */
  readonly subset?: string;
  /** Unit and time, needed by lags and by panel standard errors. */
  readonly panel?: PanelId;
  /**
   * Rows that are alone in a level of a fixed effect: `drop` (default, as fixest 0.14 does) repeats until none is
   * left; `keep` counts them in n and in K. Coefficients are the same.
   */
  readonly singletons?: "drop" | "keep";
  /** Further columns that every row must have, such as clusters. */
  readonly needed?: readonly string[];
  /** Outcome and regressors are presumed to miss no value, and looked at later. */
  readonly presumed?: Presumed;
}

/** The estimation sample of one model. Every array has one entry a row kept. */
export interface Design {
  readonly outcome: string;
  readonly y: Float64Array;
  readonly columns: readonly NamedColumn[];
  readonly endogenous: readonly NamedColumn[];
  readonly instruments: readonly NamedColumn[];
  /** Whether a constant is estimated: no fixed effects and no `0 +`. */
  readonly constant: boolean;
  readonly effects: readonly Effect[];
  readonly weights: Float64Array | null;
  readonly offset: Float64Array | null;
  /** Row numbers in the frame, ascending. */
  readonly rows: Int32Array;
  readonly dropped: readonly Dropped[];
  readonly frame: Frame;
  readonly panel: PanelId | null;
  /** What a fit must see confirmed as soon as it has visited the columns. */
  readonly presumed?: Presumed | undefined;
}

/** Everything that a formula and its options name, evaluated in every row of the frame. */
interface Evaluated {
  readonly outcome: string;
  readonly y: Float64Array;
  readonly terms: readonly PreparedTerm[];
  readonly endogenous: readonly PreparedTerm[];
  readonly instruments: readonly PreparedTerm[];
  readonly effects: readonly Effect[];
  readonly weights: Float64Array | null;
  readonly offset: Float64Array | null;
  readonly condition: Float64Array | null;
}

/** Chooses the sample of one outcome of a formula and builds the model matrix on it. */
export function buildDesign(
  formula: Formula,
  outcome: Expression,
  frame: Frame,
  options: DesignOptions = {},
): Design {
  forgetFacts();
  forgetSums();
  const all = evaluateAll(formula, outcome, { frame, options });
  const sample = chooseSample(all, frame, options);
  const rows = sample.rows();
  if (rows.length === 0) throw options.presumed === undefined ? nothingLeft(sample.dropped) : new NotWhole();
  const constant = formula.intercept && all.effects.length === 0;
  const expand = (terms: readonly PreparedTerm[]) =>
    expandTerms(terms, rows, constant || all.effects.length > 0);
  return {
    outcome: all.outcome,
    y: takeNumbers(all.y, rows),
    columns: expand(all.terms),
    endogenous: expand(all.endogenous),
    instruments: expand(all.instruments),
    constant,
    effects: all.effects.map(effect => takeEffect(effect, rows)),
    weights: all.weights === null ? null : takeNumbers(all.weights, rows),
    offset: all.offset === null ? null : takeNumbers(all.offset, rows),
    rows,
    dropped: sample.dropped,
    frame,
    panel: options.panel ?? null,
    presumed: options.presumed,
  };
}

function evaluateAll(
  formula: Formula,
  outcome: Expression,
  { frame, options }: { frame: Frame; options: DesignOptions },
): Evaluated {
  const panel: Panel | null = options.panel === undefined ? null : panelOf(frame, options.panel);
  const scope: Scope = { frame, panel, text: formula.text };
  const prepare = (terms: readonly Term[]) => terms.map(term => prepareTerm(term, scope));
  const numbers = (text: string | undefined) =>
    text === undefined ? null : evaluateNumbers(parseExpression(text), { ...scope, text });
  return {
    outcome: printExpression(outcome),
    y: evaluateNumbers(outcome, scope),
    terms: prepare(formula.terms),
    endogenous: prepare(formula.endogenous),
    instruments: prepare(formula.instruments),
    effects: formula.effects.map(effect => prepareEffect(effect, scope)),
    weights: numbers(options.weights),
    offset: numbers(options.offset),
    condition: numbers(options.subset),
  };
}

/** Leaves rows out in a fixed order of reasons; a row counts under the first that applies. */
function chooseSample(all: Evaluated, frame: Frame, options: DesignOptions): Sample {
  const { condition, weights, offset } = all;
  const { presumed = null } = options;
  const sample = new Sample(frame.rows);
  if (condition !== null) {
    sample.drop(
      `${OUTSIDE} ${options.subset}`,
      out => {
        const flags = out.list;
        for (let row = 0; row < condition.length; row++) if (condition[row] === 0) flags[row] = 1;
        markNumbers(condition, out);
        return true;
      },
      true,
    );
  }
  sample.drop(`no value of ${all.outcome}`, out => markNumbers(all.y, out, presumed));
  for (const term of [...all.terms, ...all.endogenous, ...all.instruments]) {
    sample.drop(`no value of ${term.term.name}`, out => markMissing(term, out, presumed));
  }
  for (const { name, factor, slopes } of all.effects) {
    sample.drop(`no value of ${name}`, out => {
      const marked = [markFactor(factor, out), ...slopes.map(slope => markNumbers(slope, out))];
      return marked.includes(true);
    });
  }
  if (weights !== null) {
    sample.drop(`${WEIGHTLESS} ${options.weights}`, out => {
      const light = markLight(weights, out);
      return markNumbers(weights, out) || light;
    });
  }
  if (offset !== null) sample.drop(`no value of ${options.offset}`, out => markNumbers(offset, out));
  for (const name of options.needed ?? []) {
    sample.drop(`no value of ${name}`, out => markColumn(columnNamed(frame, name), out));
  }
  if ((options.singletons ?? "drop") === "drop") sample.dropSingletons(all.effects);
  return sample;
}

/** Marks the rows whose weight is not positive; whether there are any. */
function markLight(weights: Float64Array, out: Flags): boolean {
  let any = false;
  for (let row = 0; row < weights.length; row++) {
    if (weights[row]! > 0) continue;
    out.list[row] = 1;
    any = true;
  }
  return any;
}

function markColumn(column: Column, out: Flags): boolean {
  // What the effects are coded by need not be looked through again.
  const coded = codedBefore(column);
  if (coded !== undefined) return markFactor(coded, out);
  return column.kind === "number" ? markNumbers(column.values, out) : markFactor(factorOf(column), out);
}

function prepareEffect(effect: EffectTerm, scope: Scope): Effect {
  const parts = effect.variables.map(variable => factorOf(evaluate(variable, scope)));
  return {
    name: effect.name,
    factor: parts.length === 1 ? parts[0]! : combineFactors(parts),
    intercept: effect.intercept,
    slopes: effect.slopes.map(slope => numbersOf(evaluate(slope, scope), printExpression(slope))),
  };
}

export function takeEffect(effect: Effect, rows: Int32Array): Effect {
  return {
    ...effect,
    factor: takeFactor(effect.factor, rows),
    slopes: effect.slopes.map(slope => takeNumbers(slope, rows)),
  };
}

const OUTSIDE = "outside the subset";
const WEIGHTLESS = "no positive weight";

export function nothingLeft(dropped: readonly Dropped[]): UserError {
  const reasons = dropped.map(({ reason, rows }) => `${rows} rows: ${reason}`).join("; ");
  return new UserError({
    code: "empty-sample",
    message: `no row is left to estimate from${reasons === "" ? "" : ` (${reasons})`}`,
    hint: wayOut(dropped),
  });
}

function wayOut(dropped: readonly Dropped[]): string {
  const reasons = dropped.map(({ reason }) => reason);
  if (reasons.includes(ALONE))
    return "every level of a fixed effect holds one row: take a coarser effect, or --singletons keep";
  if (reasons.length === 1 && reasons[0]!.startsWith(OUTSIDE))
    return "the condition holds in no row; look at the values of its columns";
  if (reasons.at(-1)?.startsWith(WEIGHTLESS)) return "weights must be numbers above 0";
  return "look for a column that is missing wherever another one is present";
}

/**
 * The design without some of its rows, and with what was dropped. `keep` has one flag a row. Outcome and columns are written down only for whoever asks
 * for them as lists.
 */
export function withoutRows(design: Design, keep: Uint8Array, dropped: readonly Dropped[]): Design {
  const places = flaggedRows(keep);
  if (places.length === keep.length) return design;
  const take = (values: Float64Array | null) => (values === null ? null : takeNumbers(values, places));
  const takeAll = (columns: readonly NamedColumn[]) =>
    columns.map(({ values, ...rest }) => withTaken(rest, "values", takenOf(values, places)));
  const { y: _y, ...rest } = design;
  const chosen = {
    ...rest,
    columns: takeAll(design.columns),
    endogenous: takeAll(design.endogenous),
    instruments: takeAll(design.instruments),
    effects: design.effects.map(effect => takeEffect(effect, places)),
    weights: take(design.weights),
    offset: take(design.offset),
    rows: isEvery(design.rows) ? places : takeValues(design.rows, places),
    dropped,
  };
  return withTaken(chosen, "y", takenOf(design.y, places));
}

/** The outcome, and a regressor, without writing them down. */
export const outcomeIn = (design: Pick<Design, "y">): Numbers => numbersIn(design, () => design.y);
export const numbersOfColumn = (column: NamedColumn): Numbers => numbersIn(column, () => column.values);

/** A column of the frame on the rows of the sample. */
export function columnOn(design: Pick<Design, "frame" | "rows">, name: string): Column {
  return takeRows(columnNamed(design.frame, name), design.rows);
}

/** A column of the frame on the rows of the sample, coded by level. */
export const factorOn = (design: Pick<Design, "frame" | "rows">, name: string): Factor =>
  takeFactor(factorOf(columnNamed(design.frame, name)), design.rows);

export type { GapRule };
