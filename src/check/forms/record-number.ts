import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { takerField } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { countedRecords, gives } from "../match/counted-records.ts";
import { isOfOtherHost } from "../match/host.ts";
import { besideIt } from "../match/of-sentence.ts";
import { sentenceOf } from "../match/sentence.ts";
import { subjectOf } from "../match/subject.ts";
import { isOfTopicSaid } from "../match/taught.ts";
import { plainWords } from "../match/words.ts";
import { claimedSet } from "../rule/claimed.ts";
import { isInside, point } from "../rule/interval.ts";
import { conclude } from "./conclude.ts";
import { isToldByOthers } from "./evidence.ts";
import type { Fitting } from "./fitting.ts";
import { claimsBefore } from "./speaking.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/** Reasons of an imprecise number that is borne out only as that of another whole or another thing. */
const BESIDE = new Set(["broader-scope", "other-denominator"]);

/** A count speaks against the number, and the record of the very thing gives it: two who told of it differ. */
function disputedBy(found: Outcome, record: Outcome): Outcome {
  const differing = (reasons: Outcome["reasons"], code: string) =>
    reasons
      .filter(each => each.code === code)
      .map(({ values }) => reason("independent-counts-differ", values));
  return {
    ...found,
    verdict: "disputed",
    reasons: [...differing(record.reasons, "inside"), ...differing(found.reasons, "outside")],
    for: record.for,
    missing: reason("missing-method"),
  };
}

/**
 * Where figures leave a number open, or give it for a wider whole alone, the record that it is of may bear it out, and where they speak
 * against it, dispute that. A figure with a hedge is heard: records often lost theirs.
 */
export function betterByRecord(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isHedged = [...found.for, ...found.against, ...found.related].some(
    ({ value, qualifier }) => value === claim.value && qualifier !== "exact" && qualifier !== "exactly",
  );
  if (found.verdict === "contradicted" && !isHedged) {
    const record = checkByRecord(claim, context);
    return record?.verdict === "supported" ? disputedBy(found, record) : found;
  }
  const isBeside = !isHedged && found.reasons.some(({ code }) => BESIDE.has(code));
  // What a party counts of something else near to it disputes nothing that a record states.
  const isWeak =
    found.verdict === "unverifiable" || found.reasons.some(({ code }) => code === "self-interested-other");
  const better = isWeak || isBeside ? checkByRecord(claim, context) : null;
  return better && (better.verdict === "supported" || isWeak) ? better : found;
}

/** A number that no figure gives may be one that a record states of itself. Null where none does. */
export function checkByRecord(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document } = context;
  if (claim.form !== "number") return null;
  const earlier = claimsBefore(claim, context);
  const subject = subjectOf(claim, shelf.entities, sentenceOf(claim, document), earlier);
  const text = document.text.slice(...claim.sentence);
  const isOfTopic = isOfTopicSaid(claim, { text, language: document.language, codebook: shelf.codebook });
  const isElsewhere = isOfOtherHost(claim, {
    sentence: new Set(plainWords(text)),
    entities: shelf.entities,
  });
  const told = shelf.counted.filter(
    record => isToldByOthers(record, shelf) && !isOfOtherNumber(record, claim, context),
  );
  const isOfCourse = (record: RecordRow) => isOfTopic(record) && !isElsewhere(record);
  // The very number of a course on something else, or at another school, is that of another course.
  const others = new Set(told.filter(record => !isOfCourse(record)).map(({ id }) => id));
  const counted = told.filter(record => !others.has(record.id) || gives(record, claim));
  const found = countedRecords(claim, { shelf: { ...shelf, counted }, subject });
  if (!found) return null;
  const { set } = claimedSet({
    ...claim,
    value: claim.value ?? 0,
    digits: claim.digits ?? null,
    fraction: false,
  });
  const fitting = found.figures.map(
    (figure): Fitting => ({
      figure,
      relation: others.has(figure.id) ? "other" : "same",
      planned: found.unrealised.has(figure.id),
      unsure: !isInside(point(figure.value), set),
      elsewhere: false,
    }),
  );
  // Nobody counts what a record states: whoever tells it may have it from anybody.
  const plain = { ...claim, unit: found.figures[0]!.unit, periodKind: "" as const, attribution: null };
  const outcome = conclude(plain, found.measure, { fitting, counts: [], context });
  return outcome.verdict === "unverifiable" && outcome.for.length === 0 ? null : outcome;
}

/** "Kabul has 217,000 cameras, Moscow 90,000": a record of the state that another number of the sentence is of bears out that one alone. */
function isOfOtherNumber(record: RecordRow, claim: Claim, { claims }: CheckContext): boolean {
  const taker = takerField(record.kind);
  const takers = taker?.type === "country" ? texts(record.row[taker.id]) : [];
  const has = (places: readonly string[]) => places.some(place => takers.includes(place));
  if (claim.places.length === 0 || takers.length === 0 || has(claim.places)) return false;
  const others = besideIt(claims, claim).filter(({ value }) => value !== null);
  return others.some(({ places }) => has(places) && !claim.places.some(place => places.includes(place)));
}
