import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { fieldsOfType } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { isNamedIn } from "../match/names-in.ts";
import { timeOfRecord } from "../match/record-fit.ts";
import { periodLabel } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/**
 * "Acme denied that it sold cameras to Iran": the text claims that it was denied, and not that it is not so. A record whose note tells of the denial bears
 * that out. Null where none does.
 */
export function checkDenial(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document, language } = context;
  if (claim.polarity !== "negative") return null;
  const said = document.text.slice(claim.sentence[0], claim.span[1]);
  const [denies] = idiom("denies", document.language.slice(0, 2)).find(said);
  const before = denies ? said.slice(0, denies[0]) : "";
  const speakers = [...shelf.entities.values()].filter(entity => before !== "" && isNamedIn(before, entity));
  if (speakers.length === 0) return null;
  const ids = new Set(speakers.map(({ id }) => id));
  const isOf = (record: RecordRow) =>
    valuesOf(record, "entity").some(id => ids.has(id)) &&
    (claim.places.length === 0 || valuesOf(record, "country").some(state => claim.places.includes(state)));
  const records = [...[...shelf.records.values()].flat(), ...shelf.events].filter(
    record => isOf(record) && isToldByOthers(record, shelf),
  );
  const told = records.filter(({ row }) => texts(row["note"]).some(note => idiom("denies", "en").test(note)));
  const show = (rows: readonly RecordRow[], code: string) =>
    rows.slice(0, 4).map(record =>
      recordShown(record, {
        shelf,
        language,
        note: reason(code),
        period: periodLabel(timeOfRecord(record)),
      }),
    );
  const [first] = told;
  return first
    ? outcome("supported", {
        reasons: [reason("denial-on-record", { label: first.label })],
        for: show(told, "denial-on-record-note"),
      })
    : null;
}

const valuesOf = ({ kind, row }: RecordRow, type: "entity" | "country"): string[] =>
  fieldsOfType(kind, type).flatMap(({ id }) => texts(row[id]));
