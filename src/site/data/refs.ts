import type { Amount } from "../format.ts";

/** A record as a list names it. */
export interface RecordRef {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly label: string;
  /** Where its page stands. */
  readonly href: string;
  /** Partial date, or empty. */
  readonly when: string;
  /** Labels of its codes (confidence, status ...) that a list shows beside it. */
  readonly notes: readonly string[];
}

/** A source as it is cited. */
export interface SourceRef {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly published: string;
  readonly url: string;
  readonly language: string;
  readonly kind: string;
}

/** A country by its ISO 3166-1 alpha-3 code. */
export interface CountryRef {
  readonly code: string;
  readonly name: string;
}

/** One value of a field, ready to be read: words, and where they lead within the site. */
export interface Value {
  readonly text: string;
  readonly href: string;
  /** The number with interval, unit and hedge, where the value is one. */
  readonly amount: Amount | null;
}

/** A kind with the number of its records. */
export interface KindCount {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly count: number;
}

/** A text kept in the book, as lists name it. */
export interface ArticleRef {
  readonly id: string;
  readonly title: string;
  readonly sha256: string;
  /** Entry that brought it in, and when. */
  readonly seq: number;
  readonly at: string;
}

/** An entry of the journal, as a record names it. */
export interface EntryRef {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly hash: string;
}
