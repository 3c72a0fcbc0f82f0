import type { Claim } from "../../read/types.ts";

/** Verbs of being and counting, with the words that may stand around them in a sentence that goes on with the number before it. */
const VERBS =
  "was|were|is|are|had|has|counted|recorded|documented|logged|reached|stood|came|made|imposed|saw|put|found|tallied|reported|fue|fueron|eran|hubo|tuvo|contó|registró|documentó|alcanzó|llegó|était|étaient|eut|avait|fut|furent|compta|compté|enregistré|recensé|atteignit|atteint|foi|foram|eram|houve|teve|contou|registrou|registou|alcançou|было|была|были|насчитала|насчитал|зафиксировала|зафиксировал|составило|составил|достигло";
const SMALL =
  "it|they|she|he|the|that|there|number|figure|total|count|tally|year|years|month|months|next|following|previous|same|before|after|earlier|later|one|two|three|in|by|at|for|to|of|and|but|only|just|even|also|already|still|again|as|many|some|about|around|over|more|than|at|least|nearly|almost|el|la|los|las|ella|ellos|en|de|a|al|año|siguiente|anterior|fueron|ya|pero|y|il|elle|ils|on|l|d|année|suivante|précédente|an|plus|tard|déjà|mais|et|à|en|au|ele|ela|eles|no|na|ano|seguinte|já|mas|e|оно|она|он|их|в|году|год|годом|через|следующем|прошлом|уже|но|и";

const list = (words: string): ReadonlySet<string> => new Set(words.split("|"));
const VERBS_OF_COUNTING = list(VERBS);
const SMALL_WORDS = list(SMALL);

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
  return (
    told.some(word => VERBS_OF_COUNTING.has(word)) &&
    told.every(word => VERBS_OF_COUNTING.has(word) || SMALL_WORDS.has(word))
  );
}
