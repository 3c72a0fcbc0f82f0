import { essBulk, essTail, mcseQuantile, mean, quantile, rhat } from "../../stats/mcmc.ts";
import type { Context, Outcome } from "./context.ts";
import { graphAverage, graphQuantile } from "./graphs/graph-average.ts";
import { latentClassChains } from "./latent-class/latent-class.ts";

/** Lists up to which all decomposable graphs are averaged. */
const MOST_GRAPH_LISTS = 5;

/** With more than this on the complete graph the estimate is the prior's. */
const MOST_COMPLETE = 0.5;

/** The Bayesian average over decomposable graphs. */
export function graphs({ table, level }: Context): Outcome {
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
const ROUND = { draws: 2000, first: 2, last: 32 };

/** Draws rounds, each twice as long as all before, until the chains agree; earlier rounds are burn-in of the later. */
export function latent({ table, level, seed }: Context): Outcome {
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
