import type { Codebook } from "../codebook/types.ts";
import type { Claim, Document, Span } from "../read/types.ts";
import { wordReason } from "./explain/word.ts";
import type { SourceRow } from "./gather/types.ts";
import type { ReasonData } from "./rule/types.ts";
import type { DocumentNote } from "./types.ts";

interface Options {
  readonly own: ReadonlyMap<string, string>;
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
  claims: readonly Claim[],
  { own, sources, language, codebook }: Options,
): DocumentNote[] {
  const drafts: Draft[] = [
    ...mixUps(claims),
    ...sharesOverWhole(claims),
    ...partsOverWhole(document, claims),
    ...wrongArithmetic(claims),
    ...reversedPeriods(claims),
    ...[...own].map(([id, why]) => ({
      code: "self-source" as const,
      values: { label: sources.get(id)?.title || sources.get(id)?.publisher || id, source: id, why },
      spans: [],
    })),
  ];
  return drafts.map(({ code, values, spans }) => ({
    code,
    spans,
    text: wordReason({ code, values }, language, codebook).text,
  }));
}

/** Sentences that stand no further apart than this many characters are near. */
const NEAR = 200;

interface Printed {
  readonly value: number;
  readonly what: string;
  readonly span: Span;
}

const printedIn = (claim: Claim): Printed[] => {
  const what = claim.measure || claim.unit;
  const one =
    claim.value === null || claim.high !== null ? [] : [{ value: claim.value, what, span: claim.span }];
  return [...one, ...claim.parts.map(({ value, span }) => ({ value, what, span }))];
};

/** The same number, and no round one, for two things close to each other. */
function mixUps(claims: readonly Claim[]): Draft[] {
  const all = claims.filter(({ form }) => form === "number" || form === "series").flatMap(printedIn);
  return all.flatMap((first, index) =>
    all
      .slice(index + 1)
      .filter(second => isMixUp(first, second))
      .map(second => ({
        code: "possible-mix-up" as const,
        values: { value: first.value, first: first.what, second: second.what },
        spans: [first.span, second.span],
      })),
  );
}

const isMixUp = (a: Printed, b: Printed): boolean =>
  a.value === b.value &&
  a.value > 20 &&
  a.value % 50 !== 0 &&
  a.what !== b.what &&
  a.what !== "" &&
  b.what !== "" &&
  Math.abs(b.span[0] - a.span[1]) <= NEAR;

/** A share above the whole, or shares of one whole that pass it together. */
function sharesOverWhole(claims: readonly Claim[]): Draft[] {
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
  return [...single.map(claim => [claim]), ...together].map(group => ({
    code: "share-over-100" as const,
    values: {
      value: Math.round(group.reduce((sum, { value }) => sum + value!, 0) * 10) / 10,
      population: group[0]!.population,
    },
    spans: group.map(({ span }) => span),
  }));
}

/** "150 of the 138 countries". */
function partsOverWhole({ text }: Document, claims: readonly Claim[]): Draft[] {
  const numbers = claims.filter(
    ({ value, form, unit }) => form === "number" && value !== null && unit !== "percent",
  );
  return numbers.flatMap((part, index) =>
    numbers
      .slice(index + 1)
      .filter(whole => whole.sentence[0] === part.sentence[0] && part.value! > whole.value!)
      .filter(whole =>
        /^\s*(\p{L}+\s+){0,2}(out )?of (the|its|their|all|those)?\s*$/iu.test(
          text.slice(part.span[1], whole.span[0]),
        ),
      )
      .map(whole => ({
        code: "part-over-whole" as const,
        values: { part: part.value!, whole: whole.value! },
        spans: [part.span, whole.span],
      })),
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
