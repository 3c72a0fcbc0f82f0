import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { actKinds } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { type LifeTold, lifeToldBy } from "../match/life-told.ts";
import { confidenceOf, timeOfRecord } from "../match/record-fit.ts";
import { stemsOf } from "../match/worded-title.ts";
import { periodLabel, yearOf } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

const FORMS: ReadonlySet<Claim["form"]> = new Set(["statement", "dated-act", "relation"]);

/**
 * "The programme was set up in 1996": a body is set up once, and comes to its end once. Where the one act of the book that has its name and
 * such a verb is of other years, or where the body gave or held what began before or went on after, the date is not the book's, however far
 * it is away. That is imprecise and no more, since a body may be set up in one year and begin in the next. All else stays as it was found.
 */
export function againstLife(checked: Outcome, claim: Claim, context: CheckContext): Outcome {
  const { shelf, document, language } = context;
  const isBare = checked.verdict === "unverifiable" && checked.for.length + checked.against.length === 0;
  if (!isBare && checked.verdict !== "supported") return checked;
  if (!FORMS.has(claim.form) || claim.polarity === "negative") return checked;
  const { sentence, span } = claim;
  const written = document.language.slice(0, 2);
  const told = lifeToldBy(claim, document);
  const isOfIt = told && (span[0] === sentence[0] || span[1] - sentence[0] >= told.at[1]);
  if (!isOfIt) return checked;
  const name = withoutArticle(told.name, written);
  const found = actsOfName(name, told, context) ?? lastingOfName(name, told, context);
  const [first] = found;
  if (!first) return checked;
  const periodOf = (row: RecordRow) => periodLabel(timeOfRecord(row));
  return outcome("imprecise", {
    reasons: [reason("other-date", { label: first.label, period: periodOf(first) })],
    related: found
      .slice(0, 4)
      .map(row =>
        recordShown(row, { shelf, language, note: reason("other-act-of-kind"), period: periodOf(row) }),
      ),
    missing: reason("missing-source"),
  });
}

/** So many years may lie between two ways to tell one beginning or end. */
const YEARS = 1;

/** Acts by whose title the very name was begun, told of other years; null where there is none of that name, or several. */
function actsOfName(name: string, { is, when, verb }: LifeTold, { shelf }: CheckContext): RecordRow[] | null {
  if (is !== "begun") return null;
  const acts = actKinds(shelf.codebook)
    .flatMap(kind => shelf.records.get(kind.id) ?? [])
    .filter(act => isBegunBy(act.label, name) && timeOfRecord(act) !== null);
  const [only, ...more] = acts;
  if (!only || more.length > 0) return null;
  const { start, end } = timeOfRecord(only)!;
  if (!isToldByOthers(only, shelf) || confidenceOf(only) === "low") return [];
  const apart = Math.max(yearOf(start) - yearOf(when.end), yearOf(when.start) - yearOf(end || start));
  return apart > (only.label.includes(verb) ? 0 : YEARS) ? [only] : [];
}

/** The title begins with the name and the verb behind it ("ICITAP set up in ..."), or ends with the name behind the verb ("launches ICITAP"). */
function isBegunBy(title: string, name: string): boolean {
  const at = title.indexOf(name);
  if (at < 0) return false;
  const [before, behind] = [title.slice(0, at).trimEnd(), title.slice(at + name.length)];
  if (before === "")
    return idiom("founds", "en")
      .find(behind)
      .some(([from]) => behind.slice(0, from).trim() === "");
  return (
    behind.trim() === "" &&
    idiom("founds", "en")
      .find(before)
      .some(([, to]) => before.slice(to).trim() === "")
  );
}

/** What a host of that very name held before the year in which it is said to have begun, or after the one in which it is said to have ended. */
function lastingOfName(name: string, { is, when }: LifeTold, { shelf }: CheckContext): RecordRow[] {
  const words = new Set(stemsOf(name));
  if (words.size < WORDS) return [];
  return shelf.lasting.filter(record => {
    if (!isCalled(record, words) || !isToldByOthers(record, shelf) || confidenceOf(record) === "low")
      return false;
    const time = timeOfRecord(record);
    if (time === null) return false;
    return is === "begun"
      ? time.start !== "" && yearOf(when.start) - yearOf(time.start) > YEARS
      : String(record.row["ended_end"] ?? "") !== "" && yearOf(time.end) - yearOf(when.end) > YEARS;
  });
}

/** A name of fewer words is that of many. */
const WORDS = 3;

/** The host is called by these words and no others. */
function isCalled({ row }: RecordRow, words: ReadonlySet<string>): boolean {
  const own = new Set(stemsOf(texts(row["host"]).join(" ")));
  return own.size === words.size && [...own].every(word => words.has(word));
}

function withoutArticle(name: string, language: string): string {
  const article = idiom("article", language).after(name, 0);
  return name.slice(article?.[1] ?? 0).trim();
}
