import type { Row } from "../../book/types.ts";
import type { Codebook, Kind } from "../../codebook/types.ts";
import type { Carrying } from "./captured.ts";

/** A number that a source published, as the book keeps it. Empty string and null: not stated. */
export interface Figure {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly subject: string;
  readonly measure: string;
  readonly counted: string;
  readonly about: readonly string[];
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly qualifier: string;
  readonly direction: string;
  readonly population: string;
  readonly regime: string;
  readonly productKind: string;
  readonly start: string;
  readonly end: string;
  readonly asOf: string;
  readonly place: string;
  /** Whose count it is: figures with one counter are one voice. */
  readonly counter: string;
  readonly origin: string;
  readonly note: string;
  readonly sources: readonly string[];
}

export interface SourceRow {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly url: string;
  readonly kind: string;
}

export interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly parent: string;
  readonly aliases: readonly string[];
  /** Its owner, where that is no entity of the book. */
  readonly owner?: string;
  readonly sources?: readonly string[];
}

/** A record of any kind with the columns of its wide view. */
export interface RecordRow {
  readonly id: string;
  readonly kind: Kind;
  readonly label: string;
  readonly row: Row;
  readonly sources: readonly string[];
}

/** Everything of the book that the claims of one document may be held against, fetched at once. */
export interface Shelf {
  readonly codebook: Codebook;
  readonly figures: readonly Figure[];
  /** Figures of the very months and units of counts that the reader has no measure for. */
  readonly monthly: readonly Figure[];
  readonly entities: ReadonlyMap<string, EntityRow>;
  readonly sources: ReadonlyMap<string, SourceRow>;
  /** The name of a counter that figures keep as a slug. */
  readonly nameOfCounter: (counter: string) => string;
  /** Records by kind. */
  readonly records: ReadonlyMap<string, readonly RecordRow[]>;
  /** Records that state one of the numbers of the document, or one near it, in a field that counts a measure. */
  readonly counted: readonly RecordRow[];
  /** Records of systems in the states of statements that tell what a system with a name does now. */
  readonly systems: readonly RecordRow[];
  /** Records of what went on for a time, in the states of statements that tell when a body was begun or came to its end. */
  readonly lasting: readonly RecordRow[];
  /** Events in the countries that statements of the document name. */
  readonly events: readonly RecordRow[];
  /** Sources whose captured text carries quoted words, by the words as `quotedWords` gives them. */
  readonly carrying: ReadonlyMap<string, readonly Carrying[]>;
  /** Sources that are the document itself, and why each was taken to be. */
  readonly own: ReadonlyMap<string, string>;
}
