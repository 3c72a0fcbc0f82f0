import type { Context } from "hono";
import { UserError } from "../codebook/index.ts";

export const isForm = (mime: string): boolean =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(mime);

/** The fields of a form that was sent. A body that is no form, or a torn one, is the sender's mistake and no fault of ours. */
export async function readForm(c: Context): Promise<FormData> {
  const mime = c.req.header("content-type") ?? "";
  try {
    if (isForm(mime)) return await c.req.formData();
  } catch (error) {
    // A body that passed the limit is refused by whoever set the limit.
    if (!(error instanceof TypeError)) throw error;
  }
  throw new UserError({
    code: "bad-form",
    message: "the form that was sent cannot be read",
    expected: "multipart/form-data or application/x-www-form-urlencoded, whole",
    received: mime === "" ? "a body without a type" : mime,
  });
}
