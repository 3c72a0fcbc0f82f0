import type { Book } from "../../book/types.ts";
import type { Field, Kind } from "../../codebook/types.ts";
import type { ActQuestion } from "./acts.ts";
import { askedStock } from "./asked-stock.ts";
import { heldStock } from "./held-stock.ts";
import { libraryOf } from "./library.ts";
import type { Figure, RecordRow, SourceRow } from "./types.ts";

export interface FigureQuestion {
  readonly measures: readonly string[];
  /** Figures about studies too. */
  readonly studies: boolean;
  /** Figures of any measure that give one of these numbers. */
  readonly values: readonly number[];
  /** Figures of any measure of a place in a unit. */
  readonly placed?: readonly { readonly place: string; readonly unit: string }[];
  /** Figures of any measure that were told of in a month (`2019-11`), in a unit. */
  readonly dated?: readonly { readonly month: string; readonly unit: string }[];
}

/** Which sources are wanted beside those that records cite; empty where none are. */
export interface SourceQuestion {
  /** Academic pages, reports and data sets. */
  readonly studies: boolean;
  /** Part of the address, lower case. */
  readonly host: string;
  /** The whole title, lower case. */
  readonly title: string;
  /** Parts of publishers' names, lower case. */
  readonly publishers: readonly string[];
  /** Words that a title holds, lower case. */
  readonly quoted: readonly string[];
}

export interface PageQuestion {
  /** Fields, and values of which each must hold one. */
  readonly same: ReadonlyMap<Field, readonly string[]>;
  /** By id, or by when they began; those without a date are then left out. */
  readonly order: "id" | "start";
  /** Leaves out records that hold one of the values in a field and nothing else. */
  readonly notOnly?: readonly [field: Field, values: readonly string[]];
  /** Leaves out records that hold nothing in this field, and those of which the book is not sure. */
  readonly sureOf?: Field;
}

/** From the first number to the second, both included. */
export type Range = readonly [from: number, to: number];

/** Where figures, records and sources come from. Both stocks give the same rows in the same order. */
export interface Stock {
  figures(question: FigureQuestion): Promise<readonly Figure[]>;
  /** Records that hold one of the values in a country or entity field. */
  touching(kind: Kind, values: readonly string[]): Promise<readonly RecordRow[]>;
  /** Ids of the sources that state such records, in the order in which the records, by id, first name them. */
  sourcesTouching(kind: Kind, values: readonly string[]): Promise<readonly string[]>;
  /** Ids of the sources that state a record of the kind, in the same order. */
  sourcesOfAll(kind: Kind): Promise<readonly string[]>;
  /** Records that meet a question, page by page in its order, so that who looks for a few does not read all. */
  pages(kind: Kind, question: PageQuestion): AsyncIterable<readonly RecordRow[]>;
  /** Records that state a number within one of the ranges in a field that counts a measure, and of which one of the parties takes, by id. */
  counted(kind: Kind, ranges: readonly Range[], takers: readonly string[]): Promise<readonly RecordRow[]>;
  /** At least the records that hold one of the values, and one of the numbers (digits or words in lower case) in a text that they must have, by id. */
  numbered(kind: Kind, values: readonly string[], numbers: readonly string[]): Promise<readonly RecordRow[]>;
  /** At least the acts that a text may tell of without naming them, by id. */
  acts(kind: Kind, question: ActQuestion): Promise<readonly RecordRow[]>;
  /** At least the records whose title holds every one of the plain words of some name. */
  titled(kind: Kind, names: readonly (readonly string[])[]): Promise<readonly RecordRow[]>;
  sources(question: SourceQuestion): Promise<readonly SourceRow[]>;
  sourcesOf(ids: readonly string[]): Promise<readonly SourceRow[]>;
}

/** The stock of a book: what its library holds comes from memory, the rest is asked for. */
export async function stockOf(book: Book): Promise<Stock> {
  const library = await libraryOf(book);
  const [held, asked] = [heldStock(library), askedStock(book)];
  const of = ({ id }: Kind) => (library.records.has(id) ? held : asked);
  const { figures } = library.figures ? held : asked;
  const { sources, sourcesOf } = library.sources ? held : asked;
  return {
    figures,
    sources,
    sourcesOf,
    touching: (kind, values) => of(kind).touching(kind, values),
    sourcesTouching: (kind, values) => of(kind).sourcesTouching(kind, values),
    sourcesOfAll: kind => of(kind).sourcesOfAll(kind),
    pages: (kind, question) => of(kind).pages(kind, question),
    counted: (kind, ranges, takers) => of(kind).counted(kind, ranges, takers),
    numbered: (kind, values, numbers) => of(kind).numbered(kind, values, numbers),
    acts: (kind, question) => of(kind).acts(kind, question),
    titled: (kind, names) => of(kind).titled(kind, names),
  };
}
