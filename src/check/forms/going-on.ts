import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";

const isPlaceOrName = (word: string): boolean => /^\p{Lu}/u.test(word);

/**
 * "It counted 19 in Russia in 2023.", "The next year it was 2,059.": a number without a noun, in a sentence that says nothing beside it but
 * that it was, where and when, goes on with the number of the sentence before it in the paragraph. The two are read as one.
 */
export function goingOn(claim: Claim, { claims, text }: { claims: readonly Claim[]; text: string }): Claim {
  if (claim.form !== "number" || claim.measure !== "" || claim.unit !== "" || claim.value === null)
    return claim;
  if (!isNothingElse(claim, claims, text)) return claim;
  const host = hostOf(claim, claims, text);
  if (!host) return claim;
  const { measure, unit, periodKind, subject, population } = host;
  const isBare = claim.places.length === 0 && claim.entities.length === 0;
  return {
    ...claim,
    measure,
    unit,
    periodKind: claim.periodKind || periodKind,
    subject,
    population,
    places: claim.places.length > 0 ? claim.places : host.places,
    entities: isBare ? host.entities : claim.entities,
    roles: isBare ? host.roles : claim.roles,
    sentence: [host.sentence[0], claim.sentence[1]],
  };
}

/** The number that the sentence before ends with, where it is the only one that is counted there, or all are of one measure. */
function hostOf(claim: Claim, claims: readonly Claim[], text: string): Claim | undefined {
  const before = claims.filter(
    ({ sentence, value, measure }) => sentence[1] <= claim.sentence[0] && value !== null && measure !== "",
  );
  const last = before.at(-1);
  if (!last || text.slice(last.sentence[1], claim.sentence[0]).trim() !== "") return undefined;
  if (/\n/.test(text.slice(last.sentence[1], claim.sentence[0]))) return undefined;
  const same = before.filter(({ sentence }) => sentence[0] === last.sentence[0]);
  return same.every(({ measure }) => measure === last.measure) ? last : undefined;
}

/** All words of the sentence beside the number are small ones, verbs of being and counting, years, and names behind its first word. */
function isNothingElse({ sentence, span }: Claim, claims: readonly Claim[], text: string): boolean {
  const isAlone = !claims.some(
    other => other.value !== null && other.span[0] !== span[0] && other.sentence[0] === sentence[0],
  );
  if (!isAlone) return false;
  const rest = `${text.slice(sentence[0], span[0])} ${text.slice(span[1], sentence[1])}`;
  const words = rest.match(/[\p{L}]+/gu) ?? [];
  const told = words
    .filter((word, index) => index === 0 || !isPlaceOrName(word))
    .map(word => word.toLowerCase());
  const [verbs, small] = [idiom("counting").words, idiom("small").words];
  return told.some(word => verbs.has(word)) && told.every(word => verbs.has(word) || small.has(word));
}
