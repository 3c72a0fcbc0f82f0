import { z } from "zod";

const text = z.string().min(1, "must not be empty");
const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, "must be lower-case letters, digits and _, because it is a column of the SQL");

const labels = z.union([text.transform(en => ({ en })), z.object({ en: text }).catchall(text)]);

/**
 * What the values of a dimension are: `country`, `year`, `text`, `class` (of any series), `counter` (a slug of whoever counted, shown by name), or the
 * id of a code list.
 */
const domain = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/,
    "must be country, year, text, class, counter, or the id of a code list",
  );
const dimensions = z.record(id, domain);

/** How an indicator is drawn when nobody asks for another form; docs/how-to/indicators.md says which suits what. */
export const CHART_FORMS = ["line", "dot", "bar", "multiples", "map", "slope", "bump", "events"] as const;
export type ChartForm = (typeof CHART_FORMS)[number];

/** One entry of `indicators:` in a codebook; its id is the key it stands under. */
export const indicatorSchema = z
  .strictObject({
    label: labels,
    description: text,
    unit: text,
    measure: text,
    statistic: z.enum(["count", "share", "rate", "concentration", "published"]).default("count"),
    sql: text,
    base: z.strictObject({ sql: text, dimensions: z.array(id).default([]) }).optional(),
    scale: z.number().positive().default(1),
    dimensions: dimensions.default({}),
    by: z.array(id).default([]),
    where: z.record(id, text).default({}),
    coverage: z.strictObject({ region: id.optional(), year: id.optional() }).optional(),
    interval: z.enum(["floor", "wilson", "exact", "published"]),
    chart: z.enum(CHART_FORMS),
    panels: id.optional(),
    marks: id.optional(),
  })
  .superRefine((indicator, context) => {
    const wrong = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const known = Object.keys(indicator.dimensions);
    const check = (path: string[], names: readonly string[]) => {
      for (const name of names)
        if (!known.includes(name))
          wrong(path, `${name} is not a dimension of this indicator (it has ${known.join(", ") || "none"})`);
    };
    check(["by"], indicator.by);
    check(["panels"], indicator.panels === undefined ? [] : [indicator.panels]);
    check(["marks"], indicator.marks === undefined ? [] : [indicator.marks]);
    check(["where"], Object.keys(indicator.where));
    check(["coverage"], Object.values(indicator.coverage ?? {}));
    check(["base", "dimensions"], indicator.base?.dimensions ?? []);
    const divides = indicator.statistic === "share" || indicator.statistic === "rate";
    if (divides && !indicator.base)
      wrong(["base"], `a ${indicator.statistic} needs \`base\`, what it is divided by`);
    if (!divides && indicator.base) wrong(["base"], `a ${indicator.statistic} is not divided by anything`);
    if (indicator.interval === "wilson" && indicator.statistic !== "published")
      wrong(["interval"], "wilson is for shares of a sample that sources publish (statistic: published)");
  })
  .transform(({ dimensions: domains, coverage, ...indicator }) => ({
    ...indicator,
    coverage: coverage ?? {
      ...("region" in domains ? { region: "region" } : {}),
      ...("year" in domains ? { year: "year" } : {}),
    },
    dimensions: Object.keys(domains),
    domains,
  }));
