import { expect, test } from "vitest";
import { describeOracle, type Expected, expectClose, expectNear } from "../oracle.testing.ts";
import { foldedQuantile } from "./folded-normal.ts";
import { relativeMagnitudesInterval } from "./relative-magnitudes.ts";
import {
  type EventStudy,
  originalInterval,
  relativeMagnitudesSet,
  smoothnessInterval,
  smoothnessSet,
} from "./sensitivity.ts";

describeOracle("sensitivity-rambachan-roth", expected => {
  const studyOf = (reference: Expected): EventStudy => ({
    beta: Float64Array.from(reference.betahat),
    sigma: Float64Array.from(reference.sigma.flat()),
    pre: reference.pre_periods,
  });
  test.each(["medicaid", "base_did"])("%s", name => {
    const study = studyOf(expected[name]);
    for (const { l, original, ...results } of expected[name].results as Expected[]) {
      const own = originalInterval(study, l);
      expectClose(own[0], original[0], 1e-7, "original");
      expectClose(own[1], original[1], 1e-7, "original");
      for (const reference of results.flci_smoothness) {
        const interval = smoothnessInterval(study, l, { M: reference.M });
        expectClose(interval.halfLength, reference.half_length, 1e-8, `${l} M ${reference.M}`);
        expectNear(
          interval.estimate,
          reference.estimate,
          1e-5 * reference.half_length,
          `centre ${l} M ${reference.M}`,
        );
      }
      for (const { Mbar, set } of results.identified_set_relative_magnitudes) {
        const found = relativeMagnitudesSet(study, l, Mbar);
        expectNear(found[0], set[0], 1e-9, `Mbar ${Mbar}`);
        expectNear(found[1], set[1], 1e-9, `Mbar ${Mbar}`);
      }
      for (const { M, set } of results.identified_set_smoothness ?? []) {
        const found = smoothnessSet(study, l, M);
        if (set === null) expect(found).toBeNull();
        else {
          expectNear(found?.[0], set[0], 1e-9, `M ${M}`);
          expectNear(found?.[1], set[1], 1e-9, `M ${M}`);
        }
      }
    }
  });

  test("the published fixed-length intervals for medicaid", () => {
    const study = studyOf(expected.medicaid);
    for (const { M, lb, ub } of expected.published.smoothness_FLCI) {
      const { low, high } = smoothnessInterval(study, expected.published.l, { M });
      expectNear(low, lb, 1.5e-3, `low ${M}`);
      expectNear(high, ub, 1.5e-3, `high ${M}`);
    }
  });
});

describeOracle("sensitivity-rambachan-roth", expected => {
  test("the published conditional-least-favourable sets for relative magnitudes in medicaid", () => {
    const { betahat, sigma, pre_periods } = expected.medicaid;
    const { published } = expected;
    const study = {
      beta: Float64Array.from(betahat),
      sigma: Float64Array.from(sigma.flat()),
      pre: pre_periods,
    };
    for (const { Mbar, lb, ub } of published.relative_magnitudes_C_LF) {
      const { low, high } = relativeMagnitudesInterval(study, published.l, { Mbar });
      expectNear(low, lb, 1.5e-3, `low ${Mbar}`);
      expectNear(high, ub, 1.5e-3, `high ${Mbar}`);
    }
  });
});

test("the quantile of a folded normal covers what it should", () => {
  expectClose(foldedQuantile(0, 0.95), 1.959963984540054, 1e-12);
  expectNear(foldedQuantile(3, 0.95), 3 + 1.6448536269514722, 1e-6);
});
