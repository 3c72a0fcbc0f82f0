import type { Claim } from "../../read/types.ts";
import type { RecordRow } from "../gather/types.ts";
import { timeOfRecord } from "../match/record-fit.ts";
import { plainWords } from "../match/words.ts";
import { periodLabel, yearOf } from "../rule/period.ts";
import { actsNamed } from "./act.ts";
import { recordShown } from "./evidence.ts";
import { checkStudy, studiesOf } from "./study.ts";
import { eventsTold } from "./told-event.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** How many claims back "this expansion" may point. */
const REACH = 15;

/** A cause is never supported by two things that go together. What can be checked is their order in time, and whether a study tests it. */
export function checkCause(claim: Claim, context: CheckContext): Outcome {
  const order = orderInTime(claim, context);
  if (order) return order;
  const studies = testsOf(claim, context) ? checkStudy(claim, context) : null;
  const { told, alike } = eventsTold(claim, context);
  return outcome("unverifiable", {
    reasons: [
      reason("cause-not-shown"),
      ...(studies ? [reason("study-cited", studies.reasons[0]?.values)] : []),
    ],
    related: [
      ...(studies ? [...studies.for, ...studies.related] : []),
      ...[...told, ...alike].slice(0, 4).map(record => eventShown(record, context)),
    ],
    missing: reason("missing-study"),
  });
}

/**
 * "This expansion aligns with the 2022 Initiative" can be refuted by the order of the two in time alone: that an act is on record does not show that
 * anything else goes with it.
 */
export function checkAlignment(claim: Claim, context: CheckContext): Outcome {
  return (
    orderInTime(claim, context) ??
    outcome("unverifiable", { reasons: [reason("no-evidence")], missing: reason("missing-source") })
  );
}

/** The thing that comes first and the thing that goes with it, of a cause or of an alignment. */
const firstOf = ({ roles }: Claim): readonly string[] => roles["cause"] ?? roles["aligned-with"] ?? [];
const laterOf = ({ roles }: Claim): readonly string[] => roles["effect"] ?? roles["aligned"] ?? [];

/** What the book holds of the event that a sentence gives a cause of. */
const eventShown = (record: RecordRow, { shelf, language }: CheckContext) =>
  recordShown(record, {
    shelf,
    language,
    note: reason("event-itself"),
    period: periodLabel(timeOfRecord(record)),
  });

/** A study tests a cause only if it speaks of both sides of it. */
function testsOf(claim: Claim, context: CheckContext): boolean {
  const [study] = studiesOf(claim, context);
  if (!study) return false;
  const about = new Set(
    plainWords([study.source.title, ...study.figures.map(({ label, note }) => `${label} ${note}`)].join(" ")),
  );
  const touches = (side: string) =>
    plainWords((claim.roles[side] ?? []).join(" ")).some(word => word.length > 4 && about.has(word));
  return touches("cause") && touches("effect");
}

/** A change that ended before its cause began. */
function orderInTime(claim: Claim, context: CheckContext): Outcome | null {
  const causes = firstOf(claim).flatMap(name => actsNamed(name, context));
  const cause = causes[0];
  const began = cause ? timeOfRecord(cause)?.start : claim.period[0];
  const ended = endOfEffect(claim, context);
  if (!began || ended === null || ended >= yearOf(began)) return null;
  const shown = causes.slice(0, 1).map(record =>
    recordShown(record, {
      shelf: context.shelf,
      language: context.language,
      note: reason("cause-date", { period: began }),
      period: began,
    }),
  );
  return outcome("imprecise", {
    reasons: [reason("order-in-time", { cause: began.slice(0, 4), effect: String(ended) })],
    against: shown,
    missing: reason("missing-study"),
  });
}

/** Year in which the change ended that the claim speaks of: a year in its own words, else that of the last series before it. */
function endOfEffect(claim: Claim, { claims }: CheckContext): number | null {
  const years = laterOf(claim)
    .join(" ")
    .match(/\b(?:19|20)\d\d\b/g);
  if (years) return Number(years.at(-1));
  const pointsBack = laterOf(claim).some(effect => /^(this|that|the|these|such|it)\b/i.test(effect));
  if (!pointsBack) return null;
  const at = claims.findIndex(({ id }) => id === claim.id);
  const series = claims
    .slice(Math.max(0, at - REACH), at)
    .filter(({ parts }) => parts.length >= 2)
    .at(-1);
  const end = series?.parts.at(-1)?.period;
  return end ? Number(end.slice(0, 4)) : null;
}
