import type { CheckedClaim, Evidence } from "../../check/types.ts";
import { pointOf } from "../charts/bounds.ts";
import { type IntervalRow, IntervalsChart } from "../charts/intervals.tsx";
import { formatAmount, formatNumber, pluralOf } from "../format.ts";
import type { Html } from "../html.ts";

// Rows beyond these are in the list of evidence below the chart; a margin has no room for more.
const ROWS = 8;

const rowOf = (evidence: Evidence, tone: IntervalRow["tone"]): IntervalRow => ({
  name: evidence.origin || evidence.source || evidence.label,
  words: formatAmount({ ...evidence, unit: evidence.unit === "percent" ? "percent" : "" }),
  tone,
  marks: [pointOf(evidence, { none: "the source gives no interval", open: "the source leaves an end open" })],
});

const hasNumber = ({ value, low, high }: Evidence) => value !== null || low !== null || high !== null;

/** Evidence that says the same number for the same counter is drawn once. */
function rowsOf({ finding }: CheckedClaim): IntervalRow[] {
  const rows = [
    ...finding.for.filter(hasNumber).map(evidence => rowOf(evidence, "for")),
    ...finding.against.filter(hasNumber).map(evidence => rowOf(evidence, "against")),
  ];
  if (finding.indicator !== null) {
    const { value, low, high } = finding.indicator;
    const open = low !== null && high === null ? "up" : "";
    rows.push({
      name: "This book, recomputed",
      words: formatAmount({ value, low, high, qualifier: open === "up" ? "at-least" : "" }),
      tone: "own",
      marks: [
        pointOf({ value, low, high }, { none: "a full count", open: "documented: the least it can be" }),
      ],
    });
  }
  return rows
    .filter((row, i) => rows.findIndex(other => other.name === row.name && other.words === row.words) === i)
    .slice(0, ROWS);
}

/** The set that a text claims, in words. */
export function claimedWords(claimed: readonly [number | null, number | null]): string {
  const [low, high] = claimed;
  if (low !== null && high !== null)
    return low === high
      ? `the text: ${formatNumber(low)}`
      : `the text: ${formatNumber(low)} to ${formatNumber(high)}`;
  if (low !== null) return `the text: from ${formatNumber(low)} up`;
  return high === null ? "the text" : `the text: up to ${formatNumber(high)}`;
}

/** The claimed set with its band against each counter's number by name; null where there is nothing to draw. */
export function ClaimChart({ claim }: { claim: CheckedClaim }): Html | null {
  const { claimed, band } = claim.finding;
  const rows = rowsOf(claim);
  if (claimed === null || rows.length === 0 || claimed.every(end => end === null)) return null;
  const unit = claim.unit === "percent" ? "percent" : pluralOf(claim.unit) || "value";
  return (
    <figure class="claim-chart">
      <IntervalsChart
        id={`chart-${claim.id}`}
        title={`Claim ${claim.id.replace(/^c/, "")} against what was counted`}
        description={`${claimedWords(claimed)}. ${rows.map(row => `${row.name}: ${row.words}`).join(". ")}.`}
        rows={rows}
        claimed={claimed}
        band={band}
        claimedWords={claimedWords(claimed)}
        axis={unit}
      />
      <figcaption>
        Shaded: what the text claims
        {band !== null && band > 0 && (
          <>, and lighter the {formatNumber(band)} around it that count as near</>
        )}
        .
      </figcaption>
    </figure>
  );
}
