import type { LinkField } from "../declarations/link-levels.ts";
import type { Labels } from "./labels.ts";

/** The types a field can have. `place` keeps its precision, `date` is partial (EDTF level 1), `quantity` and `money` carry interval, unit and qualifier. */
export type FieldType =
  | "text"
  | "code"
  | "country"
  | "place"
  | "date"
  | "quantity"
  | "money"
  | "entity"
  | "measure"
  | "link";

/** Semantic roles of a happening: whoever acts, whoever or whatever it happens to, what it is done with. */
export type FieldRole = "agent" | "patient" | "instrument";

/** A field of a kind: a column of its facts file, and of its wide view. */
export interface Field {
  readonly id: string;
  readonly type: FieldType;
  readonly label: Labels;
  /** What the field means, in a sentence for the reference page. */
  readonly description: string;
  readonly required: boolean;
  /** Several values, joined by `;` in CSV, a list in the wide view. */
  readonly many: boolean;
  /** Withheld from every output. */
  readonly sensitive: boolean;
  /** Code list of a `code` field. */
  readonly list?: string;
  /** Kind whose records an `entity` or `link` field points to. */
  readonly of?: string;
  /** An `entity` field that also takes ISO 3166-1 alpha-3 codes, because a state can stand where an organisation can. */
  readonly states?: boolean;
  /** A `date` field that must not lie after this other date field of the row. */
  readonly notAfter?: string;
  /** Unit of a `quantity` that is always counted in the same thing ("camera", "person"). */
  readonly unit?: string;
  /** Measure of which a `quantity` or `money` field states a number for its record. */
  readonly measure?: string;
  /** What the field is in a happening that a text tells of; its phrases (`<kind>.<field>`) are the nouns that can be it. */
  readonly role?: FieldRole;
  /** Column that holds the upper end / the hedge / the unit of this quantity, where the CSV has them. */
  readonly columns?: { readonly high?: string; readonly qualifier?: string; readonly unit?: string };
}

/** A kind of record: what it is called, its fields, how an instance is named, stated and told from others. */
export interface Kind {
  readonly id: string;
  readonly label: Labels;
  readonly plural: Labels;
  readonly description: string;
  /** Fields in the order of the CSV columns. */
  readonly fields: readonly Field[];
  /** How an instance is named: text with `{field}` placeholders, per language. */
  readonly name: Labels;
  /** The sentence that states an instance, with `{field}` placeholders, per language. */
  readonly sentence: Labels;
  /** Fields that identify an instance when records are linked. */
  readonly identify: readonly string[];
  /** How they are compared; by the types of the fields that identify it when left out. */
  readonly compare?: readonly LinkField[] | undefined;
  /**
   * Portable SQL that says who reported which record: `record`, `source`, `list`. The lists of a multiple systems estimate; the kinds of source when
   * left out.
   */
  readonly reporters?: string | undefined;
  /** Field that dates an instance on a time line, and field that places it on the map, where there are such. */
  readonly when?: string;
  readonly where?: string;
  /** Is this the kind whose rows are the sources that others cite? Exactly one kind is. */
  readonly cited: boolean;
  /** Is every row required to name its sources? */
  readonly sourced: boolean;
}
