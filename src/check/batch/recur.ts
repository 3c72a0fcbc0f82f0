import { isParty } from "../gather/schema.ts";
import { wordsOf } from "../rule/names.ts";
import type { CheckedClaim } from "../types.ts";
import type { BatchInput } from "./types.ts";

/** A claim and the article that it stands in. */
export interface Placed {
  readonly input: BatchInput;
  readonly claim: CheckedClaim;
}

/** The numbers of a claim: one, both ends of a range, or the ends of a series. */
export const numbersOf = ({ value, high, parts }: CheckedClaim): readonly number[] =>
  value === null ? parts.map(part => part.value) : high === null ? [value] : [value, high];

/** What a claim is about, whatever the words: the parties of its roles, else its subject. */
function subjectKey({ roles, subject }: CheckedClaim): string {
  const parties = Object.entries(roles)
    .filter(([role]) => isParty(role))
    .map(([role, values]) => `${role}=${[...values].sort().join(",")}`)
    .sort();
  return parties.length > 0 ? parties.join(";") : subject.toLowerCase();
}

interface Key {
  /** Measure and numbers; or the form, where there is no number. */
  readonly thing: string;
  readonly subject: string;
}

/** By what a claim is known again in another article; null for what is too loose to be known again. */
function keyOf(claim: CheckedClaim): Key | null {
  const subject = subjectKey(claim);
  const numbers = numbersOf(claim);
  const { measure, unit, form, polarity } = claim;
  if (numbers.length > 0) {
    // Without a measure only the same unit and the same subject make two numbers one claim.
    if (measure === "" && (unit === "" || subject === "")) return null;
    return { thing: [measure || `unit ${unit}`, polarity, ...numbers].join("|"), subject };
  }
  if (form === "relation" && subject.includes("=")) return { thing: [form, polarity].join("|"), subject };
  const act = claim.roles["act"]?.join(",") ?? "";
  return form === "dated-act" && act !== ""
    ? { thing: ["act", act.toLowerCase(), claim.roles["date"]?.join(",") ?? ""].join("|"), subject: "" }
    : null;
}

/**
 * Claims grouped by measure, numbers and subject. A claim whose subject was read less fully ("police training", or nothing) joins the one
 * fuller subject of the same measure and numbers, and stands alone where there are several.
 */
export function groupClaims(inputs: readonly BatchInput[]): Placed[][] {
  const things = new Map<string, Map<string, Placed[]>>();
  for (const input of inputs)
    for (const claim of input.checked.claims) {
      const key = keyOf(claim);
      if (!key) continue;
      const subjects = things.get(key.thing) ?? new Map<string, Placed[]>();
      things.set(key.thing, subjects);
      subjects.set(key.subject, [...(subjects.get(key.subject) ?? []), { input, claim }]);
    }
  return [...things.values()].flatMap(subjects => joined([...subjects.values()]));
}

const subjectWords = ([first]: readonly Placed[]): readonly string[] => wordsOf(first?.claim.subject ?? "");

function joined(groups: readonly Placed[][]): Placed[][] {
  const fuller = groups.map(group => groups.filter(other => isFuller(other, group)));
  const home = (index: number): number => {
    const [only, ...others] = fuller[index]!;
    return only !== undefined && others.length === 0 ? home(groups.indexOf(only)) : index;
  };
  const merged = new Map<number, Placed[]>();
  for (const [index, group] of groups.entries())
    merged.set(home(index), [...(merged.get(home(index)) ?? []), ...group]);
  return [...merged.values()];
}

/** Does one subject have all the words of the other, and more? */
function isFuller(a: readonly Placed[], b: readonly Placed[]): boolean {
  const [more, fewer] = [subjectWords(a), subjectWords(b)];
  return more.length > fewer.length && fewer.every(word => more.includes(word));
}

/** The first claim of each article in a group: an article that says it twice prints it once. */
export function oncePerArticle(group: readonly Placed[]): Placed[] {
  const first = new Map<BatchInput, Placed>();
  for (const placed of group) if (!first.has(placed.input)) first.set(placed.input, placed);
  return [...first.values()];
}
