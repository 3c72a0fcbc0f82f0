/** A part of an address as text; one that is not well encoded stands for itself. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A URIError says only that a % is not followed by UTF-8; such an id is then looked for as it was sent.
    return part;
  }
}

/** The forms in which an address can answer besides HTML. */
export const FORMS = ["json", "csv", "svg", "png", "sql"] as const;
export type Form = "html" | (typeof FORMS)[number];

/** Path without the extension of one of the forms, and which of them it had. */
export function splitForm(path: string): { path: string; form: Form } {
  const match = /^(.*)\.(json|csv|svg|png|sql)$/.exec(path);
  if (match === null) return { path, form: "html" };
  const bare = match[1] === "/index" ? "/" : match[1]!;
  return { path: bare, form: match[2] as Form };
}
