import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { QUALIFIERS } from "../rule/claim-data.ts";
import { claimedSet } from "../rule/claimed.ts";
import { CONSTANTS } from "../rule/constants.ts";
import { isSameName, type ScopeRelation } from "../rule/names.ts";
import { type Period, parseDate } from "../rule/period.ts";
import type { RuleEvidence } from "../rule/types.ts";
import { isBudget } from "./ahead.ts";
import { counterName, isInterested } from "./counter.ts";
import { nameOfCountry } from "./country-name.ts";
import { isDone, isPlan, isPlanMeasure, isPledge } from "./plan.ts";
import { comparableUnit } from "./unit-words.ts";

interface Options {
  readonly claim: Claim;
  readonly measure: Measure;
  readonly shelf: Shelf;
  readonly relation: ScopeRelation;
  /** What was pledged or planned of the claim's measure, not what came of it. */
  readonly planned: boolean;
  /** It is not certain that it counts what the claim speaks of. */
  readonly unsure: boolean;
  /** A party with an interest says what the text says, of something that others can only document. */
  readonly contested: boolean;
  /** It is of a place or of somebody whom the text does not speak of: what it gives says nothing of the claim. */
  readonly elsewhere?: boolean;
  /** The sentence names the town or the part that it counts. */
  readonly scopeTold?: boolean;
}

/** A figure of the book as evidence for the rule. */
export function figureEvidence(
  figure: Figure,
  {
    claim,
    measure,
    shelf,
    relation,
    planned,
    unsure,
    contested,
    elsewhere = false,
    scopeTold = false,
  }: Options,
): RuleEvidence {
  const publishers = publishersOf(figure, shelf);
  const counter = counterName(figure.counter, shelf);
  const own = figure.origin !== "secondary";
  // The poll's own number is borne out by the poll; another within its error is not refuted by it, one beyond it is held against the number.
  const error = isPrinted(figure, claim) ? null : sampleInterval(figure);
  const sample = error && isBeyond(error, claim) ? null : error;
  const interested = isInterested(figure, shelf);
  const commitment = interested && isCommitment(figure, { claim, measure });
  const { source, derivedFrom } = voicesOf(figure, { counter, publishers });
  // Made for every figure of every number, so without copies of parts.
  const evidence: Writable<RuleEvidence> = {
    value: figure.value,
    low: sample ? sample.low : figure.low,
    high: sample ? sample.high : figure.high,
    unit: unitOf(figure, { claim, measure, shelf }),
    qualifier: QUALIFIER.get(figure.qualifier) ?? "exact",
    digits: null,
    class: interested ? "self-interested" : "independent",
    bound:
      isOpenEnded(figure, claim) ||
      isEarlierTotal(figure, { claim, measure }) ||
      (contested && isBelow(figure, claim))
        ? "lower"
        : "exact",
    source,
    derivedFrom,
    scope: scopeOf(figure, relation),
    places: [],
    period: isSigned(figure, measure) ? dayOf(figure) : periodOf(figure),
    asOf: figure.asOf,
    status: planned ? "planned" : "",
    span: isOfYear(figure, claim) ? "annual" : spanOf(figure, shelf),
    fx: null,
    negative: false,
    direction: DIRECTION.get(figure.direction) ?? "",
    printedBy: own ? [...publishers, ...authorsOf(figure, shelf)] : publishers,
    scopeRelation: relation,
    scopeTold,
    happening: figure.start !== "" && figure.unit !== "percent",
    commitment,
  };
  const apart = apartOf(figure, {
    claim,
    measure,
    relation,
    planned,
    unsure: unsure || isFarAbove(figure, claim),
    elsewhere,
  });
  if (apart !== null) evidence.apart = apart;
  return evidence;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const QUALIFIER = new Map<string, RuleEvidence["qualifier"]>(QUALIFIERS.map(name => [name, name]));
const DIRECTION = new Map<string, "up" | "down">([
  ["up", "up"],
  ["down", "down"],
]);

function publishersOf({ sources }: Figure, shelf: Shelf): string[] {
  const publishers: string[] = [];
  for (const id of sources) {
    const source = shelf.sources.get(id);
    if (source) publishers.push(source.publisher);
  }
  return publishers;
}

const authorsOf = ({ sources }: Figure, shelf: Shelf): string[] =>
  sources.flatMap(id => shelf.sources.get(id)?.authors ?? []);

/** What it is of: its population, or the other country that it is of. */
const scopeOf = ({ population, place }: Figure, relation: ScopeRelation): string =>
  population === "" && relation === "other" && place !== "" ? nameOfCountry(place) : population;

const isPrinted = ({ value }: Figure, claim: Claim): boolean =>
  claim.value !== null && Math.round(value) === Math.round(claim.value);

/** All that the claim says lies outside of an interval. */
function isBeyond({ low, high }: { low: number; high: number }, claim: Claim): boolean {
  if (claim.value === null) return false;
  const { set } = claimedSet(
    {
      value: claim.value,
      high: claim.high,
      unit: claim.unit,
      qualifier: claim.qualifier,
      digits: claim.digits ?? null,
      fraction: claim.fraction ?? false,
    },
    CONSTANTS,
  );
  return set.low > high || set.high < low;
}

/** What a party promises or sets aside: the promise is its own act, and its own word shows it. What came of it is another matter. */
function isCommitment(figure: Figure, { claim, measure }: Pick<Options, "claim" | "measure">): boolean {
  if (isDone(claim)) return false;
  return isPlanMeasure(measure) || isPlan(claim) || (measure.unit === "money" && isBudget(figure));
}

/** Plans are held against plans; a plan of another's says nothing, and what is not certain never refutes. */
function apartOf(
  figure: Figure,
  { claim, measure, relation, planned, unsure, elsewhere }: Omit<Options, "shelf" | "contested">,
): RuleEvidence["apart"] | null {
  if (elsewhere) return "subject";
  const isSetAside = measure.unit === "money" && isBudget(figure);
  if (isPlan(claim) && !isPlanMeasure(measure) && !planned && !isSetAside) return "plan";
  if (planned && relation === "other") return "subject";
  // A promise of another number is another promise.
  const otherPromise = isPledge(figure) && !isPrinted(figure, claim);
  return unsure || otherPromise ? "unsure" : null;
}

/** The unit of a figure in the terms of its measure; that of the claim where nobody knows what its noun means. */
function unitOf(
  figure: Figure,
  { claim, measure, shelf }: Pick<Options, "claim" | "measure" | "shelf">,
): string {
  const given = comparableUnit(figure.unit, measure, shelf.codebook);
  const wanted = comparableUnit(claim.unit, measure, shelf.codebook);
  return given.fit === "same" && wanted.fit === "unsure" && wanted.unit !== "" ? wanted.unit : given.unit;
}

/** What a figure of sums gives for one year alone is that of the year. */
const isOfYear = ({ start, end }: Figure, { periodKind }: Claim): boolean =>
  periodKind === "annual" && start !== "" && start.slice(0, 4) === end.slice(0, 4);

/** A promise for a year and one for five are promises alike. */
function spanOf({ measure }: Figure, { codebook }: Shelf): RuleEvidence["span"] {
  return isPlanMeasure({ id: measure }) ? "point" : (codebook.measures.get(measure)?.period ?? "");
}

/** Days that a figure counts. A count that began and has no stated end runs to when it stood. */
function periodOf({ start, end, asOf }: Figure): Period | null {
  if (start === "" && end === "") return null;
  return { start, end: end || (start !== "" ? asOf : "") };
}

/** A loan or a contract is signed at a time; it does not run on as counts do. */
const isSigned = ({ start, end, asOf }: Figure, measure: Measure): boolean =>
  measure.unit === "money" && measure.period === "point" && start !== "" && end === "" && asOf === "";

/** The day, month or year that a figure begins with. */
const dayOf = ({ start }: Figure): Period | null =>
  parseDate(start.endsWith("-01-01") ? start.slice(0, 4) : start.endsWith("-01") ? start.slice(0, 7) : start);

const OPEN_SOURCES = /open[- ]sources?|public(ly available)? (sources|records)|media reports|documented/i;

/** A count made from open sources finds what is documented: where a text claims more, it is a floor and refutes nothing. */
const isOpenEnded = (figure: Figure, claim: Claim): boolean =>
  figure.unit !== "percent" &&
  isBelow(figure, claim) &&
  OPEN_SOURCES.test(`${figure.population} ${figure.note}`);

/** A running total of an earlier day is a floor of a later one, which the text names. */
function isEarlierTotal(figure: Figure, { claim, measure }: Pick<Options, "claim" | "measure">): boolean {
  const [until, counted] = [claim.period[1]?.slice(0, 4) ?? "", (figure.end || figure.asOf).slice(0, 4)];
  const isTotal =
    measure.period === "cumulative" && measure.unit !== "percent" && claim.periodKind !== "annual";
  return isTotal && until !== "" && counted !== "" && counted < until && isBelow(figure, claim);
}

/** So many times what "over 100" says is of another order: who counts 770 million does not bear out "over 7,600". */
const FAR = 100;

const isFarAbove = (figure: Figure, { value, high, qualifier }: Claim): boolean =>
  value !== null &&
  high === null &&
  (qualifier === "over" || qualifier === "at-least") &&
  (figure.low ?? figure.value) > FAR * value;

const isBelow = (figure: Figure, { value }: Claim): boolean =>
  value !== null && value > (figure.high ?? figure.value);

/** Who says it. A page that repeats a count speaks for its counter; a page that is its own counter does not. */
function voicesOf(
  figure: Figure,
  { counter, publishers }: { counter: string; publishers: readonly string[] },
) {
  const isSecond = figure.origin === "secondary";
  const teller = isSecond ? publishers.find(name => !isSameName(name, counter)) : undefined;
  return teller ? { source: teller, derivedFrom: counter } : { source: counter, derivedFrom: "" };
}

/** z of a two-sided 95 % interval. */
const Z95 = 1.959964;

/** Wilson's interval (1927, eq. 4 of Brown, Cai and DasGupta 2001) of a poll that states its respondents; null for all else. */
export function sampleInterval({
  population,
  value,
  unit,
  qualifier,
  high,
}: Pick<Figure, "population" | "value" | "unit" | "qualifier" | "high">): {
  low: number;
  high: number;
} | null {
  if (unit !== "percent" || qualifier !== "exact" || high !== null) return null;
  const match = /(\d[\d,]*) respondents/.exec(population);
  if (!match?.[1]) return null;
  const n = Number(match[1].replaceAll(",", ""));
  const p = value / 100;
  const centre = (p + Z95 ** 2 / (2 * n)) / (1 + Z95 ** 2 / n);
  const half = (Z95 / (1 + Z95 ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z95 ** 2 / (4 * n ** 2));
  const round = (share: number) => Math.round(share * 1000) / 10;
  return { low: round(centre - half), high: round(centre + half) };
}
