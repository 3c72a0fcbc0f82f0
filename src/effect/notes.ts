import type { Frame } from "./data/frame.ts";
import { areAlike, firstOf } from "./data/taken.ts";
import { degreesUsed } from "./fit/degrees.ts";
import type { Formula } from "./formula/formula.ts";
import { outcomeIn } from "./model/design.ts";
import type { FittedModel } from "./models.ts";
import type { Vcov } from "./vcov/variance.ts";

interface Noted {
  readonly fitted: FittedModel;
  readonly formula: Formula;
  readonly frame: Frame;
  readonly vcov: Pick<Vcov, "notes">;
  readonly statistics: Readonly<Record<string, number>>;
}

/** What a reader must know of an estimate. */
export function notesOf({ fitted, formula, frame, vcov, statistics }: Noted): string[] {
  const { fit, design } = fitted;
  const unsolved = "the fixed-effects solve did not reach its tolerance; do not trust the last digits";
  return [
    ...constantNote(design),
    ...textNotes(formula, frame),
    ...vcov.notes,
    ...(fitted.notes ?? []),
    ...weakNote(statistics),
    ...saturatedNote(fit),
    ...(fit.converged ? [] : [unsolved]),
    ...collinearNote(fit.collinear),
  ];
}

/** From this share of numbers among its values on a text column was probably meant to be one of numbers. */
const MOSTLY = 0.5;

/** Regressors that are text and nearly numbers: each of their values becomes an indicator, which is seldom meant. Numbers alone are refused. */
function textNotes({ terms, endogenous, instruments }: Formula, frame: Frame): string[] {
  const factors = [...terms, ...endogenous, ...instruments].flatMap(term => term.factors);
  const names = new Set(factors.flatMap(factor => (factor.kind === "name" ? [factor.name] : [])));
  return [...names].flatMap(name => {
    const column = frame.columns.get(name);
    if (column?.kind !== "text") return [];
    const others = column.levels.filter(level => level.trim() === "" || !Number.isFinite(Number(level)));
    if (others.length > (1 - MOSTLY) * column.levels.length) return [];
    const but = `all but ${others.length} (such as "${others[0]}") are numbers`;
    return [
      `${name} is text, so each of its ${column.levels.length} values became an indicator, though ${but}; factor(${name}) says that this is meant`,
    ];
  });
}

/** Below this the usual t test of two-stage least squares is off by more than it says (Staiger and Stock 1997; Montiel Olea and Pflueger 2013). */
const STRONG = 10;

function weakNote({ effective_F: strength }: Readonly<Record<string, number>>): string[] {
  // Undefined, too, where the endogenous regressor does not vary and was left out.
  if (strength === undefined || Number.isNaN(strength) || strength >= STRONG) return [];
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

function constantNote(design: FittedModel["design"]): string[] {
  const y = outcomeIn(design);
  if (!areAlike(y)) return [];
  return [`${design.outcome} is ${firstOf(y)} in all ${y.length} rows, so there is nothing to explain`];
}

function collinearNote(collinear: readonly string[]): string[] {
  if (collinear.length === 0) return [];
  const [verb, object] = collinear.length === 1 ? ["was", "it"] : ["were", "them"];
  return [`${collinear.join(", ")} ${verb} left out: other regressors or fixed effects determine ${object}`];
}
