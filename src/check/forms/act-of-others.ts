import type { Claim } from "../../read/types.ts";
import { actKinds } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { ownWords, wordsMeant } from "../match/own-words.ts";
import { confidenceOf, timeOfRecord } from "../match/record-fit.ts";
import { sentenceOf, statesNamed } from "../match/sentence.ts";
import { kindsTold } from "../match/told.ts";
import { turnedIn } from "../match/turned.ts";
import { ordersIn, stemsOf, titleOf, withStates, wordsHeld } from "../match/worded-title.ts";
import { isOneYear, isWithinMonth, overlaps, type Period } from "../rule/period.ts";
import { codesOf, dateOf, statesOf } from "./act.ts";
import { datesOfAct } from "./act-dates.ts";
import { namesOthers } from "./act-parties.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";
import { actorsOf, actsSharing, isOfNumber } from "./worded-act.ts";

/** Share of a title's words, and how many of them at least, that tell of its act and of no other like it. */
const SHARE = 0.65;
const WORDS = 3;

/**
 * "Canada ordered Acme to end operations in June 2025", "Tuvalu dropped Taiwan on 15 January 2024": an act of the book of that very time, told of in its
 * words but of another firm or turned round, or of that very day and kind but of another state, speaks against it. Null where there is none: what is only like it
 * may have been done to both.
 */
export function checkActOfOthers(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, language } = context;
  const when = datesOfAct(claim, context);
  if (claim.polarity === "negative" || when === null || !isOneYear(when)) return null;
  const isThen = (act: RecordRow) => {
    const time = timeOfRecord(act);
    return time !== null && overlaps(time, when) && isWithinMonth(time) === isWithinMonth(when);
  };
  const isSound = (act: RecordRow) =>
    isThen(act) && confidenceOf(act) !== "low" && isToldByOthers(act, shelf);
  const turned = ofOtherWay(claim, context).filter(isSound);
  const others = [...ofOtherFirm(claim, when, context), ...ofOtherState(claim, when, context)].filter(
    isSound,
  );
  const acts = turned.length > 0 ? turned : others;
  const [first] = acts;
  if (!first) return null;
  const code = turned.length > 0 ? "act-turned" : "act-of-others";
  const note = reason(code, { label: first.label, period: dateOf(first) });
  return outcome("contradicted", {
    reasons: [note],
    against: acts.slice(0, 3).map(act => recordShown(act, { shelf, language, note, period: dateOf(act) })),
  });
}

/**
 * "The academy was closed to 14 countries": a number that counts bear out is told of what was done the other way, where an act of that time, whose title
 * has the number, says the opposite.
 */
export function againstTurned(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  if (found.verdict !== "supported" || claim.value === null || claim.polarity === "negative") return found;
  const acts = actsIn(context).filter(act => isOfNumber(claim, act));
  if (acts.length === 0) return found;
  const other = checkActOfOthers(claim, context);
  const isTurned = other?.reasons.some(({ code }) => code === "act-turned");
  const titled = new Set(acts.map(({ id }) => id));
  return other && isTurned && other.against.every(({ record }) => titled.has(record))
    ? { ...found, ...other, related: found.for }
    : found;
}

/** A state that acts is named; where a body of several states acts, its name is in the title. */
const isOfActor = (act: RecordRow, { places }: Claim): boolean =>
  actorsOf(act).length === 0
    ? titleOf(act.label).hasName
    : actorsOf(act).some(state => places.includes(state));

/**
 * Acts of a state that the claim names, or with a name in their titles, told of in all words but for what was done: what the one ended or forbade the
 * other let go on.
 */
function ofOtherWay(claim: Claim, context: CheckContext): RecordRow[] {
  if (!isOfBook(context)) return [];
  const sentence = ownWords(claim, context);
  const said = new Set(stemsOf(sentence));
  const isTurned = turnedIn(sentence, context.document.language.slice(0, 2));
  const isDone = (word: string) => /\p{L}/u.test(word);
  return actsSharing(said, context.shelf).filter(act => {
    const title = titleOf(act.label);
    const words = title.words.filter(isDone);
    const held = words.filter(word => said.has(word)).length;
    const isNamed = actorsOf(act).some(state => claim.places.includes(state));
    return (
      held >= (isNamed ? WORDS - 1 : WORDS) &&
      held / words.length >= SHARE &&
      (isNamed || (title.hasName && areInTitle(claim.places, act))) &&
      ordersIn(sentence).join() === title.orders.join() &&
      !namesOthers(act, claim, context) &&
      isTurned(act.label)
    );
  });
}

/** The title names all of the states, by themselves or by a town of theirs. */
const areInTitle = (places: readonly string[], { label }: RecordRow): boolean => {
  const named = places.length === 0 ? [] : statesNamed({ sentence: label, language: BOOK_LANGUAGE });
  return places.every(place => named.includes(place));
};

/** Acts of a state that the claim names, told of in its words, whose titles name other firms. */
function ofOtherFirm(claim: Claim, when: Period, context: CheckContext): RecordRow[] {
  const sentence = ownWords(claim, context);
  const said = new Set(stemsOf(sentence));
  const language = context.document.language.slice(0, 2);
  const { whole } = kindsTold(sentence, { codebook: context.shelf.codebook, language });
  // Titles are in English: in other languages their sort and their time tell of them.
  const acts = language === BOOK_LANGUAGE ? actsSharing(said, context.shelf) : actsIn(context);
  return acts.filter(act => {
    const title = titleOf(act.label);
    const held = wordsHeld(title, said);
    const firms = title.words.length - held;
    return (
      namesOthers(act, claim, context) &&
      isOfActor(act, claim) &&
      ((isWithinMonth(when) && codesOf(act).some(code => whole.has(code))) ||
        (held >= WORDS - 1 && held / Math.max(1, title.words.length - Math.min(firms, 1)) >= SHARE)) &&
      ordersIn(sentence).join() === title.orders.join()
    );
  });
}

/** The language that titles of acts are in. */
const BOOK_LANGUAGE = "en";
const isOfBook = ({ document }: CheckContext): boolean => document.language.startsWith(BOOK_LANGUAGE);

const actsIn = ({ shelf }: CheckContext): RecordRow[] =>
  actKinds(shelf.codebook).flatMap(kind => shelf.records.get(kind.id) ?? []);

/**
 * "A liaison officer was posted to Tonga in September 2021": acts of the very month whose titles the sentence holds but for one of their states, in
 * place of which it names another.
 */
function wordedOfOther(claim: Claim, when: Period, context: CheckContext): RecordRow[] {
  if (!isWithinMonth(when) || !isOfBook(context)) return [];
  const sentence = ownWords(claim, context);
  const said = new Set(stemsOf(sentence));
  const isTurned = turnedIn(sentence, context.document.language.slice(0, 2));
  return actsSharing(said, context.shelf).filter(act => {
    const title = titleOf(act.label);
    const states = [...statesOf(act), ...title.states];
    return (
      title.words.length >= WORDS &&
      wordsHeld(title, said) === title.words.length &&
      claim.places.some(place => states.includes(place)) &&
      claim.places.filter(place => !states.includes(place)).length === 1 &&
      states.some(state => !claim.places.includes(state)) &&
      ordersIn(sentence).join() === title.orders.join() &&
      !isTurned(act.label)
    );
  });
}

/** Acts of the very day and of a kind that the claim tells of, with all states that it names but the one that acts. */
function ofOtherState(claim: Claim, when: Period, context: CheckContext): RecordRow[] {
  const { shelf, document } = context;
  if (when.start !== when.end) return wordedOfOther(claim, when, context);
  const sentence = withStates(wordsMeant(claim, context), document.language.slice(0, 2));
  const { whole } = kindsTold(sentence, {
    codebook: shelf.codebook,
    language: document.language.slice(0, 2),
  });
  if (whole.size === 0) return [];
  const named = [...new Set([...claim.places, ...statesNamed(sentenceOf(claim, document))])];
  return actsIn(context).filter(act => {
    const states = statesOf(act);
    const strange = named.filter(place => !states.includes(place));
    return (
      codesOf(act).some(code => whole.has(code)) &&
      strange.length === 1 &&
      named.length > 1 &&
      !actorsOf(act).some(state => named.includes(state))
    );
  });
}
