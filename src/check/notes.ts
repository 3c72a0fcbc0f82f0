import type { Codebook } from "../codebook/types.ts";
import type { Beside } from "../read/beside.ts";
import type { Claim, Document, Span } from "../read/types.ts";
import { idiom } from "../text/index.ts";
import { wordReason } from "./explain/word.ts";
import type { SourceRow } from "./gather/types.ts";
import type { ReasonData } from "./rule/types.ts";
import { familyOf } from "./rule/units.ts";
import type { DocumentNote } from "./types.ts";

interface Options {
  readonly own: ReadonlyMap<string, string>;
  readonly beside: Beside;
  readonly sources: ReadonlyMap<string, SourceRow>;
  readonly language: string;
  readonly codebook: Codebook;
}

interface Draft {
  readonly code: DocumentNote["code"];
  readonly values: ReasonData["values"];
  readonly spans: readonly Span[];
}

/** What is odd about a document beside its single claims. */
export function documentNotes(
  document: Document,
  all: readonly Claim[],
  { own, beside, sources, language, codebook }: Options,
): DocumentNote[] {
  // Numbers of a table stand beside each other because it is one, and not because the text says so.
  const claims = all.filter(({ told }) => !told);
  const drafts: Draft[] = [
    ...mixUps(claims),
    ...sharesOverWhole(document, claims),
    ...partsOverWhole(document, claims),
    ...wrongArithmetic(claims),
    ...reversedPeriods(claims),
    ...[...own].map(([id, why]) => ({
      code: "self-source" as const,
      values: { label: sources.get(id)?.title || sources.get(id)?.publisher || id, source: id, why },
      spans: [],
    })),
    ...unchecked("sources-unchecked", beside.sources),
    ...unchecked("table-unchecked", beside.rows),
  ];
  return drafts.map(({ code, values, spans }) => ({
    code,
    spans,
    text: wordReason({ code, values }, language, codebook).text,
  }));
}

/** What was left out of the check is counted and said. */
const unchecked = (code: DocumentNote["code"], spans: readonly Span[]): Draft[] =>
  spans.length === 0 ? [] : [{ code, values: { n: spans.length }, spans }];

/** Sentences that stand no further apart than this many characters are near. */
const NEAR = 200;

interface Printed {
  readonly value: number;
  readonly measure: string;
  readonly unit: string;
  readonly span: Span;
}

const printedIn = ({ measure, unit, value, high, span, parts }: Claim): Printed[] => [
  ...(value === null || high !== null ? [] : [{ value, measure, unit, span }]),
  ...parts.map(part => ({ value: part.value, measure, unit: part.unit || unit, span: part.span })),
];

const whatOf = ({ measure, unit }: Printed): string => measure || unit;

/** Known measures are compared by themselves; where one is not known, by what is counted: "those 73 agreements" are the same 73. */
const isOtherThing = (a: Printed, b: Printed): boolean =>
  a.measure !== "" && b.measure !== "" ? a.measure !== b.measure : a.unit !== b.unit;

/** The same number, and no round one, for two things close to each other. */
function mixUps(claims: readonly Claim[]): Draft[] {
  const all = claims.filter(({ form }) => form === "number" || form === "series").flatMap(printedIn);
  return all.flatMap((first, index) =>
    all
      .slice(index + 1)
      .filter(second => isMixUp(first, second))
      .map(second => ({
        code: "possible-mix-up" as const,
        values: { value: first.value, first: whatOf(first), second: whatOf(second) },
        spans: [first.span, second.span],
      })),
  );
}

const isMixUp = (a: Printed, b: Printed): boolean =>
  a.value === b.value &&
  a.value > 20 &&
  a.value % 50 !== 0 &&
  isOtherThing(a, b) &&
  whatOf(a) !== "" &&
  whatOf(b) !== "" &&
  Math.abs(b.span[0] - a.span[1]) <= NEAR;

/** A share above the whole, or shares of one whole that pass it together. */
function sharesOverWhole(document: Document, claims: readonly Claim[]): Draft[] {
  const shares = claims.filter(
    ({ unit, value, population, direction }) =>
      unit === "percent" && value !== null && population !== "" && direction === "",
  );
  const single = shares.filter(({ value }) => value! > 100);
  const groups = groupBy(
    shares.filter(({ value }) => value! <= 100),
    ({ population, measure, sentence }) => `${measure}|${population.toLowerCase()}|${sentence[0]}`,
  );
  const together = [...groups.values()].filter(
    group => group.length > 1 && group.reduce((sum, { value }) => sum + value!, 0) > 100.5,
  );
  return [...single.map(claim => [claim]), ...together, ...answersOver(document, claims)].map(group => ({
    code: "share-over-100" as const,
    values: {
      value: Math.round(group.reduce((sum, { value }) => sum + value!, 0) * 10) / 10,
      population: group[0]!.population,
    },
    spans: group.map(({ span }) => span),
  }));
}

/** Shares of one sentence whose answers leave no room beside each other ("the rest") and which come to more than the whole. */
function answersOver({ text }: Document, claims: readonly Claim[]): Claim[][] {
  const shares = claims.filter(
    ({ unit, value, direction, form }) =>
      form === "number" && unit === "percent" && value !== null && value <= 100 && direction === "",
  );
  const groups = groupBy(shares, ({ sentence }) => String(sentence[0]));
  return [...groups.values()].filter(
    group =>
      group.length > 2 &&
      group.reduce((sum, { value }) => sum + value!, 0) > 100.5 &&
      idiom("exclusive").test(text.slice(...group[0]!.sentence)) &&
      !group.some(({ population }) => population !== "" && population !== group[0]!.population),
  );
}

/** Where the words begin that make what follows them a whole ("150 of the 138", "of those 73, 84"); null where there are none. */
function ofWhole(before: string, name: "ofWhole" | "wholeFirst"): number | null {
  const article = name === "ofWhole" ? idiom("wholeArticle").before(before, before.length) : null;
  return idiom(name).before(before, article?.[0] ?? before.length)?.[0] ?? null;
}

/** "150 of the 138 countries", "of those 73 agreements, 84 were signed in Asia". */
function partsOverWhole(document: Document, claims: readonly Claim[]): Draft[] {
  const numbers = claims.filter(
    ({ value, form, unit }) => form === "number" && value !== null && unit !== "percent",
  );
  return numbers.flatMap(part =>
    numbers
      .filter(whole => whole.sentence[0] === part.sentence[0] && part.value! > whole.value!)
      .filter(whole => whole.unit !== "" && isOfOneUnit(part, whole) && isPartOf(part, whole, document))
      .map(whole => ({
        code: "part-over-whole" as const,
        values: { part: part.value!, whole: whole.value! },
        spans: [part.span, whole.span],
      })),
  );
}

const isOfOneUnit = (part: Claim, whole: Claim): boolean => part.unit === "" || part.unit === whole.unit;

function isPartOf(part: Claim, whole: Claim, { text }: Document): boolean {
  if (part.span[1] <= whole.span[0]) {
    const between = text.slice(part.span[1], whole.span[0]);
    const of = ofWhole(between, "ofWhole");
    if (of === null) return false;
    const noun = between.slice(0, of);
    // An amount of money has its noun in it: "a loss of $3 million on revenue of $2 million" gives two wholes.
    return familyOf(part.unit, false) === "money"
      ? noun.trim() === ""
      : /^\s*(?:\p{L}+\s+){0,2}$/u.test(noun);
  }
  const before = text.slice(whole.sentence[0], whole.span[0]);
  // "Of those 73 agreements, 84": nothing but a comma and a few words stand between.
  return (
    (ofWhole(before, "ofWhole") ?? ofWhole(before, "wholeFirst")) !== null &&
    /^[^.;:]{0,30}[,，]\s*(?:\p{L}+\s+)?$/u.test(text.slice(whole.span[1], part.span[0]))
  );
}

/** "Rose from 138 to 14". */
function wrongArithmetic(claims: readonly Claim[]): Draft[] {
  return claims
    .filter(({ parts, direction }) => parts.length >= 2 && direction !== "")
    .filter(({ parts, direction }) =>
      direction === "up" ? parts.at(-1)!.value <= parts[0]!.value : parts.at(-1)!.value >= parts[0]!.value,
    )
    .map(({ parts, span, direction }) => ({
      code: "arithmetic" as const,
      values: { first: parts[0]!.value, last: parts.at(-1)!.value, direction },
      spans: [span],
    }));
}

function reversedPeriods(claims: readonly Claim[]): Draft[] {
  return claims
    .filter(
      ({ period: [start, end] }) =>
        start !== null && end !== null && end.slice(0, start.length) < start.slice(0, end.length),
    )
    .map(({ period: [start, end], span }) => ({
      code: "period-reversed" as const,
      values: { start: start!, end: end! },
      spans: [span],
    }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
