import type { Conflict, Decision } from "../../book/decisions.ts";
import { formatDiagnosis } from "../quality/diagnose.ts";
import { wilson } from "../quality/labels.ts";
import type { LinkedKind } from "./link-rows.ts";
import type { RecordPair } from "./propose-events.ts";
import type { Rehearsal } from "./rehearse.ts";

/** The evidence of a pair as a waterfall: each field's values, level and bits, and what they sum up to. */
export function formatEvidence({ records, weight, probability, evidence, against }: RecordPair): string {
  const sum = evidence.reduce((total, field) => total + field.weight, 0);
  const lines = evidence.map(
    ({ field, values, level, weight: bits }) =>
      `  ${field.padEnd(18)} ${bitsText(bits)}  ${bar(bits)}  ${level}${level === "missing" ? "" : `: ${shorten(values[0])} | ${shorten(values[1])}`}`,
  );
  return [
    `${records[0]}  ${records[1]}  ${percent(probability)}`,
    `  ${"before comparing".padEnd(18)} ${bitsText(weight - sum)}  ${bar(weight - sum)}`,
    ...lines,
    `  ${"together".padEnd(18)} ${bitsText(weight)}`,
    ...against.map(reason => `  against: ${reason}`),
  ].join("\n");
}

/** Who judged a pair, and why; the last one counts. */
export const formatDecision = ({ seq, by, judgement, reason, rule }: Decision): string =>
  `  entry ${seq} by ${by}${rule === null ? "" : `, by the rule ${rule}`}: ${judgement}${reason === "" ? "" : ` (${reason})`}`;

/** A decision that a standing one forbids, and which. */
export const formatConflict = ({ decision, against }: Conflict): string =>
  `  not carried out: entry ${decision.seq} (${decision.records.join(" and ")} the same) against entry ${against.seq} (${against.records.join(" and ")} different)`;

const bitsText = (bits: number) => `${bits >= 0 ? "+" : "-"}${Math.abs(bits).toFixed(1).padStart(5)}`;

/** Bits as a bar to the left (against) or to the right (for) of a middle line, two bits a character. */
function bar(bits: number): string {
  const length = Math.min(8, Math.round(Math.abs(bits) / 2));
  return bits < 0
    ? `${"-".repeat(length).padStart(8)}|${" ".repeat(8)}`
    : `${" ".repeat(8)}|${"+".repeat(length).padEnd(8)}`;
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…`.toWellFormed() : text);
const percent = (share: number) => `${(100 * share).toFixed(share > 0.99 && share < 1 ? 3 : 1)}%`;

/** What is linked, what the rule would join, and what almost was, for the terminal. */
export function formatLinkedKind(
  { kind, events, proposed, diagnosis }: LinkedKind,
  { near = 5 } = {},
): string {
  const { records, compared, threshold, joined, expected } = proposed;
  const parts = [
    `${kind}: ${records} records, ${compared} pairs compared (${proposed.blocking}${proposed.leftOut > 0 ? `; ${proposed.leftOut} left out because too many share their values` : ""}), ${events.events.length} ${events.events.length === 1 ? "event" : "events"} of several records in the journal`,
    ...events.events.map(({ id, records: members }) => `  event ${id}: ${members.join(", ")}`),
    ...events.conflicts.map(formatConflict),
    `${proposed.joinedPairs} pairs reach the threshold of ${threshold} with nothing against them${joined.length > 0 ? `; expected precision ${percent(expected.precision)}` : ""}`,
    thresholdTable(proposed),
    formatDiagnosis(diagnosis),
    ...(proposed.joinedPairs > joined.length ? [`shown and written at once: the best ${joined.length}`] : []),
    ...joined.map(pair => `\n${formatEvidence(pair)}`),
    `\n${proposed.nearPairs} pairs came near and stay apart${proposed.nearPairs > near ? `; the ${near} nearest` : ""}`,
    ...proposed.near.slice(0, near).map(pair => `\n${formatEvidence(pair)}`),
  ];
  return `${parts.join("\n")}\n`;
}

/** Thresholds with what joining from them on would do. */
function thresholdTable({ quality, threshold }: LinkedKind["proposed"]): string {
  return [
    "threshold  pairs  expected precision  expected recall",
    ...quality.map(
      row =>
        `${String(row.threshold).padStart(9)}${String(row.pairs).padStart(7)}${(row.pairs > 0 ? percent(row.precision) : "-").padStart(20)}${percent(row.recall).padStart(17)}${row.threshold === threshold ? "  <- used" : ""}`,
    ),
  ].join("\n");
}

/** What a rule did with made-up second reports, with Wilson intervals. */
export function formatRehearsal({ records, rows }: Rehearsal): string {
  const measured = (hits: number, of: number) => {
    const { value, low, high } = wilson(hits, of);
    return `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
  };
  return [
    "threshold  found  wrong  precision                recall",
    ...rows.map(
      ({ threshold, found, wrong }) =>
        `${String(threshold).padStart(9)}${String(found).padStart(7)}${String(wrong).padStart(7)}  ${measured(found, found + wrong)}  ${measured(found, records)}`,
    ),
  ].join("\n");
}
