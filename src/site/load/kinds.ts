import type { Codebook, Field, Kind } from "../../codebook/index.ts";

/** Fields that may be shown, in the order of the codebook. */
export const shownFields = (kind: Kind): Field[] => kind.fields.filter(field => !field.sensitive);

/** Fields of one type that may be shown. */
export const fieldsOf = (kind: Kind, ...types: readonly Field["type"][]): Field[] =>
  shownFields(kind).filter(({ type }) => types.includes(type));

/** The kind whose records are the sources that others cite. */
export function citedKind(codebook: Codebook): Kind {
  const kind = [...codebook.kinds.values()].find(({ cited }) => cited);
  if (kind === undefined) throw new Error(`codebook ${codebook.id} has no kind that is cited`);
  return kind;
}

/**
 * The country field by which a kind is drawn on a map of the world: the one that `where` names, else the last: codebooks
 * name who acts before who is acted upon, and a map shows where something happened. Null where there is none.
 */
export function mapField(kind: Kind): Field | null {
  const countries = fieldsOf(kind, "country");
  return countries.find(({ id }) => id === kind.where) ?? countries.at(-1) ?? null;
}

/** The date field that puts a kind on a time line, or null. */
export const dateField = (kind: Kind): Field | null =>
  shownFields(kind).find(({ id }) => id === kind.when) ?? null;

/** Kinds whose records are numbers that sources publish: they name a measure and hold a quantity. */
export function figureFields(kind: Kind): { measure: Field; value: Field } | null {
  const measure = fieldsOf(kind, "measure")[0];
  const value = fieldsOf(kind, "quantity", "money")[0];
  return measure === undefined || value === undefined ? null : { measure, value };
}

/** Kinds of things that happen: they have a date and are neither sources nor numbers. */
export const isEvent = (kind: Kind): boolean =>
  !kind.cited && dateField(kind) !== null && figureFields(kind) === null;

/** Kinds whose records are linked: all but the sources and those that are identified by what they measure. */
export const isLinked = ({ cited, fields, identify }: Kind): boolean =>
  !cited && !fields.some(({ id, type }) => type === "measure" && identify.includes(id));

/** Kinds that other records point to, and that do not happen themselves: organisations, products. */
export function isPointedTo(kind: Kind, codebook: Codebook): boolean {
  return [...codebook.kinds.values()].some(other =>
    other.fields.some(({ type, of }) => (type === "entity" || type === "link") && of === kind.id),
  );
}

/** The field that says how sure a record is, or how far it has come: code fields of which there is one a record. */
export const codeFields = (kind: Kind): Field[] => fieldsOf(kind, "code").filter(({ many }) => !many);

/** Fields whose values are words: what a search looks through. */
export const wordFields = (kind: Kind): Field[] =>
  shownFields(kind).filter(({ type }) => !["date", "quantity", "money"].includes(type));
