import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { counterName } from "../match/counter.ts";
import { figureEvidence } from "../match/figure-evidence.ts";
import { besideIt } from "../match/of-sentence.ts";
import { restrictorsOf } from "../match/restrictors.ts";
import { wordsSaid } from "../match/sentence.ts";
import { sumsOfYears } from "../match/sum-of-years.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { hasWord } from "../match/words.ts";
import { judge } from "../rule/judge.ts";
import { isSameName } from "../rule/names.ts";
import { OWN_COUNT, type ReasonData } from "../rule/types.ts";
import { ruleClaim } from "./claim.ts";
import { creditedIn } from "./credit.ts";
import { isToldByOthers } from "./evidence.ts";
import { type Fitting, isContested } from "./fitting.ts";
import { missingOf } from "./missing.ts";
import { indicatorValue, type ownCounts, type ownEvidence } from "./own-counts.ts";
import { retoldOnly } from "./retold.ts";
import { listed, nearMeasures, sidesOf } from "./sides.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/** What was gathered on a number. */
interface Gathered {
  readonly fitting: readonly Fitting[];
  readonly counts: Awaited<ReturnType<typeof ownCounts>>;
  /** What the book counts itself, as evidence. */
  readonly own?: readonly ReturnType<typeof ownEvidence>[];
  readonly context: CheckContext;
}

/** Judges what was gathered and says it: the verdict with its reasons, both sides, what is near and what is missing. */
export function conclude(
  claim: Claim,
  measure: Measure,
  { fitting, counts, own = [], context }: Gathered,
): Outcome {
  const { shelf } = context;
  const usable = fitting.filter(
    ({ figure }) => isToldByOthers(figure, shelf) && !isOfPublisher(figure, context),
  );
  const attribution = creditedIn(claim, {
    usable,
    shelf,
    sentence: partOf(claim, context.document.text),
    text: context.document.text,
  });
  const evidence = evidenceOf(usable, { claim, measure, context });
  const given = usable.map(({ figure }, index) => ({ figure, evidence: evidence[index]! }));
  const judgement = judge(
    ruleClaim(claim, {
      measure,
      attribution: attribution.name,
      published: context.document.published,
      unitOf: noun => comparableUnit(noun, measure, shelf.codebook).unit,
    }),
    [
      ...evidence,
      ...own,
      ...sumsOfYears(claim, given, { codebook: shelf.codebook, told: toldBeside(claim, context) }),
    ],
  );
  const shown = sidesOf(judgement, { usable, context });
  const listedAlready = new Set(shown.related.map(({ record }) => record));
  const nearby = nearMeasures(claim, measure, context).filter(({ record }) => !listedAlready.has(record));
  const isSame = ({ relation }: Fitting) => relation === "same";
  const onlyOwn = fitting.some(isSame) && !usable.some(isSame) && judgement.verdict === "unverifiable";
  const told = judgement.reasons.filter(each => !isOwnElsewhere(each));
  const figures = usable.map(({ figure }) => figure);
  const retold = retoldOnly(judgement.verdict, shown.for, { figures, context });
  return {
    verdict: judgement.verdict,
    reasons: [
      ...(told.length > 0 || onlyOwn ? told : [reason("not-comparable")]),
      ...(onlyOwn ? [reason("only-own-page")] : []),
      ...(measure.comparable || usable.length > 0 ? [] : [reason("mixed-measure")]),
      ...(judgement.verdict === "unverifiable"
        ? nearby
            .filter(each => each.sameNumber)
            .slice(0, 1)
            .map(each => reason("number-of-other", each.values))
        : []),
      ...retold.reasons,
      ...attribution.reasons(judgement),
    ],
    for: shown.for,
    against: shown.against,
    ...listed([
      ...nearby.filter(({ sameNumber }) => sameNumber),
      ...shown.related,
      ...nearby.filter(({ sameNumber }) => !sameNumber),
    ]),
    indicator: indicatorValue(counts),
    claimed: judgement.claimed,
    band: judgement.band,
    missing: retold.missing ?? missingOf(judgement, { measure, claim }),
  };
}

/** A sentence between semicolons, where a claim is credited in its own part; else all of it. */
function partOf({ sentence, span, attribution }: Claim, text: string): string {
  const [from, to] = sentence;
  const start = Math.max(from, text.lastIndexOf(";", span[0]) + 1);
  const next = text.indexOf(";", span[1]);
  const end = next < 0 ? to : Math.min(to, next);
  const credited = attribution !== null && attribution.span[0] >= start && attribution.span[1] <= end;
  return credited && attribution.to !== "" ? text.slice(start, end) : text.slice(from, to);
}

/** Whoever repeats the count of the text's own publisher repeats the text. */
function isOfPublisher({ counter }: Figure, { document, shelf }: CheckContext): boolean {
  if (document.publisher === "") return false;
  const counters = OF_PUBLISHER.get(shelf) ?? new Map<string, boolean>();
  OF_PUBLISHER.set(shelf, counters);
  const known = counters.get(counter) ?? isSameName(counterName(counter, shelf), document.publisher);
  counters.set(counter, known);
  return known;
}

/** Counters of a shelf: are they the publisher of the document that it was fetched for? */
const OF_PUBLISHER = new WeakMap<Shelf, Map<string, boolean>>();

/** Figures as evidence for the rule. */
function evidenceOf(
  usable: readonly Fitting[],
  { claim, measure, context }: { claim: Claim; measure: Measure; context: CheckContext },
) {
  const { shelf } = context;
  const contested = isContested(usable, { claim, measure, shelf });
  // Where what the text names was counted, the number of somebody else's may explain an error; else it is only alike.
  const measured = usable.some(({ relation, unsure, planned }) => relation === "same" && !unsure && !planned);
  const words = wordsSaid(claim, context.document);
  const isScopeTold = (figure: Figure) => {
    const scope = restrictorsOf(figure, shelf.entities);
    return scope.length > 0 && scope.some(word => hasWord(words, word));
  };
  return usable.map(({ figure, relation, planned, unsure, elsewhere }) =>
    figureEvidence(figure, {
      claim,
      measure,
      shelf,
      contested,
      relation,
      planned,
      unsure,
      elsewhere: elsewhere && !measured,
      scopeTold: isScopeTold(figure),
    }),
  );
}

/** The other numbers of a claim's sentence. */
const toldBeside = (claim: Claim, { claims }: CheckContext): ReadonlySet<number> =>
  new Set(besideIt(claims, claim).flatMap(({ value }) => value ?? []));

/** That the book's own count for another year does not compare is no news. */
const isOwnElsewhere = ({ code, values }: ReasonData): boolean =>
  values["counter"] === OWN_COUNT && /^(other-period|gate-.+|near-(other|broader|planned)-.+)$/.test(code);
