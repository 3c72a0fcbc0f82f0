import { UserError } from "../../codebook/errors.ts";
import { factorOf } from "../data/factor.ts";
import { columnNamed, type Frame, numbersOf } from "../data/frame.ts";
import { type Data, estimateFormula, readData, specOf } from "../estimate.ts";
import type { Expression } from "../formula/expression.ts";
import { type Formula, parseFormula, type Term } from "../formula/formula.ts";
import { buildDesign, columnOn, type Design } from "../model/design.ts";
import type { Estimate, EstimateOptions } from "../options.ts";
import type { VcovSpec } from "../vcov/spec.ts";

export interface InterruptedRunOptions
  extends Pick<EstimateOptions, "ssc" | "subset" | "level" | "weights" | "clock"> {
  /** First time at which the policy is in force. */
  readonly date: number;
  /** Newey-West (`nw:2`) or what else suits one series. Required. */
  readonly vcov?: string | VcovSpec;
}

/** An estimate in the contract's form, with the series that it describes. */
export interface InterruptedEstimate extends Estimate {
  readonly assumption: string;
  readonly date: number;
  readonly path: readonly {
    readonly time: number;
    readonly observed: number;
    readonly fitted: number;
    /** What the earlier level and trend say of a time after the date; null before it. */
    readonly counterfactual: number | null;
  }[];
}

/** Names of the regressors that segmented regression adds. */
export const SEGMENTS = { trend: "trend before", jump: "jump", change: "change of trend" } as const;

const FEWEST = 3;

/** A series has few times and four parameters or more, so that n - K degrees of freedom matter. */
const SEGMENT_DF = "t.df=conventional";

/**
 * Segmented regression of one series about a policy date (Wagner, Soumerai, Zhang and Ross-Degnan 2002): `outcome ~ time + more regressors`,
 * with the level and trend before, the jump at the date and the change of trend after it. There is no comparison group, so anything
 * else that happened at the date is in the estimate.
 */
export function estimateInterrupted(
  data: Data,
  text: string,
  options: InterruptedRunOptions,
): InterruptedEstimate {
  const frame = readData(data);
  const asked = parseFormula(text);
  const time = timeOf(asked);
  const spec = specOf(options.vcov);
  const { date, vcov: _vcov, ...rest } = options;
  if (!Number.isFinite(date))
    throw usage("the date is missing", "the first time at which the policy is in force (--date)");
  const formula = segmented(asked);
  const extended = withSegments(frame, time, date);
  const design = buildDesign(formula, formula.outcomes[0]!, extended, {
    needed: [time],
    ...(options.subset === undefined ? {} : { subset: options.subset }),
  });
  refuseOthers(design, time, date);
  const [estimate] = estimateFormula(extended, formula, {
    ...rest,
    ssc: options.ssc ?? SEGMENT_DF,
    vcov: along(spec, time),
    needed: [time],
  });
  return {
    ...estimate!,
    model: "Interrupted time series",
    formula: asked.text,
    vcov: estimate!.vcov.replace("Driscoll-Kraay", "Newey-West"),
    assumption: "the earlier trend would have gone on, and nothing else changed at the date",
    date,
    path: pathOf(design, { estimate: estimate!, time, date }),
  };
}

/** One series has one unit: Newey-West is Driscoll-Kraay over its times. */
function along(spec: VcovSpec, time: string): VcovSpec {
  if (spec.kind !== "nw" && spec.kind !== "dk") return spec;
  return { kind: "dk", lag: spec.lag, time, ...(spec.calendar ? { calendar: true } : {}) };
}

const usage = (message: string, expected: string, hint?: string) =>
  new UserError({ code: "interrupted", message, expected, ...(hint === undefined ? {} : { hint }) });

/** The time is the first regressor. */
function timeOf({ terms, effects, instruments, outcomes }: Formula): string {
  const [first] = terms;
  const [variable, ...product] = first?.factors ?? [];
  if (
    variable?.kind !== "name" ||
    product.length > 0 ||
    outcomes.length > 1 ||
    effects.length + instruments.length > 0
  )
    throw usage(
      "the formula does not name one outcome and the time",
      "outcome ~ time, or outcome ~ time + more regressors, without fixed effects and instruments",
    );
  return variable.name;
}

function segmented(formula: Formula): Formula {
  const term = (name: string): Term => ({
    factors: [{ kind: "name", name, at: 0 } as Expression],
    name,
    at: 0,
  });
  const [, ...others] = formula.terms;
  return { ...formula, terms: [...Object.values(SEGMENTS).map(term), ...others] };
}

function withSegments(frame: Frame, time: string, date: number): Frame {
  const times = numbersOf(columnNamed(frame, time), time);
  const column = (value: (at: number) => number) => ({ kind: "number" as const, values: times.map(value) });
  return {
    rows: frame.rows,
    columns: new Map([
      ...frame.columns,
      [SEGMENTS.trend, column(at => at - date)],
      [SEGMENTS.jump, column(at => (Number.isNaN(at) ? at : Number(at >= date)))],
      [SEGMENTS.change, column(at => (at >= date ? at - date : 0 * at))],
    ]),
  };
}

function refuseOthers(design: Design, time: string, date: number): void {
  const column = columnOn(design, time);
  const times = numbersOf(column, time);
  const distinct = factorOf(column).size;
  if (distinct < times.length)
    throw usage(
      `${times.length} rows have ${distinct} different times`,
      "one series: one row for each time",
      'choose it (--subset), as in country == "AGO"',
    );
  const before = times.filter(at => at < date).length;
  if (before < FEWEST || times.length - before < FEWEST)
    throw usage(
      `${before} times before ${date} and ${times.length - before} from it on`,
      `at least ${FEWEST} on either side`,
    );
}

interface Fitted {
  readonly estimate: Estimate;
  readonly time: string;
  readonly date: number;
}

function pathOf(design: Design, { estimate, time, date }: Fitted): InterruptedEstimate["path"] {
  const times = numbersOf(columnOn(design, time), time);
  const size = (name: string) => estimate.terms.find(({ term }) => term === name)?.estimate ?? 0;
  const added: readonly string[] = [SEGMENTS.jump, SEGMENTS.change];
  const sum = (row: number, names: (name: string) => boolean) =>
    design.columns.reduce(
      (total, { name, values }) => total + (names(name) ? size(name) * values[row]! : 0),
      0,
    );
  return Array.from(times, (at, row) => {
    const base = size("(Intercept)") + sum(row, name => !added.includes(name));
    const fitted = base + sum(row, name => added.includes(name));
    return { time: at, observed: design.y[row]!, fitted, counterfactual: at >= date ? base : null };
  }).sort((a, b) => a.time - b.time);
}
