import { UserError } from "../../codebook/errors.ts";

/** A `UserError` that shows the formula with a caret under the character at fault. `at` is an offset in `text`. */
export function formulaProblem(text: string, at: number, message: string, hint?: string): UserError {
  const shown = text.replace(/\s/g, " ");
  // Said before the formula: behind the caret it would stand in the picture.
  const known = hint === undefined ? "" : ` (${hint})`;
  const pointed = `${message}, at character ${at + 1}${known}\n  ${shown}\n  ${" ".repeat(at)}^`;
  return new UserError({
    code: "formula",
    column: "formula",
    message: pointed,
    received: text.slice(at, at + 20),
  });
}
