import type { Book } from "../../../book/types.ts";
import { UserError } from "../../../codebook/errors.ts";
import type { Kind } from "../../../codebook/types.ts";
import { type Invocation, option } from "../../command.ts";

/** The kinds asked for: the one named, or all but that of the sources and those that state numbers, which are no happenings. */
export async function kinds(book: Book, invocation: Invocation): Promise<Kind[]> {
  const { kindToLink } = await import("../../../link/index.ts");
  const [id] = invocation.arguments;
  if (id !== undefined) return [kindToLink(book, id)];
  return [...book.codebook.kinds.values()].filter(
    ({ cited, identify, fields }) =>
      !cited &&
      identify.length > 0 &&
      !fields.some(field => field.type === "measure" && identify.includes(field.id)),
  );
}

/** The one kind that an option needs. */
export async function namedKind(book: Book, invocation: Invocation, name: string): Promise<Kind> {
  const { kindToLink } = await import("../../../link/index.ts");
  const [id] = invocation.arguments;
  if (id === undefined)
    throw new UserError({
      code: "usage",
      message: `--${name} needs a kind`,
      expected: [...book.codebook.kinds.keys()].join(", "),
    });
  return kindToLink(book, id);
}

/** Two ids joined by a comma. */
export function pairOption(invocation: Invocation, name: string): readonly [string, string] {
  const ids = option(invocation, name)!
    .split(",")
    .map(id => id.trim());
  if (ids.length !== 2 || ids.includes("") || ids[0] === ids[1])
    throw new UserError({
      code: "usage",
      message: `--${name} is "${option(invocation, name)}"`,
      expected: "two different ids, joined by a comma",
    });
  return [ids[0]!, ids[1]!];
}

/** A number, null where the option was not given. */
export function numberOption(
  invocation: Invocation,
  name: string,
  fits: (value: number) => boolean,
): number | null {
  const text = option(invocation, name);
  if (text === null) return null;
  const value = Number(text);
  if (!fits(value))
    throw new UserError({
      code: "usage",
      message: `--${name} is "${text}"`,
      expected: name === "threshold" ? "a probability between 0 and 1" : "a whole number",
    });
  return value;
}
