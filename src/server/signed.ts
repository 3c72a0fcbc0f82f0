import type { Problem } from "../codebook/index.ts";

/** One field of a form, trimmed; empty where it was not sent. */
export type Part = (name: string) => string;

export const partsOf =
  (form: FormData): Part =>
  name =>
    String(form.get(name) ?? "").trim();

/** Letters of a name and of a reason at most; a journal is no place for essays. */
const LONGEST = { by: 80, reason: 1000 } as const;

/** What is missing of a decision that somebody signs: its parts, a name and a reason, and neither too long. */
export function unsigned(part: Part, parts: readonly string[], hint: string): Problem[] {
  const missing = [...parts, "by", "reason"]
    .filter(name => part(name) === "")
    .map(name => ({ code: "missing", column: name, message: `${name} is empty`, hint }));
  const long = (["by", "reason"] as const)
    .filter(name => part(name).length > LONGEST[name])
    .map(name => ({
      code: "too-long",
      column: name,
      message: `${name} has ${part(name).length} characters`,
      expected: `at most ${LONGEST[name]}`,
    }));
  return [...missing, ...long];
}
