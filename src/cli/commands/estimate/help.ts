import type { Command } from "../../command.ts";

/** Options of `custodes estimate`. */
export const ESTIMATE_OPTIONS: Command["options"] = {
  data: { value: "FILE", help: "table as CSV, header first (- for standard input)" },
  vcov: {
    value: "SPEC",
    help: "iid, hc1, cluster:country, cluster:country+year, cr2:country, nw:2, dk:2, conley:200:lat+lon; with synth, sdid, did: placebo, jackknife (required)",
  },
  ssc: { value: "SPEC", help: "small-sample correction (default: fixest's)" },
  method: {
    value: "NAME",
    help: "ols (default), poisson, logit, probit, negbin; staggered, or one of its estimators; synth, sdid, did; its (see above)",
  },
  cohort: { value: "COLUMN", help: "staggered, synth, sdid: first treated time (empty or 0: never)" },
  treatment: {
    value: "COLUMN",
    help: "staggered, synth, sdid: 0/1 column that the first treated time is taken from",
  },
  treated: { value: "UNITS", help: "synth, sdid: the treated units, with commas, from --date on" },
  date: { value: "TIME", help: "synth, sdid, its: first time at which the change is in force" },
  donors: {
    value: "CONDITION",
    help: "synth, sdid: what holds in all rows of a unit that may serve as a control",
  },
  controls: { value: "WHO", help: "staggered: never (default) or notyet treated units as controls" },
  window: { value: "FIRST,LAST", help: "staggered: periods that are tested, banded and drawn, as in -5,5" },
  bootstrap: { value: "CLUSTER", help: "wild cluster bootstrap over this column" },
  "bootstrap-weights": { value: "NAME", help: "rademacher (default), webb, mammen" },
  randomize: {
    value: "TERM,UNIT,TIME",
    help: "randomisation inference: this regressor is assigned anew among the units (or rows)",
  },
  draws: { value: "N", help: "draws of a bootstrap or of randomisation inference" },
  seed: { value: "N", help: "seed of the draws (default 1)" },
  weights: { value: "COLUMN", help: "weights of the rows" },
  panel: { value: "UNIT,TIME", help: "columns that make the panel, for lags and for nw and dk" },
  split: { value: "COLUMN", help: "one estimate for each value of a column" },
  subset: { value: "CONDITION", help: "rows to keep" },
  singletons: { value: "RULE", help: "drop (default) or keep rows that are alone in a fixed effect" },
  level: { value: "P", help: "coverage of the intervals (default 0.95)" },
  table: { value: "FORMAT", help: "models side by side: text, markdown, html, latex, typst" },
  plot: {
    value: "KIND",
    help: "with --svg or --png: coef, event, binned (outcome by the first regressor), timing (who is treated when); default: what suits the method",
  },
  svg: {
    value: "FILE",
    help: "draw the coefficients, the event studies side by side, or the paths of synth, sdid and its",
  },
  png: { value: "FILE", help: "the same as PNG" },
  study: { value: "ID", help: "take the panel of this study from the book as the data" },
  "as-of": { value: "ENTRY", help: "with --study: the book as it was when this entry was written" },
  "panel-csv": { value: "FILE", help: "with --study: also write the panel" },
  keep: { help: "with --study: keep the estimate in the book with the digest of its panel" },
  by: { value: "NAME", help: "with --keep: who keeps it (default: your user name)" },
  explain: { value: "ID", help: "a study, or the entry of a kept estimate: what a coefficient rests on" },
  coef: { value: "NAME", help: "with --explain: the coefficient" },
  stale: { help: "which kept estimates rest on statements that have changed (exit code 1 if any)" },
};

export const ESTIMATE_EXAMPLES: Command["examples"] = [
  [
    `custodes estimate "y ~ x | country + year" --data panel.csv --vcov cluster:country`,
    "two-way fixed effects, clustered",
  ],
  [
    `custodes estimate "y ~ x" "y ~ x | country" "y ~ x | country + year" --data panel.csv --vcov cluster:country --table latex`,
    "three models side by side",
  ],
  [
    `custodes estimate "deaths ~ treated | country" --data panel.csv --method poisson --vcov hc1 --json`,
    "Poisson, as data",
  ],
  [
    `custodes estimate "lemp ~ 1 | county + year" --data mpdta.csv --method staggered --cohort first --vcov cluster:county --svg events.svg`,
    "staggered adoption, every estimator side by side, in one picture",
  ],
  [
    `custodes estimate "packs ~ 1 | state + year" --data smoking.csv --method sdid --treated California --date 1989 --vcov placebo --svg paths.svg`,
    "one treated unit beside weighted controls, with placebos",
  ],
  [
    `custodes estimate "deaths ~ month" --data series.csv --method its --date 61 --vcov nw:3 --png series.png`,
    "one series before and after a date",
  ],
  [
    `custodes estimate "y ~ x + z | country + year" --data panel.csv --vcov cluster:country --plot binned --svg scatter.svg`,
    "a binned scatter of what the coefficient of x rests on",
  ],
  ["custodes estimate --study democracy-after-police-training", "a worked study of the shipped book"],
  [
    `custodes estimate "electoral ~ i(regime, trained) | country + year" --study democracy-after-police-training --vcov cluster:country --keep`,
    "your own model on its panel, kept",
  ],
  [
    "custodes estimate --explain democracy-after-police-training --coef electoral/event::0",
    "from a coefficient to records and sources",
  ],
  ["custodes estimate --stale", "which kept estimates no longer stand on the same evidence"],
];
