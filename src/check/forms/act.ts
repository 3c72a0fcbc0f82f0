import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import { actKinds, codeFields, fieldsOfType } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { hasStrangeName } from "../match/names-in.ts";
import { inOrder } from "../match/order.ts";
import { timeOfRecord } from "../match/record-fit.ts";
import { phraseIsIn, thingsIn } from "../match/told.ts";
import { plainWords } from "../match/words.ts";
import { overlaps, parsePeriod, periodLabel, yearOf } from "../rule/period.ts";
import { isByOther } from "./act-parties.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Checks a dated act (an initiative, a pact, a law) against the acts of the book, within the precision that the text writes. */
export function checkAct(claim: Claim, context: CheckContext): Outcome {
  const name = claim.roles["act"]?.[0] ?? claim.subject;
  const named = actsNamed(name, context);
  const isOwnName = isProperName(name);
  const parties = ofParties(named, claim, isOwnName);
  // A pact that did not exist yet was signed by nobody.
  const found = parties.length > 0 ? parties : isOwnName && precedes(claim, named) ? named : [];
  const others = found.length === 0 ? betweenOthers(named, name, claim, context) : null;
  if (others) return others;
  if (found.length === 0)
    return outcome("unverifiable", { reasons: [reason("no-evidence")], missing: reason("missing-source") });
  const wanted = parsePeriod([...claim.period]);
  const fits = found.filter(record => {
    const time = timeOfRecord(record);
    return wanted !== null && time !== null && overlaps(time, wanted);
  });
  const { shelf, language, document } = context;
  const doer = fits.find(record => isByOther(record, document.text.slice(...claim.sentence)));
  if (
    doer &&
    claim.polarity !== "negative" &&
    fits.every(record => isByOther(record, document.text.slice(...claim.sentence)))
  ) {
    const note = reason("act-of-others", { label: doer.label, period: dateOf(doer) });
    return outcome("contradicted", {
      reasons: [note],
      against: [recordShown(doer, { shelf, language, note, period: dateOf(doer) })],
    });
  }
  const show = (rows: readonly RecordRow[], code: string) =>
    rows
      .slice(0, 5)
      .map(row => recordShown(row, { shelf, language, note: reason(code), period: dateOf(row) }));
  const turned = claim.polarity === "negative";
  if (fits.length > 0)
    return outcome(turned ? "contradicted" : "supported", {
      reasons: [reason("act-on-record", { label: fits[0]!.label, period: dateOf(fits[0]!) })],
      for: turned ? [] : show(fits, "act-on-record-note"),
      against: turned ? show(fits, "act-on-record-note") : [],
      related: show(
        found.filter(record => !fits.includes(record)),
        "other-act",
      ),
    });
  const first = found[0]!;
  const years = Math.abs(
    yearOf(timeOfRecord(first)?.start ?? "0") - yearOf(wanted?.start || wanted?.end || "0"),
  );
  return outcome("contradicted", {
    reasons: [
      reason(years === 1 ? "off-by-one-year-act" : "act-of-another-time", {
        label: first.label,
        period: dateOf(first),
      }),
    ],
    against: show(found, "act-of-another-time-note"),
  });
}

/**
 * "The Pukpuk treaty was signed by Australia and Fiji in 2025": an act with a name that no other bears, of the time told, of one of the states told
 * and of another one.
 */
function betweenOthers(
  [only, ...more]: readonly RecordRow[],
  name: string,
  claim: Claim,
  { shelf, document, language }: CheckContext,
): Outcome | null {
  const wanted = parsePeriod([...claim.period]);
  const time = only ? timeOfRecord(only) : null;
  if (
    !only ||
    more.length > 0 ||
    !wanted ||
    !time ||
    !overlaps(time, wanted) ||
    claim.polarity === "negative"
  )
    return null;
  const states = statesOf(only);
  const isShared = claim.places.some(place => states.includes(place));
  const isPact = fieldsOfType(only.kind, "country").every(({ id }) => texts(only.row[id]).length > 0);
  if (!isPact || !isShared || states.every(state => claim.places.includes(state))) return null;
  if (!hasStrangeName(name, document.language.slice(0, 2))) return null;
  const note = reason("act-of-others", { label: only.label, period: dateOf(only) });
  return outcome("contradicted", {
    reasons: [note],
    against: [recordShown(only, { shelf, language, note, period: dateOf(only) })],
  });
}

/** A name of its own, and not a kind of act ("Global Security Initiative", not "security agreement"). */
const isProperName = (name: string): boolean => (name.match(/\p{Lu}\p{L}+/gu) ?? []).length >= 3;

/** Does a claim date itself to before the first of the acts? */
function precedes({ period: [start, end] }: Claim, acts: readonly RecordRow[]): boolean {
  const year = (end ?? start ?? "").slice(0, 4);
  const first = acts.map(startOf).filter(Boolean).sort()[0]?.slice(0, 4);
  return year !== "" && first !== undefined && year < first;
}

/**
 * Acts of all the states that the claim names, where there are any; else those whose own states it names, beside others; else, for an act
 * with a name of its own, those of some. "Fiji and Samoa signed a police agreement" is not borne out by Fiji's agreement with another.
 */
function ofParties(acts: readonly RecordRow[], { places }: Claim, isOwnName: boolean): RecordRow[] {
  if (places.length === 0) return [...acts];
  const all = acts.filter(act => {
    const states = statesOf(act);
    return places.every(place => states.includes(place));
  });
  if (all.length > 0) return all;
  const among = acts.filter(act => {
    const states = statesOf(act);
    return states.length > 0 && states.every(state => places.includes(state));
  });
  if (among.length > 0 || !isOwnName) return among;
  return acts.filter(act => statesOf(act).some(state => places.includes(state)));
}

/** The states that an act is of: who acts and towards whom. */
export const statesOf = (record: RecordRow): string[] => valuesOfType(record, "country");

/** Codes that an act is of: its kind. */
export const codesOf = ({ kind, row }: RecordRow): string[] =>
  codeFields(kind).flatMap(({ id }) => texts(row[id]));

/** When an act was, as its record writes it. */
export const dateOf = (record: RecordRow): string =>
  String(record.row[record.kind.when ?? ""] ?? "") || periodLabel(timeOfRecord(record));

/** Words that name nothing, beside articles and what stands inside names. */
const SMALL = new Set("with from new second third".split(" "));
const isSmall = (word: string): boolean =>
  SMALL.has(word) || (["article", "nameJoiner", "first"] as const).some(name => idiom(name).words.has(word));

/** Acts whose title holds every word of the name, those that say little else first, then the earliest. */
export function actsNamed(name: string, { shelf, document }: CheckContext): RecordRow[] {
  const words = plainWords(name).filter(word => word.length > 2 && !isSmall(word));
  const about = thingsIn(name, { codebook: shelf.codebook, language: document.language.slice(0, 2) });
  if (words.length < 2 && about.length === 0) return [];
  const isNamed = (record: RecordRow) =>
    (words.length >= 2 && holdsAll(titleWords(record), words)) ||
    about.some(english => english.some(phrase => phraseIsIn(phrase, record.label)));
  return actKinds(shelf.codebook)
    .flatMap(kind => shelf.records.get(kind.id) ?? [])
    .filter(record => isNamed(record) && timeOfRecord(record) !== null)
    .filter(record => isToldByOthers(record, shelf))
    .sort((a, b) => inOrder(startOf(a), startOf(b)) || inOrder(a.id, b.id));
}

const holdsAll = (held: ReadonlySet<string>, words: readonly string[]) => words.every(word => held.has(word));

/** Titles are looked through for each name of a text. */
const TITLES = new WeakMap<RecordRow, ReadonlySet<string>>();

function titleWords(record: RecordRow): ReadonlySet<string> {
  const known = TITLES.get(record) ?? new Set(plainWords(String(record.row["title"] ?? "")));
  TITLES.set(record, known);
  return known;
}

const startOf = (record: RecordRow): string => timeOfRecord(record)?.start ?? "";
