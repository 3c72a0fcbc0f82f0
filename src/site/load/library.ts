import type { Book, Row } from "../../book/types.ts";
import type { Codebook, Field, Kind } from "../../codebook/index.ts";
import type { CountryRef, RecordRef, SourceRef, Value } from "../data.ts";
import { type Amount, formatAmount, formatDate } from "../format.ts";
import { safeUrl, segment } from "../frame.ts";
import { citedKind, codeFields, dateField, isPointedTo, shownFields } from "./kinds.ts";
import { MemoryReader } from "./memory-reader.ts";
import { nameInstance, stateInstance } from "./naming.ts";
import type { Instance, Reader } from "./reader.ts";
import { ident } from "./sql.ts";
import { SqlReader } from "./sql-reader.ts";

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

/** All values of a field of a row, as texts. */
export function textsOf(row: Row, field: Field): string[] {
  const value = row[field.id];
  if (Array.isArray(value)) return value.map(textOf).filter(text => text !== "");
  return value === null || value === undefined || value === "" ? [] : [String(value)];
}

const numberOf = (value: unknown): number | null =>
  value === null || value === undefined || value === "" ? null : Number(value);

/** The number of a quantity or money field of a row. */
export function amountOf(row: Row, { id }: Field): Amount | null {
  const value = numberOf(row[id]);
  const low = numberOf(row[`${id}_low`]);
  const high = numberOf(row[`${id}_high`]);
  if (value === null && low === null && high === null) return null;
  return { value, low, high, unit: textOf(row[`${id}_unit`]), qualifier: textOf(row[`${id}_qualifier`]) };
}

/**
 * A book as the pages see it at one entry of the journal: names for ids, codes and countries, and the records behind them.
 */
export class Library {
  readonly book: Book;
  readonly codebook: Codebook;
  readonly asOf: string;
  readonly reader: Reader;
  readonly countries: ReadonlyMap<string, CountryRef & { readonly region: string }>;

  private constructor(book: Book, { reader, countries }: Pick<Library, "reader" | "countries">) {
    this.book = book;
    this.codebook = book.codebook;
    this.asOf = `${book.head.seq}:${book.head.hash}`;
    this.reader = reader;
    this.countries = countries;
  }

  /** Opens a book for reading pages. A small one is read into memory, unless `reader` says how to read it. */
  static async open(book: Book, reader?: Reader): Promise<Library> {
    const rows = await book.sql("SELECT code, name, region FROM country ORDER BY name");
    const countries = rows.map(row => ({
      code: textOf(row["code"]),
      name: textOf(row["name"]),
      region: textOf(row["region"]),
    }));
    return new Library(book, {
      reader: reader ?? (await MemoryReader.open(book)) ?? new SqlReader(book),
      countries: new Map(countries.map(country => [country.code, country])),
    });
  }

  /** The same library at the newest entry, for a journal that brought in no facts since. */
  atHead(): Library {
    return new Library(this.book, this);
  }

  countryName(code: string): string {
    return this.countries.get(code)?.name ?? code;
  }

  /** The words of a code of a list; the code itself where the list does not have it. */
  codeLabel(list: string | undefined, code: string): string {
    return this.codebook.lists.get(list ?? "")?.codes.get(code)?.label.en ?? code;
  }

  /** The instances with these ids, whatever their kind. Ids that the book does not have are left out. */
  async instances(ids: Iterable<string>): Promise<Map<string, Instance>> {
    const found = await this.reader.byIds([...new Set(ids)].filter(id => id !== ""));
    return new Map(found.map(instance => [textOf(instance.row["id"]), instance]));
  }

  /** Rows of the wide view of a kind. `where` is SQL over its columns. */
  async rows(kind: Kind, where: string, parameters: readonly unknown[] = []): Promise<Instance[]> {
    const rows = await this.book.sql(`SELECT * FROM ${ident(kind.id)} ${where}`, parameters);
    return rows.map(row => ({ kind, row }));
  }

  /** Looks up all records that the entity and link fields of these instances point to. */
  async targets(instances: readonly Instance[]): Promise<Map<string, Instance>> {
    const ids = instances.flatMap(({ kind, row }) =>
      shownFields(kind)
        .filter(({ type }) => type === "entity" || type === "link")
        .flatMap(field => textsOf(row, field)),
    );
    return this.instances(ids);
  }

  /** The words for a field: all its values, or where they are many the first `most`, and how many more. */
  #words({ kind, row }: Instance, targets: ReadonlyMap<string, Instance>, most = Number.POSITIVE_INFINITY) {
    return (field: Field): string => {
      if (field.type === "quantity" || field.type === "money") {
        const amount = amountOf(row, field);
        return amount === null ? "" : formatAmount(amount);
      }
      const words = textsOf(row, field).map(text => this.valueOf(field, text, targets, kind).text);
      const more = words.length - most;
      if (more > 1) words.splice(most, more, `${more} others`);
      return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? "");
    };
  }

  nameOf(instance: Instance, targets: ReadonlyMap<string, Instance> = new Map()): string {
    return nameInstance(instance.kind, this.#words(instance, targets, LISTED)) || textOf(instance.row["id"]);
  }

  sentenceOf(instance: Instance, targets: ReadonlyMap<string, Instance> = new Map()): string {
    return stateInstance(instance.kind, this.#words(instance, targets));
  }

  /** One value of a field in words, and where it leads. */
  valueOf(field: Field, text: string, targets: ReadonlyMap<string, Instance>, kind?: Kind): Value {
    const plain = (words: string, href = ""): Value => ({ text: words, href, amount: null });
    switch (field.type) {
      case "country":
        return plain(this.countryName(text), this.countries.has(text) ? `/countries/${segment(text)}` : "");
      case "code":
        return plain(this.codeLabel(field.list, text));
      case "date":
        return plain(formatDate(text));
      case "measure":
        return plain(this.codebook.measures.get(text)?.label.en ?? text, `/measures/${segment(text)}`);
      case "entity":
      case "link": {
        const target = targets.get(text);
        if (target !== undefined)
          return plain(this.nameOf(target), addressOf(this.codebook, target.kind, text));
        return this.countries.has(text)
          ? plain(this.countryName(text), `/countries/${segment(text)}`)
          : plain(text);
      }
      default:
        return plain(text, kind?.cited === true || field.type === "text" ? (safeUrl(text) ?? "") : "");
    }
  }

  addressOf({ kind, row }: Instance): string {
    return addressOf(this.codebook, kind, textOf(row["id"]));
  }

  refOf(instance: Instance, targets?: ReadonlyMap<string, Instance>): RecordRef {
    const { kind, row } = instance;
    const date = dateField(kind);
    return {
      id: textOf(row["id"]),
      kind: kind.id,
      kindLabel: kind.label.en,
      label: this.nameOf(instance, targets),
      href: this.addressOf(instance),
      when: date === null ? "" : (textsOf(row, date)[0] ?? ""),
      notes: codeFields(kind).flatMap(field =>
        textsOf(row, field).map(code => `${field.label.en}: ${this.codeLabel(field.list, code)}`),
      ),
    };
  }

  /** Sources by id, in the order asked for; an id without a source record is still named. */
  async sources(ids: readonly string[]): Promise<SourceRef[]> {
    const found = await this.instances(ids);
    const cited = citedKind(this.codebook).id;
    return [...new Set(ids)].map(id => {
      const instance = found.get(id);
      return instance?.kind.id === cited ? this.sourceOf(instance) : { ...NO_SOURCE, id };
    });
  }

  sourceOf({ row, kind }: Instance): SourceRef {
    const field = (id: string) => textOf(row[id]);
    const list = kind.fields.find(({ id }) => id === "kind")?.list;
    return {
      id: field("id"),
      publisher: field("publisher"),
      title: field("title"),
      published: field("published"),
      url: field("url"),
      language: field("language"),
      kind: this.codeLabel(list, field("kind")),
    };
  }
}

/** Most values of one field that a name lists. */
const LISTED = 4;

const NO_SOURCE: Omit<SourceRef, "id"> = {
  publisher: "",
  title: "",
  published: "",
  url: "",
  language: "",
  kind: "",
};

/** Where the page of a record stands: sources and things that others point to have addresses of their own sort. */
export function addressOf(codebook: Codebook, kind: Kind, id: string): string {
  if (kind.cited) return `/sources/${segment(id)}`;
  return isPointedTo(kind, codebook) && dateField(kind) === null
    ? `/entities/${segment(id)}`
    : `/records/${segment(id)}`;
}
