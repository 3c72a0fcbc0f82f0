import { z } from "zod";
import { UserError } from "../../codebook/errors.ts";
import type { Comparer } from "../compare/compare.ts";
import type { Trained } from "./train.ts";

const share = z.number().gt(0).lte(1);

const fileSchema = z.object({
  lambda: z.number().gt(0).lt(1),
  sampled_pairs: z.number().default(0),
  unidentified: z.array(z.string()).default([]),
  fields: z.array(z.object({ field: z.string(), levels: z.array(z.object({ m: share, u: share })) })),
});

/** Reads parameters for the fields of a comparison, once it is known. */
export type ParametersFor = (comparer: Comparer) => Trained;

/**
 * Parameters of an earlier run, as its JSON has them (the whole output, or its part `parameters`), to be used instead of training. Refused where
 * they are for other fields or other levels.
 */
export function readParameters(json: string, file: string): ParametersFor {
  const result = fileSchema.safeParse(parsed(json, file));
  if (!result.success)
    throw new UserError(
      result.error.issues.map(issue => ({
        code: "bad-parameters",
        file,
        column: issue.path.join("."),
        message: issue.message,
        hint: "give what `custodes pairs FILE --json` printed",
      })),
    );
  const { lambda, fields, sampled_pairs: sampled, unidentified } = result.data;
  return comparer => {
    const mine = comparer.fields.map(({ column, levels }) => {
      const found = fields.find(({ field }) => field === column.name);
      if (found?.levels.length === levels.length) return found.levels;
      throw new UserError({
        code: "bad-parameters",
        file,
        column: column.name,
        message: found
          ? `${column.name} has ${found.levels.length} levels there and ${levels.length} here`
          : `there are no parameters for ${column.name}`,
        hint: "use the specification that they were estimated with",
      });
    });
    return {
      lambda,
      m: mine.map(levels => levels.map(({ m }) => m)),
      u: mine.map(levels => levels.map(({ u }) => u)),
      sessions: [],
      sampled,
      unidentified,
    };
  };
}

function parsed(json: string, file: string): unknown {
  try {
    const data: unknown = JSON.parse(json);
    const whole = typeof data === "object" && data !== null && "parameters" in data;
    return whole ? data.parameters : data;
  } catch (error) {
    throw new UserError({ code: "bad-json", file, message: (error as Error).message.split("\n")[0]! });
  }
}
