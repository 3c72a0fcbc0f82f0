import { byNumber } from "../../book/index/by-number.ts";
import { text as literal, name } from "../../book/index/sql-text.ts";
import type { Book } from "../../book/types.ts";
import type { Field, Kind } from "../../codebook/types.ts";
import { askedActs } from "./asked-acts.ts";
import { holdsOne, list, posted } from "./asked-parts.ts";
import { inOrderOfId, rememberedFigures } from "./remembered.ts";
import { columnsOfRecord, columnsTaken, onceById, text, toFigure, toRecord, toSource } from "./rows.ts";
import {
  countedFields,
  figureKind,
  partyFields,
  requiredTextFields,
  STUDIES,
  sourceKind,
  takerField,
} from "./schema.ts";
import type { PageQuestion, Range, SourceQuestion, Stock } from "./stock.ts";
import type { RecordRow } from "./types.ts";

/** Records that state a number in a field within a range, a condition for each. */
const states = (kind: Kind, ranges: readonly Range[]): string[] =>
  countedFields(kind).flatMap(({ id }) =>
    ranges.map(([from, to]) => `${name(id)} BETWEEN ${from} AND ${to}`),
  );

/** Of so few conditions each is asked by itself: the engine passes over blocks where none can hold, but not for one of several. */
const FEW = 6;

/** Records that give one of the numbers in a text that they must have. */
const gives = (kind: Kind, numbers: readonly string[]): string =>
  requiredTextFields(kind)
    .flatMap(({ id }) =>
      numbers.map(number => `contains(replace(lower(${name(id)}), ',', ''), ${literal(number)})`),
    )
    .join(" OR ") || "FALSE";

/** A stock that asks the book. */
export function askedStock(book: Book): Stock {
  const figures = figureKind(book.codebook);
  const numbers = figures && byNumber(figures);
  const sources = sourceKind(book.codebook);
  const records = async (kind: Kind, where: string) => {
    const rows = await book.sql(`SELECT ${columnsOfRecord(kind)} FROM ${kind.id} WHERE ${where} ORDER BY id`);
    return rows.map(row => toRecord(row, kind));
  };
  return {
    figures: async ({ measures, studies, values, placed = [], dated = [] }) => {
      if (!figures) return [];
      const ask = (from: string, where: string) =>
        rememberedFigures(book, where, async () => {
          const rows = await book.sql(`SELECT ${columnsTaken(figures)} FROM ${from} WHERE ${where}`);
          return rows.map(row => toFigure(row, figures));
        });
      const found = await Promise.all([
        ...measures.map(measure => ask(figures.id, `measure = ${literal(measure)}`)),
        ...(studies ? [ask(figures.id, "subject LIKE 'study:%'")] : []),
        ...placed.map(({ place, unit }) =>
          ask(figures.id, `place = ${literal(place)} AND value_unit = ${literal(unit)}`),
        ),
        ...dated.map(({ month, unit }) =>
          ask(
            figures.id,
            `value_unit = ${literal(unit)} AND date_trunc('month', as_of_end) = ${literal(`${month}-01`)}::DATE`,
          ),
        ),
        ...(numbers ? values.map(value => ask(numbers.table, `${numbers.column} = ${value}`)) : []),
      ]);
      return inOrderOfId(found.flat());
    },
    pages: (kind, question) => askedPages(book, kind, question),
    sourcesOfAll: kind => sourcesPosted(book, kind, [""]),
    acts: (kind, question) => askedActs(kind, question, { book, records }),
    titled: async (kind, names) => (names.length > 0 ? records(kind, titleHolds(names)) : []),
    counted: async (kind, ranges, takers) => {
      const conditions = states(kind, ranges);
      const field = takerField(kind);
      if (conditions.length === 0 || !field) return [];
      const asked = conditions.length > FEW ? [conditions.join(" OR ")] : conditions;
      const isTaken = holdsOne(field, takers);
      const found = await Promise.all(asked.map(where => records(kind, `${isTaken} AND (${where})`)));
      return onceById(found.flat());
    },
    numbered: async (kind, values, numbers) =>
      values.length > 0 && numbers.length > 0 && partyFields(kind).length > 0
        ? records(kind, `${posted(kind, values)} AND (${gives(kind, numbers)})`)
        : [],
    touching: async (kind, values) =>
      values.length > 0 && partyFields(kind).length > 0 ? records(kind, posted(kind, values)) : [],
    sourcesTouching: (kind, values) => sourcesPosted(book, kind, values),
    sources: async question => {
      const { where, values } = conditionsOf(question);
      if (!sources || where.length === 0) return [];
      const rows = await book.sql(
        `SELECT ${columnsTaken(sources)} FROM ${sources.id} WHERE ${where.join(" OR ")} ORDER BY id`,
        values,
      );
      return rows.map(toSource);
    },
    sourcesOf: async ids => {
      if (!sources || ids.length === 0) return [];
      const rows = await book.sql(
        `SELECT ${columnsTaken(sources)} FROM ${sources.id} WHERE id IN (SELECT unnest($1))`,
        [ids],
      );
      const byId = new Map(rows.map(row => [text(row["id"]), toSource(row)] as const));
      return ids.flatMap(id => byId.get(id) ?? []);
    },
  };
}

/** Words of a text are parameters: they may hold anything. */
function conditionsOf({ studies, host, title, publishers, quoted }: SourceQuestion) {
  const values = [...(host ? [host] : []), ...(title ? [title] : []), ...publishers, ...quoted];
  const columns = [
    ...(host ? ["contains(lower(url), ?)"] : []),
    ...(title ? ["lower(title) = ?"] : []),
    ...publishers.map(() => "contains(lower(publisher), ?)"),
    ...quoted.map(() => "contains(lower(title), ?)"),
  ];
  const asked = columns.map((column, index) => column.replace("?", `$${index + 1}`));
  return { values, where: [...asked, ...(studies ? [`kind IN (${list(STUDIES)})`] : [])] };
}

/** A title beyond ASCII may hold a word in other letters (accents, full width): then its record is taken, and looked at here. */
const titleHolds = (names: readonly (readonly string[])[]): string =>
  [
    "regexp_matches(title, '[^\\x00-\\x7F]')",
    ...names.map(words => `(${words.map(word => `contains(lower(title), ${literal(word)})`).join(" AND ")})`),
  ].join(" OR ");

async function sourcesPosted(book: Book, kind: Kind, values: readonly string[]): Promise<string[]> {
  if (values.length === 0) return [];
  const rows = await book.sql(
    `SELECT source FROM (
       SELECT source, min(record) AS record, arg_min(place, record) AS place FROM base.posting_source
       WHERE kind = ${literal(kind.id)} AND value IN (${list(values)}) GROUP BY source) ORDER BY record, place`,
  );
  return rows.map(row => text(row["source"]));
}

/** Rows of the first page; each further one has ten times as many, so that reading all takes few questions. */
const FIRST_PAGE = 50;

async function* askedPages(
  book: Book,
  kind: Kind,
  { same, order, notOnly, sureOf }: PageQuestion,
): AsyncGenerator<readonly RecordRow[]> {
  if (order === "start" && kind.when === undefined) return;
  const began = name(`${kind.when}_start`);
  const where = [
    ...[...same].map(([field, values]) => holdsOne(field, values)),
    ...(order === "start" ? [`${began} IS NOT NULL`] : []),
    ...(notOnly ? [`NOT coalesce(${holdsOnly(...notOnly)}, FALSE)`] : []),
    ...(sureOf ? [holdsAny(sureOf), ...isSure(kind)] : []),
  ];
  const by = order === "start" ? `${began}, id` : "id";
  for (let from = 0, size = FIRST_PAGE; ; from += size, size *= 10) {
    const rows = await book.sql(
      `SELECT ${columnsOfRecord(kind)} FROM ${name(kind.id)} WHERE ${where.join(" AND ") || "TRUE"} ORDER BY ${by} LIMIT ${size} OFFSET ${from}`,
    );
    if (rows.length > 0) yield rows.map(row => toRecord(row, kind));
    if (rows.length < size) return;
  }
}

const holdsAny = ({ id, many }: Field): string => (many ? `len(${name(id)}) > 0` : `${name(id)} <> ''`);

const isSure = ({ fields }: Kind): string[] =>
  fields.some(({ id }) => id === "confidence") ? ["coalesce(confidence, 'high') = 'high'"] : [];

const holdsOnly = (field: Field, values: readonly string[]): string =>
  `${holdsOne(field, values)}${field.many ? ` AND len(${name(field.id)}) = 1` : ""}`;
