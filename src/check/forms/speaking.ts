import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Shelf } from "../gather/types.ts";
import { bodiesMeant, isBody } from "../match/bodies.ts";
import { isCommonName } from "../match/common-names.ts";
import { openingNames } from "../match/opening-counter.ts";
import { isPlanOf } from "../match/plan.ts";
import { runsOn } from "../match/running-text.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { plainWords } from "../match/words.ts";
import { opensWithWorld } from "../match/world.ts";
import { isSameName } from "../rule/names.ts";
import { isCurrency } from "../rule/units.ts";
import { goingOn } from "./going-on.ts";
import type { CheckContext } from "./types.ts";

/**
 * A clause that names nobody ("killed 16 people") speaks of what its sentence does. Where its measure needs a giver and the
 * sentence names none ("the number grew to 138"), it speaks of the giver of the last number of that sort.
 */
export function speakingOf(given: Claim, measure: Measure, speaking: Speaking): Claim {
  const claim = withBody(given, speaking);
  const { claims, measures, text } = speaking;
  if (hasSubject(claim)) return claim;
  // "770 million, 54% of them in China": what comes after a number is not whose it is.
  const beside = claims.filter(
    other => other.sentence[0] === claim.sentence[0] && other.span[0] <= claim.span[0] && hasSubject(other),
  );
  const giver = measure.dimensions.some(name => GIVERS.includes(name));
  const earlier = giver
    ? claims.slice(
        0,
        claims.findIndex(({ id }) => id === claim.id),
      )
    : [];
  const isGone = (other: Claim) => isGoneOnFrom(other, claim, { text, counted: speaking.counted === true });
  const before = opensWithWorld(text.slice(...claim.sentence))
    ? []
    : earlier.filter(other => hasSubject(other) && isGone(other));
  const from =
    beside.find(other => other.measure !== "") ??
    beside[0] ??
    before.findLast(({ measure: id }) => isOfGiver(measures.get(id))) ??
    before.at(-1);
  if (!from) return { ...claim, roles: { ...onlyGiver(earlier), ...claim.roles } };
  const spoken = from.entities.filter(id => !isSpeaker(id, from, speaking));
  // Where a body speaks for itself, its own home is no place that it speaks of.
  const homes = new Set(from.entities.flatMap(id => speaking.entities?.get(id)?.country || []));
  const places = from.attribution ? from.places.filter(place => !homes.has(place)) : from.places;
  return { ...claim, roles: { ...partiesOf(from), ...claim.roles }, places, entities: spoken };
}

/** The state that gives wherever the text has told so far who gives, and has told it twice: then it gives here too. */
function onlyGiver(earlier: readonly Claim[]): Claim["roles"] {
  const told = earlier.flatMap(({ roles }) => roles["provider"] ?? []);
  const [state, ...more] = new Set(told);
  return state !== undefined && more.length === 0 && told.length >= 2 ? { provider: [state] } : {};
}

/**
 * "In Bahia there were 680 arrests in 2023. In 2024 there were 1,132": a bare number that names nobody goes on with the number before it,
 * counts what that counts, and is of what its sentence says.
 */
export function goesOnWith(claim: Claim, { claims, text, codebook }: GoingOn): Claim {
  const isBare =
    claim.form === "number" && claim.unit !== "" && !hasSubject(claim) && !/\p{L}/u.test(claim.text);
  if (!isBare) return claim;
  const before = claims.findLast(
    other =>
      other.id !== claim.id &&
      other.value !== null &&
      other.span[1] <= claim.span[0] &&
      isSameParagraph(other, claim, text),
  );
  const measure = codebook.measures.get(before?.measure ?? "");
  if (!before || !measure || isPartOf(text.slice(before.span[1], claim.span[0]))) return claim;
  if (comparableUnit(claim.unit, measure, codebook).fit !== "same") return claim;
  if (claim.measure !== "" && !isSameSort(claim.measure, measure)) return claim;
  const { places, entities, roles, unit } = before;
  const own = claim.measure !== "" ? { measure: claim.measure } : { measure: measure.id, unit };
  const told = text.slice(...before.sentence);
  return { ...claim, ...own, places, entities, roles, subject: `${claim.subject} ${told}`.trim() };
}

/** The same measure, or its plan. */
const isSameSort = (id: string, { id: other }: Measure): boolean =>
  id === other || isPlanOf(id, other) || isPlanOf(other, id);

interface GoingOn extends Pick<Speaking, "claims" | "text"> {
  readonly codebook: Shelf["codebook"];
}

/** Whoever is credited is no party to the number; what else its sentence names is ("Huawei says its Safe City"). */
function isSpeaker(id: string, { attribution }: Claim, { entities }: Speaking): boolean {
  if (!attribution) return false;
  const entity = entities?.get(id);
  return (
    entity === undefined || [entity.name, ...entity.aliases].some(name => isSameName(name, attribution.to))
  );
}

/** Who does what to whom; the class of regimes that another number is of is not that of this one. */
const partiesOf = ({ roles }: Claim): Claim["roles"] =>
  Object.fromEntries(Object.entries(roles).filter(([role]) => role !== "regime" && role !== "topic"));

/** "The college": the last body of that kind that the text has named. */
function withBody(claim: Claim, { claims, text, entities }: Speaking): Claim {
  if (!entities || claim.entities.length > 0) return claim;
  const sentence = text.slice(...claim.sentence);
  const one = pointsToOne(sentence) ? lastNamed(claim, { claims, text }) : undefined;
  if (one) return { ...claim, entities: one.entities };
  const kinds = bodiesMeant(sentence);
  if (kinds.length === 0) return claim;
  const named = claims
    .filter(other => other.sentence[0] < claim.sentence[0])
    .flatMap(other => other.entities)
    .findLast(id => kinds.some(kind => isBody(entities.get(id)?.name ?? "", kind)));
  return named ? { ...claim, entities: [named] } : claim;
}

/** "The one in Budapest": one of those that the sentences before it named. */
function pointsToOne(sentence: string): boolean {
  const one = idiom("theOne").after(sentence, 0);
  if (!one) return false;
  const at = idiom("inPlace").after(sentence, one[1]);
  return /^\s+\p{Lu}/u.test(sentence.slice(at?.[1] ?? one[1]));
}

/** The last claim before it in the paragraph that names a body, if it names no other. */
function lastNamed(
  claim: Claim,
  { claims, text }: { claims: readonly Claim[]; text: string },
): Claim | undefined {
  const last = claims.findLast(
    other =>
      other.sentence[0] < claim.sentence[0] &&
      other.entities.length > 0 &&
      isSameParagraph(other, claim, text),
  );
  return last?.entities.length === 1 ? last : undefined;
}

/** The claims of earlier sentences in the paragraph of a claim. */
export function claimsBefore(
  { sentence }: Claim,
  { claims, document: { text } }: Pick<CheckContext, "claims" | "document">,
): readonly Claim[] {
  const known = BEFORE.get(claims) ?? new Map<string, readonly Claim[]>();
  const key = sentence.join();
  BEFORE.set(claims, known);
  const found =
    known.get(key) ??
    claims.filter(other => other.sentence[0] < sentence[0] && runsOn(text, other.sentence, sentence));
  known.set(key, found);
  return found;
}

/** Claims of a document before each of its sentences: one rule after the other asks for them. */
const BEFORE = new WeakMap<readonly Claim[], Map<string, readonly Claim[]>>();

/**
 * "India had 84 shutdowns and Myanmar had 48": a number whose noun is left out, or repeated by the reader, counts what the number
 * before it in the sentence counts.
 */
export function measuredAs(given: Claim, { claims, text, codebook }: GoingOn): Claim {
  const claim = inItsUnit(goingOn(given, { claims, text, codebook }), claims);
  if (claim.measure !== "" || claim.unit === "" || claim.value === null) return claim;
  const before = claims.findLast(
    ({ sentence, span, unit, measure }) =>
      sentence[0] === claim.sentence[0] && span[1] <= claim.span[0] && unit === claim.unit && measure !== "",
  );
  const named = claim.text.toLowerCase().includes(claim.unit);
  // "103 were tied to conflict and 74 to protests": only another place, time or counter makes it the same count again.
  const counters = openingNames(claim, text);
  const isOther =
    before !== undefined &&
    ((claim.places.length > 0 && claim.places.join() !== before.places.join()) ||
      claim.period.join() !== before.period.join() ||
      claim.roles["regime"]?.join() !== before.roles["regime"]?.join() ||
      (counters.length > 0 && counters.join() !== openingNames(before, text).join()));
  return before && isOther && !named && !isPartOf(text.slice(before.span[1], claim.span[0]))
    ? { ...claim, measure: before.measure, periodKind: before.periodKind }
    : claim;
}

/** So much is no number of things where money was spoken of, and so much needs no noun of its own beside one that has it. */
const SUM = 100_000;
const MANY = 1_000;

/**
 * "29.7 million euros in Mali; that in Niger had 62.3 million", "351,459 networks in one and 870,108 in the other": a number of another place, of
 * which the sentence has given the unit.
 */
function inItsUnit(claim: Claim, claims: readonly Claim[]): Claim {
  if (claim.form !== "number" || claim.unit !== "" || claim.measure !== "") return claim;
  const before = claims.findLast(
    ({ sentence, span, value }) =>
      sentence[0] === claim.sentence[0] && span[1] <= claim.span[0] && value !== null,
  );
  if (!before || before.unit === "" || before.unit === "percent") return claim;
  const isMoney = isCurrency(before.unit);
  if ((claim.value ?? 0) < (isMoney ? SUM : MANY) || (isMoney && before.measure === "")) return claim;
  if (claim.places.length === 0 || claim.places.join() === before.places.join()) return claim;
  const { measure, unit, periodKind } = before;
  const entities = claim.entities.length > 0 ? claim.entities : before.entities;
  return { ...claim, measure, unit, entities, periodKind: claim.periodKind || periodKind };
}

/** "Of which 310,000 are linked" counts something else than what it is a part of. */
const isPartOf = (between: string): boolean => idiom("ofWhich").test(between);

const GIVERS = ["provider", "vendor"];
const isOfGiver = (measure: Measure | undefined) =>
  measure?.dimensions.some(name => GIVERS.includes(name)) ?? false;
/** In its paragraph, or in one before it where its own names nobody ("the college has trained"). */
const isGoneOnFrom = (
  a: Claim,
  b: Claim,
  { text, counted }: { readonly text: string; readonly counted: boolean },
): boolean =>
  !text.slice(a.sentence[1], b.sentence[0]).includes("\n") ||
  (!counted && isSameParagraph(a, b, text) && !namesAnybody(text.slice(...b.sentence)));

/** A name with a capital, beside the first word, which has one whatever it is, unless a comma parts it from what is said of it. */
const namesAnybody = (sentence: string): boolean =>
  isOwnerFirst(sentence) ||
  /^\P{L}*\p{Lu}[\p{L}'’-]*, \p{Ll}/u.test(sentence) ||
  [...sentence.matchAll(/(?<=[\p{L}\d,] )\p{Lu}[\p{L}'’-]*/gu)].some(
    ([name]) => !isCommonName(plainWords(name)[0] ?? ""),
  );

/** "Jujuy's cameras": a first word that owns something is a name, if it is no small word ("It's"). */
function isOwnerFirst(sentence: string): boolean {
  const [, word = ""] = /^\P{L}*(\p{Lu}[\p{L}-]+)['’]s\s/u.exec(sentence) ?? [];
  const plain = word.toLowerCase();
  return plain !== "" && !idiom("small").words.has(plain) && !idiom("opening").words.has(plain);
}

const isSameParagraph = (a: Claim, b: Claim, text: string) => runsOn(text, a.sentence, b.sentence);

interface Speaking {
  readonly claims: readonly Claim[];
  readonly measures: ReadonlyMap<string, Measure>;
  readonly text: string;
  /** Somebody known as one who counts opens the clause: he does not go on with what another paragraph speaks of. */
  readonly counted?: boolean;
  /** Entities of the book; without them nobody is looked back for. */
  readonly entities?: Shelf["entities"];
}

const hasSubject = ({ roles, places, entities }: Claim) =>
  places.length > 0 || entities.length > 0 || Object.keys(roles).some(role => role !== "regime");
