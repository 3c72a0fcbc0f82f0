import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { actKinds } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { confidenceOf, timeOfRecord } from "../match/record-fit.ts";
import { plainWords } from "../match/subject.ts";
import { overlaps, parsePeriod, yearOf } from "../rule/period.ts";
import { dateOf } from "./act.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** An act of another date may be another act; this many years away it is hardly the one that is meant. */
const YEARS = 5;

/**
 * A sentence that tells of an act without naming it ("broke with Taiwan"), held against acts of that kind between the states that it
 * names. One of its date bears it out. One alone of another date is shown as that, and refutes nothing: it may be another act. Null where
 * the sentence is undated, tells of no act, or the book has none.
 */
export function checkToldAct(claim: Claim, context: CheckContext): Outcome | null {
  const when = parsePeriod([...claim.period]);
  if (!when || claim.polarity === "negative" || (claim.period[0] === null && claim.period[1] === null))
    return null;
  const acts = actsTold(claim, context);
  const fits = acts.filter(act => {
    const time = timeOfRecord(act);
    return time !== null && overlaps(time, when);
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
  const only = acts[0];
  if (!only) return null;
  const related = show(acts, "other-act-of-kind");
  const years = acts.map(act => yearOf(timeOfRecord(act)?.start ?? "0"));
  const isOne = years.every(year => year === years[0]);
  const isMeant = isOne && Math.abs(years[0]! - yearOf(when.end || when.start)) <= YEARS;
  return outcome(isMeant ? "imprecise" : "unverifiable", {
    reasons: [
      isMeant ? reason("other-date", { label: only.label, period: dateOf(only) }) : reason("no-evidence"),
    ],
    related,
    missing: reason("missing-source"),
  });
}

/** Acts of the kinds that the sentence tells of, between states that it names, and of the bodies that it names. */
function actsTold(claim: Claim, { shelf, document }: CheckContext): RecordRow[] {
  const sentence = document.text.slice(...claim.sentence);
  const kinds = kindsTold(sentence, { shelf, language: document.language });
  if (kinds.size === 0 || claim.places.length === 0) return [];
  const bodies = claim.entities.flatMap(id => shelf.entities.get(id)?.name ?? []);
  return actKinds(shelf.codebook)
    .flatMap(kind => shelf.records.get(kind.id) ?? [])
    .filter(act => codesOf(act).some(code => kinds.has(code)) && timeOfRecord(act) !== null)
    .filter(act => confidenceOf(act) !== "low" && isToldByOthers(act, shelf))
    .filter(act => areStatesOf(act, claim) && bodies.every(name => isInTitle(act, name)));
}

/** Codes of acts whose words stand in a sentence. */
function kindsTold(
  sentence: string,
  { shelf, language }: { shelf: CheckContext["shelf"]; language: string },
): ReadonlySet<string> {
  const said = sentence.toLowerCase();
  const groups = Object.entries(shelf.codebook.phrases).filter(([group]) => group.startsWith("told-"));
  return new Set(
    groups.flatMap(([group, phrases]) =>
      (phrases[language.slice(0, 2)] ?? []).some(phrase => startsIn(said, phrase)) ? [group.slice(5)] : [],
    ),
  );
}

/** The phrase stands in the text at the beginning of a word; scripts without spaces have none. */
function startsIn(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  return at >= 0 && (at === 0 || !/\p{L}/u.test(text[at - 1]!) || /\p{Script=Han}/u.test(phrase));
}

const codesOf = ({ kind, row }: RecordRow): string[] =>
  kind.fields
    .filter(({ type, list }) => type === "code" && list !== "confidence")
    .flatMap(({ id }) => texts(row[id]));

/** The acting states are named, and none is named that has no part in the act. */
function areStatesOf({ kind, row }: RecordRow, { places }: Claim): boolean {
  const fields = kind.fields.filter(({ type }) => type === "country");
  const [acting] = fields;
  const actors = acting ? texts(row[acting.id]) : [];
  const all = fields.flatMap(({ id }) => texts(row[id]));
  return actors.some(state => places.includes(state)) && places.every(place => all.includes(place));
}

const isInTitle = ({ label }: RecordRow, name: string): boolean => {
  const title = new Set(plainWords(label));
  return plainWords(name).some(word => word.length > 3 && title.has(word));
};
