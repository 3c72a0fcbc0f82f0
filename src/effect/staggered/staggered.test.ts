import { expect, test } from "vitest";
import { symmetricEigen } from "../../stats/linalg.ts";
import { type Frame, frameOf } from "../data/frame.ts";
import { estimateAll } from "../estimate.ts";
import { describeOracle, type Expected, expectClose } from "../oracle.testing.ts";
import { seededRandom } from "../random.ts";
import { parseVcov } from "../vcov/spec.ts";
import { baconDecomposition } from "./bacon.ts";
import { imputation } from "./imputation.ts";
import { keepRows, type StaggeredPanel, staggeredPanel } from "./panel.ts";
import { eventTwfe, extendedTwfe, staticTwfe, sunAbraham } from "./regressions.ts";
import type { TimedEstimate } from "./result.ts";
import { stacked } from "./stacked.ts";
import { twoStage } from "./two-stage.ts";
import { judged } from "./window.ts";

const stagg = (frame: Frame, formula = "y ~ 1") =>
  staggeredPanel(frame, formula, { unit: "id", time: "year", cohort: "first_treat" });
const mpdta = (frame: Frame, formula = "lemp ~ 1", weights?: string) =>
  staggeredPanel(frame, formula, {
    unit: "countyreal",
    time: "year",
    cohort: "first.treat",
    ...(weights ? { weights } : {}),
  });

const at = (list: readonly TimedEstimate[], value: number) => list.find(estimate => estimate.at === value);

describeOracle("staggered-sun-abraham", (expected, frame) => {
  const vcovs: Record<string, string> = {
    iid: "iid",
    HC1: "hc1",
    cluster_id: "cluster:id",
    cluster_county: "cluster:countyreal",
  };
  const data = frame("base_stagg.csv");
  const y = data.columns.get("y")!;
  const rounded = y.kind === "number" ? y.values.map(value => halfEven(5 * Math.exp(value / 5))) : y.codes;
  const counts: Frame = frameOf({ ...Object.fromEntries(data.columns), counts: rounded });
  const cases: Record<string, { panel: () => StaggeredPanel; tolerance: number; extra?: object }> = {
    base_stagg: { panel: () => stagg(data, "y ~ x1"), tolerance: 1e-7 },
    base_stagg_no_covariate: { panel: () => stagg(data), tolerance: 1e-7 },
    base_stagg_ref_m2: {
      panel: () => stagg(data, "y ~ x1"),
      tolerance: 1e-7,
      extra: { reference: [-2, "first"] },
    },
    base_stagg_last_cohort_control: { panel: () => lastCohort(stagg(data, "y ~ x1")), tolerance: 1e-7 },
    base_stagg_poisson: {
      panel: () => stagg(counts, "counts ~ x1"),
      tolerance: 1e-6,
      extra: { model: "poisson" },
    },
    mpdta: { panel: () => mpdta(frame("mpdta.csv")), tolerance: 1e-7 },
  };
  test.each(Object.keys(cases))("%s", name => {
    const { panel, tolerance, extra } = cases[name]!;
    const reference = expected[name];
    for (const vcov of Object.keys(reference.att)) {
      const result = sunAbraham(panel(), { vcov: parseVcov(vcovs[vcov]!), ...extra });
      expect(result.n).toBe(reference.nobs);
      for (const [j, term] of result.fit.names.entries()) {
        expectClose(result.fit.coefficients[j], reference.cohort_by_period[term], 1e-8, term);
      }
      expectClose(result.overall.estimate, reference.att[vcov].estimate, 1e-8, "att");
      expectClose(result.overall.se, reference.att[vcov].se, tolerance, `se of att ${vcov}`);
      for (const { term, estimate, se } of reference.by_period[vcov]) {
        const match = /::(-?\d+)$/.exec(term);
        if (!match) continue;
        expectClose(at(result.event, Number(match[1]))?.estimate, estimate, 1e-8, term);
        expectClose(at(result.event, Number(match[1]))?.se, se, tolerance, `${vcov} se ${term}`);
      }
      for (const { term, estimate, se } of reference.by_cohort[vcov]) {
        const match = /::(\d+)$/.exec(term);
        if (!match) continue;
        expectClose(at(result.group, Number(match[1]))?.estimate, estimate, 1e-8, term);
        expectClose(at(result.group, Number(match[1]))?.se, se, tolerance, `${vcov} se ${term}`);
      }
    }
  });
});

describeOracle("staggered-sun-abraham", (expected, frame) => {
  test.each([
    ["base_stagg", "y ~ x1 + sunab(year_treated, year) | id + year", "base_stagg.csv"],
    ["base_stagg_no_covariate", "y ~ sunab(year_treated, year) | id + year", "base_stagg.csv"],
    ["mpdta", "lemp ~ sunab(first.treat, year) | countyreal + year", "mpdta.csv"],
  ])("sunab() in a formula: %s", (name, formula, file) => {
    const cluster = file === "mpdta.csv" ? "cluster_county" : "cluster_id";
    const vcov = file === "mpdta.csv" ? "cluster:countyreal" : "cluster:id";
    const [result] = estimateAll(frame(file), formula, { vcov });
    const found = new Map(result!.terms.map(one => [one.term, one]));
    for (const { term, estimate, se } of expected[name].by_period[cluster]) {
      expectClose(found.get(term)?.estimate, estimate, 1e-8, term);
      expectClose(found.get(term)?.se, se, 1e-7, `se ${term}`);
    }
    expectClose(found.get("ATT")?.estimate, expected[name].att[cluster].estimate, 1e-8, "att");
    expectClose(found.get("ATT")?.se, expected[name].att[cluster].se, 1e-7, "se of att");
  });
});

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Without the never treated and without year 10, so that the cohort of year 10 is the control. */
function lastCohort(panel: StaggeredPanel): StaggeredPanel {
  const keep = Uint8Array.from(panel.time, (time, row) => Number(time < 10 && panel.cohort[row]! <= 10));
  const kept = keepRows(panel, keep, "left out");
  return {
    ...kept,
    cohort: kept.cohort.map(cohort => (cohort === 10 ? 1 / 0 : cohort)),
    cohorts: kept.cohorts.slice(0, -1),
  };
}

describeOracle("staggered-imputation", (expected, frame) => {
  const base = () => frame("base_stagg.csv");
  const counties = () => frame("mpdta.csv");
  const check = (list: readonly TimedEstimate[], reference: Expected) => {
    for (const { term, estimate, "std.error": se } of reference) {
      expectClose(at(list, Number(term))?.estimate, estimate, 1e-8, term);
      expectClose(at(list, Number(term))?.se, se, 1e-6, `se ${term}`);
    }
  };
  test.each([
    ["base_stagg_static", () => stagg(base())],
    ["base_stagg_static_x1", () => stagg(base(), "y ~ x1")],
    ["mpdta_static", () => mpdta(counties())],
    ["mpdta_static_weighted", () => mpdta(counties(), "lemp ~ 1", "w")],
  ])("%s", (name, panel) => {
    // didimputation has the weights twice in the influence; the option does so too, and changes nothing without weights.
    const { overall } = imputation(panel(), { squaredWeights: true });
    expectClose(overall.estimate, expected[name][0].estimate, 1e-8, "att");
    expectClose(overall.se, expected[name][0]["std.error"], 1e-6, "se");
    if (name !== "mpdta_static_weighted") expect(imputation(panel()).overall.se).toBe(overall.se);
  });
  test.each([
    ["base_stagg_horizons", () => stagg(base()), 0],
    ["base_stagg_horizons_x1", () => stagg(base(), "y ~ x1"), 0],
    ["mpdta_horizons", () => mpdta(counties()), 0],
    ["base_stagg_pretrends", () => stagg(base()), 4],
    ["mpdta_pretrends", () => mpdta(counties()), 3],
  ])("%s", (name, panel, pretrends) => {
    check(imputation(panel(), { pretrends }).event, expected[name]);
  });
});

describeOracle("staggered-two-stage", (expected, frame) => {
  const base = () => frame("base_stagg.csv");
  const counties = () => frame("mpdta.csv");
  test.each([
    ["base_stagg_static", () => stagg(base())],
    ["base_stagg_static_x1", () => stagg(base(), "y ~ x1")],
    ["mpdta_static", () => mpdta(counties())],
    ["mpdta_static_weighted", () => mpdta(counties(), "lemp ~ 1", "w")],
  ])("%s", (name, panel) => {
    const { overall } = twoStage(panel());
    expectClose(overall.estimate, expected[name][0].estimate, 1e-8, "att");
    expectClose(overall.se, expected[name][0]["std.error"], 1e-6, "se");
  });
  test.each([
    ["base_stagg_event", () => stagg(base())],
    ["mpdta_event", () => mpdta(counties())],
  ])("%s", (name, panel) => {
    const { event } = twoStage(panel());
    for (const { term, estimate, "std.error": se } of expected[name]) {
      const relative = Number(term.split("::")[1]);
      expectClose(at(event, relative)?.estimate, estimate, 1e-8, term);
      expectClose(at(event, relative)?.se, se, 1e-6, `se ${term}`);
    }
  });
});

describeOracle("staggered-regressions", (expected, frame) => {
  test("static and event-study two-way fixed effects", () => {
    for (const [vcov, name] of [
      ["iid", "iid"],
      ["HC1", "hc1"],
      ["cluster_id", "cluster:id"],
    ] as const) {
      const panel = stagg(frame("base_stagg.csv"), "y ~ x1");
      const fixed = staticTwfe(panel, { vcov: parseVcov(name) });
      const reference = expected.twfe_static_base_stagg;
      expectClose(fixed.overall.estimate, reference.coefficients.tr, 1e-8, "tr");
      expectClose(fixed.overall.se, reference.inference[vcov].se.tr, 1e-7, `se ${vcov}`);
      const study = expected.twfe_event_base_stagg;
      if (study.inference[vcov] === undefined) continue;
      const { event } = eventTwfe(panel, { vcov: parseVcov(name) });
      for (const { at: relative, estimate, se } of event) {
        expectClose(estimate, study.coefficients[`relb::${relative}`], 1e-8, `event ${relative}`);
        expectClose(se, study.inference[vcov].se[`relb::${relative}`], 1e-7, `se ${relative}`);
      }
    }
    const county = staticTwfe(mpdta(frame("mpdta.csv")), { vcov: parseVcov("cluster:countyreal") });
    expectClose(county.overall.estimate, expected.twfe_static_mpdta.coefficients.tr, 1e-8);
    expectClose(county.overall.se, expected.twfe_static_mpdta.inference.cluster_county.se.tr, 1e-7);
  });

  test.each([
    [
      "stacked_base_stagg_pre2_post3",
      () => stagg(frame("base_stagg.csv")),
      { pre: 2, post: 3 },
      "cluster:id",
    ],
    ["stacked_mpdta_pre1_post1", () => mpdta(frame("mpdta.csv")), { pre: 1, post: 1 }, "cluster:countyreal"],
  ] as const)("%s", (name, panel, window, cluster) => {
    const reference = expected[name];
    for (const [vcov, spec] of [
      ["iid", "iid"],
      ["cluster_unit", cluster],
    ] as const) {
      const result = stacked(panel(), { ...window, vcov: parseVcov(spec) });
      expect(result.stacks).toEqual(reference.stacks);
      expect(result.n).toBe(reference.static.nobs);
      expectClose(result.overall.estimate, reference.static.coefficients["d:post"], 1e-8, "static");
      expectClose(result.overall.se, reference.static.inference[vcov].se["d:post"], 1e-7, `se ${vcov}`);
      for (const { at: step, estimate, se } of result.event) {
        expectClose(estimate, reference.event.coefficients[`rel::${step}:d`], 1e-8, `event ${step}`);
        expectClose(se, reference.event.inference[vcov].se[`rel::${step}:d`], 1e-7, `se ${step}`);
      }
    }
  });

  test.each([
    ["etwfe_mpdta", () => mpdta(frame("mpdta.csv")), "cluster:countyreal"],
    ["etwfe_mpdta_lpop", () => mpdta(frame("mpdta.csv"), "lemp ~ lpop"), "cluster:countyreal"],
    ["etwfe_base_stagg", () => stagg(frame("base_stagg.csv")), "cluster:id"],
  ])("%s", (name, panel, vcov) => {
    const result = extendedTwfe(panel(), { vcov: parseVcov(vcov) });
    const reference = expected[name];
    expectClose(result.overall.estimate, reference.simple.att, 1e-8, "simple");
    expectClose(result.overall.se, reference.simple.se, 1e-7, "se of simple");
    for (const [list, key, entries] of [
      [result.event, "e", reference.event],
      [result.group, "g", reference.group],
      [result.calendar, "t", reference.calendar],
    ] as [readonly TimedEstimate[], string, Expected[]][]) {
      for (const entry of entries) {
        expectClose(at(list, entry[key])?.estimate, entry.att, 1e-8, `${key} ${entry[key]}`);
        expectClose(at(list, entry[key])?.se, entry.se, 1e-7, `se ${key} ${entry[key]}`);
      }
    }
  });
});

describeOracle("staggered-bacon", (expected, frame) => {
  const types: Record<string, string> = {
    "treated vs untreated": "Treated vs Untreated",
    "earlier vs later": "Earlier vs Later Treated",
    "later vs earlier": "Later vs Earlier Treated",
  };
  const reform = () => {
    const data = frame("math_reform.csv");
    const [state, year, treated] = ["state", "class", "reform_math"].map(name => data.columns.get(name)!);
    if (state?.kind !== "text" || year?.kind !== "number" || treated?.kind !== "number")
      throw new Error("columns");
    const first = new Map<number, number>();
    for (let row = 0; row < data.rows; row++) {
      const code = state.codes[row]!;
      if (treated.values[row] === 1) first.set(code, Math.min(first.get(code) ?? 1 / 0, year.values[row]!));
    }
    const cohort = Float64Array.from(state.codes, code => first.get(code) ?? 0);
    const columns = { ...Object.fromEntries(data.columns), cohort };
    return staggeredPanel(frameOf(columns), "incearn_ln ~ 1", {
      unit: "state",
      time: "class",
      cohort: "cohort",
    });
  };
  test.each([
    ["base_stagg", () => stagg(frame("base_stagg.csv"))],
    ["math_reform", reform],
  ])("%s", (name, panel) => {
    const { components, estimate } = baconDecomposition(panel());
    const reference = expected[name];
    expectClose(estimate, reference.weighted_sum, 1e-8, "sum");
    expect(components).toHaveLength(reference.components.length);
    for (const { treated, untreated, type, estimate: value, weight } of reference.components) {
      const control = untreated === "never" ? 1 / 0 : untreated;
      const own = components.find(c => c.treated === treated && c.control === control);
      expect(types[own?.type ?? ""]).toBe(type);
      expectClose(own?.estimate, value, 1e-8, `${treated} ${untreated}`);
      expectClose(own?.weight, weight, 1e-8, `weight ${treated} ${untreated}`);
    }
    expectClose(staticTwfe(panel(), { vcov: { kind: "iid" } }).overall.estimate, estimate, 1e-8, "two-way");
  });
});

test("the covariance of the imputed event study has the printed errors, and that of sums of unit effects", () => {
  const random = seededRandom(12);
  const rows = Array.from({ length: 480 }, (_, row) => ({ unit: Math.floor(row / 8), time: row % 8 }));
  const first = (unit: number) => [0, 4, 6][unit % 3]!;
  const frame = frameOf({
    unit: rows.map(({ unit }) => unit),
    time: rows.map(({ time }) => time),
    first: rows.map(({ unit }) => first(unit)),
    y: rows.map(({ unit, time }) => unit + time + Number(first(unit) > 0 && time >= first(unit)) + random()),
  });
  const panel = staggeredPanel(frame, "y ~ 1", { unit: "unit", time: "time", cohort: "first" });
  const { event, covariance } = imputation(panel, { pretrends: 3 });
  const n = event.length;
  expect(event.map(({ at }) => at)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  for (const [i, { se }] of event.entries()) expect(Math.sqrt(covariance![i * n + i]!)).toBeCloseTo(se, 10);
  expect(covariance![1]!).toBeCloseTo(covariance![n]!, 14);
  const { values } = symmetricEigen(covariance!);
  expect(Math.min(...values)).toBeGreaterThan(0);
  const judgedBy = judged({ ...imputation(panel, { pretrends: 3 }) }, { window: [-3, 3], draws: 200 });
  for (const { band, low, high } of judgedBy.event) {
    expect(band![0]).toBeLessThan(low);
    expect(band![1]).toBeGreaterThan(high);
  }
});
