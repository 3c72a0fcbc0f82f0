import { lognormalInterval } from "../bounds/two-lists.ts";
import { type Context, NO_BOUND, type Outcome } from "../context.ts";
import type { CaptureTable } from "../table/table.ts";
import type { Estimate } from "../types.ts";
import { type Bootstrap, bcaLimit, bootstrap } from "./bootstrap.ts";
import { checkIdentifiability } from "./existence.ts";
import {
  allModels,
  averageModels,
  best,
  type Criterion,
  EXHAUSTIVE_LISTS,
  type ScoredModel,
  scoreModel,
} from "./loglinear.ts";
import { modelName, modelOf } from "./models.ts";
import { searchPairs } from "./pair-search.ts";
import { LoglinearFitter } from "./poisson-fit.ts";
import { profileModel } from "./profile-model.ts";
import { type PairwiseFit, stepwise } from "./stepwise.ts";

/** Models for selection and averaging; with more lists than can be searched whole, none. */
export function modelsOf(table: CaptureTable): readonly ScoredModel[] {
  const { length } = table.lists;
  return length >= 3 && length <= EXHAUSTIVE_LISTS ? allModels(table) : [];
}

/** A scored model with its profile likelihood interval. */
export function profiled(
  { table, level }: Context,
  scored: ScoredModel,
  diagnostics: Estimate["diagnostics"] = {},
): Outcome {
  const dropped = new Uint8Array(table.counts.length);
  const fit = new LoglinearFitter(table.lists.length).fitExtended(scored.model.terms, table.counts);
  for (let cell = 1; cell < dropped.length; cell++) if (fit.mu[cell] === 0) dropped[cell] = 1;
  const profile = profileModel(table, scored.model, { level, dropped });
  if (profile === null) return NO_BOUND;
  return {
    value: scored.abundance,
    low: Math.min(profile.low, scored.abundance),
    high: profile.high,
    model: modelName(scored.model, table.lists),
    diagnostics: {
      se: scored.se,
      deviance: scored.deviance,
      parameters: scored.parameters,
      aic: scored.aic,
      bic: scored.bic,
      interval: "profile likelihood",
      ...diagnostics,
    },
  };
}

/** The model that a criterion chooses. */
export function selected(context: Context, criterion: Criterion): Outcome {
  const { table } = context;
  const models = context.models();
  if (models.length === 0) return searched(context, criterion);
  const chosen = best(models, criterion);
  if (chosen === null) return NO_BOUND;
  const { exists } = checkIdentifiability(table, {
    terms: chosen.model.terms,
    dropped: new Uint8Array(table.counts.length),
  });
  return profiled(context, chosen, {
    criterion,
    search: "all hierarchical models",
    models: models.length,
    unusable: models.filter(model => !model.usable).length,
    on_boundary: !exists,
  });
}

/** Choice among pairwise models, where all hierarchical ones are too many. */
function searched({ table, level }: Context, criterion: Criterion): Outcome {
  const chosen = searchPairs(table, { criterion });
  if (chosen === null) return NO_BOUND;
  const { terms, dropped, empty } = chosen.reduced;
  const profile = profileModel(table, { terms }, { level, dropped });
  if (profile === null) return NO_BOUND;
  return {
    value: chosen.value,
    low: Math.min(profile.low, chosen.value),
    high: profile.high,
    model: pairsName(table, chosen),
    diagnostics: {
      deviance: chosen.fit.deviance,
      interval: "profile likelihood",
      criterion,
      search: "stepwise over pairs of lists",
      empty_overlaps_in_model: empty.length,
    },
  };
}

/** Name of a pairwise model; pairs without overlap are in it too. */
function pairsName({ lists }: CaptureTable, { pairs }: PairwiseFit): string {
  return modelName(
    modelOf(
      lists.length,
      pairs.map(([i, j]) => (1 << i) | (1 << j)),
    ),
    lists,
  );
}

/** The average over all models by a criterion. */
export function averaged({ table, level, models }: Context, criterion: Criterion): Outcome {
  const scored = models();
  if (scored.length === 0)
    return `averaging needs 3 to ${EXHAUSTIVE_LISTS} lists, so that every model can be fitted`;
  const average = averageModels(scored, criterion);
  if (average === null) return NO_BOUND;
  const heaviest = average.weights.reduce((top, w, at) => (w > average.weights[top]! ? at : top), 0);
  const [low, high] = lognormalInterval(
    table.observed,
    { value: average.abundance, variance: average.se ** 2 },
    level,
  );
  return {
    value: average.abundance,
    low,
    high,
    model: modelName(scored[heaviest]!.model, table.lists),
    diagnostics: {
      criterion,
      se: average.se,
      models: average.usable,
      unusable: scored.length - average.usable,
      heaviest_weight: average.weights[heaviest]!,
      interval: "log-normal with the unconditional standard error",
    },
  };
}

/** Lists up to which every model is fitted again in each resample. */
const RESAMPLED_WHOLE = 4;

/** Choice by BIC, repeated in every resample. */
export function selectionBootstrap(context: Context): Outcome {
  const { table, draws, seed, level } = context;
  if (draws === 0) return "no resamples were asked for";
  const lists = table.lists.length;
  const fitter = new LoglinearFitter(lists);
  const whole = lists <= RESAMPLED_WHOLE;
  const models = whole ? context.models().map(scored => scored.model) : [];
  const choose = (resample: CaptureTable): { value: number; model: string } | null => {
    if (!whole) {
      const found = searchPairs(resample, { criterion: "bic", fitter });
      return found && { value: found.value, model: pairsName(table, found) };
    }
    const found = best(
      models.map(model => scoreModel(fitter, resample, model)),
      "bic",
    );
    return found && { value: found.abundance, model: modelName(found.model, table.lists) };
  };
  const point = choose(table);
  if (point === null) return NO_BOUND;
  const result = bootstrap(table, resample => choose(resample)?.value ?? Number.POSITIVE_INFINITY, {
    draws,
    seed,
  });
  return limits(result, {
    point: point.value,
    level,
    model: point.model,
    more: { seed, search: whole ? "all hierarchical models" : "stepwise over pairs of lists" },
  });
}

function limits(
  result: Bootstrap,
  {
    point,
    level,
    model,
    more,
  }: { point: number; level: number; model: string; more: Estimate["diagnostics"] },
): Outcome {
  const tail = (1 - level) / 2;
  const low = bcaLimit(result, point, tail);
  if (low === null) return "most resamples have no finite estimate";
  return {
    value: point,
    low,
    high: bcaLimit(result, point, 1 - tail),
    model,
    diagnostics: {
      interval: "BCa bootstrap, choice repeated",
      draws: result.estimates.length,
      infinite: result.infinite,
      acceleration: result.acceleration,
      ...more,
    },
  };
}

/** The stepwise choice for sparse tables, repeated in every resample. */
export function sparse({ table, draws, seed, level }: Context): Outcome {
  const chosen = stepwise(table);
  const { exists, identified } = checkIdentifiability(table, chosen.reduced);
  if (!exists) return "the maximum likelihood estimate of the chosen model does not exist";
  if (!identified) return "the parameters of the chosen model cannot be told apart";
  if (!Number.isFinite(chosen.value)) return NO_BOUND;
  if (draws === 0) return "no resamples were asked for";
  const fitter = new LoglinearFitter(table.lists.length);
  const result = bootstrap(table, resample => stepwise(resample, { fitter }).value, { draws, seed });
  return limits(result, {
    point: chosen.value,
    level,
    model: pairsName(table, chosen),
    more: { seed, threshold: 0.02, empty_overlaps_in_model: chosen.reduced.empty.length },
  });
}
