import { z } from "zod";
import { indicatorSchema } from "./indicators.ts";
import { LINK_LEVELS, type LinkComparison } from "./link-levels.ts";
import { studySchema } from "./studies.ts";

/** Shapes of the YAML files. Things with an id are written as maps from the id, so that an id cannot come twice. */

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, "must be lower-case letters and digits, parts joined by - or _");
const text = z.string().min(1, "must not be empty");

/** A text in English alone, or in several languages with English among them. */
export const labelsSchema = z.union([text.transform(en => ({ en })), z.object({ en: text }).catchall(text)]);

/** Phrases in English alone, or per language. */
export const phrasesSchema = z.union([
  z.array(text).transform(en => ({ en }) as Record<string, string[]>),
  z.record(z.string(), z.array(text)),
]);

const fieldSchema = z.strictObject({
  type: z.enum([
    "text",
    "code",
    "country",
    "place",
    "date",
    "quantity",
    "money",
    "entity",
    "measure",
    "link",
  ]),
  label: labelsSchema,
  description: text,
  required: z.boolean().default(false),
  many: z.boolean().default(false),
  sensitive: z.boolean().default(false),
  list: id.optional(),
  of: id.optional(),
  states: z.boolean().optional(),
  notAfter: id.optional(),
  unit: text.optional(),
  measure: id.optional(),
  role: z.enum(["agent", "patient", "instrument"]).optional(),
  columns: z.strictObject({ high: id.optional(), qualifier: id.optional(), unit: id.optional() }).optional(),
});

const compareSchema = z.strictObject({
  fields: z.array(id).min(1, "must name at least one field"),
  as: z.enum(Object.keys(LINK_LEVELS) as [LinkComparison, ...LinkComparison[]]).optional(),
  near: z.number().nonnegative().optional(),
  contradicts: z.boolean().optional(),
  needed: z.boolean().default(false),
  levels: z.record(z.string(), z.number().gt(0).lt(1)).optional(),
});

const kindSchema = z.strictObject({
  id,
  label: labelsSchema,
  plural: labelsSchema,
  description: text,
  name: labelsSchema,
  sentence: labelsSchema,
  identify: z.array(id).min(1, "must name at least one field"),
  compare: z.array(compareSchema).min(1).optional(),
  reporters: text.optional(),
  when: id.optional(),
  where: id.optional(),
  cited: z.boolean().default(false),
  sourced: z.boolean().default(true),
  fields: z.record(id, fieldSchema),
});

const measureSchema = z.strictObject({
  label: labelsSchema,
  description: text,
  unit: text,
  period: z.enum(["point", "annual", "cumulative"]),
  phrases: phrasesSchema.default({}),
  dimensions: z.array(id).default([]),
  indicator: z.strictObject({ id, where: z.record(z.string(), z.string()).optional() }).optional(),
  across: id.optional(),
  related: z.array(id).default([]),
  comparable: z.boolean().default(true),
  told: id.optional(),
  status: z.literal("planned").optional(),
});

const listSchema = z.strictObject({
  label: labelsSchema,
  codes: z.record(
    id,
    z.union([
      text.transform(en => ({ label: { en } })),
      z.strictObject({ label: labelsSchema, description: text.optional() }),
    ]),
  ),
});

const seriesSchema = z.strictObject({
  label: labelsSchema,
  maker: text,
  unit: text,
  terms: text,
  classesOnly: z.boolean().default(false),
  classes: z.record(id, z.strictObject({ label: labelsSchema, phrases: phrasesSchema })).default({}),
});

/** Phrases of one language, kept in a file of its own so that a translator works in one place. */
const languageSchema = z.strictObject({
  code: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, "must be a BCP 47 language code, like zh"),
  measures: z.record(id, z.array(text)).default({}),
  series: z.record(id, z.record(id, z.array(text))).default({}),
  phrases: z.record(text, z.array(text)).default({}),
});

/** One YAML file: any of these sections. The sections of all files together make the codebook. */
export const fileSchema = z.strictObject({
  codebook: z
    .strictObject({ id, title: labelsSchema, version: text, kinds: z.array(id).default([]) })
    .optional(),
  kind: kindSchema.optional(),
  measures: z.record(id, measureSchema).optional(),
  lists: z.record(id, listSchema).optional(),
  series: z.record(id, seriesSchema).optional(),
  indicators: z.record(id, indicatorSchema).optional(),
  studies: z.record(id, studySchema).optional(),
  phrases: z.record(text, phrasesSchema).optional(),
  language: languageSchema.optional(),
});

/** A codebook file as its schema reads it. */
export type CodebookFile = z.infer<typeof fileSchema>;
