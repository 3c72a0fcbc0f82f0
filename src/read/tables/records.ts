import type { Kind } from "../../codebook/types.ts";
import { inside } from "../analysis/spans.ts";
import type { Draft } from "../claims/context.ts";
import { dateText } from "../claims/period.ts";
import { rated } from "../records/confidence.ts";
import { Fields } from "../records/fields.ts";
import type { CandidateRecord, Span } from "../types.ts";
import type { analysed } from "./numbers.ts";
import type { ToldRow } from "./relations.ts";
import { spanOf } from "./rows.ts";

type Scenes = ReturnType<typeof analysed>[number];

/** The row as a candidate record: its cells in the fields that their heads name. */
export function recordOf(told: ToldRow, numbers: readonly Draft[], scenes: Scenes): CandidateRecord | null {
  const { row, parts, codes, shown } = told;
  const { kind, frame } = parts;
  const { lexicon } = shown.known;
  const fields = new Fields(kind);
  for (const { id, type, many } of kind.fields) {
    const cell = row.cells[parts.fields.get(id) ?? -1];
    if (!cell?.read) continue;
    const { place, date, entities, core } = cell.read;
    const span = spanOf(cell);
    if (type === "country" && place) fields.put(id, place.country, span);
    else if (type === "date" && date) fields.put(id, dateText(date), span);
    else if (type === "entity")
      for (const each of many ? entities : entities.slice(0, 1)) fields.put(id, each, span);
    else if (type === "text" || type === "place") fields.put(id, core, span);
  }
  const object = row.cells[parts.object];
  const objectSpan = object?.read ? spanOf(object) : shown.title?.span;
  if (objectSpan)
    for (const code of codes) fields.put(frame.fields[frame.object.role] ?? "", code, objectSpan);
  const giver = row.cells[parts.giver]!;
  for (const id of giver.read!.entities)
    fields.put(
      frame.fields[frame.giverCountry] ?? "",
      lexicon.entities.get(id)?.country ?? "",
      spanOf(giver),
    );
  putNumbers(fields, kind, numbers);
  const scene = scenes[0]?.scene.sentence;
  if (!scene) return null;
  // Where in the line the words of a field stand says nothing: the heads tell of it.
  const whole: Span = row.row.span;
  const sentence = { ...scene, span: whole, places: [], entities: [], dates: [], codes: [], quantities: [] };
  const record = rated(kind, fields, { sentence, clause: whole, trigger: "noun", at: null, weakened: false });
  return Object.values(record.spans).some(span => inside(span, whole)) ? record : null;
}

/** Numbers of the row whose measure is that of a field. */
function putNumbers(fields: Fields, kind: Kind, numbers: readonly Draft[]): void {
  for (const { measure, value, high, unit, qualifier, span } of numbers) {
    const field = kind.fields.find(each => each.measure === measure);
    if (!field || measure === "" || fields.values[field.id] !== undefined) continue;
    fields.put(field.id, String(value), span);
    const { qualifier: hedge, unit: currency, high: upper } = field.columns ?? {};
    if (hedge && qualifier !== "exact") fields.column(hedge, qualifier, span);
    if (currency) fields.column(currency, unit, span);
    if (upper && high !== null) fields.column(upper, String(high), span);
  }
}
