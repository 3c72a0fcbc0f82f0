import { parse } from "yaml";
import { z } from "zod";
import { UserError } from "../codebook/errors.ts";
import { nearest } from "../codebook/index.ts";
import type { Problem } from "../codebook/types.ts";
import { splitKey } from "./blocking/blocking.ts";

const specSchema = z.strictObject({
  id: z.string().optional().describe("column that names a row; row numbers when left out"),
  fields: z
    .array(
      z.strictObject({
        column: z.string(),
        compare: z.enum([
          "name",
          "organisation",
          "text",
          "date",
          "code",
          "email",
          "number",
          "category",
          "set",
          "place",
        ]),
        also: z
          .string()
          .optional()
          .describe("another compared column that its values may stand in by mistake"),
      }),
    )
    .min(1),
  block: z
    .array(z.array(z.string()).min(1))
    .min(1)
    .describe("rules: rows are compared when they agree on all keys of a rule"),
  largest_group: z
    .number()
    .int()
    .min(2)
    .optional()
    .describe(
      "rows that may share the keys of a rule and still be compared with each other; 2,000 when left out",
    ),
  threshold: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .describe("match probability from which pairs are joined; the best expected F1 when left out"),
  one_per: z.string().optional().describe("column of the source: two rows of one source are never one thing"),
  clustering: z
    .enum(["average", "components", "refined"])
    .optional()
    .describe("how pairs become clusters; average when left out"),
  seed: z.number().int().nonnegative().default(1),
});

/** What is compared, how, and which pairs: readable, and reusable with `--spec`. */
export type Spec = z.output<typeof specSchema>;

/** Reads a specification; every fault in it is reported, with the columns of the table as what could have been meant. */
export function parseSpec(yaml: string, file: string, columns: readonly string[]): Spec {
  let data: unknown;
  try {
    data = parse(yaml);
  } catch (error) {
    throw new UserError({ code: "bad-yaml", file, message: (error as Error).message.split("\n")[0]! });
  }
  const result = specSchema.safeParse(data);
  if (!result.success)
    throw new UserError(
      result.error.issues.map(issue => ({
        code: "bad-spec",
        file,
        column: issue.path.join("."),
        message: issue.message,
      })),
    );
  const problems = unknownColumns(result.data, columns).map(problem => ({ ...problem, file }));
  if (problems.length > 0) throw new UserError(problems);
  return result.data;
}

function unknownColumns(spec: Spec, columns: readonly string[]): Problem[] {
  const compared = spec.fields.map(({ column }) => column);
  const asked: [where: string, name: string, known: readonly string[]][] = [
    ...(spec.id === undefined ? [] : [["id", spec.id, columns] as [string, string, readonly string[]]]),
    ...(spec.one_per === undefined
      ? []
      : [["one_per", spec.one_per, columns] as [string, string, readonly string[]]]),
    ...compared.map(
      (name, index) => [`fields.${index}.column`, name, columns] as [string, string, readonly string[]],
    ),
    ...spec.fields.flatMap(({ also }, index) =>
      also === undefined
        ? []
        : [[`fields.${index}.also`, also, compared] as [string, string, readonly string[]]],
    ),
    ...spec.block.flatMap((keys, rule) =>
      keys
        .flatMap(key => splitKey(key).columns)
        .map(name => [`block.${rule}`, name, compared] as [string, string, readonly string[]]),
    ),
  ];
  return asked
    .filter(([, name, known]) => !known.includes(name))
    .map(([column, name, known]) => {
      const near = nearest(name, known);
      // A rule, and where a value may have strayed to, name columns that are compared.
      const only = columns.includes(name);
      const hint = only ? "compare it as one of the fields" : near && `did you mean ${near}?`;
      return {
        code: only ? "not-compared" : "unknown-column",
        column,
        message: only ? `the column "${name}" is not compared` : `there is no column "${name}"`,
        expected: known.join(", "),
        ...(hint && { hint }),
      };
    });
}
