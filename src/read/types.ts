import type { Qualifier } from "../codebook/types.ts";
import type { OriginMap } from "./intake/origins.ts";

/** UTF-16 code units of the document's text, end exclusive: `text.slice(start, end)`. */
export type Span = readonly [number, number];

/** A cell of a table. One that is empty has an empty span. */
export interface TableCell {
  readonly span: Span;
  /** The first column that it stands in, from 0. */
  readonly column: number;
  /** Columns and rows that it takes. */
  readonly across: number;
  readonly down: number;
  /** The original marks it as the head of its column or row. */
  readonly head: boolean;
}

/** A table of data, told by the original's markup; what lays out a page by rows and columns is none. */
export interface Table {
  /** The characters that say what it shows: its caption, or the line above that reads like a title. */
  readonly caption: Span | null;
  /** Each a line of the text, its cells parted by a mark. */
  readonly rows: readonly { readonly span: Span; readonly cells: readonly TableCell[] }[];
}

/** A document read from bytes: its text and what its markup says about it. */
export interface Document {
  readonly title: string;
  readonly language: string;
  /** Of the bytes as given. */
  readonly sha256: string;
  readonly characters: number;
  readonly text: string;
  readonly url: string;
  readonly publisher: string;
  readonly authors: readonly string[];
  /** Partial ISO date, or empty. */
  readonly published: string;
  readonly format: "text" | "html" | "markdown" | "pdf" | "docx" | "epub" | "email" | "warc";
  readonly links: readonly { readonly span: Span; readonly href: string }[];
  /** What could not be read, said plainly. */
  readonly warnings: readonly string[];
  /** True where some of the original's own text could not be read; `warnings` say what. */
  readonly partial?: boolean;
  /** Characters of the original's text that were left out as furniture: menus, captions, related links, running heads. */
  readonly omitted?: number;
  /** Where the notes of the text begin, which intake has put at its end; left out where it has none. */
  readonly notesFrom?: number;
  /** Its tables of data, in order of the text; left out where it has none. */
  readonly tables?: readonly Table[];
  /** Where each character stands in the original; ask `locate`. */
  readonly origins?: OriginMap;
}

export type ClaimKind =
  | "quantity"
  | "share"
  | "trend"
  | "event"
  | "relation"
  | "attribute"
  | "quote"
  | "opinion"
  | "promotion";

/** Finer than `kind`; decides which part of the verdict rule applies. */
export type ClaimForm =
  | "number"
  | "series"
  | "relation"
  | "dated-act"
  | "study"
  | "cause"
  | "superlative"
  | "quotation"
  | "opinion"
  | "question"
  | "supposition"
  | "promotion"
  | "statement";

export type Status =
  | "planned"
  | "announced"
  | "signed"
  | "delivered"
  | "operating"
  | "done"
  | "cancelled"
  | "";

/** Somebody behind a statement beside its speaker. */
export interface Voice {
  /** `reteller` passes the words on ("told Reuters"); `counter` is said to have counted ("citing the ministry"). */
  readonly role: "reteller" | "counter";
  readonly to: string;
  readonly span: Span;
}

export interface Attribution {
  /** Whoever is named; empty when nobody is ("research shows" has `to: "research"`). */
  readonly to: string;
  readonly span: Span;
  /** Who else passed it on or counted, in order of the text; left out where nobody is named. */
  readonly chain?: readonly Voice[];
}

/** What a cell of a table asserts, in words: its row, the head of its column and itself. */
export interface Told {
  readonly text: string;
  /** The part of these words that states the claim. */
  readonly span: Span;
}

/** What a text asserts, with the exact characters that assert it. */
export interface Claim {
  /** `c1`, `c2` ... in order of the text; the same text always gives the same ids. */
  readonly id: string;
  /** The characters that state this claim (the clause or figure phrase), inside `sentence`. */
  readonly span: Span;
  readonly text: string;
  /** Its sentence, or the row of its table. */
  readonly sentence: Span;
  /** Of a cell of a table, which says what it does only together with its heads. Left out for a claim of a sentence. */
  readonly told?: Told;
  readonly kind: ClaimKind;
  readonly form: ClaimForm;
  /** What it speaks of, in words, after coreference ("CHN police training", "Huawei Safe City"). */
  readonly subject: string;
  /** Id of a measure of the codebook, or empty. */
  readonly measure: string;
  readonly value: number | null;
  readonly high: number | null;
  /** Singular head noun, `percent`, `share`, `multiple`, or a currency code. */
  readonly unit: string;
  readonly qualifier: Qualifier;
  /** Power of ten of the last written digit, where the value cannot show it (3.5 million: 5). */
  readonly digits?: number;
  /** True where the number is a fraction in words. */
  readonly fraction?: boolean;
  readonly direction: "up" | "down" | "";
  readonly polarity: "positive" | "negative";
  readonly status: Status;
  /** Denominator or scope phrase of a share or count ("authoritarian regimes", "global camera market"). */
  readonly population: string;
  /** First and last day or year asserted; null where open. */
  readonly period: readonly [string | null, string | null];
  readonly periodKind: "point" | "annual" | "cumulative" | "";
  /** ISO 3166-1 alpha-3 codes of the places the claim speaks of. */
  readonly places: readonly string[];
  /** Entity ids of the book named in the claim (after coreference). */
  readonly entities: readonly string[];
  /** Typed arguments of a relation or of the measure: `provider`, `vendor`, `vendor-country`, `recipient`, `product-kind`, `topic`, `regime`, `date`, `cause`, `effect` ... Values are codes or ids. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly attribution: Attribution | null;
  /** Quotation: the quoted words. */
  readonly quoted: string;
  /** The ends of a series ("from 14 in 2010 to 138 by 2019"), each with its own span. */
  readonly parts: readonly {
    readonly span: Span;
    readonly value: number;
    readonly period: string;
    readonly unit: string;
  }[];
}

export interface CandidateRecord {
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly spans: Readonly<Record<string, Span>>;
  /** For each field, how often a field read in that way is right, from 0 to 1. */
  readonly confidences: Readonly<Record<string, number>>;
  /** How each field was read: its type, where its words stand (`clause`, `sentence`, `before`, `implied`), what told (`verb`, `noun`). */
  readonly bases: Readonly<Record<string, string>>;
  /** How often a record read in that way is right in all its fields, from 0 to 1. */
  readonly confidence: number;
}
