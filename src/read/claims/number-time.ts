import type { DateMention, Quantity } from "../../text/types.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Claim, Span } from "../types.ts";
import type { Clause, Numbered } from "./context.ts";
import { hasCue } from "./draft.ts";
import { nearestDate, periodOf } from "./period.ts";
import { reachSpans } from "./scope.ts";
import { isTime } from "./units.ts";

/** A date this close behind a number ("five in 2015") is that number's. */
const DATE_REACH = 6;

const follows = (date: Span, number: Span): boolean =>
  date[0] >= number[1] && date[0] - number[1] <= DATE_REACH;

/** A date that stands with another number dates that one. */
function isOfOther(numbered: Numbered, date: Span): boolean {
  const {
    context: { language },
    scene: { sentence },
    clause,
    q,
  } = numbered;
  if (!language || !inside(date, clause.span)) return false;
  if (language.grammar.bareNames && belongsToOther(numbered, date)) return true;
  const reach = reachSpans(sentence, clause.span, language.grammar, q);
  return date[0] >= reach[0]![1] && !reach.some(span => inside(date, span));
}

/** "比两年前的1000个": a date that "of" binds to a number is of that one alone. */
const belongsToOther = ({ context, scene: { sentence }, q }: Numbered, [, end]: Span): boolean =>
  sentence.quantities.some(
    other =>
      other !== q &&
      other.span[0] > end &&
      context.language!.grammar.of.has(context.document.text.slice(end, other.span[0]).trim()),
  );

/** The time of a number. A plan of its own in a sentence that opens with a date is not of that date. */
export function timeOf(numbered: Numbered, own: Clause, elided: boolean): ReturnType<typeof periodOf> {
  const { context, scene, clause, q } = numbered;
  const { sentence } = scene;
  const time = periodOf(context, sentence, own.span, q.span);
  if (elided && isUndated(time) && isOfNoun(numbered, own))
    return periodOf(context, sentence, sentence.span, q.span);
  const nearest = nearestDate(sentence, own.span, q.span);
  if (nearest && isOfOther(numbered, nearest.span)) return { period: [null, null], periodKind: "" };
  const parted = own.span !== clause.span && own.span[0] > clause.span[0];
  return parted && hasCue(sentence, own.span, "planned") && !isDatedIn(sentence, own.span)
    ? { period: [null, null], periodKind: time.periodKind }
    : time;
}

const isUndated = ({ period: [from, to] }: ReturnType<typeof periodOf>): boolean =>
  from === null && to === null;

const isPoint = ({ start, end }: DateMention): boolean => start !== "" || end !== "";

const isDatedIn = ({ dates }: Sentence, part: Span): boolean =>
  dates.some(date => inside(date.span, part) && isPoint(date));

/** "296 shutdowns in 2024: 85 in Myanmar": the date goes with the noun. */
function isOfNoun({ scene: { sentence }, q }: Numbered, own: Clause): boolean {
  const [date, ...more] = sentence.dates.filter(isPoint);
  return (
    date !== undefined &&
    more.length === 0 &&
    !hasCue(sentence, own.span, "planned") &&
    !sentence.quantities.some(other => other !== q && follows(date.span, other.number))
  );
}

export const isOneYear = ([from, to]: Claim["period"]): boolean =>
  from !== null && to !== null && from.slice(0, 4) === to.slice(0, 4);

/** "over nine years": what took several years is no yearly number. */
export const isOverYears = ({ quantities }: Sentence, clause: Span): boolean =>
  quantities.some(q => q.unit === "year" && (q.high ?? q.value) > 1 && inside(q.span, clause));

/** "two years later" is a time and no count; so are "the last five years", wherever they lie. */
export const isDate = (sentence: Sentence, q: Quantity): boolean =>
  sentence.dates.some(
    ({ span, start, end, placed }) =>
      inside(q.number, span) &&
      (placed === true ||
        (isTime(q.unit) && (start !== "" || end !== "") && inside(q.span, span) && !inside(span, q.span))),
  );
