import { UserError } from "../../codebook/errors.ts";
import { choleskyInverse, orderedCholesky } from "../../stats/linalg.ts";
import type { Effect } from "../fit/absorb.ts";
import type { Fit } from "../fit/fit.ts";
import { partiallerOf } from "../fit/partial.ts";

/** With varying slopes every row is projected by itself; with more rows than this that is refused. */
const MOST_ROWS = 6000;

/** With more levels than this outside the largest effect, the dense solve for leverages is refused. */
const MOST_LEVELS = 3000;

/** Diagonal of the projection on regressors and fixed effects together, in (0, 1]. */
export function leverages(fit: Fit): Float64Array {
  const leverage = partOfEffects(fit);
  const k = fit.names.length;
  for (let row = 0; row < fit.n; row++) {
    let sum = 0;
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) sum += fit.basis[a]![row]! * fit.bread[a * k + b]! * fit.basis[b]![row]!;
    }
    leverage[row]! += sum * (fit.breadWeights === null ? 1 : fit.breadWeights[row]!);
  }
  return leverage;
}

function partOfEffects(fit: Fit): Float64Array {
  if (fit.effects.length === 0) return new Float64Array(fit.n);
  const slopes = fit.effects.some(effect => effect.slopes.length > 0 || !effect.intercept);
  return slopes ? projectedLeverages(fit) : effectLeverages(fit.effects, fit.breadWeights);
}

/** What the effects take out of an indicator of each row. */
function projectedLeverages(fit: Fit): Float64Array {
  if (fit.n > MOST_ROWS) {
    throw new UserError({
      code: "leverage",
      message: `HC2 to HC5 with varying slopes need the projection of every row, and there are ${fit.n}`,
      expected: `at most ${MOST_ROWS}`,
      hint: "use hc1",
    });
  }
  const { effects, residuals, breadWeights: weights } = fit;
  const partialler = partiallerOf({ effects, constant: false, y: residuals, weights });
  const leverage = new Float64Array(fit.n);
  for (let row = 0; row < fit.n; row += 2) {
    const pair = [row, row + 1].filter(at => at < fit.n);
    const units = pair.map(at => {
      const unit = new Float64Array(fit.n);
      unit[at] = 1;
      return unit;
    });
    for (const [place, column] of partialler.partial(units).columns.entries())
      leverage[pair[place]!] = 1 - column[pair[place]!]!;
  }
  return leverage;
}

/** The effects' part: the base effect exactly, the others through a dense inverse of their reduced Gram matrix. */
function effectLeverages(effects: readonly Effect[], weights: Float64Array | null): Float64Array {
  const base = effects.reduce((best, effect) => (effect.factor.size > best.factor.size ? effect : best));
  const others = effects.filter(effect => effect !== base);
  const nodes = others.reduce((sum, effect) => sum + effect.factor.size, 0);
  if (nodes > MOST_LEVELS) {
    const message = `HC2 to HC5 need the leverage of every row, with ${nodes} levels beside ${base.name}`;
    throw new UserError({ code: "leverage", message, expected: `at most ${MOST_LEVELS}`, hint: "use hc1" });
  }
  const n = base.factor.codes.length;
  const w = (row: number) => (weights === null ? 1 : weights[row]!);
  const total = new Float64Array(base.factor.size);
  const shares = Array.from({ length: base.factor.size }, () => new Map<number, number>());
  const offsets: number[] = [];
  for (let at = 0, e = 0; e < others.length; at += others[e]!.factor.size, e++) offsets.push(at);
  const gram = new Float64Array(nodes * nodes);
  for (let row = 0; row < n; row++) {
    const group = base.factor.codes[row]!;
    total[group]! += w(row);
    const at = others.map((effect, e) => offsets[e]! + effect.factor.codes[row]!);
    for (const i of at) {
      shares[group]!.set(i, (shares[group]!.get(i) ?? 0) + w(row));
      for (const j of at) gram[i * nodes + j]! += w(row);
    }
  }
  for (const [group, share] of shares.entries()) {
    for (const [i, a] of share) for (const [j, b] of share) gram[i * nodes + j]! -= (a * b) / total[group]!;
  }
  const reference = Float64Array.from({ length: nodes }, (_, i) => Math.max(gram[i * nodes + i]!, 1e-8));
  const inverse = choleskyInverse(orderedCholesky(gram, { tolerance: 1e-9, reference }).factor);
  return Float64Array.from({ length: n }, (_, row) => {
    const group = base.factor.codes[row]!;
    const own = new Map([...shares[group]!].map(([i, share]) => [i, -share / total[group]!]));
    for (const [e, effect] of others.entries()) {
      const i = offsets[e]! + effect.factor.codes[row]!;
      own.set(i, (own.get(i) ?? 0) + 1);
    }
    let sum = 1 / total[group]!;
    for (const [i, a] of own) for (const [j, b] of own) sum += a * inverse[i * nodes + j]! * b;
    return sum * w(row);
  });
}
