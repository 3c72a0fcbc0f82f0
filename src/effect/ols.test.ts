import { describe, expect, test } from "vitest";
import { columnNamed, type Frame, numbersOf } from "./data/frame.ts";
import { lagged, panelOf } from "./data/panel.ts";
import type { Fit } from "./fit/fit.ts";
import { effectLevels } from "./fit/levels.ts";
import { fitOls } from "./fit/ols.ts";
import { parseFormula } from "./formula/formula.ts";
import { buildDesign, type Design, type DesignOptions, factorOn } from "./model/design.ts";
import { describeOracle, type Expected, expectClose, expectNear } from "./oracle.testing.ts";
import { type Correction, parseCorrection } from "./vcov/correction.ts";
import { smallSampleClusters } from "./vcov/few-clusters.ts";
import { inferTerms, waldTest } from "./vcov/inference.ts";
import { parseVcov } from "./vcov/spec.ts";
import { vcovOf } from "./vcov/vcov.ts";

interface Estimated {
  readonly design: Design;
  readonly fit: Fit;
}

function estimate(text: string, frame: Frame, options: DesignOptions = {}): Estimated {
  const formula = parseFormula(text);
  const design = buildDesign(formula, formula.outcomes[0]!, frame, options);
  return { design, fit: fitOls(design) };
}

interface Tolerances {
  readonly coefficients: number;
  readonly se: number;
  readonly p: number;
}

function checkCoefficients({ fit, design }: Estimated, expected: Expected, tolerance: number): void {
  if (expected.nobs !== undefined) expect(fit.n).toBe(expected.nobs);
  expect(fit.names).toEqual(Object.keys(expected.coefficients));
  fit.names.forEach((name, j) => {
    expectClose(fit.coefficients[j], expected.coefficients[name], tolerance, name);
  });
  for (const [name, levels] of Object.entries(expected.fixed_effect_levels ?? {})) {
    expect(fit.effects.find(effect => effect.name === name)?.factor.size).toBe(levels);
  }
  if (expected.rows_dropped !== undefined) {
    expect(design.dropped.reduce((sum, { rows }) => sum + rows, 0)).toBe(expected.rows_dropped);
  }
  for (const [name, value] of Object.entries(expected.fit ?? {})) {
    // With weights fixest puts the unweighted residuals into the log-likelihood; ours is that of lm, see below.
    const actual =
      name === "ll" && design.weights !== null ? unweightedLikelihood(fit) : fit.statistics[name];
    expectClose(actual, value as number, 1e-8, name);
  }
}

function unweightedLikelihood({ residuals, n }: Fit): number {
  const squares = residuals.reduce((sum, u) => sum + u * u, 0);
  return (-n / 2) * (Math.log(2 * Math.PI) + Math.log(squares / n) + 1);
}

function checkInference(
  { fit, design }: Estimated,
  expected: Expected,
  { vcov, correction, tolerances }: { vcov: string; correction?: Correction; tolerances: Tolerances },
): void {
  const result = vcovOf(fit, design, { spec: parseVcov(vcov), ...(correction ? { correction } : {}) });
  expect(result.df).toBe(expected.df_t);
  const terms = inferTerms(fit.names, fit.coefficients, {
    matrix: result.matrix,
    distribution: { kind: expected.distribution, df: result.df },
  });
  for (const { term, se, p, low, high } of terms) {
    expectClose(se, expected.se[term], tolerances.se, `${vcov} se ${term}`);
    expectNear(p, expected.p[term], tolerances.p, `${vcov} p ${term}`);
    if (expected.ci95) {
      expectClose(low, expected.ci95[term][0], 100 * tolerances.se, `${vcov} low ${term}`);
      expectClose(high, expected.ci95[term][1], 100 * tolerances.se, `${vcov} high ${term}`);
    }
  }
}

const GRUNFELD: Tolerances = { coefficients: 1e-9, se: 1e-8, p: 1e-8 };

const GRUNFELD_VCOV: Record<string, string> = {
  iid: "iid",
  HC1: "hc1",
  cluster_firm: "cluster:firm",
  cluster_firm_year: "cluster:firm+year",
  NW_lag2: "nw:2",
  NW_default: "nw",
  DK_lag2: "dk:2",
  DK_default: "dk",
};

const CORRECTIONS: Record<string, string> = {
  ssc_default: "default",
  ssc_K_none: "K.fixef=none",
  ssc_K_full: "K.fixef=full",
  ssc_no_K: "K.adj=false",
  ssc_no_G: "G.adj=false",
  ssc_none: "none",
  ssc_G_conventional: "G.df=conventional",
  ssc_t_conventional: "t.df=conventional",
  ssc_K_exact: "K.fixef=full,K.exact=true",
};

describeOracle("panel-grunfeld", (expected, frame) => {
  const data = frame("data.csv");
  const panel = { unit: "firm", time: "year" };
  test.each([
    ["ols", "inv ~ value + capital", {}],
    ["fe_firm", "inv ~ value + capital | firm", {}],
    ["fe_firm_year", "inv ~ value + capital | firm + year", {}],
    ["wls_fe_firm", "inv ~ value + capital | firm", { weights: "capital" }],
    ["trend_per_firm", "inv ~ value + capital | firm[year]", {}],
    ["lag1", "inv ~ l(inv, 1) + value + capital | firm", {}],
    ["lags0to2", "inv ~ l(value, 0:2) + capital | firm", {}],
    ["lead1", "inv ~ f(value, 1) + value | firm", {}],
    ["diff", "d(inv) ~ d(value) + d(capital)", {}],
  ])("%s: %s", (name, formula, options) => {
    const estimated = estimate(formula, data, { panel, ...options });
    checkCoefficients(estimated, expected[name], GRUNFELD.coefficients);
    for (const [vcov, values] of Object.entries(expected[name].inference)) {
      checkInference(estimated, values, { vcov: GRUNFELD_VCOV[vcov]!, tolerances: GRUNFELD });
    }
  });

  test.each([
    ["ssc_oneway", "cluster:firm"],
    ["ssc_twoway", "cluster:firm+year"],
    ["ssc_NW", "nw:2"],
    ["ssc_DK", "dk:2"],
  ])("every small-sample correction of %s", (name, vcov) => {
    const estimated = estimate("inv ~ value + capital | firm + year", data, { panel });
    for (const [setting, values] of Object.entries(expected[name].inference)) {
      const correction = parseCorrection(CORRECTIONS[setting]);
      checkInference(estimated, values, { vcov, correction, tolerances: GRUNFELD });
    }
  });

  test.each([
    ["ols", "inv ~ value + capital"],
    ["dummies_firm_year", "inv ~ value + capital | firm + year"],
  ])("HC0 to HC5 of sandwich: %s", (name, formula) => {
    const { fit, design } = estimate(formula, data);
    for (const [variant, se] of Object.entries(expected.other_packages.sandwich_hc[name])) {
      const { matrix } = vcovOf(fit, design, { spec: parseVcov(variant) });
      const k = fit.names.length;
      fit.names.forEach((term, j) => {
        expectClose(Math.sqrt(matrix[j * k + j]!), (se as Expected)[term], 1e-8, `${variant} ${term}`);
      });
    }
  });
});

describeOracle("panel-grunfeld", (expected, frame) => {
  const data = frame("data.csv");

  test.each(["fe_firm", "fe_firm_year"])("levels of the fixed effects of %s", name => {
    const effects = name === "fe_firm" ? "firm" : "firm + year";
    const { fit, design } = estimate(`inv ~ value + capital | ${effects}`, data);
    for (const { name: effect, labels, values } of effectLevels(fit, design)) {
      for (const [level, label] of labels.entries()) {
        expectClose(values[level], expected[name].fixed_effects[effect][label], 1e-7, `${effect} ${label}`);
      }
    }
  });

  test("Driscoll-Kraay errors of plm's vcovSCC, which correct nothing", () => {
    const { fit, design } = estimate("inv ~ value + capital | firm", data);
    const correction = parseCorrection("none");
    const { matrix } = vcovOf(fit, design, { spec: parseVcov("dk:2:year"), correction });
    for (const [j, term] of fit.names.entries()) {
      const reference = expected.other_packages.plm.within_scc_maxlag2_HC0[term];
      expectClose(Math.sqrt(matrix[j * 2 + j]!), reference, 1e-8, term);
    }
  });

  test.each(["CR0", "CR1", "CR1S", "CR2", "CR3"] as const)(
    "%s of clubSandwich with Satterthwaite degrees",
    variant => {
      const { fit, design } = estimate("inv ~ value + capital", data);
      const reference = expected.other_packages.clubSandwich.ols[variant];
      for (const { term, se, df, p } of smallSampleClusters(fit, factorOn(design, "firm").codes, variant)) {
        expectClose(se, reference.se[term], 1e-8, `se ${term}`);
        expectClose(df, reference.df_satterthwaite[term], 1e-7, `df ${term}`);
        expectNear(p, reference.p[term], 1e-7, `p ${term}`);
      }
    },
  );
});

describeOracle("panel-did", (expected, frame) => {
  const data = frame("data.csv");
  const panel = { unit: "id", time: "period" };
  const vcovs: Record<string, string> = {
    iid: "iid",
    HC1: "hc1",
    cluster_id: "cluster:id",
    cluster_id_period: "cluster:id+period",
    NW_lag2: "nw:2",
    DK_lag2: "dk:2",
  };
  test.each([
    ["twfe", "y ~ x1 + treat:post | id + period"],
    ["event_study", "y ~ x1 + i(period, treat, ref = 5) | id + period"],
    ["event_study_keep", "y ~ x1 + i(period, treat, ref = 5, keep = 3:8) | id + period"],
    ["i_factor", "y ~ x1 + i(period, ref = 1) | id"],
    ["i_continuous", "y ~ i(period, x1, ref = c(1, 10)) | id"],
    ["i_factor2", "y ~ i(treat, i.period, ref = 0, ref2 = 5) + x1 | id + period"],
    ["pooled", "y ~ x1 + treat + post + treat:post"],
    ["lags", "y ~ l(x1, 0:2) | id + period"],
    ["leads", "y ~ f(x1, 1:2) + x1 | id"],
    ["lagged_outcome", "y ~ l(y, 1) + x1 | id"],
  ])("%s: %s", (name, formula) => {
    const estimated = estimate(formula, data, { panel });
    checkCoefficients(estimated, expected[name], 1e-9);
    for (const [vcov, values] of Object.entries(expected[name].inference)) {
      checkInference(estimated, values, { vcov: vcovs[vcov]!, tolerances: GRUNFELD });
    }
  });

  test("the joint test of the pre-treatment coefficients", () => {
    const { fit, design } = estimate("y ~ x1 + i(period, treat, ref = 5) | id + period", data);
    const positions = [...fit.names.keys()].filter(j => /period::[1-4]:treat/.test(fit.names[j]!));
    for (const [vcov, values] of Object.entries<Expected>(expected.pretrend_wald)) {
      const { matrix, df } = vcovOf(fit, design, { spec: parseVcov(vcovs[vcov]!) });
      const wald = waldTest(fit.coefficients, {
        matrix,
        positions,
        df2: vcov === "cluster_id" ? values.df2 : df,
      });
      expectClose(wald.F, values.F, 1e-8, vcov);
      expectNear(wald.p, values.p, 1e-8, vcov);
      expect(wald.df1).toBe(values.df1);
    }
  });
});

describeOracle("panel-trade", (expected, frame) => {
  const data = frame("data.csv.gz");
  const vcovs: Record<string, string> = {
    iid: "iid",
    HC1: "hc1",
    cluster_Origin: "cluster:Origin",
    cluster_Origin_Destination: "cluster:Origin+Destination",
    cluster_4way: "cluster:Origin+Destination+Product+Year",
  };
  test.each([
    ["ols_fe0", ""],
    ["ols_fe1", "| Origin"],
    ["ols_fe2", "| Origin + Destination"],
    ["ols_fe3", "| Origin + Destination + Product"],
    ["ols_fe4", "| Origin + Destination + Product + Year"],
    ["ols_fe_combined", "| Origin^Year + Destination^Year + Product"],
  ])("%s %s", (name, effects) => {
    const estimated = estimate(`log(Euros) ~ log(dist_km) ${effects}`, data);
    checkCoefficients(estimated, expected[name], 1e-8);
    for (const [vcov, values] of Object.entries(expected[name].inference)) {
      const tolerances = { coefficients: 1e-8, se: 1e-8, p: 1e-8 };
      checkInference(estimated, values, { vcov: vcovs[vcov]!, tolerances });
    }
  });
});

describeOracle("panel-unbalanced", (expected, frame) => {
  const data = frame("data.csv");
  const panel = { unit: "id", time: "year" };
  const tolerances = { coefficients: 1e-8, se: 1e-7, p: 1e-7 };
  const vcovs: Record<string, string> = {
    iid: "iid",
    HC1: "hc1",
    cluster_id: "cluster:id",
    cluster_region: "cluster:region",
    cluster_firm_year: "cluster:firm+year",
    NW_lag2: "nw:2",
    DK_lag2: "dk:2",
    conley_200km: "conley:200:lat+lon",
    conley_650km: "conley:650:lat+lon",
  };
  const models: [string, string, DesignOptions][] = [
    ["fe0", "y ~ x1 + x2", {}],
    ["fe1", "y ~ x1 + x2 | id", {}],
    ["fe2", "y ~ x1 + x2 | id + year", {}],
    ["fe3", "y ~ x1 + x2 | id + firm + year", {}],
    ["w_fe0", "y ~ x1 + x2", { weights: "w" }],
    ["w_fe1", "y ~ x1 + x2 | id", { weights: "w" }],
    ["w_fe2", "y ~ x1 + x2 | id + year", { weights: "w" }],
    ["w_fe3", "y ~ x1 + x2 | id + firm + year", { weights: "w" }],
    ["interacted", "y ~ x1 + x2 | id + firm^year", {}],
    ["slope_one", "y ~ x1 | id + firm[x2] + year", {}],
    ["slope_only", "y ~ x1 | id + firm[[x2]] + year", {}],
    ["slope_trend", "y ~ x1 + x2 | id[year] + firm", {}],
    ["w_slope", "y ~ x1 | id + firm[x2] + year", { weights: "w" }],
    ["singletons_removed", "y ~ x1 + x2 | id + firm + year", {}],
    ["singletons_kept", "y ~ x1 + x2 | id + firm + year", { singletons: "keep" }],
    ["w_singletons_kept", "y ~ x1 + x2 | id + firm + year", { singletons: "keep", weights: "w" }],
    ["collinear", "y ~ x1 + x2 + x3 | id + year", {}],
    ["subset", "y ~ x1 + x2 | id + year", { subset: "year >= 2004 & region != 3" }],
    ...(["unitary", "consecutive", "within_consecutive"] as const).flatMap(gaps => {
      const options = { panel: { ...panel, gaps } };
      return [
        [`lag_${gaps}`, "y ~ l(x2, 1) + f(x2, 1) + x1 | id + year", options],
        [`difference_${gaps}`, "y ~ d(x2) | id", options],
      ] as [string, string, DesignOptions][];
    }),
  ];
  test.each(models)("%s: %s", (name, formula, options) => {
    const estimated = estimate(formula, data, { panel, ...options });
    checkCoefficients(estimated, expected[name], tolerances.coefficients);
    expect(estimated.fit.collinear).toEqual(expected[name].dropped_collinear ?? []);
    for (const [vcov, values] of Object.entries(expected[name].inference)) {
      // fixest's own approximate distance; ours is the great circle.
      if (vcov.endsWith("triangular")) continue;
      const conley = vcov.startsWith("conley") ? { ...tolerances, se: 1e-5, p: 1e-5 } : tolerances;
      checkInference(estimated, values, { vcov: vcovs[vcov]!, tolerances: conley });
    }
  });

  test.each([
    ["ssc_fe3", "drop"],
    ["ssc_singletons_kept", "keep"],
  ] as const)("the counts of K of %s", (name, singletons) => {
    const settings: Record<string, [string, string]> = {
      K_none: ["cluster:id", "K.fixef=none"],
      K_nonnested: ["cluster:id", "K.fixef=nonnested"],
      K_full: ["cluster:id", "K.fixef=full"],
      K_full_exact: ["cluster:id", "K.fixef=full,K.exact=true"],
      iid_exact: ["iid", "K.fixef=full,K.exact=true"],
      iid: ["iid", "default"],
      G_conventional: ["cluster:firm+year", "G.df=conventional"],
    };
    const estimated = estimate("y ~ x1 + x2 | id + firm + year", data, { singletons });
    for (const [setting, values] of Object.entries(expected[name].inference)) {
      const [vcov, correction] = settings[setting]!;
      checkInference(estimated, values, { vcov, correction: parseCorrection(correction), tolerances });
    }
  });
});

describeOracle("panel-unbalanced", (expected, frame) => {
  test("Newey-West and its reading by calendar years", () => {
    const { fit, design } = estimate("y ~ x1 + x2 | id + firm + year", frame("data.csv"));
    const { matrix } = vcovOf(fit, design, { spec: parseVcov("nw:2:id+year:calendar") });
    for (const [j, term] of fit.names.entries()) {
      const reference = expected.newey_west_lag2_calendar_years_fe3.se[term];
      expectClose(Math.sqrt(matrix[j * 2 + j]!), reference, 1e-7, term);
    }
  });

  test("lagged values under three readings of a gap", () => {
    const data = frame("data.csv");
    const reference = frame("lags.csv");
    const numbers = (table: Frame, name: string) => numbersOf(columnNamed(table, name), name);
    const [id, year, x2] = ["id", "year", "x2"].map(name => numbers(data, name));
    const row = new Map(Array.from(id!, (unit, place) => [`${unit} ${year![place]}`, place]));
    for (const [name, gaps, lag] of [
      ["lag1_unitary", "unitary", 1],
      ["lag1_consecutive", "consecutive", 1],
      ["lag1_within_consecutive", "within_consecutive", 1],
      ["lead1_unitary", "unitary", -1],
      ["lag2_unitary", "unitary", 2],
    ] as const) {
      const moved = lagged(x2!, lag, panelOf(data, { unit: "id", time: "year", gaps }));
      const wanted = numbers(reference, name);
      const units = numbers(reference, "id");
      for (let place = 0; place < wanted.length; place++) {
        const own = moved[row.get(`${units[place]} ${numbers(reference, "year")[place]}`)!];
        expect(own, `${name} ${place}`).toBe(wanted[place]);
      }
    }
  });
});

describe("fitOls", () => {
  test("is not moved by scales of 1e-12 and 1e12", async () => {
    const { frameOf } = await import("./data/frame.ts");
    const n = 60;
    const x = Float64Array.from({ length: n }, (_, i) => Math.sin(i * 1.7) + i / 20);
    const z = Float64Array.from({ length: n }, (_, i) => Math.cos(i * 2.3));
    const y = Float64Array.from({ length: n }, (_, i) => 2 * x[i]! - z[i]! + Math.sin(i * 5.1));
    const plain = estimate("y ~ x + z", frameOf({ y, x, z })).fit;
    const scaled = estimate(
      "y ~ x + z",
      frameOf({ y, x: x.map(v => v * 1e12), z: z.map(v => v * 1e-12) }),
    ).fit;
    expectClose(scaled.coefficients[1]! * 1e12, plain.coefficients[1]!, 1e-12);
    expectClose(scaled.coefficients[2]! * 1e-12, plain.coefficients[2]!, 1e-12);
  });
});
