import { UserError } from "../../codebook/errors.ts";
import { factorOf } from "../data/factor.ts";
import { type Frame, numbersOf } from "../data/frame.ts";
import { nearestName } from "../data/nearest-name.ts";
import { parseExpression } from "../formula/expression.ts";
import type { Formula } from "../formula/formula.ts";
import { buildDesign, columnOn, type Design, type Dropped } from "../model/design.ts";
import { evaluateNumbers } from "../model/evaluate.ts";
import { type BlockPanel, type BlockRow, blockPanelOf } from "./block-panel.ts";
import type { SyntheticOptions } from "./estimate.ts";

interface Block {
  readonly panel: BlockPanel;
  readonly outcome: string;
  readonly names: { readonly unit: string; readonly time: string };
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
}

/** Reads the block panel that a formula and options describe; controls that are not seen in every period are left out and counted. */
export function readBlock(frame: Frame, formula: Formula, options: SyntheticOptions): Block {
  const names = namesOf(formula, options);
  const { treatment, subset } = options;
  const plain = { ...formula, terms: [], effects: [], endogenous: [], instruments: [], intercept: true };
  const needed = [names.unit, names.time, ...(treatment === undefined ? [] : [treatment])];
  const design = buildDesign(plain, formula.outcomes[0]!, frame, {
    needed,
    ...(subset === undefined ? {} : { subset }),
  });
  const rows = rowsOf(design, names, options);
  const treated = new Set(rows.filter(row => row.treated).map(({ unit }) => unit));
  const pool = donorPool(rows, treated, allowedOf(design, options));
  const whole = seenThroughout(pool.rows, treated);
  return {
    panel: blockPanelOf(whole.rows),
    outcome: design.outcome,
    names,
    dropped: [...design.dropped, ...pool.dropped, ...whole.dropped],
    notes: whole.notes,
  };
}

function namesOf(formula: Formula, options: SyntheticOptions): Block["names"] {
  const effects = formula.effects.map(({ name }) => name);
  const unit = options.unit ?? effects[0];
  const time = options.time ?? effects[1];
  const hint = 'write "outcome ~ 1 | unit + time"';
  const refuse = (message: string) => new UserError({ code: "block", column: "formula", message, hint });
  if (unit === undefined || time === undefined) throw refuse("the unit and the time are missing");
  if (formula.outcomes.length > 1)
    throw refuse(`one outcome is estimated at a time, not ${formula.outcomes.length}`);
  if (formula.terms.length > 0 || formula.instruments.length > 0)
    throw refuse("this method takes no regressors and no instruments");
  return { unit, time };
}

function rowsOf(design: Design, { unit, time }: Block["names"], options: SyntheticOptions): BlockRow[] {
  const units = factorOf(columnOn(design, unit));
  const times = numbersOf(columnOn(design, time), time);
  const labels = Array.from({ length: units.size }, (_, level) => units.label(level));
  const isTreated = treatmentOf(design, { labels, times }, options);
  return Array.from(design.y, (y, row) => {
    const name = labels[units.codes[row]!]!;
    return { unit: name, time: times[row]!, y, treated: isTreated(row, name) };
  });
}

interface Seen {
  readonly labels: readonly string[];
  readonly times: Float64Array;
}

/** Whether a row is treated, by a 0/1 column, first treated times, or named units and a date. */
function treatmentOf(
  design: Design,
  { labels, times }: Seen,
  { treatment, cohort, treated, date }: SyntheticOptions,
): (row: number, unit: string) => boolean {
  if (treatment !== undefined) {
    const values = numbersOf(columnOn(design, treatment), treatment);
    return row => values[row]! > 0;
  }
  if (cohort !== undefined) {
    const first = numbersOf(columnOn(design, cohort), cohort);
    return row => Number.isFinite(first[row]!) && first[row] !== 0 && times[row]! >= first[row]!;
  }
  if (treated === undefined || treated.length === 0 || date === undefined)
    throw new UserError({
      code: "usage",
      message: "who is treated, and when, is missing",
      expected:
        "a 0/1 column (--treatment), first treated times (--cohort), or --treated UNIT with --date TIME",
    });
  const unknown = treated.find(name => !labels.includes(name));
  if (unknown !== undefined) throw unknownUnit(unknown, labels);
  return (row, unit) => treated.includes(unit) && times[row]! >= date;
}

function unknownUnit(name: string, labels: readonly string[]): UserError {
  const nearest = nearestName(name, [...labels]);
  return new UserError({
    code: "unknown-unit",
    column: "treated",
    message: `no row has the unit ${name}`,
    expected: `one of ${labels.slice(0, 20).join(", ")}`,
    ...(nearest === null ? {} : { hint: `did you mean ${nearest}?` }),
  });
}

/** Whether the rows of the sample satisfy the condition on donors. */
function allowedOf(design: Design, { donors }: SyntheticOptions): Float64Array | null {
  if (donors === undefined) return null;
  const all = evaluateNumbers(parseExpression(donors), { frame: design.frame, panel: null, text: donors });
  return Float64Array.from(design.rows, row => all[row]!);
}

interface Kept {
  readonly rows: readonly BlockRow[];
  readonly dropped: readonly Dropped[];
}

function donorPool(
  rows: readonly BlockRow[],
  treated: ReadonlySet<string>,
  allowed: Float64Array | null,
): Kept {
  if (allowed === null) return { rows, dropped: [] };
  const refused = new Set(rows.filter((_, row) => allowed[row] !== 1).map(({ unit }) => unit));
  const kept = without(rows, unit => refused.has(unit) && !treated.has(unit), "units outside the donor pool");
  if (kept.rows.every(({ unit }) => treated.has(unit)))
    throw new UserError({
      code: "donors",
      column: "donors",
      message: "no unit that is never treated satisfies the condition in all its rows",
      hint: "look at the spelling of its values",
    });
  return kept;
}

/** Controls without a value in some period leave; a treated unit without one is refused where the panel is arranged. */
function seenThroughout(rows: readonly BlockRow[], treated: ReadonlySet<string>): Kept & { notes: string[] } {
  const periods = new Set(rows.filter(({ unit }) => treated.has(unit)).map(({ time }) => time));
  const inside = treated.size === 0 ? { rows, dropped: [] } : withoutRows(rows, periods);
  const seen = new Map<string, number>();
  for (const { unit } of inside.rows) seen.set(unit, (seen.get(unit) ?? 0) + 1);
  const gappy = [...seen].filter(([unit, n]) => !treated.has(unit) && n < periods.size).map(([unit]) => unit);
  const gone = new Set(gappy);
  const kept = without(inside.rows, unit => gone.has(unit), "controls without a value in some period");
  const notes =
    gappy.length === 0
      ? []
      : [
          `left out because they lack a period: ${gappy.slice(0, 12).join(", ")}${gappy.length > 12 ? ` and ${gappy.length - 12} more` : ""}`,
        ];
  return { rows: kept.rows, dropped: [...inside.dropped, ...kept.dropped], notes };
}

/** Times at which no treated unit is seen say nothing of the treated. */
function withoutRows(rows: readonly BlockRow[], periods: ReadonlySet<number>): Kept {
  const kept = rows.filter(({ time }) => periods.has(time));
  const gone = rows.length - kept.length;
  return {
    rows: kept,
    dropped: gone === 0 ? [] : [{ reason: "times at which no treated unit is seen", rows: gone }],
  };
}

function without(rows: readonly BlockRow[], leaves: (unit: string) => boolean, reason: string): Kept {
  const kept = rows.filter(({ unit }) => !leaves(unit));
  const gone = rows.length - kept.length;
  return { rows: kept, dropped: gone === 0 ? [] : [{ reason, rows: gone }] };
}
