import { overlaps } from "../analysis/spans.ts";
import type { Context, Draft, Scene } from "../claims/context.ts";
import { numberClaims } from "../claims/numbers.ts";
import { periodEnds } from "../claims/period.ts";
import { isMoney } from "../claims/units.ts";
import { distinct } from "../distinct.ts";
import { wordsOf } from "../phrases.ts";
import { stages } from "../stage.ts";
import type { Document, Span } from "../types.ts";
import { type Column, namesCount, type ReadCell } from "./columns.ts";
import { inUnit, isOfRate } from "./heads.ts";
import { rolesOfColumn } from "./roles.ts";
import { isOfKnown, labelsOf, type Row, type Shown, spanOf } from "./rows.ts";
import { Telling } from "./telling.ts";

/** A number of a cell, told in words. */
export interface ToldNumber {
  readonly shown: Shown;
  readonly row: Row;
  readonly cell: ReadCell;
  readonly column: number;
  readonly telling: Telling;
  /** The number in the line. */
  readonly number: Span;
  readonly labels: readonly ReadCell[];
}

/** What heads a column of numbers says that they count; where it only says when or of whom, the row does, or else the title. */
function whatOf(
  shown: Shown,
  column: Column,
  row: Row,
): { words: string; unit: string; cell: ReadCell | null } {
  const { known, columns, title } = shown;
  const own = column.heads.map(head => head.unit).findLast(each => each !== "");
  const unit = own ?? title?.unit ?? "";
  const words = column.heads.map(({ what }) => what).filter(what => what !== "");
  if (words.some(each => namesCount(each, known))) return { words: words.join(" "), unit, cell: null };
  const cell = row.cells.find(
    (each, i) =>
      columns.columns[i]?.type === "text" && each?.read != null && namesCount(each.read.core, known),
  );
  return { words: words.length === 0 ? (cell?.read?.core ?? "") : words.join(" "), unit, cell: cell ?? null };
}

/** Whether all words of a head stand in the title as well. */
function isWithin(words: string, title: string, { language }: Shown["known"]): boolean {
  const stems = (text: string) => wordsOf(text, [0, text.length], language.stem).map(({ stem }) => stem);
  const known = new Set(stems(title));
  return stems(words).every(stem => known.has(stem));
}

/**
 * Ways to tell a number, of which the first is taken that says something: "4,300 cameras", or "share of cameras: 40 %"; where the heads only say
 * when or of whom, or a word of the title again, "116 shutdowns by country".
 */
export const ORDERS = ["number-head", "head-number", "number-title", "title-number"] as const;
export type Order = (typeof ORDERS)[number];

function tell(shown: Shown, row: Row, column: number, order: Order): ToldNumber | null {
  const { columns, known, title } = shown;
  const own = columns.columns[column]!;
  const cell = row.cells[column];
  const number = cell?.read?.number;
  if (!cell?.read || cell.cell.wide || !number || number.value === 0) return null;
  const what = whatOf(shown, own, row);
  const byTitle = order === "number-title" || order === "title-number";
  const counted = byTitle ? (title?.words ?? "") : what.words;
  if (isOfRate(`${what.words} ${title?.words ?? ""}`)) return null;
  if (counted === "" || (byTitle && !isWithin(what.words, counted, known))) return null;
  if (!namesCount(`${counted} ${what.unit} ${number.unit}`, known)) return null;
  const phrase = inUnit(cell.read.core, what.unit, known);
  if (phrase === null) return null;
  const labels = [...labelsOf(columns, row).filter(each => each !== what.cell), ...own.labels];
  const telling = new Telling();
  if (title && order !== "number-title") telling.add(title.words);
  labels.forEach((label, i) => {
    telling.add(label.read?.core ?? label.cell.words, i === 0 ? ": " : ", ");
  });
  if (order === "head-number") telling.add(counted, ": ");
  const told = telling.add(phrase, ": ");
  if (order === "number-head" || order === "number-title") telling.add(counted, " ");
  return { shown, row, cell, column, telling, number: told, labels };
}

/** Every number of a table that something may say the meaning of, told in words. */
export const toldNumbers = (shown: Shown, row: Row, order: Order): ToldNumber[] =>
  isOfKnown(shown.columns, row)
    ? shown.columns.columns.flatMap(({ type }, i) =>
        type === "number" ? (tell(shown, row, i, order) ?? []) : [],
      )
    : [];

/** Analyses lines of words as one text, each a paragraph of its own. */
export function analysed(
  lines: readonly string[],
  { document, lexicon }: { document: Document; lexicon: Shown["known"]["lexicon"] },
): (readonly { readonly context: Context; readonly scene: Scene; readonly at: number }[])[] {
  const text = lines.join("\n\n");
  const { notesFrom: _, tables: __, ...head } = document;
  const found = lines.map((): { context: Context; scene: Scene; at: number }[] => []);
  let line = 0;
  let [from, to] = [0, lines[0]?.length ?? 0];
  for (const { offset, context, scenes } of stages(
    { ...head, text, characters: text.length, links: [] },
    lexicon,
  ))
    for (const scene of scenes) {
      while (line < lines.length - 1 && scene.sentence.span[0] + offset >= to) {
        from = to + 2;
        to = from + lines[++line]!.length;
      }
      found[line]!.push({ context, scene, at: from - offset });
    }
  return found;
}

/** Somebody or some place that the number is of. */
const isOfSomebody = ({ places, entities, roles }: Draft): boolean =>
  places.length + entities.length + Object.keys(roles).length > 0;

/** Fractions of things that are counted one by one are results of a calculation. */
const isCount = ({ value, unit, kind }: Draft): boolean =>
  value !== null && (kind === "share" || isMoney(unit) || unit === "percent" || Number.isInteger(value));

/** The claim that a cell makes; null where the reader knows no measure for it. */
export function numberClaim(told: ToldNumber, scenes: ReturnType<typeof analysed>[number]): Draft | null {
  for (const { context, scene, at } of scenes) {
    const number: Span = [told.number[0] + at, told.number[1] + at];
    if (!overlaps(scene.sentence.span, number)) continue;
    const found = numberClaims(context, scene, []).find(({ span }) => overlaps(span, number));
    if (!found || found.measure === "" || found.value === null || !isCount(found)) return null;
    const claim = ofCell(found, told, [found.span[0] - at, found.span[1] - at]);
    return isOfSomebody(claim) ? claim : null;
  }
  return null;
}

/** Places that are not where the giver of something is at home, unless there are no others. */
function placesOf({ shown, row, labels }: ToldNumber): readonly string[] {
  const isHome = (label: ReadCell): boolean =>
    rolesOfColumn(shown, row, label).some(({ frame, role }) => role === frame.giverCountry);
  const placed = labels.filter(({ read }) => read?.place);
  const others = placed.filter(label => !isHome(label));
  return distinct((others.length > 0 ? others : placed).map(({ read }) => read!.place!.country));
}

/** Roles that the measure is cut by and that columns of the row fill. */
function rolesOf({ shown, row, labels }: ToldNumber, { roles, measure }: Draft): Draft["roles"] {
  const dimensions = shown.known.lexicon.codebook.measures.get(measure)?.dimensions ?? [];
  const found: Record<string, readonly string[]> = { ...roles };
  for (const label of labels)
    for (const { role } of rolesOfColumn(shown, row, label)) {
      const { place, entities = [] } = label.read ?? {};
      const values = place ? [place.country] : entities;
      if (dimensions.includes(role) && values.length > 0) found[role] = values;
    }
  return found;
}

/** A claim of the line as one of the cell: row and column say where, whose and when. */
function ofCell(found: Draft, told: ToldNumber, span: Span): Draft {
  const { labels, telling, cell, row } = told;
  const places = placesOf(told);
  const entities = labels.flatMap(({ read }) => (read?.place || read?.date ? [] : (read?.entities ?? [])));
  const dates = labels.flatMap(({ read }) => (read?.date && !read.place ? [read.date] : []));
  return {
    ...found,
    span: spanOf(cell),
    sentence: row.row.span,
    attribution: null,
    parts: [],
    places: places.length > 0 ? places : found.places,
    entities: distinct([...entities, ...found.entities]),
    roles: rolesOf(told, found),
    period: dates.length === 1 ? periodEnds(dates[0]!) : found.period,
    told: { text: telling.text, span },
  };
}
