import { UserError } from "../../codebook/errors.ts";
import { chiSquareSf } from "../../stats/distributions.ts";
import type { Context } from "./context.ts";
import { ESTIMATORS } from "./estimators.ts";
import { modelsOf } from "./loglinear/estimate-loglinear.ts";
import { METHODS } from "./methods.ts";
import { type ReadOptions, readTable } from "./table/read-table.ts";
import { combineStrata } from "./table/strata.ts";
import { type CaptureTable, captureFrequencies, emptyOverlaps, silentLists } from "./table/table.ts";
import type { Estimate, Refusal, UndercountOptions, UndercountResult } from "./types.ts";

const PAIR_ONLY = ["lincoln-petersen", "chapman", "profile-likelihood"];
const TWO_LISTS = ["chao-lower-bound", ...PAIR_ONLY];

/**
 * Estimates how many cases no list reports, by every method that the table can carry, side by side, each with its interval; the
 * others are refused with the reason. The input is CSV (see `readTable`) or a table of capture histories. The same input,
 * level, seed and draws give the same result.
 */
export function undercount(
  input: string | CaptureTable,
  options: UndercountOptions & ReadOptions = {},
): UndercountResult {
  const { level = 0.95, draws = 1000, seed = 1 } = options;
  checkOptions({ level, draws, seed, methods: options.methods });
  const read =
    typeof input === "string" ? readTable(input, options) : { table: input, strata: [], notes: [] };
  const whole = estimatesOf(read.table, { ...options, level, draws, seed });
  const result = {
    observed: read.table.observed,
    lists: read.table.lists,
    ...whole,
    notes: read.notes,
    warnings: warningsOf(read.table, whole.estimates),
  };
  if (read.strata.length === 0) return result;
  const strata = read.strata.map(({ stratum, table }) => ({
    stratum,
    observed: table.observed,
    ...estimatesOf(table, { ...options, level, draws, seed }),
  }));
  const joined = combineStrata(strata, level);
  return {
    ...result,
    estimates: [...result.estimates, ...joined.estimates],
    refused: [...result.refused, ...joined.refused],
    strata,
  };
}

type Settled = Required<Pick<UndercountOptions, "level" | "draws" | "seed">> & UndercountOptions;

function estimatesOf(
  table: CaptureTable,
  { level, draws, seed, methods, progress }: Settled,
): { estimates: Estimate[]; refused: Refusal[] } {
  const estimates: Estimate[] = [];
  const refused: Refusal[] = [];
  const context: Context = { table, level, draws, seed, models: once(() => modelsOf(table)) };
  for (const { id, label } of METHODS) {
    if (methods && !methods.includes(id)) continue;
    if (table.lists.length > 2 && PAIR_ONLY.includes(id)) continue;
    const reason = unfit(table, id);
    if (reason !== null) {
      refused.push({ method: id, reason });
      continue;
    }
    if (complete(table)) {
      estimates.push({
        method: id,
        value: table.observed,
        low: table.observed,
        high: table.observed,
        level,
        model: "",
        diagnostics: { interval: "every case is on every list" },
      });
      continue;
    }
    progress?.(label);
    const outcome = ESTIMATORS[id]!(context);
    if (typeof outcome === "string") refused.push({ method: id, reason: outcome });
    else estimates.push({ method: id, level, ...outcome });
  }
  return { estimates: flagged(estimates), refused };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Is every case on every list? Then the lists show no sign of anything missing, and there is nothing to model. */
function complete({ counts, observed }: CaptureTable): boolean {
  return counts.at(-1) === observed;
}

/** Why a method does not apply to the table, whatever its counts; null where it does. */
function unfit(table: CaptureTable, method: string): string | null {
  const { lists, observed } = table;
  if (observed === 0) return "there is no case";
  // A file with such a list is refused whole; a stratum may lack a list that others have.
  const silent = silentLists(table);
  if (silent.length > 0)
    return `${silent.join(" and ")} ${silent.length === 1 ? "reports" : "report"} no case here, so that its reach cannot be told; join strata`;
  const pair = lists.length === 2;
  if (pair && !TWO_LISTS.includes(method))
    return "needs at least three lists: with two, nothing tells dependence from missing cases";
  if (complete(table) || method === "chao-lower-bound" || pair) return null;
  const shared = captureFrequencies(table)
    .slice(2)
    .reduce((sum, n) => sum + n, 0);
  if (shared === 0) return "no case is on two lists, so that nothing bounds the number of unseen ones";
  return null;
}

/** Marks estimates below the interval of Chao's lower bound: they contradict what the table shows with hardly any model. */
function flagged(estimates: readonly Estimate[]): Estimate[] {
  const bound = estimates.find(({ method }) => method === "chao-lower-bound");
  if (bound === undefined) return [...estimates];
  return estimates.map(estimate =>
    estimate.value < bound.low && estimate !== bound
      ? { ...estimate, diagnostics: { ...estimate.diagnostics, below_lower_bound: true } }
      : estimate,
  );
}

const casesOf = (value: number): string => Math.round(value).toLocaleString("en-US");

/** Fewer cases than this make every interval a rough one. */
const FEW = 30;
/** With fewer shared cases Chapman's estimate is likely too low (Robson and Regier 1964). */
const FEW_SHARED = 7;

function warningsOf(table: CaptureTable, estimates: readonly Estimate[]): string[] {
  const warnings: string[] = [];
  if (table.observed < FEW)
    warnings.push(`only ${table.observed} cases: intervals that rest on large samples are too narrow`);
  const shared = table.lists.length === 2 ? table.counts[3]! : 0;
  if (shared > 0 && shared < FEW_SHARED)
    warnings.push(
      `only ${shared === 1 ? "one case is" : `${shared} cases are`} on both lists: below ${FEW_SHARED} Chapman's estimate is likely too low (Robson and Regier 1964), ` +
        "and one wrong link moves it by much",
    );
  const none = table.lists.length > 2 ? emptyOverlaps(table) : [];
  if (none.length > 0)
    warnings.push(
      `no case is shared by ${none.map(([i, j]) => `${table.lists[i]} and ${table.lists[j]}`).join("; ")}: see the sparse method`,
    );
  const of = (method: string) => estimates.find(estimate => estimate.method === method);
  const plain = of("independence")?.diagnostics["deviance"];
  const mixed = of("heterogeneity-darroch")?.diagnostics["deviance"];
  if (typeof plain === "number" && typeof mixed === "number") {
    const p = chiSquareSf(Math.max(0, plain - mixed), 1);
    if (p < 0.01)
      warnings.push(
        "cases differ in how likely they are reported, or lists depend on each other (the heterogeneity model fits better, p " +
          `${p < 0.001 ? "< 0.001" : p.toFixed(3)}); then estimates without it are too low`,
      );
  }
  const proper = estimates.filter(
    ({ method, diagnostics }) => method !== "independence" && diagnostics["lower_bound"] !== true,
  );
  const low = proper.filter(({ diagnostics }) => diagnostics["below_lower_bound"] === true).length;
  if (low > 0)
    warnings.push(
      `${low} of ${proper.length} estimates ${low === 1 ? "lies" : "lie"} clearly below Chao's lower bound, which takes hardly anything for granted: unless lists ` +
        "avoid each other, cases differ in how likely they are reported, or lists depend on each other, and such an estimate is too low",
    );
  if (proper.length > 1) {
    const values = proper.map(({ value }) => value);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    if (most - table.observed > 2 * (least - table.observed) && most > 1.2 * least)
      warnings.push(
        `the methods disagree: from ${casesOf(least)} to ${casesOf(most)}; the table alone does not say which assumption holds`,
      );
  }
  return warnings;
}

function checkOptions({
  level,
  draws,
  seed,
  methods,
}: Pick<UndercountOptions, "level" | "draws" | "seed" | "methods">): void {
  const wrong = (column: string, received: unknown, expected: string) =>
    new UserError({
      code: "bad-option",
      column,
      message: `${column} is ${JSON.stringify(received)}`,
      expected,
    });
  if (!(level! > 0 && level! < 1)) throw wrong("level", level, "a number between 0 and 1, like 0.95");
  if (!(Number.isInteger(draws) && draws! >= 0 && draws! <= 100_000))
    throw wrong("draws", draws, "a whole number from 0 to 100000");
  if (!Number.isSafeInteger(seed)) throw wrong("seed", seed, "a whole number");
  const known = METHODS.map(({ id }) => id);
  const unknown = methods?.find(method => !known.includes(method));
  if (unknown !== undefined) throw wrong("methods", unknown, known.join(", "));
}
