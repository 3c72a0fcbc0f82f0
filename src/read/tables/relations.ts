import type { Kind } from "../../codebook/types.ts";
import type { Draft } from "../claims/context.ts";
import { periodEnds } from "../claims/period.ts";
import { distinct } from "../distinct.ts";
import type { Frame } from "../frames/types.ts";
import type { Span } from "../types.ts";
import { toldIn } from "./cells.ts";
import type { ReadCell } from "./columns.ts";
import { rolesOfFields } from "./roles.ts";
import { isOfKnown, labelsOf, type Row, type Shown, spanOf } from "./rows.ts";
import { Telling } from "./telling.ts";

/** Which columns of a table are the parts of what a frame tells of. */
export interface Parts {
  readonly frame: Frame;
  readonly kind: Kind;
  /** Columns by the field of the kind that their heads name. */
  readonly fields: ReadonlyMap<string, number>;
  readonly giver: number;
  readonly taker: number;
  /** The column of what is given, or -1 where its title and heads say that. */
  readonly object: number;
  /** Codes that title and heads name. */
  readonly codes: readonly string[];
}

/** Columns whose heads name a giver, a taker, and what is given, for one frame; null where they do not. */
function partsFor(frame: Frame, { columns, known, title }: Shown): Parts | null {
  const kind = known.lexicon.codebook.kinds.get(frame.kind);
  if (!kind) return null;
  const fields = new Map<string, number>();
  const roles = new Map<string, number>();
  columns.columns.forEach(({ heads }, i) => {
    const own = heads.flatMap(head => head.fields).filter(each => each.kind === kind.id);
    for (const { field } of own) if (!fields.has(field)) fields.set(field, i);
    for (const { role } of rolesOfFields(own, [frame])) if (!roles.has(role)) roles.set(role, i);
  });
  const typed = (role: string, type: "place" | "entity"): number => {
    const column = roles.get(role) ?? -1;
    return columns.columns[column]?.type === type ? column : -1;
  };
  const taker = typed(frame.taker, "place");
  const giver =
    frame.giver === frame.giverCountry ? typed(frame.giver, "place") : typed(frame.giver, "entity");
  const object = roles.get(frame.object.role) ?? fields.get("product") ?? -1;
  const words = [
    title?.words ?? "",
    ...columns.columns.flatMap(({ heads }) => heads.map(({ what }) => what)),
  ];
  const told = words.map(each => toldIn(each, known));
  const codes = distinct(
    told.flatMap(each => each.codes.filter(({ list }) => list === frame.object.list).map(({ code }) => code)),
  );
  const isTold = frame.needsObject
    ? object >= 0 || codes.length > 0
    : codes.length > 0 || told.some(({ frames }) => frames.some(cue => cue.frame === frame));
  if (taker < 0 || giver < 0 || taker === giver || !isTold) return null;
  return { frame, kind, fields, giver, taker, object, codes };
}

/** Givers at home where the table puts them have no takers beside them: it lists firms with their countries. */
function listsHomes({ giver, taker }: Parts, { columns, known }: Shown): boolean {
  const pairs = columns.rows.flatMap(row => {
    const id = row[giver]?.read?.entities[0];
    const country = row[taker]?.read?.place?.country;
    const home = known.lexicon.entities.get(id ?? "")?.country ?? "";
    return country !== undefined && home !== "" ? [home === country] : [];
  });
  return pairs.length > 0 && pairs.filter(Boolean).length * 2 > pairs.length;
}

/** What the columns of a table are the parts of; null where they are of nothing that a frame tells. */
export function partsOf(shown: Shown): Parts | null {
  for (const frame of shown.known.lexicon.frames) {
    const parts = partsFor(frame, shown);
    if (parts && !listsHomes(parts, shown)) return parts;
  }
  return null;
}

/** A row that tells who gave what to whom, in words. */
export interface ToldRow {
  readonly shown: Shown;
  readonly row: Row;
  readonly parts: Parts;
  readonly telling: Telling;
  readonly codes: readonly string[];
}

export function toldRow(shown: Shown, row: Row, parts: Parts): ToldRow | null {
  const { cells } = row;
  if (!isOfKnown(shown.columns, row) || !cells[parts.giver]?.read || !cells[parts.taker]?.read) return null;
  const object = cells[parts.object]?.read;
  const own = object
    ? toldIn(object.core, shown.known)
        .codes.filter(({ list }) => list === parts.frame.object.list)
        .map(({ code }) => code)
    : [];
  // What is given is said, and the reader does not know it.
  if (object && own.length === 0 && parts.frame.needsObject) return null;
  const codes = distinct(own.length > 0 ? own : parts.codes);
  if (parts.frame.needsObject && codes.length === 0) return null;
  const telling = new Telling();
  if (shown.title) telling.add(shown.title.words);
  labelsOf(shown.columns, row).forEach((label, i) => {
    telling.add(label.read!.core, i === 0 ? ": " : ", ");
  });
  return { shown, row, parts, telling, codes };
}

/** Columns that hold a date of what is told: the one that the frame or its kind names. */
function dateOf({ row, parts }: ToldRow): ReadCell | null {
  const { date = "", agreed = "" } = parts.frame.fields;
  for (const field of [agreed, date]) {
    const cell = row.cells[parts.fields.get(field) ?? -1];
    if (cell?.read?.date) return cell;
  }
  return null;
}

/** One claim for each giver of a row. */
export function relationClaims(told: ToldRow): Draft[] {
  const { row, parts, telling, codes, shown } = told;
  const { frame, giver, taker } = parts;
  const { lexicon } = shown.known;
  const cell = row.cells[giver]!;
  const country = row.cells[taker]!.read!.place!.country;
  const date = dateOf(told)?.read?.date;
  const isState = frame.giver === frame.giverCountry;
  const ids = isState ? [cell.read!.place!.country] : cell.read!.entities;
  return ids.map((id): Draft => {
    const home = isState ? id : (lexicon.entities.get(id)?.country ?? "");
    const span = giverSpan(cell, id, told);
    return {
      id: "",
      text: "",
      span,
      sentence: row.row.span,
      kind: "relation",
      form: "relation",
      subject: cell.read!.core,
      measure: "",
      value: null,
      high: null,
      unit: "",
      qualifier: "exact",
      direction: "",
      polarity: "positive",
      status: "",
      population: "",
      period: date ? periodEnds(date) : [null, null],
      periodKind: "",
      places: distinct([country, home].filter(Boolean)),
      entities: isState ? [] : [id],
      roles: {
        [frame.giver]: [id],
        ...(home !== "" && { [frame.giverCountry]: [home] }),
        [frame.taker]: [country],
        ...(codes.length > 0 && { [frame.object.role]: codes }),
      },
      attribution: null,
      quoted: "",
      parts: [],
      told: { text: telling.text, span: [0, telling.text.length] },
    };
  });
}

/** A giver's own words in a cell that lists several. */
function giverSpan(cell: ReadCell, id: string, { shown }: ToldRow): Span {
  const [from, to] = spanOf(cell);
  const { entities, core } = cell.read!;
  if (entities.length < 2) return [from, to];
  const names = core.split(/\s*[;,،、/]\s*/u);
  const at = entities.indexOf(id);
  const name = names.length === entities.length ? names[at]! : core;
  const start = from + core.indexOf(name);
  return shown.known.document.text.slice(start, start + name.length) === name
    ? [start, start + name.length]
    : [from, to];
}
