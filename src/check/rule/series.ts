import { statedNumber } from "./evidence.ts";
import { claimValues } from "./reasons.ts";
import type { Judgement, NumberClaim, ReasonData, RuleClaim, RuleEvidence } from "./types.ts";

interface SeriesOptions {
  readonly judgePart: (number: NumberClaim) => Judgement;
}

type Trend = "rose" | "fell" | "level" | "unknown";

/** Rule 9: each end of a series has its own finding, and the relation between the ends is checked beside them. */
export function judgeSeries(
  { numbers, relation }: RuleClaim,
  evidence: readonly RuleEvidence[],
  { judgePart }: SeriesOptions,
): Judgement {
  const parts = numbers.map(judgePart);
  const trend = trendOf(parts, evidence);
  const fails = relation !== "" && trend !== "unknown" && trend !== relation;
  const holds = relation !== "" && trend === relation;
  const ends = parts.flatMap((part, index) => endReason(part, numbers[index]));
  const whole = {
    claimed: null,
    band: null,
    valueVerdict: null,
    parts,
    standings: parts.flatMap(part => part.standings),
  };
  if (fails)
    return {
      ...whole,
      verdict: "contradicted",
      flags: ["changes-the-point"],
      reasons: [{ code: "trend-fails", values: { claimed: relation, counted: trend } }, ...ends],
    };
  const every = (verdict: string) => parts.every(part => part.verdict === verdict);
  const some = (verdict: string) => parts.some(part => part.verdict === verdict);
  if (every("supported")) return { ...whole, verdict: "supported", flags: flagsOf(parts), reasons: ends };
  if (some("unverifiable") && !some("contradicted"))
    return { ...whole, verdict: "unverifiable", flags: flagsOf(parts), reasons: ends };
  const flags = [...(holds ? ["trend-holds"] : []), ...(some("contradicted") ? ["end-contradicted"] : [])];
  return {
    ...whole,
    verdict: "imprecise",
    flags,
    // What is wrong comes first: it is what a reader of one line sees.
    reasons: [...flags.toReversed().map(code => ({ code, values: { claimed: relation } })), ...ends],
  };
}

/** The flags of unverifiable parts say why; on a supported whole those of all parts are kept. */
const flagsOf = (parts: readonly Judgement[]) => [...new Set(parts.flatMap(part => part.flags))];

const endReason = (part: Judgement, number: NumberClaim | undefined): ReasonData[] => [
  ...(number ? [{ code: `part-${part.verdict}`, values: claimValues(number) }] : []),
  ...part.reasons,
];

/** Direction between the first and the last end, as counted. */
function trendOf(parts: readonly Judgement[], evidence: readonly RuleEvidence[]): Trend {
  const [first, last] = [parts[0], parts.at(-1)].map(part => (part ? countedIn(part, evidence) : null));
  if (first === null || last === null || first === undefined || last === undefined) return "unknown";
  if (first === last) return "level";
  return last > first ? "rose" : "fell";
}

function countedIn(part: Judgement, evidence: readonly RuleEvidence[]): number | null {
  const telling = part.standings.find(
    ({ side, note }) => side !== "related" && !note.code.endsWith("-period"),
  );
  const item = telling ? evidence[telling.index] : undefined;
  return item ? statedNumber(item) : null;
}
