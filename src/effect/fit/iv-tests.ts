import { waldTest } from "../vcov/inference.ts";
import type { Vcov } from "../vcov/variance.ts";
import { degreesUsed } from "./degrees.ts";
import type { Fit } from "./fit.ts";
import type { FirstStage, IvFit } from "./iv.ts";

/**
 * Tests of the first stages: F with equal variances, F of the Wald test and effective F (Montiel Olea and Pflueger
 * 2013, eq. 6: `pi'Q pi / tr(V Q)`) with the variance chosen, where Q is the Gram matrix of the instruments.
 */
export function ivTests(fit: IvFit, vcovOfFit: (fit: Fit) => Vcov): Record<string, number> {
  const tests: Record<string, number> = { ...fit.tests };
  for (const stage of fit.firstStages) {
    const label = fit.firstStages.length === 1 ? "" : `_${stage.endogenous}`;
    const df2 = stage.n - degreesUsed(stage.effects, stage.names.length);
    const iid = waldTest(stage.coefficients, {
      matrix: iidMatrix(stage, df2),
      positions: stage.instruments,
      df2,
    });
    const vcov = vcovOfFit(stage);
    const wald = waldTest(stage.coefficients, { matrix: vcov.matrix, positions: stage.instruments, df2 });
    tests[`first_stage_F${label}`] = iid.F;
    tests[`first_stage_F_p${label}`] = iid.p;
    tests[`first_stage_wald${label}`] = wald.F;
    tests[`first_stage_wald_p${label}`] = wald.p;
    tests[`effective_F${label}`] = effectiveF(stage, vcov.matrix);
  }
  return tests;
}

function iidMatrix(stage: FirstStage, df: number): Float64Array {
  const scale = stage.ssr / df;
  const k = stage.names.length;
  // The instruments' block does not depend on the constant's transform.
  return Float64Array.from({ length: k * k }, (_, at) => stage.bread[at]! * scale);
}

function effectiveF(stage: FirstStage, matrix: Float64Array): number {
  const k = stage.names.length;
  const { instruments, instrumentGram } = stage;
  const q = instruments.length;
  let [signal, noise] = [0, 0];
  for (let a = 0; a < q; a++) {
    for (let b = 0; b < q; b++) {
      const gram = instrumentGram[a * q + b]!;
      signal += stage.coefficients[instruments[a]!]! * gram * stage.coefficients[instruments[b]!]!;
      noise += matrix[instruments[a]! * k + instruments[b]!]! * gram;
    }
  }
  return signal / noise;
}
