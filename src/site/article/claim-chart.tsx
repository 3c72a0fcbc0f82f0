import type { CheckedClaim, Evidence } from "../../check/types.ts";
import { pointOf } from "../charts/bounds.ts";
import { type IntervalRow, IntervalsChart } from "../charts/intervals/intervals.tsx";
import type { Html } from "../html.ts";
import { type ArticleWords, fill } from "./words/index.ts";

// Rows beyond these are in the list of evidence below the chart; a margin has no room for more.
const ROWS = 8;

const rowOf = (evidence: Evidence, tone: IntervalRow["tone"], words: ArticleWords): IntervalRow => ({
  name: words.counter(evidence.origin) || evidence.source || evidence.label,
  words: words.amount({ ...evidence, unit: evidence.unit === "percent" ? "percent" : "" }),
  tone,
  marks: [pointOf(evidence, { none: words.chart.noInterval, open: words.chart.open })],
});

const hasNumber = ({ value, low, high }: Evidence) => value !== null || low !== null || high !== null;

/** Evidence that says the same number for the same counter is drawn once. */
function rowsOf({ finding }: CheckedClaim, words: ArticleWords): IntervalRow[] {
  const rows = [
    ...finding.for.filter(hasNumber).map(evidence => rowOf(evidence, "for", words)),
    ...finding.against.filter(hasNumber).map(evidence => rowOf(evidence, "against", words)),
  ];
  if (finding.indicator !== null) {
    const { value, low, high } = finding.indicator;
    const open = low !== null && high === null ? "up" : "";
    rows.push({
      name: words.recomputed,
      words: words.amount({ value, low, high, qualifier: open === "up" ? "at-least" : "" }),
      tone: "own",
      marks: [pointOf({ value, low, high }, { none: words.chart.fullCount, open: words.chart.least })],
    });
  }
  return rows
    .filter((row, i) => rows.findIndex(other => other.name === row.name && other.words === row.words) === i)
    .slice(0, ROWS);
}

/** The set that a text claims, in words. */
export function claimedWords(
  claimed: readonly [number | null, number | null],
  { chart, number }: ArticleWords,
): string {
  const [low, high] = claimed;
  const ends = { low: low === null ? "" : number(low), high: high === null ? "" : number(high) };
  if (low !== null && high !== null) return fill(low === high ? chart.point : chart.range, ends);
  if (low !== null) return fill(chart.from, ends);
  return high === null ? chart.text : fill(chart.upTo, ends);
}

/** The claimed set with its band against each counter's number by name; null where there is nothing to draw. */
export function ClaimChart({ claim, words }: { claim: CheckedClaim; words: ArticleWords }): Html | null {
  const { claimed, band } = claim.finding;
  const rows = rowsOf(claim, words);
  if (claimed === null || rows.length === 0 || claimed.every(end => end === null)) return null;
  const { chart } = words;
  const unit = claim.unit === "percent" ? "percent" : words.unit(claim.unit) || chart.value;
  return (
    <figure class="claim-chart">
      <IntervalsChart
        id={`chart-${claim.id}`}
        title={fill(chart.title, { n: claim.id.replace(/^c/, "") })}
        description={`${claimedWords(claimed, words)}. ${rows.map(row => `${row.name}: ${row.words}`).join(". ")}.`}
        rows={rows}
        claimed={claimed}
        band={band}
        claimedWords={claimedWords(claimed, words)}
        axis={unit === "percent" ? chart.percent : unit}
        say={{ tick: words.tick, cut: chart.cut }}
      />
      <figcaption>
        {band !== null && band > 0 ? fill(chart.band, { n: words.number(band) }) : chart.shaded}
      </figcaption>
    </figure>
  );
}
