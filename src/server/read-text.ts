import type { Context } from "hono";
import { type Problem, UserError } from "../codebook/index.ts";
import { isForm, readForm } from "./read-form.ts";
import type { CheckInput } from "./types.ts";

/** A text to be checked may have so many bytes. */
export const TEXT_LIMIT = 20 * 2 ** 20;

export interface SentText extends CheckInput {
  readonly bytes: Uint8Array;
}

const nothing: Problem = {
  code: "no-text",
  column: "text",
  message: "nothing to check was sent",
  hint: "paste a text, or choose a file",
};

function fromForm(form: FormData): Promise<SentText> | SentText {
  const file = form.get("file");
  if (file instanceof File && file.size > 0)
    return file
      .arrayBuffer()
      .then(buffer => ({ bytes: new Uint8Array(buffer), name: file.name, mime: file.type }));
  const text = form.get("text");
  if (typeof text !== "string" || text.trim() === "") throw new UserError(nothing);
  // Browsers send line ends of forms as CRLF, whatever was pasted.
  return { bytes: new TextEncoder().encode(text.replaceAll("\r\n", "\n")), name: "", mime: "text/plain" };
}

/** The text of a request: a field or a file of a form, else the body itself. */
export async function readText(c: Context): Promise<SentText> {
  const mime = c.req.header("content-type") ?? "";
  if (isForm(mime)) return fromForm(await readForm(c));
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.byteLength === 0) throw new UserError(nothing);
  return { bytes, name: c.req.query("name") ?? "", mime };
}
