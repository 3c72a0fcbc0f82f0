import type { CheckedClaim, Evidence } from "../../check/types.ts";
import { formatAmount, formatDate } from "../format.ts";

/** A source as a page cites it. */
export interface Citation {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** Partial ISO date, or empty. */
  readonly published: string;
  readonly url: string;
}

/** `Carnegie, “Title” (9 May 2025), https://...` */
export function cite({ id, publisher, title, published, url }: Citation): string {
  const work = title === "" ? "" : `“${title}”`;
  const date = published === "" ? "" : ` (${formatDate(published)})`;
  return [[publisher, work].filter(Boolean).join(", ") + date || id, url].filter(Boolean).join(", ");
}

/** Evidence that puts the number in other words than the text, or in the same, if there is any of that sort; else all. */
function worded(
  claim: CheckedClaim,
  evidence: readonly Evidence[],
  sort: "other" | "same",
): readonly Evidence[] {
  if (claim.value === null) return evidence;
  const { value, high, unit, qualifier } = claim;
  const printed = formatAmount({ value, high, unit, qualifier });
  const chosen = evidence.filter(item => (formatAmount(item) === printed) === (sort === "same"));
  return chosen.length > 0 ? chosen : evidence;
}

const best = (evidence: readonly Evidence[]): Evidence | undefined =>
  evidence.find(item => item.class === "independent") ?? evidence[0];

function inWords(evidence: Evidence, citations: ReadonlyMap<string, Citation>): string {
  const amount = evidence.value === null && evidence.low === null ? evidence.label : formatAmount(evidence);
  const citation = citations.get(evidence.source);
  const context = [evidence.origin, evidence.period].filter(Boolean).join(", ");
  return `${amount}${context === "" ? "" : ` (${context})`}${citation === undefined ? "" : `; ${cite(citation)}`}`;
}

/**
 * What an editor could print about a claim, as plain text to copy; null where there is nothing to correct. It says what
 * the text has and what the evidence has, and leaves the wording of the correction to the editor.
 */
export function correctionOf(claim: CheckedClaim, citations: ReadonlyMap<string, Citation>): string | null {
  const { finding } = claim;
  const quote = `“${claim.text}”`;
  const other = best(worded(claim, finding.against, "other")) ?? best(worded(claim, finding.for, "other"));
  switch (finding.verdict) {
    case "supported":
    case "not-checkable":
      return null;
    case "promotional":
      return `Mark as advertising, or remove: ${quote}.`;
    case "unverifiable":
      return `Name a source for ${quote}, or leave it out.${finding.missing === "" ? "" : ` ${finding.missing}`}`;
    case "misattributed": {
      const counter = best(worded(claim, finding.for, "same")) ?? other;
      return counter === undefined
        ? null
        : `The text has ${quote}. Name the one who counted it: ${inWords(counter, citations)}.`;
    }
    default: {
      // A plan, or an act of another date, stands on neither side and is what the text should say.
      const near = other ?? best(finding.related);
      const said = finding.reasons[0]?.text ?? "";
      if (near === undefined) return null;
      return other === undefined
        ? `The text has ${quote}. ${said} The evidence has ${inWords(near, citations)}.`
        : `The text has ${quote}. The evidence has ${inWords(near, citations)}.`;
    }
  }
}
