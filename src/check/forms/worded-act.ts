import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { actKinds, fieldsOfType } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { ownWords } from "../match/own-words.ts";
import { placesIn } from "../match/places-in.ts";
import { confidenceOf, timeOfRecord } from "../match/record-fit.ts";
import { phraseIsIn } from "../match/told.ts";
import { turnedIn } from "../match/turned.ts";
import { LEAST_WORDS, ordersIn, SHARE, stemsOf, titleOf, wordsHeld } from "../match/worded-title.ts";
import { overlaps, yearOf } from "../rule/period.ts";
import { dateOf, statesOf } from "./act.ts";
import { datesOfAct } from "./act-dates.ts";
import { isByOther, namesOthers } from "./act-parties.ts";
import { isElsewhere } from "./act-place.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** How many of a title's words a sentence must hold at least; more where it has no date that speaks for it. */
const WORDS = { dated: 2, undated: 4 } as const;
/** An act of another date may be another act; this many years away it is hardly the one that is meant. */
const YEARS = 5;

/**
 * A sentence that tells of an act nearly in the words of its title, of one of the states that act. One of its date bears it out; one
 * alone of another date makes it imprecise. Titles are in English, so that other languages find theirs by the codebook's phrases alone.
 * Null where there is none.
 */
export function checkWordedAct(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, language, document } = context;
  if (!document.language.startsWith("en")) return null;
  const when = datesOfAct(claim, context);
  const all = actsWorded(claim, context, when === null ? WORDS.undated : WORDS.dated);
  const acts = all.filter(act => confidenceOf(act) !== "low");
  const fits = acts.filter(act => when === null || overlaps(timeOfRecord(act)!, when));
  const show = (rows: readonly RecordRow[], code: string) =>
    rows
      .slice(0, 5)
      .map(row => recordShown(row, { shelf, language, note: reason(code), period: dateOf(row) }));
  const [first] = fits;
  if (first)
    return outcome("supported", {
      reasons: [reason("act-on-record", { label: first.label, period: dateOf(first) })],
      for: show(fits, "act-on-record-note"),
    });
  const weak = all.filter(act => !acts.includes(act));
  if (weak.length > 0)
    return outcome("unverifiable", {
      reasons: [reason("low-confidence")],
      related: show(weak, "low-confidence"),
      missing: reason("missing-source"),
    });
  const [only, ...more] = acts;
  if (!only || !when || more.length > 0) return null;
  const apart = Math.abs(yearOf(timeOfRecord(only)!.start) - yearOf(when.end || when.start));
  return apart > YEARS
    ? null
    : outcome("imprecise", {
        reasons: [reason("other-date", { label: only.label, period: dateOf(only) })],
        related: show(acts, "other-act-of-kind"),
        missing: reason("missing-source"),
      });
}

/** Acts whose titles the sentence words, those of which it holds most first. */
function actsWorded(claim: Claim, context: CheckContext, least: number): RecordRow[] {
  const { shelf } = context;
  const sentence = ownWords(claim, context);
  const said = new Set(stemsOf(sentence));
  const isTurned = turnedIn(sentence, "en");
  const named = new Set([...claim.places, ...Object.values(claim.roles).flat()]);
  const share = (act: RecordRow) => {
    const title = titleOf(act.label);
    const { words, orders, isNegative, hasName } = title;
    const held = wordsHeld(title, said);
    // An act of a state that is not named is told of by its date, and by a name or by more of its words.
    const isNamed = isActorNamed(act, named);
    const enough = isNamed ? least : hasName ? WORDS.dated : WORDS.undated;
    const isTold =
      (isNamed || (least === WORDS.dated && isAmongIts(act, claim))) &&
      held >= Math.min(enough, words.length) &&
      words.length >= LEAST_WORDS &&
      isNegative === (claim.polarity === "negative") &&
      ordersIn(sentence).join() === orders.join() &&
      isOfNumber(claim, act);
    return isTold ? held / words.length : 0;
  };
  return actsSharing(said, shelf)
    .filter(act => timeOfRecord(act) !== null && !isOfOthers(act, claim) && !namesOthers(act, claim, context))
    .filter(act => !isElsewhere(act, sentence, context.document.language))
    .filter(act => isToldByOthers(act, shelf))
    .filter(act => !isByOther(act, sentence) && !isWithStranger(act, sentence))
    .map(act => ({ act, share: share(act) }))
    .filter(each => each.share >= SHARE && !isTurned(each.act.label) && !isUponOthers(each.act, claim, shelf))
    .sort((a, b) => b.share - a.share || (a.act.id < b.act.id ? -1 : 1))
    .map(({ act }) => act);
}

/** The title names bodies that the book knows, and none of those that the claim names: what was done to one was not done to another. */
function isUponOthers({ label }: RecordRow, { entities: named }: Claim, { entities }: Shelf): boolean {
  if (named.length === 0) return false;
  const isIn = (id: string) => {
    const { name = "", aliases = [] } = entities.get(id) ?? {};
    return [name, ...aliases].some(each => phraseIsIn(each, label));
  };
  return !named.some(isIn) && [...entities.keys()].some(isIn);
}

/** A claim of a number is told of by a title that holds the number, in digits or in the same word. */
export function isOfNumber({ value, text }: Claim, act: RecordRow): boolean {
  if (value === null) return true;
  const said = saidIn(act);
  if (said.has(String(value))) return true;
  const [word = ""] = /^\p{L}+/u.exec(text) ?? [];
  return said.has(word.toLowerCase());
}

const SAID = new WeakMap<RecordRow, ReadonlySet<string>>();

/** Words and numbers of a title. */
function saidIn(act: RecordRow): ReadonlySet<string> {
  const known = SAID.get(act);
  if (known) return known;
  const title = act.label.toLowerCase().replaceAll(",", "");
  const said = new Set(title.match(/\d+(?:\.\d+)?|\p{L}+/gu));
  SAID.set(act, said);
  return said;
}

/** One of the states that act is named; an act of no state is told of by its words alone. */
function isActorNamed(act: RecordRow, named: ReadonlySet<string>): boolean {
  const actors = actorsOf(act);
  return actors.length === 0 || actors.some(state => named.has(state));
}

/** All states that the claim names take part in the act. */
const isAmongIts = (act: RecordRow, { places }: Claim): boolean =>
  places.every(place => statesOf(act).includes(place) || titleOf(act.label).states.includes(place));

/**
 * The claim names states beside the one that acts, and none of them is the act's: what China sent to one state is not what it sent to
 * another.
 */
function isOfOthers(act: RecordRow, { places }: Claim): boolean {
  if (places.length === 0) return false;
  const actors = actorsOf(act);
  const others = places.filter(place => !actors.includes(place));
  if (others.length === 0) return false;
  const parties = [...statesOf(act), ...titleOf(act.label).states].filter(state => !actors.includes(state));
  return parties.length > 0 && !others.some(place => parties.includes(place));
}

/** "Russia and Cuba agreed": a state stands beside one of the act, as a party like it, and the act knows nothing of that one. */
function isWithStranger(act: RecordRow, sentence: string): boolean {
  const known = new Set([
    ...statesOf(act),
    ...titleOf([act.label, ...texts(act.row["note"])].join("; ")).states,
  ]);
  const places = placesIn(sentence, "en");
  return places.some(({ country, span: [, end] }, index) => {
    const next = places[index + 1];
    const between = next ? sentence.slice(end, next.span[0]) : "";
    const isJoined = next && idiom("numberJoiner", "en").after(between, 0)?.[1] === between.trimEnd().length;
    return isJoined && known.has(country) !== known.has(next.country);
  });
}

/** The states that act: those of the first field of states. */
export function actorsOf({ kind, row }: RecordRow): readonly string[] {
  const [acting] = fieldsOfType(kind, "country");
  return acting ? texts(row[acting.id]) : [];
}

/** Acts by the words of their titles. */
const BY_WORD = new WeakMap<Shelf, ReadonlyMap<string, readonly RecordRow[]>>();

function actsByWord(shelf: Shelf): ReadonlyMap<string, readonly RecordRow[]> {
  const known = BY_WORD.get(shelf);
  if (known) return known;
  const acts = new Map<string, RecordRow[]>();
  for (const act of actKinds(shelf.codebook).flatMap(kind => shelf.records.get(kind.id) ?? []))
    for (const word of wholeTitle(act)) {
      const same = acts.get(word);
      if (same) same.push(act);
      else acts.set(word, [act]);
    }
  BY_WORD.set(shelf, acts);
  return acts;
}

/** Acts whose titles share enough words with what is said. What a title shares without its states, it shares with them. */
export function actsSharing(said: ReadonlySet<string>, shelf: Shelf): RecordRow[] {
  const acts = actsByWord(shelf);
  const shared = new Map<RecordRow, number>();
  for (const word of said)
    for (const act of acts.get(word) ?? []) shared.set(act, (shared.get(act) ?? 0) + 1);
  return [...shared].flatMap(([act, words]) => (words >= LEAST_WORDS ? [act] : []));
}

const WHOLE = new WeakMap<RecordRow, readonly string[]>();

/** Stems of a whole title, each once. */
function wholeTitle(act: RecordRow): readonly string[] {
  const known = WHOLE.get(act) ?? [...new Set(stemsOf(act.label))];
  WHOLE.set(act, known);
  return known;
}
