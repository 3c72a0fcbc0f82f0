import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { figureEvidence } from "../match/figure-evidence.ts";
import { narrowingOf } from "../match/narrowing.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { judge } from "../rule/judge.ts";
import { OWN_COUNT, type ReasonData } from "../rule/types.ts";
import { ruleClaim } from "./claim.ts";
import { creditedIn } from "./credit.ts";
import { othersThan } from "./evidence.ts";
import { fittingFigures, isContested } from "./fitting.ts";
import { missingOf } from "./missing.ts";
import { indicatorValue, ownCounts, ownEvidence } from "./own-counts.ts";
import { listed, nearMeasures, sidesOf } from "./sides.ts";
import { measuredAs, speakingOf } from "./speaking.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Checks a number, a share or a series against the figures of its measure and against what the book counts itself. */
export async function checkNumber(given: Claim, context: CheckContext): Promise<Outcome> {
  const { shelf } = context;
  const claim = measuredAs(given, context.claims);
  const measure = effectiveMeasure(claim, shelf.codebook);
  if (!measure)
    return outcome("unverifiable", {
      reasons: [reason("no-evidence"), reason("no-measure")],
      missing: reason("missing-source"),
    });
  const about = speakingOf(claim, measure, {
    claims: context.claims,
    measures: shelf.codebook.measures,
    text: context.document.text,
  });
  const { fitting, usable, counts, evidence } = await gathered(about, measure, context);
  const attribution = creditedIn(claim, { usable, shelf });
  const judgement = judge(
    ruleClaim(about, {
      measure,
      attribution: attribution.name,
      published: context.document.published,
      unitOf: noun => comparableUnit(noun, measure, shelf.codebook).unit,
    }),
    evidence,
  );
  const shown = sidesOf(judgement, { usable, context });
  const nearby = nearMeasures(about, measure, context).filter(
    ({ record }) => !shown.related.some(item => item.record === record),
  );
  const onlyOwn = usable.length === 0 && fitting.length > 0;
  return {
    verdict: judgement.verdict,
    reasons: [
      ...judgement.reasons.filter(each => !isOwnElsewhere(each)),
      ...(onlyOwn ? [reason("only-own-page")] : []),
      ...(measure.comparable ? [] : [reason("mixed-measure")]),
      ...attribution.reasons(judgement),
    ],
    for: shown.for,
    against: shown.against,
    ...listed([...shown.related, ...nearby]),
    indicator: indicatorValue(counts),
    claimed: judgement.claimed,
    band: judgement.band,
    missing: missingOf(judgement, { measure, claim: about }),
  };
}

/** Everything that a number may be held against: figures of its measure that are not only the document's own, and the book's counts. */
async function gathered(about: Claim, measure: Measure, context: CheckContext) {
  const { shelf, document, claims } = context;
  const { text, language } = document;
  const narrowing = narrowingOf(about, { text, language, claims, shelf });
  const fitting = measure.comparable ? fittingFigures(about, measure, { ...context, narrowing }) : [];
  const usable = fitting.filter(({ figure }) => othersThan(figure.sources, shelf).length > 0);
  const counts = await ownCounts(about, { measure, indicators: context.indicators });
  const contested = isContested(usable, { claim: about, measure, shelf });
  const evidence = [
    ...usable.map(({ figure, ...options }) =>
      figureEvidence(figure, { claim: about, measure, shelf, contested, ...options }),
    ),
    ...counts.map(count => ownEvidence(count, { claim: about, measure, shelf, narrowing })),
  ];
  return { fitting, usable, counts, evidence };
}

/** That the book's own count for another year does not compare is no news. */
const isOwnElsewhere = ({ code, values }: ReasonData): boolean =>
  values["counter"] === OWN_COUNT && (code === "other-period" || code === "not-comparable");
