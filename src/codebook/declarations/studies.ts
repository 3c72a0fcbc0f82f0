import { z } from "zod";

const text = z.string().min(1, "must not be empty");
const labels = z.union([text.transform(en => ({ en })), z.object({ en: text }).catchall(text)]);
const column = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]*$/,
    "must be lower-case letters, digits and _, because it is a column of the panel",
  );
const year = z.number().int().min(1800).max(2200);

/** A column read from a series: its number, or its class, in the row's year or fixed at one year for each country. */
const seriesColumn = z.strictObject({
  label: labels,
  series: text,
  take: z.enum(["value", "class"]).default("value"),
  at: year.optional(),
  /** Joins classes under new names: `{autocracy: [closed-autocracy, electoral-autocracy]}`. */
  groups: z.record(column, z.array(text).min(1)).optional(),
});

/** Columns made from records: `NAME` (0, then 1), `NAME_first` (year or null), `NAME_count` (records up to the year). */
const treatment = z.strictObject({
  label: labels,
  /** One row a record and country: `record`, `country`, `year` (null where the record has no date). */
  sql: text,
  /** Countries that have records but no dated one: left out of the panel, or taken as not treated. */
  undated: z.enum(["exclude", "untreated"]).default("exclude"),
});

export const panelSchema = z.strictObject({
  from: year,
  to: year,
  series: z.record(column, seriesColumn),
  treatments: z.record(column, treatment),
});

/** Estimators of staggered adoption on one outcome and one treatment. */
const staggeredPart = z.strictObject({
  label: labels,
  text: text.optional(),
  outcome: column,
  treatment: column,
  covariates: z.array(text).default([]),
  /** Rows kept, as a condition on the columns of the panel. */
  subset: text.optional(),
  controls: z.enum(["never", "notyet"]).default("notyet"),
  /** Periods before and after treatment that are drawn and judged. */
  window: z.tuple([z.number().int().max(-2), z.number().int().min(1)]).default([-8, 8]),
});

/** Regressions side by side, each on the panel. */
const tablePart = z.strictObject({
  label: labels,
  text: text.optional(),
  vcov: text.default("cluster:country"),
  models: z
    .array(
      z.strictObject({
        heading: text,
        formula: text,
        method: z.enum(["ols", "poisson", "logit", "probit", "negbin"]).default("ols"),
        subset: text.optional(),
      }),
    )
    .min(1),
  /** Columns whose relation to the first outcome is also drawn as a binned scatter. */
  scatter: z.strictObject({ x: column, y: column, subset: text.optional() }).optional(),
});

/** One entry of `studies:` in a codebook; its id is the key it stands under. */
export const studySchema = z
  .strictObject({
    label: labels,
    question: text,
    panel: panelSchema,
    staggered: z.record(column, staggeredPart).default({}),
    tables: z.record(column, tablePart).default({}),
    /** What the result can say, and what it cannot, one sentence each. */
    shows: z.array(text).min(1),
    cannot: z.array(text).min(1),
    /** What fuller data would add. */
    wanted: z.array(text).default([]),
  })
  .superRefine((study, context) => {
    const wrong = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const { series, treatments, from, to } = study.panel;
    const [grid] = Object.values(series);
    if (grid === undefined || grid.at !== undefined)
      wrong(
        ["panel", "series"],
        "the first column makes the grid of countries and years, so it cannot be fixed at one year",
      );
    if (to <= from) wrong(["panel", "to"], `must be later than ${from}`);
    for (const name of Object.keys(treatments))
      if (name in series) wrong(["panel", "treatments", name], "is the name of a series column already");
    for (const name of [...Object.keys(series), ...Object.keys(treatments)])
      if (RESERVED.has(name)) wrong(["panel"], `${name} is a column of every panel; choose another name`);
    for (const [id, part] of Object.entries(study.staggered)) {
      if (!(part.outcome in series))
        wrong(["staggered", id, "outcome"], `${part.outcome} is no series column of the panel`);
      if (!(part.treatment in treatments))
        wrong(["staggered", id, "treatment"], `${part.treatment} is no treatment of the panel`);
    }
    if (Object.keys(study.staggered).length + Object.keys(study.tables).length === 0)
      wrong([], "a study needs at least one part under `staggered` or `tables`");
  });

const RESERVED = new Set(["country", "year", "region"]);
