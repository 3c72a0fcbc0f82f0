import type { CheckedDocument, Evidence } from "../../check/types.ts";
import type { Table } from "../frame.ts";

const shortly = (evidence: readonly Evidence[]) =>
  evidence.map(({ record, origin }) => (origin ? `${record} (${origin})` : record));

/** One row for each claim, with its verdict, reasons and evidence. */
export function articleTable({ claims }: CheckedDocument): Table {
  return {
    columns: [
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
      "claimed_low",
      "claimed_high",
      "band",
      "for",
      "against",
      "related",
      "missing",
    ],
    rows: claims.map(claim => [
      claim.id,
      ...claim.span,
      claim.text,
      claim.kind,
      claim.measure,
      claim.value,
      claim.high,
      claim.unit,
      claim.qualifier,
      claim.attribution?.to ?? "",
      claim.finding.verdict,
      claim.finding.reasons.map(({ text }) => text).join(" "),
      claim.finding.claimed?.[0] ?? null,
      claim.finding.claimed?.[1] ?? null,
      claim.finding.band,
      shortly(claim.finding.for),
      shortly(claim.finding.against),
      shortly(claim.finding.related),
      claim.finding.missing,
    ]),
  };
}
