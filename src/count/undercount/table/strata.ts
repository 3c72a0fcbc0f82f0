import { normalQuantile } from "../../../stats/distributions.ts";
import { lognormalInterval } from "../bounds/two-lists.ts";
import type { Estimate, Refusal, StratumResult } from "../types.ts";

/**
 * Sums over strata of each method that every stratum could carry, as `METHOD, stratified`. The spread of each stratum is read off its
 * interval on the scale of the logarithm of its unseen number, as if that were normal; strata are independent.
 */
export function combineStrata(
  strata: readonly StratumResult[],
  level: number,
): { estimates: Estimate[]; refused: Refusal[] } {
  const methods = new Set(strata.flatMap(({ estimates }) => estimates.map(({ method }) => method)));
  const estimates: Estimate[] = [];
  const refused: Refusal[] = [];
  for (const method of methods) {
    const parts = strata.map(stratum => ({
      stratum,
      estimate: stratum.estimates.find(each => each.method === method),
    }));
    const without = parts.filter(({ estimate }) => estimate === undefined || estimate.high === null);
    if (without.length > 0) {
      const names = without.map(({ stratum }) => stratum.stratum || "(empty)").join(", ");
      refused.push({
        method: `${method}, stratified`,
        reason: `no estimate with both limits in the strata ${names}`,
      });
      continue;
    }
    estimates.push(sum(method, { parts: parts as { stratum: StratumResult; estimate: Estimate }[], level }));
  }
  return { estimates, refused };
}

function sum(
  method: string,
  { parts, level }: { parts: readonly { stratum: StratumResult; estimate: Estimate }[]; level: number },
): Estimate {
  const z = normalQuantile(1 - (1 - level) / 2);
  let value = 0;
  let observed = 0;
  let variance = 0;
  for (const { stratum, estimate } of parts) {
    value += estimate.value;
    observed += stratum.observed;
    const below = Math.max(estimate.low - stratum.observed, 1e-9);
    const above = Math.max(estimate.high! - stratum.observed, 1e-9);
    const sigma = Math.log(above / below) / (2 * z);
    const unseen = estimate.value - stratum.observed;
    variance += unseen * unseen * Math.expm1(Math.min(sigma * sigma, 50));
  }
  const [low, high] = lognormalInterval(observed, { value, variance }, level);
  return {
    method: `${method}, stratified`,
    value,
    low,
    high,
    level,
    model: "",
    diagnostics: {
      strata: parts.length,
      se: Math.sqrt(variance),
      interval: "log-normal from the intervals of the strata",
      // A sum with a bound in it is a bound, and must not be read as an estimate.
      ...(parts.some(({ estimate }) => estimate.diagnostics["lower_bound"] === true)
        ? { lower_bound: true }
        : {}),
    },
  };
}
