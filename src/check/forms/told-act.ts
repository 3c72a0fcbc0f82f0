import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { actKinds, fieldsOfType } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { inOrder } from "../match/order.ts";
import { sentenceBefore, wordsMeant } from "../match/own-words.ts";
import { isDoing, isPinned } from "../match/pinned-act.ts";
import { confidenceOf, timeOfRecord } from "../match/record-fit.ts";
import { sentenceOf, statesNamed } from "../match/sentence.ts";
import { isAbout, kindsTold } from "../match/told.ts";
import { turnedIn } from "../match/turned.ts";
import { withStates } from "../match/worded-title.ts";
import { plainWords } from "../match/words.ts";
import { overlaps, yearOf } from "../rule/period.ts";
import { codesOf, dateOf } from "./act.ts";
import { datesOfAct } from "./act-dates.ts";
import { FIRMS } from "./act-parties.ts";
import { isElsewhere } from "./act-place.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** An act of another date may be another act; this many years away it is hardly the one that is meant. */
export const YEARS = 5;

/**
 * A sentence that tells of an act without naming it ("broke with Taiwan"), held against acts of that kind between the states that it
 * names. One of its date bears it out. One alone of another date is shown as that, and refutes nothing: it may be another act. A sentence
 * without a date is borne out by any act that is about the same thing. Null where the sentence tells of no act, or the book has none.
 */
export function checkToldAct(claim: Claim, context: CheckContext): Outcome | null {
  if (claim.polarity === "negative") return null;
  const acts = newestFirst(actsTold(claim, context));
  if (acts.length === 0) return null;
  const when = datesOfAct(claim, context);
  const fits = acts.filter(act => {
    const time = timeOfRecord(act);
    return time !== null && (when === null || overlaps(time, when));
  });
  const { shelf, language } = context;
  const show = (rows: readonly RecordRow[], code: string) =>
    rows
      .slice(0, 5)
      .map(row => recordShown(row, { shelf, language, note: reason(code), period: dateOf(row) }));
  if (fits.length > 0)
    return outcome("supported", {
      reasons: [reason("act-on-record", { label: fits[0]!.label, period: dateOf(fits[0]!) })],
      for: show(fits, "act-on-record-note"),
      related: show(
        acts.filter(act => !fits.includes(act)),
        "other-act-of-kind",
      ),
    });
  // Of several, those that are about what the sentence speaks of.
  const near = acts.filter(({ label }) => isAbout(label, wordsMeant(claim, context), inLanguage(context)));
  const held = near.length > 0 ? near : acts;
  const only = held[0];
  if (!only || !when) return null;
  const related = show(acts, "other-act-of-kind");
  const years = held.map(act => yearOf(timeOfRecord(act)?.start ?? "0"));
  const isOne = years.every(year => year === years[0]);
  const isOfAll = claim.places.length >= PARTIES;
  const isMeant = isOne && (isOfAll || Math.abs(years[0]! - yearOf(when.end || when.start)) <= YEARS);
  return outcome(isMeant ? "imprecise" : "unverifiable", {
    reasons: [
      isMeant ? reason("other-date", { label: only.label, period: dateOf(only) }) : reason("no-evidence"),
    ],
    related,
    missing: reason("missing-source"),
  });
}

const inLanguage = ({ shelf, document }: CheckContext) => ({
  codebook: shelf.codebook,
  language: document.language.slice(0, 2),
});

/** Who acts, towards whom and away from whom: an act between so many that are all named needs no date to be known by. */
const PARTIES = 3;

/** Acts of the kinds that the sentence tells of, between states that it names, and of the bodies that it names. */
function actsTold(claim: Claim, context: CheckContext): RecordRow[] {
  const { shelf, document } = context;
  const language = document.language.slice(0, 2);
  const sentence = withStates(wordsMeant(claim, context), language);
  const { whole, part } = kindsTold(sentence, { codebook: shelf.codebook, language });
  if ((whole.size === 0 && part.size === 0) || claim.places.length === 0) return [];
  const bodies = claim.entities.flatMap(id => shelf.entities.get(id) ?? []);
  // "In it since the 1960s": what has gone on since then is no date of an act.
  const dated = claim.period[0] !== null && claim.period[1] !== null;
  const isTurned = turnedIn(sentence, language);
  const said = sentenceOf(claim, document);
  const pinning = {
    claim,
    said,
    firms: bodies.filter(({ kind }) => FIRMS.has(kind)),
    codebook: shelf.codebook,
  };
  const isTold = (act: RecordRow) => {
    const codes = codesOf(act);
    const isWhole = codes.some(code => whole.has(code));
    // "A security agreement" is no agreement of another sort.
    if (
      (isWhole || (whole.size === 0 && codes.some(code => part.has(code)))) &&
      isPinned(act, isWhole, pinning)
    )
      return true;
    if ((dated || claim.places.length >= PARTIES) && isWhole) return true;
    return (
      codes.some(code => whole.has(code) || part.has(code)) &&
      isAbout(act.label, sentence, { language, codebook: shelf.codebook })
    );
  };
  // "Nauru dropped Taiwan and took up ties with China": the second part of a sentence may leave out who acts.
  const all = { places: [...new Set([...claim.places, ...statesNamed(sentenceOf(claim, document))])] };
  const isOfStates = (act: RecordRow) => areStatesOf(act, claim) || areStatesOf(act, all);
  return actKinds(shelf.codebook)
    .flatMap(kind => shelf.records.get(kind.id) ?? [])
    .filter(act => isOfStates(act) && timeOfRecord(act) !== null && isTold(act))
    .filter(act => isDoing(act, said, shelf.codebook))
    .filter(act => confidenceOf(act) !== "low" && isToldByOthers(act, shelf))
    .filter(act => bodies.every(({ name }) => isInTitle(act, name)))
    .filter(act => !isElsewhere(act, sentence, language) && !isTurned(act.label));
}

/** Codes of the acts that the sentence tells of, or, where it tells of none, the sentence before it in the paragraph. */
export function codesTold(claim: Claim, context: CheckContext): ReadonlySet<string> {
  const { shelf, document } = context;
  const language = document.language.slice(0, 2);
  const kindsIn = (words: string) => kindsTold(words, { codebook: shelf.codebook, language }).whole;
  const own = kindsIn(document.text.slice(...claim.sentence));
  return own.size > 0 ? own : kindsIn(sentenceBefore(claim, context));
}

/** Acts of some codes between the states given. */
export function actsOf(
  told: ReadonlySet<string>,
  places: readonly string[],
  { shelf }: CheckContext,
): RecordRow[] {
  const acts = actKinds(shelf.codebook)
    .flatMap(kind => shelf.records.get(kind.id) ?? [])
    .filter(act => areStatesOf(act, { places }) && timeOfRecord(act) !== null)
    .filter(act => codesOf(act).some(code => told.has(code)))
    .filter(act => confidenceOf(act) !== "low" && isToldByOthers(act, shelf));
  return newestFirst(acts);
}

const newestFirst = (acts: readonly RecordRow[]): RecordRow[] => {
  const startOf = (act: RecordRow) => timeOfRecord(act)?.start ?? "";
  return [...acts].sort((a, b) => inOrder(startOf(b), startOf(a)) || inOrder(a.id, b.id));
};

/** The acting states are named, and none is named that has no part in the act. */
function areStatesOf({ kind, row }: RecordRow, { places }: Pick<Claim, "places">): boolean {
  const fields = fieldsOfType(kind, "country");
  const [acting] = fields;
  const actors = acting ? texts(row[acting.id]) : [];
  if (!actors.some(state => places.includes(state))) return false;
  const all = fields.flatMap(({ id }) => texts(row[id]));
  return places.every(place => all.includes(place));
}

const isInTitle = ({ label }: RecordRow, name: string): boolean => {
  const title = new Set(plainWords(label));
  return plainWords(name).some(word => word.length > 3 && title.has(word));
};
