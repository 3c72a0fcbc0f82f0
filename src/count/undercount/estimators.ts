import { essBulk, essTail, mcseQuantile, mean, quantile, rhat } from "../../stats/mcmc.ts";
import { type Bootstrap, bcaLimit, bootstrap } from "./bootstrap.ts";
import { chaoLowerBound } from "./chao.ts";
import { checkIdentifiability } from "./existence.ts";
import { graphAverage, graphQuantile } from "./graph-average.ts";
import { type Heterogeneity, heterogeneityModel } from "./heterogeneity.ts";
import { latentClassChains } from "./latent-class.ts";
import {
  allModels,
  averageModels,
  best,
  type Criterion,
  EXHAUSTIVE_LISTS,
  type ScoredModel,
  scoreModel,
} from "./loglinear.ts";
import { mainEffects, modelName, modelOf } from "./models.ts";
import { searchPairs } from "./pair-search.ts";
import { LoglinearFitter } from "./poisson-fit.ts";
import { profileModel } from "./profile-model.ts";
import { type PairwiseFit, stepwise } from "./stepwise.ts";
import { type CaptureTable, captureFrequencies } from "./table.ts";
import {
  binomialProfile,
  chapman,
  lincolnPetersen,
  lognormalInterval,
  transformedLogit,
} from "./two-lists.ts";
import type { Estimate } from "./types.ts";

/** What the estimators share: level, seed, number of resamples, and the scored models, made once. */
export interface Context {
  readonly table: CaptureTable;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
  readonly models: () => readonly ScoredModel[];
}

/** An estimate, or the reason why the data cannot carry one. */
export type Outcome = Omit<Estimate, "method" | "level"> | string;

const NO_BOUND = "the table does not bound the number of unseen cases";

/** Models for selection and averaging; with more lists than can be searched whole, none. */
export function modelsOf(table: CaptureTable): readonly ScoredModel[] {
  const { length } = table.lists;
  return length >= 3 && length <= EXHAUSTIVE_LISTS ? allModels(table) : [];
}

/** The estimators by method. */
export const ESTIMATORS: Readonly<Record<string, (context: Context) => Outcome>> = {
  "chao-lower-bound": ({ table, level }) => {
    const bound = chaoLowerBound(captureFrequencies(table), { level });
    return { ...bound, model: "", diagnostics: { lower_bound: true, interval: "log-normal" } };
  },
  "lincoln-petersen": ({ table, level }) => {
    const estimate = lincolnPetersen(two(table));
    if (estimate === null)
      return "the two lists share no case, so that nothing bounds the number of unseen ones";
    const [low, high] =
      estimate.variance === 0 ? [estimate.value, estimate.value] : transformedLogit(two(table), level);
    return {
      value: estimate.value,
      low: Math.max(low, table.observed),
      high,
      model: "",
      diagnostics: { se: Math.sqrt(estimate.variance), interval: "transformed logit" },
    };
  },
  chapman: ({ table, level }) => {
    const estimate = chapman(two(table));
    const [low, high] = lognormalInterval(table.observed, estimate, level);
    return {
      value: estimate.value,
      low,
      high,
      model: "",
      diagnostics: { se: Math.sqrt(estimate.variance), interval: "log-normal" },
    };
  },
  "profile-likelihood": ({ table, level }) => {
    const profile = binomialProfile(two(table), level);
    if (profile === null)
      return "one of the three cells of the two lists is empty, so that the likelihood has no inner peak";
    return { ...profile, model: "", diagnostics: { interval: "profile likelihood" } };
  },
  independence: context => {
    const scored = scoreModel(
      new LoglinearFitter(context.table.lists.length),
      context.table,
      mainEffects(context.table.lists.length),
    );
    return scored.usable ? profiled(context, scored) : NO_BOUND;
  },
  "loglinear-bic": context => selected(context, "bic"),
  "loglinear-aic": context => selected(context, "aic"),
  "loglinear-aicc": context => selected(context, "aicc"),
  "loglinear-average-bic": context => averaged(context, "bic"),
  "loglinear-average-aic": context => averaged(context, "aic"),
  "loglinear-bootstrap": context => selectionBootstrap(context),
  "sparse-stepwise": context => sparse(context),
  "decomposable-graphs": context => graphs(context),
  "latent-class": context => latent(context),
  "heterogeneity-chao": context => heterogeneous(context, "chao"),
  "heterogeneity-poisson2": context => heterogeneous(context, "poisson2"),
  "heterogeneity-darroch": context => heterogeneous(context, "darroch"),
  "heterogeneity-gamma": context => heterogeneous(context, "gamma3.5"),
};

function two({ counts }: CaptureTable) {
  return { first: counts[1]!, second: counts[2]!, both: counts[3]! };
}

function profiled(
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

function selected(context: Context, criterion: Criterion): Outcome {
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

function averaged({ table, level, models }: Context, criterion: Criterion): Outcome {
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

function selectionBootstrap(context: Context): Outcome {
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

function sparse({ table, draws, seed, level }: Context): Outcome {
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

/** Lists up to which all decomposable graphs are averaged. */
const MOST_GRAPH_LISTS = 5;

/** With more than this on the complete graph the estimate is the prior's. */
const MOST_COMPLETE = 0.5;

function graphs({ table, level }: Context): Outcome {
  if (table.lists.length > MOST_GRAPH_LISTS)
    return `all decomposable graphs are averaged for at most ${MOST_GRAPH_LISTS} lists`;
  const result = graphAverage(table);
  const tail = (1 - level) / 2;
  const top = result.probabilities.reduce(
    (first, p, at) => (p > result.probabilities[first]! ? at : first),
    0,
  );
  const all = 2 ** table.lists.length - 1;
  const complete = result.graphs.findIndex(({ cliques }) => cliques[0] === all);
  const alone = result.probabilities[complete]!;
  if (alone > MOST_COMPLETE)
    return `the complete graph has ${Math.round(100 * alone)} % of the posterior, and under it the table says nothing of the unseen cases: only the prior would speak`;
  const names = result.graphs[top]!.cliques.map(set =>
    table.lists.filter((_, list) => (set >> list) & 1).join(":"),
  );
  return {
    value: graphQuantile(result, 0.5),
    low: graphQuantile(result, tail),
    high: graphQuantile(result, 1 - tail),
    model: `[${names.join(", ")}]`,
    diagnostics: {
      interval: "posterior quantiles; the value is the median",
      mean: result.mean,
      sd: result.sd,
      mode: result.mode,
      graphs: result.graphs.length,
      top_probability: result.probabilities[top]!,
      // Under the complete graph nothing in the table speaks of the unseen cell: only the prior does.
      complete_graph_probability: alone,
      delta: 2 ** -table.lists.length,
      mass_at_edge: result.edge,
    },
  };
}

/** Chains that disagree more than this, or fewer effective draws, are no answer. */
const MOST_RHAT = 1.05;
const LEAST_ESS = 200;

/** Draws of a chain and round, and iterations for each draw in the first and the last round. */
const ROUND = { draws: 2000, first: 5, last: 40 };

/** Draws rounds, each twice as long as all before, until the chains agree; earlier rounds are burn-in of the later. */
function latent({ table, level, seed }: Context): Outcome {
  const chains = latentClassChains(table, { seed });
  for (let thinning = ROUND.first; ; thinning *= 2) {
    const round = chains.map(chain => chain.draw(ROUND.draws, thinning));
    const agreement = rhat(round);
    const bulk = essBulk(round);
    if (agreement <= MOST_RHAT && bulk >= LEAST_ESS)
      return latentEstimate(round, { level, thinning, agreement, bulk, seed });
    if (thinning >= ROUND.last)
      return `the chains have not converged after ${chains.length * ROUND.draws * thinning} iterations (R-hat ${agreement.toFixed(2)}, ${Math.round(bulk)} effective draws)`;
  }
}

function latentEstimate(
  chains: readonly Float64Array[],
  {
    level,
    thinning,
    agreement,
    bulk,
    seed,
  }: { level: number; thinning: number; agreement: number; bulk: number; seed: number },
): Outcome {
  const all = Float64Array.from(chains.flatMap(chain => [...chain]));
  const tail = (1 - level) / 2;
  return {
    value: quantile(all, 0.5),
    low: quantile(all, tail),
    high: quantile(all, 1 - tail),
    model: "",
    diagnostics: {
      interval: "posterior quantiles; the value is the median",
      mean: mean(all),
      rhat: agreement,
      ess_bulk: bulk,
      ess_tail: essTail(chains),
      mcse_median: mcseQuantile(chains, 0.5),
      chains: chains.length,
      draws: all.length,
      thinning,
      classes: 10,
      seed,
    },
  };
}

function heterogeneous({ table, level }: Context, heterogeneity: Heterogeneity): Outcome {
  const fit = heterogeneityModel(table, { lists: true, heterogeneity, level });
  if (fit.slope !== null && fit.slope < 0)
    return "cases differ less between lists than chance alone would have it, so that no heterogeneity fits";
  if (!fit.converged || fit.profile === null || !(fit.value < 1e4 * table.observed)) return NO_BOUND;
  return {
    value: fit.value,
    low: Math.min(fit.profile.low, fit.value),
    high: fit.profile.high,
    model: `Mth, ${heterogeneity}`,
    diagnostics: {
      se: fit.se,
      deviance: fit.deviance,
      parameters: fit.parameters,
      interval: "profile likelihood",
      ...(heterogeneity === "chao" ? { lower_bound: true } : {}),
    },
  };
}
