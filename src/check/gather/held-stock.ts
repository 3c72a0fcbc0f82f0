import type { Row } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import type { Library } from "./library.ts";
import { isSure, text, texts } from "./rows.ts";
import { countedFields, partyFields, requiredTextFields, STUDIES, takerField } from "./schema.ts";
import type { FigureQuestion, PageQuestion, Range, SourceQuestion, Stock } from "./stock.ts";
import type { RecordRow } from "./types.ts";

/** A stock that is held in memory. Of what its library does not hold it has nothing. */
export function heldStock({ figures, sources, records }: Library): Stock {
  const rowsOf = (kind: Kind) => records.get(kind.id)?.rows ?? [];
  const where = (kind: Kind, isWanted: (row: Row) => boolean) => records.get(kind.id)?.where(isWanted) ?? [];
  const touching = (kind: Kind, values: readonly string[]) =>
    records.get(kind.id)?.at(placesTouching(kind, rowsOf(kind), values)) ?? [];
  return {
    figures: async question => figures?.at(placesOfFigures(figures.rows, question)) ?? [],
    pages: (kind, question) => heldPage(where(kind, meets(question)), kind, question),
    sourcesOfAll: async kind => sourcesIn(rowsOf(kind)),
    acts: async (kind, { states }) => touching(kind, states),
    titled: async (kind, names) => (names.length > 0 ? where(kind, () => true) : []),
    counted: async (kind, ranges, takers) => {
      const field = takerField(kind);
      if (!field) return [];
      const wanted = new Set(takers);
      const isTaken = (row: Row) => texts(row[field.id]).some(taker => wanted.has(taker));
      const rows = rowsOf(kind);
      const stated = placesStating(kind, rows, ranges).filter(place => isTaken(rows[place]!));
      return records.get(kind.id)?.at(stated) ?? [];
    },
    numbered: async (kind, values, numbers) => {
      const fields = requiredTextFields(kind);
      const isGiven = (row: Row) =>
        fields.some(({ id }) => {
          const said = texts(row[id]).join(" ").toLowerCase().replaceAll(",", "");
          return numbers.some(number => said.includes(number));
        });
      const rows = rowsOf(kind);
      const given = placesTouching(kind, rows, values).filter(place => isGiven(rows[place]!));
      return records.get(kind.id)?.at(given) ?? [];
    },
    touching: async (kind, values) => touching(kind, values),
    sourcesTouching: async (kind, values) => {
      const rows = rowsOf(kind);
      return sourcesIn(placesTouching(kind, rows, values).map(place => rows[place]!));
    },
    sources: async question => {
      return sources?.at(placesOfSources(sources.rows, question)) ?? [];
    },
    sourcesOf: async ids => sources?.named(ids) ?? [],
  };
}

/** Length of a date to its month. */
const MONTH = 7;

/** What figures are asked for by. */
interface Told {
  readonly measure: string;
  readonly value: number;
  readonly isOfStudy: boolean;
  readonly placed: string;
  readonly dated: string;
}

const TOLD = new WeakMap<readonly Row[], readonly Told[]>();

function toldBy(rows: readonly Row[]): readonly Told[] {
  const known = TOLD.get(rows);
  if (known) return known;
  const told = rows.map(row => ({
    measure: text(row["measure"]),
    value: Number(row["value"]),
    isOfStudy: text(row["subject"]).startsWith("study:"),
    placed: `${text(row["place"])} ${text(row["value_unit"])}`,
    dated: `${text(row["as_of_end"]).slice(0, MONTH)} ${text(row["value_unit"])}`,
  }));
  TOLD.set(rows, told);
  return told;
}

/** Where the figures stand that are wanted. */
function placesOfFigures(
  rows: readonly Row[],
  { measures, studies, values, placed = [], dated = [] }: FigureQuestion,
): number[] {
  const [wanted, numbers] = [new Set(measures), new Set(values)];
  const states = new Set(placed.map(({ place, unit }) => `${place} ${unit}`));
  const months = new Set(dated.map(({ month, unit }) => `${month} ${unit}`));
  const told = toldBy(rows);
  const places: number[] = [];
  for (let place = 0; place < rows.length; place++) {
    const each = told[place]!;
    if (
      wanted.has(each.measure) ||
      numbers.has(each.value) ||
      states.has(each.placed) ||
      months.has(each.dated) ||
      (studies && each.isOfStudy)
    )
      places.push(place);
  }
  return places;
}

/** Everything is one page. */
async function* heldPage(
  records: readonly RecordRow[],
  { when = "" }: Kind,
  { order }: PageQuestion,
): AsyncGenerator<readonly RecordRow[]> {
  const began = ({ row }: RecordRow) => text(row[`${when}_start`]);
  yield order === "id"
    ? records
    : records
        .filter(record => began(record) !== "")
        .sort((a, b) => (began(a) < began(b) ? -1 : began(a) > began(b) ? 1 : 0));
}

function meets({ same, notOnly, sureOf }: PageQuestion): (row: Row) => boolean {
  const [field, values = []] = notOnly ?? [];
  return row => {
    if (sureOf && !(isSure(row) && texts(row[sureOf.id]).length > 0)) return false;
    const held = field ? texts(row[field.id]) : [];
    if (held.length === 1 && values.includes(held[0]!)) return false;
    return [...same].every(([{ id }, wanted]) => texts(row[id]).some(value => wanted.includes(value)));
  };
}

const PARTIES = new WeakMap<readonly Row[], ReadonlyMap<string, readonly number[]>>();

/** Where the rows of a kind stand that have somebody for a party. */
function placesByParty(kind: Kind, rows: readonly Row[]): ReadonlyMap<string, readonly number[]> {
  const known = PARTIES.get(rows);
  if (known) return known;
  const places = new Map<string, number[]>();
  const fields = partyFields(kind);
  for (const [place, row] of rows.entries())
    for (const { id } of fields)
      for (const party of texts(row[id])) {
        const before = places.get(party);
        if (before) before.push(place);
        else places.set(party, [place]);
      }
  PARTIES.set(rows, places);
  return places;
}

/** Where the rows stand that have one of some parties, each once and in their order. */
function placesTouching(kind: Kind, rows: readonly Row[], parties: readonly string[]): number[] {
  const places = placesByParty(kind, rows);
  const found = new Set<number>();
  for (const party of parties) for (const place of places.get(party) ?? []) found.add(place);
  // Numbers in an array of their own are sorted without a call for each pair.
  return [...Uint32Array.from(found).sort()];
}

interface Stated {
  readonly value: number;
  readonly place: number;
}

const STATED = new WeakMap<readonly Row[], readonly Stated[]>();

/** Numbers that rows of a kind state in fields that count a measure. */
function numbersStated(kind: Kind, rows: readonly Row[]): readonly Stated[] {
  const known = STATED.get(rows);
  if (known) return known;
  const fields = countedFields(kind);
  const stated = rows.flatMap((row, place) =>
    fields.flatMap(({ id }) => {
      const value = row[id];
      return typeof value === "number" ? [{ value, place }] : [];
    }),
  );
  STATED.set(rows, stated);
  return stated;
}

/** Where the rows stand that state a number within one of the ranges, each once and in their order. */
function placesStating(kind: Kind, rows: readonly Row[], ranges: readonly Range[]): number[] {
  const places = new Set<number>();
  for (const { value, place } of numbersStated(kind, rows))
    for (const [from, to] of ranges) if (value >= from && value <= to) places.add(place);
  return [...places];
}

function sourcesIn(rows: readonly Row[]): string[] {
  const sources = new Set<string>();
  for (const row of rows) for (const id of texts(row["sources"])) sources.add(id);
  return [...sources];
}

/** Where the sources stand that are wanted. All are looked at for every text: a loop over lists of words, without a call for each. */
function placesOfSources(
  rows: readonly Row[],
  { studies, host, title: whole, publishers, quoted }: SourceQuestion,
): number[] {
  const named = publishersNamed(rows, publishers);
  const words = wordsOf(rows);
  const places: number[] = [];
  for (let place = 0; place < rows.length; place++) {
    const { publisher, title, url, isStudy } = words[place]!;
    const isWanted =
      (studies && isStudy) ||
      (host !== "" && url.includes(host)) ||
      (whole !== "" && title === whole) ||
      named.has(publisher);
    if (isWanted || isAnyIn(quoted, title)) places.push(place);
  }
  return places;
}

function isAnyIn(words: readonly string[], title: string): boolean {
  for (const each of words) if (title.includes(each)) return true;
  return false;
}

const PUBLISHERS = new WeakMap<readonly Row[], string>();

/** All publishers of the sources of a book in lower case, each in a line of its own. */
function publishersOf(rows: readonly Row[]): string {
  const known = PUBLISHERS.get(rows);
  if (known !== undefined) return known;
  const all = `\n${[...new Set(wordsOf(rows).map(({ publisher }) => publisher))].join("\n")}\n`;
  PUBLISHERS.set(rows, all);
  return all;
}

/** Publishers in whose names one of some words stands: looked for in all of them at once, since most words of a text name none. */
function publishersNamed(rows: readonly Row[], parts: readonly string[]): ReadonlySet<string> {
  const all = publishersOf(rows);
  const found = new Set<string>();
  for (const part of parts.filter(each => !each.includes("\n")))
    for (let at = all.indexOf(part); at >= 0; ) {
      const end = all.indexOf("\n", at);
      found.add(all.slice(all.lastIndexOf("\n", at) + 1, end));
      at = all.indexOf(part, end);
    }
  return found;
}

/** What names a source, in lower case. */
interface Words {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly isStudy: boolean;
}

const WORDS = new WeakMap<readonly Row[], readonly Words[]>();

/** What names the sources of a book: every text is held against all of them. */
function wordsOf(rows: readonly Row[]): readonly Words[] {
  const known = WORDS.get(rows);
  if (known) return known;
  const words = rows.map(row => ({
    publisher: text(row["publisher"]).toLowerCase(),
    title: text(row["title"]).toLowerCase(),
    url: text(row["url"]).toLowerCase(),
    isStudy: STUDIES.includes(text(row["kind"])),
  }));
  WORDS.set(rows, words);
  return words;
}
