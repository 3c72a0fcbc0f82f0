import type { Role } from "./country.ts";
import type { MapData } from "./counts.ts";
import type { FigureGroup } from "./figures.ts";
import type { EntryRef, RecordRef, SourceRef, Value } from "./refs.ts";

/** One field of a record with what each source says of it. */
export interface FieldData {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What the book takes as the value: the newest, then what most sources say. */
  readonly values: readonly Value[];
  /** Each different value with the sources that state it; more than one is a disagreement, or a list. */
  readonly statements: readonly {
    readonly value: Value;
    readonly sources: readonly SourceRef[];
    readonly seq: number;
  }[];
  readonly disagreement: boolean;
}

/** The page of a record. */
export interface RecordData {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly kindPlural: string;
  readonly label: string;
  readonly sentence: string;
  readonly fields: readonly FieldData[];
  readonly sources: readonly SourceRef[];
  readonly entries: readonly EntryRef[];
  /** Records that point to this one, by kind and field. */
  readonly roles: readonly Role[];
  /** Is it of a kind whose records are joined to events? Then its id leads to its event. */
  readonly event: boolean;
}

/** The page of a source. */
export interface SourceData extends SourceRef {
  readonly author: string;
  readonly fields: readonly FieldData[];
  readonly records: readonly RecordRef[];
}

/** The page of an organisation or product. */
export interface EntityData extends RecordData {
  readonly maps: readonly MapData[];
  readonly figures: readonly FigureGroup[];
}
