import type { Verdict } from "../check/types.ts";

/** How one verdict is shown: never by colour alone, so each has a sign and a pattern (see `icons.tsx`, `assets/article.css`). */
export interface VerdictWords {
  readonly id: Verdict;
  readonly label: string;
  /** Completes "3 claims ...": `are supported`. */
  readonly many: string;
  /** Completes "1 claim ...". */
  readonly one: string;
  readonly meaning: string;
}

/** Every verdict in the order in which legends and summaries list them. */
export const VERDICTS: readonly VerdictWords[] = [
  {
    id: "supported",
    label: "Supported",
    one: "is supported",
    many: "are supported",
    meaning: "Independent evidence agrees with what the text says.",
  },
  {
    id: "imprecise",
    label: "Imprecise",
    one: "is imprecise",
    many: "are imprecise",
    meaning:
      "Near the evidence, but off: a bound was dropped, a number rounded too far, a plan told as a fact.",
  },
  {
    id: "disputed",
    label: "Disputed",
    one: "is disputed",
    many: "are disputed",
    meaning: "Independent counts disagree, or only the seller says it while an independent count is lower.",
  },
  {
    id: "contradicted",
    label: "Contradicted",
    one: "is contradicted",
    many: "are contradicted",
    meaning: "Comparable evidence lies clearly outside what the text says.",
  },
  {
    id: "misattributed",
    label: "Misattributed",
    one: "is misattributed",
    many: "are misattributed",
    meaning: "The value holds, but the one who is named did not count it.",
  },
  {
    id: "outdated",
    label: "Outdated",
    one: "is outdated",
    many: "are outdated",
    meaning: "It was right for an earlier time; the newest comparable figure is different.",
  },
  {
    id: "unverifiable",
    label: "Unverifiable",
    one: "cannot be verified",
    many: "cannot be verified",
    meaning: "The book holds nothing that can decide it. Silence is not support.",
  },
  {
    id: "promotional",
    label: "Promotional",
    one: "is promotion",
    many: "are promotion",
    meaning: "Praise of a seller that stands apart from the rest of the text.",
  },
  {
    id: "not-checkable",
    label: "Not checkable",
    one: "is not checkable",
    many: "are not checkable",
    meaning: "An opinion, a forecast or a question: nothing to check, and no fault.",
  },
];

const byId = new Map(VERDICTS.map(verdict => [verdict.id as string, verdict]));

/** The words for a verdict; an unknown verdict is shown under its own name. */
export function verdictWords(id: string): VerdictWords {
  return byId.get(id) ?? { id: id as Verdict, label: id, one: `is ${id}`, many: `are ${id}`, meaning: "" };
}
