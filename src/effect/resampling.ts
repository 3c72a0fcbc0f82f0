import { UserError } from "../codebook/errors.ts";
import { type RandomizationTest, randomizationTest } from "./few/randomization.ts";
import { type WildBootstrap, wildBootstrap } from "./few/wild-bootstrap.ts";
import type { Design } from "./model/design.ts";
import type { FittedModel } from "./models.ts";
import type { EstimateOptions, RandomizeOptions } from "./options.ts";
import { seededRandom } from "./random.ts";

function onlyLeastSquares(name: string, what: string): void {
  if (name === "OLS" || name === "WLS") return;
  throw new UserError({
    code: "bootstrap",
    column: "bootstrap",
    message: `${what} here is for least squares, not for ${name}`,
  });
}

/** Randomisation inference for one coefficient of a fitted model. */
export function randomized(
  { fit, design, name }: FittedModel,
  { term, unit, time, draws, seed = 1 }: RandomizeOptions,
): Omit<RandomizationTest, "coefficients"> {
  onlyLeastSquares(name, "randomisation inference");
  const { coefficients: _coefficients, ...result } = randomizationTest(
    withoutColumns(design, fit.collinear),
    {
      term,
      random: seededRandom(seed),
      ...(unit === undefined ? {} : { by: unit }),
      ...(time === undefined ? {} : { time }),
      ...(draws === undefined ? {} : { draws }),
    },
  );
  return result;
}

/** The wild cluster bootstrap of every coefficient of a fitted model. */
export function bootstrapAll({ fit, design, name }: FittedModel, options: EstimateOptions): WildBootstrap[] {
  const { cluster, weights, draws, seed = 1, null: value } = options.bootstrap!;
  onlyLeastSquares(name, "the wild cluster bootstrap");
  return fit.names
    .filter(term => term !== "(Intercept)")
    .map(term =>
      wildBootstrap(withoutColumns(design, fit.collinear), {
        term,
        cluster,
        random: seededRandom(seed),
        level: options.level ?? 0.95,
        ...(weights ? { weights } : {}),
        ...(draws ? { draws } : {}),
        ...(value === undefined ? {} : { null: value }),
      }),
    );
}

const withoutColumns = (design: Design, names: readonly string[]): Design => ({
  ...design,
  columns: design.columns.filter(column => !names.includes(column.name)),
});
