import { z } from "zod";

const labels = z.union([
  z
    .string()
    .min(1)
    .transform(en => ({ en })),
  z.object({ en: z.string().min(1) }).catchall(z.string()),
]);

/** One entry of `indicators:` in a codebook; its id is the key it stands under. */
export const indicatorSchema = z.strictObject({
  label: labels,
  description: z.string().min(1),
  unit: z.string().min(1),
  measure: z.string().min(1),
  sql: z.string().min(1),
  dimensions: z.array(z.string()).default([]),
  interval: z.enum(["floor", "wilson", "exact"]),
  chart: z.enum(["line", "bar", "dot", "map"]),
});
