import { UserError } from "../../../codebook/errors.ts";
import type {
  EstimateOptions,
  InterruptedRunOptions,
  Model,
  StaggeredMethod,
  StaggeredRunOptions,
  SyntheticOptions,
} from "../../../effect/index.ts";
import { type Invocation, option } from "../../command.ts";

/** Options of one model, read and checked; with `anyMethod` the method is not looked at. */
export function estimateOptions(
  invocation: Invocation,
  { anyMethod = false }: { readonly anyMethod?: boolean } = {},
): EstimateOptions {
  const given = (name: string) => option(invocation, name) ?? undefined;
  const method = given("method");
  const model = anyMethod || method === undefined ? undefined : modelOf(method);
  if (!anyMethod) refuseOfOthers(invocation);
  const singletons = given("singletons");
  const panel = given("panel");
  const level = given("level");
  return {
    ...only("vcov", given("vcov")),
    ...only("ssc", given("ssc")),
    ...only("weights", given("weights")),
    ...only("split", given("split")),
    ...only("subset", given("subset")),
    ...(model !== undefined && { model }),
    ...(singletons !== undefined && {
      singletons: oneOf("singletons", singletons, ["drop", "keep"] as const),
    }),
    ...(panel !== undefined && { panel: panelOf(panel) }),
    ...(level !== undefined && { level: probability("level", level) }),
    ...bootstrapOf(invocation),
    ...randomizeOf(invocation),
  };
}

/** What belongs to other methods, or to a bootstrap that nobody asked for. */
function refuseOfOthers(invocation: Invocation): void {
  const { options } = invocation;
  refuseGiven(invocation, ["controls", "window", "treated", "date", "donors"]);
  if (!options.has("plot")) refuseGiven(invocation, ["cohort", "treatment"]);
  if (!options.has("bootstrap")) refuseGiven(invocation, ["bootstrap-weights"], "--bootstrap");
  // A seed changes nothing where nothing is drawn, and scripts that want the same result each time give it always.
  if (!options.has("bootstrap") && !options.has("randomize"))
    refuseGiven(invocation, ["draws"], "--bootstrap or --randomize");
}

/** One of the models; an unknown name is told that `--method` also takes the staggered designs. */
function modelOf(name: string): Model {
  const models = ["ols", "poisson", "logit", "probit", "negbin"] as const;
  const found = models.find(one => one === name);
  if (found !== undefined) return found;
  throw new UserError({
    code: "usage",
    message: `--method is "${name}"`,
    expected: `${models.join(", ")}, staggered or one of its estimators, synth, sdid, did, its`,
    hint: "see `custodes estimate --help`",
  });
}

function bootstrapOf(invocation: Invocation): Pick<EstimateOptions, "bootstrap"> {
  const cluster = option(invocation, "bootstrap");
  if (cluster === null) return {};
  const weights = option(invocation, "bootstrap-weights");
  const known = ["rademacher", "webb", "mammen"] as const;
  return {
    bootstrap: {
      cluster,
      ...counts(invocation),
      ...(weights !== null && { weights: oneOf("bootstrap-weights", weights, known) }),
    },
  };
}

/** `--randomize trained,country,year`. */
function randomizeOf(invocation: Invocation): Pick<EstimateOptions, "randomize"> {
  const text = option(invocation, "randomize");
  if (text === null) return {};
  const [term, unit, time, ...rest] = text.split(",");
  if (!term || rest.length > 0)
    throw new UserError({
      code: "usage",
      message: `--randomize is "${text}"`,
      expected: "TERM, TERM,UNIT or TERM,UNIT,TIME, as in trained,country,year",
    });
  return {
    randomize: { term, ...(unit ? { unit } : {}), ...(time ? { time } : {}), ...counts(invocation) },
  };
}

/** `--draws` and `--seed`, where given. */
function counts(invocation: Invocation): { draws?: number; seed?: number } {
  const whole = (name: "draws" | "seed") => {
    const text = option(invocation, name);
    if (text === null) return {};
    if (/^\d{1,9}$/.test(text)) return { [name]: Number(text) };
    throw new UserError({ code: "usage", message: `--${name} is "${text}"`, expected: "a whole number" });
  };
  return { ...whole("draws"), ...whole("seed") };
}

/** Does `--method` ask for the estimators of staggered adoption, all or one? */
export const isStaggered = (method: string | null, known: readonly string[]): boolean =>
  method !== null && (method === "staggered" || known.includes(method));

/** Options of the staggered estimators, read and checked. */
export function staggeredOptions(invocation: Invocation): StaggeredRunOptions {
  refuseGiven(invocation, [
    "split",
    "bootstrap",
    "bootstrap-weights",
    "randomize",
    "treated",
    "date",
    "donors",
    "singletons",
  ]);
  const given = (name: string) => option(invocation, name) ?? undefined;
  const method = given("method")!;
  const panel = given("panel");
  const controls = given("controls");
  const level = given("level");
  return {
    ...only("vcov", given("vcov")),
    ...only("ssc", given("ssc")),
    ...only("cohort", given("cohort")),
    ...only("treatment", given("treatment")),
    ...only("weights", given("weights")),
    ...only("subset", given("subset")),
    ...(panel !== undefined && panelOf(panel)),
    ...(method !== "staggered" && { methods: [method as StaggeredMethod] }),
    ...(controls !== undefined && { controls: oneOf("controls", controls, ["never", "notyet"] as const) }),
    ...(level !== undefined && { level: probability("level", level) }),
    ...(invocation.options.has("window") && { window: windowOf(invocation)! }),
    ...counts(invocation),
  };
}

/** Options of synthetic control and synthetic difference-in-differences, read and checked. */
export function syntheticOptions(invocation: Invocation): Omit<SyntheticOptions, "method"> {
  refuseGiven(invocation, ["ssc", "weights", "split", "bootstrap", "randomize", "controls", "window"]);
  const given = (name: string) => option(invocation, name) ?? undefined;
  const panel = given("panel");
  const level = given("level");
  const treated = given("treated");
  return {
    ...only("vcov", given("vcov")),
    ...only("cohort", given("cohort")),
    ...only("treatment", given("treatment")),
    ...only("subset", given("subset")),
    ...only("donors", given("donors")),
    ...(treated !== undefined && { treated: treated.split(",").map(name => name.trim()) }),
    ...(invocation.options.has("date") && { date: dateOf(invocation) }),
    ...(panel !== undefined && panelOf(panel)),
    ...(level !== undefined && { level: probability("level", level) }),
    ...counts(invocation),
  };
}

/** Options of an interrupted time series, read and checked. */
export function interruptedOptions(invocation: Invocation): InterruptedRunOptions {
  refuseGiven(invocation, [
    "split",
    "bootstrap",
    "randomize",
    "cohort",
    "treatment",
    "treated",
    "donors",
    "controls",
  ]);
  const given = (name: string) => option(invocation, name) ?? undefined;
  const level = given("level");
  return {
    date: dateOf(invocation),
    ...only("vcov", given("vcov")),
    ...only("ssc", given("ssc")),
    ...only("subset", given("subset")),
    ...only("weights", given("weights")),
    ...(level !== undefined && { level: probability("level", level) }),
  };
}

/** `--date 2005`; NaN where it was not given, which the method refuses. */
function dateOf(invocation: Invocation): number {
  const text = option(invocation, "date");
  if (text === null) return Number.NaN;
  if (text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  throw new UserError({
    code: "usage",
    message: `--date is "${text}"`,
    expected: "a number as in the column of times, for example 2005",
  });
}

/** An option that a method would not look at is refused, so that nobody believes it was heard; `lacking` is what would make it of use. */
function refuseGiven(invocation: Invocation, names: readonly string[], lacking?: string): void {
  const given = names.find(name => invocation.options.has(name));
  if (given === undefined) return;
  const method = option(invocation, "method") ?? "ols";
  throw new UserError({
    code: "usage",
    message: `--method ${method} has no use for --${given}${lacking === undefined ? "" : ` without ${lacking}`}`,
    hint: "see `custodes estimate --help`",
  });
}

/** `--window -5,5`. */
export function windowOf(invocation: Invocation): readonly [number, number] | undefined {
  const text = option(invocation, "window");
  if (text === null) return undefined;
  const match = /^(-\d{1,4}),(\d{1,4})$/.exec(text);
  if (match !== null && Number(match[1]) <= -2) return [Number(match[1]), Number(match[2])];
  throw new UserError({
    code: "usage",
    message: `--window is "${text}"`,
    expected: "FIRST,LAST around treatment, as in -5,5, with FIRST at most -2",
  });
}

const only = <K extends string>(name: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: string };

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find(one => one === value);
  if (found === undefined)
    throw new UserError({ code: "usage", message: `--${name} is "${value}"`, expected: known.join(", ") });
  return found;
}

function panelOf(text: string): { unit: string; time: string } {
  const [unit, time, ...rest] = text.split(",");
  if (!unit || !time || rest.length > 0)
    throw new UserError({
      code: "usage",
      message: `--panel is "${text}"`,
      expected: "UNIT,TIME, as in country,year",
    });
  return { unit, time };
}

function probability(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1))
    throw new UserError({
      code: "usage",
      message: `--${name} is "${text}"`,
      expected: "a number between 0 and 1",
    });
  return value;
}
