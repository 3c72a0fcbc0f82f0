import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isOneYear, yearOf } from "../rule/period.ts";
import type { RuleEvidence } from "../rule/types.ts";

/** A figure that passes for a claim, with the evidence that it gives. */
interface Given {
  readonly figure: Figure;
  readonly evidence: RuleEvidence;
}

interface Context extends Pick<Shelf, "codebook"> {
  /** Other numbers of the sentence: the figure of one of them is no doubtful one. */
  readonly told: ReadonlySet<number>;
}

/**
 * A total since a year is no less than its years together: where one counter gives the same count for two or more single years of the
 * claim's time, their sum is a floor of it. Of shares and levels there is no sum.
 */
export function sumsOfYears(
  { period: [from, to], unit, form }: Claim,
  given: readonly Given[],
  { codebook, told }: Context,
): RuleEvidence[] {
  const first = Number(from?.slice(0, 4));
  const last = Number(to?.slice(0, 4) ?? Number.POSITIVE_INFINITY);
  if (form !== "number" || from === null || !(last > first) || unit === "percent") return [];
  const isYear = ({ figure: { start, end, measure, qualifier, value }, evidence }: Given) =>
    start !== "" &&
    end !== "" &&
    isOneYear({ start, end }) &&
    yearOf(start) === yearOf(end) &&
    yearOf(start) >= first &&
    yearOf(start) <= last &&
    !["under", "up-to"].includes(qualifier) &&
    codebook.measures.get(measure)?.period !== "point" &&
    evidence.scopeRelation === "same" &&
    (evidence.apart === undefined || (evidence.apart === "unsure" && told.has(value))) &&
    evidence.status === "";
  const groups = new Map<string, Given[]>();
  for (const each of given.filter(isYear)) {
    const key = sameOf(each.figure);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap(group => sumOf(group, from));
}

const withoutDoubt = ({ apart: _, ...evidence }: RuleEvidence): RuleEvidence => evidence;

/** What figures share that count the same in different years. */
const sameOf = ({ counter, subject, counted, measure, unit, population, place }: Figure): string =>
  [counter, subject, counted, measure, unit, population, place].join("\n");

function sumOf(group: readonly Given[], from: string): RuleEvidence[] {
  const years = new Map(group.map(each => [yearOf(each.figure.start), each] as const));
  if (years.size < 2) return [];
  const counts = [...years.values()];
  const value = counts.reduce((sum, { figure }) => sum + (figure.low ?? figure.value), 0);
  const end = counts
    .map(({ figure }) => figure.end)
    .sort()
    .at(-1)!;
  const { evidence } = counts[0]!;
  return [
    {
      ...withoutDoubt(evidence),
      value,
      low: null,
      high: null,
      qualifier: "at-least",
      bound: "lower",
      span: "",
      period: { start: from, end },
    },
  ];
}
