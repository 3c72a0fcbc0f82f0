import type { Codebook } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { clauseAround } from "../match/clause.ts";
import { placesIn } from "../match/places-in.ts";
import { isPlanMeasure } from "../match/plan.ts";
import { plainWords } from "../match/words.ts";

const isPlace = (word: string): boolean => placesIn(word, "en").length > 0;
const isPlaceOrName = (word: string): boolean => /^\p{Lu}/u.test(word);

interface Given {
  readonly claims: readonly Claim[];
  readonly text: string;
  readonly codebook: Codebook;
}

/**
 * "It counted 19 in Russia in 2023.", "The next year it was 2,059.": a number without a noun, in a sentence that says nothing beside it but
 * that it was, where and when, goes on with the number of the sentence before it in the paragraph. The two are read as one.
 */
export function goingOn(claim: Claim, { claims, text, codebook }: Given): Claim {
  if (claim.form !== "number" || claim.measure !== "" || claim.value === null) return claim;
  const host = hostOf(claim, { claims, text, codebook });
  if (!host) return claim;
  const isOfOtherTime = idiom("otherTime").test(text.slice(...claim.sentence));
  if ((claim.unit === "" || claim.unit === host.unit) && isNothingElse(claim, claims, text))
    return asHost(claim, host, { measure: host.measure, isOfOtherTime });
  const special = specialOf(claim, host, { claims, text, codebook });
  return special === ""
    ? claim
    : { ...asHost(claim, host, { measure: special, isOfOtherTime }), sentence: claim.sentence };
}

/** The claim as one of a measure, of what the host speaks of where it does not say so itself. */
function asHost(
  claim: Claim,
  host: Claim,
  { measure, isOfOtherTime }: { measure: string; isOfOtherTime: boolean },
): Claim {
  const { unit, periodKind, subject, population } = host;
  const isBare = claim.places.length === 0 && claim.entities.length === 0;
  const isUndated = claim.period.every(day => day === null) && !isOfOtherTime;
  return {
    ...claim,
    measure,
    unit,
    period: isUndated ? host.period : claim.period,
    periodKind: claim.periodKind || periodKind,
    subject,
    population,
    places: claim.places.length > 0 ? claim.places : host.places,
    entities: isBare ? host.entities : claim.entities,
    roles: isBare ? { ...host.roles, ...claim.roles } : claim.roles,
    sentence: [host.sentence[0], claim.sentence[1]],
  };
}

/** How many sentences with numbers back the host may stand. */
const REACH = 3;

/**
 * The number that the text goes on with: that of the sentence before it with a measure, where it is the only one that is counted there, or all
 * are of one measure, or the others say in how many states it was.
 */
function hostOf(claim: Claim, { claims, text, codebook }: Given): Claim | undefined {
  const told = claims.filter(
    ({ span, sentence, value }) =>
      value !== null &&
      span[1] <= claim.span[0] &&
      !text.slice(sentence[1], claim.sentence[0]).includes("\n"),
  );
  const starts = [...new Set(told.map(({ sentence }) => sentence[0]))].slice(-REACH).reverse();
  for (const start of starts) {
    const there = told.filter(({ sentence, measure }) => sentence[0] === start && measure !== "");
    const [first] = there;
    if (!first) continue;
    const across = codebook.measures.get(first.measure)?.across;
    const isOne = there.every(({ measure }) => measure === first.measure || measure === across);
    return isOne ? there.findLast(({ measure }) => measure === first.measure) : undefined;
  }
  return undefined;
}

/** "Conflicts were behind 103 of them": the special sort of what was counted that the words of the clause tell; empty where they tell none. */
function specialOf(claim: Claim, host: Claim, { claims, text, codebook }: Given): string {
  const base = codebook.measures.get(host.measure);
  const isPart = idiom("ofWhich").test(text.slice(claim.sentence[0], claim.span[1] + PART_REACH));
  const isClass = (claim.roles["regime"]?.length ?? 0) > 0;
  const isElided = claim.unit === "" || claim.unit === host.unit || isPart;
  if (!base || !isElided || (!isClass && /\p{L}{4}/u.test(claim.text.replace(/least|most/, "")))) return "";
  if (isPart && isClass) return host.measure;
  const said = new Set(stems(clauseAround(claim, { text, language: "en", claims })));
  const general = new Set(stems([...(base.phrases["en"] ?? []), base.unit].join(" ")));
  const found = [...codebook.measures.values()].filter(({ id, unit, period, phrases }) => {
    if (!id.startsWith(`${base.id}-`) || unit !== base.unit || period !== base.period) return false;
    if (isPlanMeasure({ id })) return false;
    const own = (phrases["en"] ?? []).map(phrase => stems(phrase).filter(stem => !general.has(stem)));
    return own.some(words => words.length > 0 && words.every(stem => said.has(stem)));
  });
  return found.length === 1 ? found[0]!.id : "";
}

/** Letters behind a number in which "of which" stands. */
const PART_REACH = 12;

/** Enough of a word for "conflict" and "conflicts" to meet. */
const stems = (words: string): string[] =>
  plainWords(words)
    .filter(word => word.length > 3)
    .map(word => word.slice(0, 6));

/** All words of the sentence beside the number are small ones, verbs of being and counting, years, and names behind its first word. */
function isNothingElse({ sentence, span }: Claim, claims: readonly Claim[], text: string): boolean {
  const isAlone = !claims.some(
    other => other.value !== null && other.span[0] !== span[0] && other.sentence[0] === sentence[0],
  );
  if (!isAlone) return false;
  const rest = `${text.slice(sentence[0], span[0])} ${text.slice(span[1], sentence[1])}`;
  const words = rest.match(/[\p{L}]+/gu) ?? [];
  const told = words
    .filter((word, index) => !isPlaceOrName(word) || (index === 0 && !isPlace(word)))
    .map(word => word.toLowerCase());
  const [verbs, small] = [idiom("counting").words, idiom("small").words];
  return told.some(word => verbs.has(word)) && told.every(word => verbs.has(word) || small.has(word));
}
