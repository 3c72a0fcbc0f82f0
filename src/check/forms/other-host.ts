import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { takerField } from "../gather/schema.ts";
import type { Figure, RecordRow } from "../gather/types.ts";
import { gives } from "../match/counted-records.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { isOfOtherHost } from "../match/host.ts";
import { confidenceOf, isOtherTime, timeOfRecord } from "../match/record-fit.ts";
import { wordsSaid } from "../match/sentence.ts";
import { withOwners } from "../match/subject.ts";
import { overlaps, type Period, parseDate, parsePeriod, periodLabel } from "../rule/period.ts";
import { figureShown, isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/**
 * "The Railway Police College trained 28 officers from South Africa": where nothing bears a number out, and the book has the very number of the same
 * takers for another body than the one named, the number is that body's. Round numbers are anybody's.
 */
export function againstOtherHost(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isOpen = found.verdict === "unverifiable" && found.for.length === 0 && found.against.length === 0;
  if (!isOpen || claim.polarity === "negative" || !isTelling(claim.value)) return found;
  const { shelf, document, language } = context;
  const named = claim.entities.filter(id => HOSTS.has(shelf.entities.get(id)?.kind ?? ""));
  if (named.length === 0) return found;
  const period = claim.period[0] || claim.period[1] ? parsePeriod([...claim.period]) : null;
  const sentence = wordsSaid(claim, document);
  const isOthers = isOfOtherHost(claim, { sentence, entities: shelf.entities });
  const records = shelf.counted.filter(
    record =>
      gives(record, claim) &&
      isOthers(record) &&
      isOfTakers(record, claim) &&
      confidenceOf(record) !== "low" &&
      !isOtherTime(record, period) &&
      isToldByOthers(record, shelf),
  );
  const figures = shelf.figures.filter(
    figure => isOfOtherBody(figure, { claim, named, period, context }) && isToldByOthers(figure, shelf),
  );
  const [first] = [...records, ...figures];
  if (!first) return found;
  const note = reason("number-of-others", { label: first.label });
  return {
    ...found,
    verdict: "contradicted",
    reasons: [note],
    against: [
      ...records.map(record =>
        recordShown(record, { shelf, language, note, period: periodLabel(timeOfRecord(record)) }),
      ),
      ...figures.map(figure => figureShown(figure, { shelf, language, note })),
    ],
  };
}

/** Kinds of entity that hold courses. */
const HOSTS: ReadonlySet<string> = new Set(["police-college", "university", "programme"]);

/** A number that chance hardly repeats: of two digits and more, and no multiple of five. */
const isTelling = (value: number | null): boolean =>
  value !== null && Number.isInteger(value) && value > 10 && value % 5 !== 0;

function isOfTakers({ kind, row }: RecordRow, { roles }: Claim): boolean {
  const field = takerField(kind);
  const takers = field ? texts(row[field.id]) : [];
  return (roles["recipient"] ?? []).some(state => takers.includes(state));
}

interface Told {
  readonly claim: Claim;
  readonly named: readonly string[];
  readonly period: Period | null;
  readonly context: CheckContext;
}

/** A figure of the same measure that counts for another body of such a kind alone. */
function isOfOtherBody(figure: Figure, { claim, named, period, context: { shelf } }: Told): boolean {
  const [only, ...more] = figure.about.filter(id => shelf.entities.has(id));
  if (only === undefined || more.length > 0 || figure.value !== claim.value) return false;
  const measure = effectiveMeasure(claim, shelf.codebook);
  const time =
    figure.start || figure.end
      ? { start: figure.start, end: figure.end || figure.asOf }
      : parseDate(figure.asOf);
  const isOne =
    withOwners(named, shelf.entities).has(only) || withOwners([only], shelf.entities).has(named[0]!);
  return (
    figure.measure === measure?.id &&
    !isOne &&
    HOSTS.has(shelf.entities.get(only)?.kind ?? "") &&
    (period === null || time === null || time.end === "" || overlaps(time, period))
  );
}
