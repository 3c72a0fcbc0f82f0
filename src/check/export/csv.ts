import { wordingOf } from "../explain/word.ts";
import type { CheckedDocument, Evidence } from "../types.ts";
import type { TextOptions } from "./markdown.ts";

const COLUMNS = [
  "id",
  "start",
  "end",
  "text",
  "kind",
  "measure",
  "value",
  "high",
  "unit",
  "qualifier",
  "attribution",
  "verdict",
  "reasons",
  "for",
  "against",
  "indicator",
  "missing",
  "told",
];

/** Findings as CSV (RFC 4180), a claim a row. A cell that a spreadsheet would run as a formula is disarmed by an apostrophe. */
export function toCsv({ claims }: CheckedDocument, { language = "en" }: TextOptions = {}): string {
  const { verdicts } = wordingOf(language);
  const rows = claims.map(
    ({ id, span, text, kind, measure, value, high, unit, qualifier, attribution, finding, told }) => [
      id,
      span[0],
      span[1],
      text,
      kind,
      measure,
      value,
      high,
      unit,
      qualifier,
      attribution?.to,
      verdicts[finding.verdict] ?? finding.verdict,
      finding.reasons.map(reason => reason.text).join(" "),
      evidenceCell(finding.for),
      evidenceCell(finding.against),
      finding.indicator ? `${finding.indicator.id} ${finding.indicator.value}` : "",
      finding.missing,
      told?.text,
    ],
  );
  return [COLUMNS, ...rows].map(row => `${row.map(cell).join(",")}\r\n`).join("");
}

const evidenceCell = (evidence: readonly Evidence[]): string =>
  evidence.map(({ record, sources }) => `${record} (${sources.join(" ")})`).join("; ");

function cell(value: string | number | null | undefined): string {
  if (typeof value === "number") return String(value);
  const text = (value ?? "").replaceAll("\n", " ");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
