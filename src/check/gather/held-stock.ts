import type { Row } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import type { Library } from "./library.ts";
import { isSure, text, texts } from "./rows.ts";
import { countedFields, partyFields, requiredTextFields, STUDIES, takerField } from "./schema.ts";
import type { PageQuestion, Range, SourceQuestion, Stock } from "./stock.ts";
import type { RecordRow } from "./types.ts";

/** A stock that is held in memory. Of what its library does not hold it has nothing. */
export function heldStock({ figures, sources, records }: Library): Stock {
  const rowsOf = (kind: Kind) => records.get(kind.id)?.rows ?? [];
  const where = (kind: Kind, isWanted: (row: Row) => boolean) => records.get(kind.id)?.where(isWanted) ?? [];
  const touching = (kind: Kind, values: readonly string[]) =>
    records.get(kind.id)?.at(placesTouching(kind, rowsOf(kind), values)) ?? [];
  return {
    figures: async ({ measures, studies, values, placed = [], dated = [] }) => {
      const [wanted, numbers] = [new Set(measures), new Set(values)];
      const places = new Set(placed.map(({ place, unit }) => `${place} ${unit}`));
      const months = new Set(dated.map(({ month, unit }) => `${month} ${unit}`));
      const isWanted = ({ measure, subject, value, place, value_unit: unit, as_of_end: told }: Row) =>
        wanted.has(text(measure)) ||
        numbers.has(Number(value)) ||
        (places.size > 0 && places.has(`${text(place)} ${text(unit)}`)) ||
        (months.size > 0 && months.has(`${text(told).slice(0, MONTH)} ${text(unit)}`)) ||
        (studies && text(subject).startsWith("study:"));
      return figures?.where(isWanted) ?? [];
    },
    pages: (kind, question) => heldPage(where(kind, meets(question)), kind, question),
    sourcesOfAll: async kind => sourcesIn(rowsOf(kind)),
    acts: async (kind, { states }) => touching(kind, states),
    titled: async (kind, names) => (names.length > 0 ? where(kind, () => true) : []),
    counted: async (kind, ranges, takers) => {
      const field = takerField(kind);
      if (!field) return [];
      const [isStated, wanted] = [states(kind, ranges), new Set(takers)];
      return where(kind, row => isStated(row) && texts(row[field.id]).some(taker => wanted.has(taker)));
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
      if (!sources) return [];
      const named = publishersNamed(sources.rows, question.publishers);
      return sources.where(row => isWanted(row, question, named));
    },
    sourcesOf: async ids => sources?.named(ids) ?? [],
  };
}

/** Length of a date to its month. */
const MONTH = 7;

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
  const found = new Set(parties.flatMap(party => places.get(party) ?? []));
  return [...found].sort((a, b) => a - b);
}

function states(kind: Kind, ranges: readonly Range[]): (row: Row) => boolean {
  const fields = countedFields(kind);
  const within = (value: unknown) =>
    typeof value === "number" && ranges.some(([from, to]) => value >= from && value <= to);
  return row => {
    for (const { id } of fields) if (within(row[id])) return true;
    return false;
  };
}

const sourcesIn = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap(row => texts(row["sources"]))),
];

function isWanted(
  row: Row,
  { studies, host, title: whole, quoted }: SourceQuestion,
  publishers: ReadonlySet<string>,
): boolean {
  if (studies && STUDIES.includes(text(row["kind"]))) return true;
  const { publisher, title, url } = lowered(row);
  return (
    (host !== "" && url.includes(host)) ||
    (whole !== "" && title === whole) ||
    publishers.has(publisher) ||
    quoted.some(words => title.includes(words))
  );
}

const PUBLISHERS = new WeakMap<readonly Row[], string>();

/** All publishers of the sources of a book in lower case, each in a line of its own. */
function publishersOf(rows: readonly Row[]): string {
  const known = PUBLISHERS.get(rows);
  if (known !== undefined) return known;
  const all = `\n${[...new Set(rows.map(row => lowered(row).publisher))].join("\n")}\n`;
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

type Lowered = Readonly<Record<"publisher" | "title" | "url", string>>;

const LOWERED = new WeakMap<Row, Lowered>();

/** What names a source, lower case: every text is held against all of them. */
function lowered(row: Row): Lowered {
  const known = LOWERED.get(row);
  if (known) return known;
  const made = {
    publisher: text(row["publisher"]).toLowerCase(),
    title: text(row["title"]).toLowerCase(),
    url: text(row["url"]).toLowerCase(),
  };
  LOWERED.set(row, made);
  return made;
}
