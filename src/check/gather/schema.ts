import type { Codebook, Field, Kind } from "../../codebook/types.ts";

/** The kind whose records are numbers of a measure; undefined in a codebook without one. */
export const figureKind = ({ kinds }: Codebook): Kind | undefined =>
  [...kinds.values()].find(({ fields }) => fields.some(({ type }) => type === "measure"));

/** The kind that others cite. */
export const sourceKind = ({ kinds }: Codebook): Kind | undefined =>
  [...kinds.values()].find(({ cited }) => cited);

/** Kinds of sources that may be studies. */
export const STUDIES: readonly string[] = ["academic", "report", "dataset"];

const OF_TYPES = new WeakMap<Kind["fields"], Map<Field["type"], readonly Field[]>>();

/** Fields of a type, which are asked for with every record. */
export function fieldsOfType({ fields }: Kind, type: Field["type"]): readonly Field[] {
  const known = OF_TYPES.get(fields) ?? new Map<Field["type"], readonly Field[]>();
  const found = known.get(type);
  if (found) return found;
  OF_TYPES.set(fields, known);
  const made = fields.filter(field => field.type === type);
  known.set(type, made);
  return made;
}

/** Fields that say of what sort a record is. */
export const codeFields = (kind: Kind): Field[] =>
  fieldsOfType(kind, "code").filter(({ list }) => list !== "confidence");

const SYSTEMS = new WeakMap<Kind["fields"], boolean>();

/** Are the records of a kind of systems, which are products? It is asked of every record. */
export function isOfSystems({ fields }: Kind): boolean {
  const known = SYSTEMS.get(fields) ?? fields.some(({ id }) => id === "product");
  SYSTEMS.set(fields, known);
  return known;
}

/** Fields by which a kind names its records. */
export const namingFields = ({ name, fields }: Kind): Field[] =>
  fields.filter(({ id }) => name.en.includes(`{${id}}`));

/** Fields of countries and entities. */
export const partyFields = ({ fields }: Kind): Field[] =>
  fields.filter(({ type }) => type === "country" || type === "entity");

/** The kind that `about` of figures, and the parties of records, point to. */
export function entityKind(codebook: Codebook): Kind | undefined {
  const known = ENTITIES.get(codebook);
  if (known) return known.kind;
  const kind = findEntityKind(codebook);
  ENTITIES.set(codebook, { kind });
  return kind;
}

const ENTITIES = new WeakMap<Codebook, { readonly kind: Kind | undefined }>();

function findEntityKind(codebook: Codebook): Kind | undefined {
  const fields = [...codebook.kinds.values()].flatMap(kind => kind.fields);
  const of = fields.find(({ type, of }) => type === "entity" && of)?.of;
  return of ? codebook.kinds.get(of) : undefined;
}

const ACTS = new WeakMap<Codebook, readonly Kind[]>();

/** Kinds of dated records that have a title: acts. */
export function actKinds(codebook: Codebook): readonly Kind[] {
  const known = ACTS.get(codebook);
  if (known) return known;
  const acts = [...codebook.kinds.values()].filter(
    kind =>
      !kind.cited &&
      kind.when !== undefined &&
      kind.fields.some(({ id, type }) => id === "title" && type === "text"),
  );
  ACTS.set(codebook, acts);
  return acts;
}

/** The field of a kind that a role of a claim names: `product-kind` -> `product_kind`, `recipient` -> `recipients`. */
export function fieldOfRole({ fields }: Kind, role: string): Field | undefined {
  const known = OF_ROLES.get(fields) ?? new Map<string, Field | undefined>();
  OF_ROLES.set(fields, known);
  if (!known.has(role)) known.set(role, findField(fields, role));
  return known.get(role);
}

/** The field of whoever takes what a record tells of. */
export const takerField = (kind: Kind): Field | undefined => fieldOfRole(kind, "recipient");

/** Roles are few, and asked for with every record. */
const OF_ROLES = new WeakMap<Kind["fields"], Map<string, Field | undefined>>();

function findField(fields: Kind["fields"], role: string): Field | undefined {
  const name = role.replaceAll("-", "_");
  // An entity field holds ids as roles do; a text field of the same name holds words.
  const candidates = fields.filter(({ id }) => id === name || id === `${name}s`);
  return (
    candidates.find(({ type }) => type === "entity") ??
    candidates.find(({ type }) => type !== "text") ??
    candidates[0]
  );
}

/** Roles that say who gave what to whom; others only describe. */
export const isParty = (role: string): boolean =>
  !["date", "cause", "effect", "aligned", "aligned-with", "act", "regime"].includes(role);

/** Roles of those who give. A record of another giver may speak against a relation; one of another taker says nothing of it. */
export const GIVERS: readonly string[] = ["vendor", "vendor-country", "provider", "maker"];

/** Roles that name one of the parties, and not what passed between them. */
export const isPartyRole = (role: string): boolean => !["product-kind", "topic", "status"].includes(role);

/** The kind whose fields take most of the roles of a relation, with the field of each; null where no kind takes two. */
export function kindOfRoles(codebook: Codebook, roles: readonly string[]): Fitting | null {
  const parties = roles.filter(isParty);
  const known = FITTING.get(codebook) ?? new Map<string, Fitting | null>();
  FITTING.set(codebook, known);
  const key = parties.join(" ");
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = fittingKind(codebook, parties);
  known.set(key, made);
  return made;
}

/** A kind of records, and its fields by the roles that they are of. */
export interface Fitting {
  readonly kind: Kind;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Roles are few, and one claim after the other has the same. */
const FITTING = new WeakMap<Codebook, Map<string, Fitting | null>>();

function fittingKind(codebook: Codebook, parties: readonly string[]): Fitting | null {
  const fitting = relationKinds(codebook)
    .map(kind => ({ kind, fields: fieldsOf(kind, parties) }))
    .sort((a, b) => b.fields.size - a.fields.size);
  const best = fitting[0];
  return best && best.fields.size >= Math.min(2, parties.length) && best.fields.size > 0 ? best : null;
}

const RELATIONS = new WeakMap<Codebook, readonly Kind[]>();

/** Kinds whose records may have parties: all but sources, figures and entities themselves. */
function relationKinds(codebook: Codebook): readonly Kind[] {
  const known = RELATIONS.get(codebook);
  if (known) return known;
  const apart = new Set([figureKind(codebook), entityKind(codebook)]);
  const kinds = [...codebook.kinds.values()].filter(kind => !kind.cited && !apart.has(kind));
  RELATIONS.set(codebook, kinds);
  return kinds;
}

const fieldsOf = (kind: Kind, roles: readonly string[]) =>
  new Map(
    roles.flatMap(role => {
      const field = fieldOfRole(kind, role);
      return field ? [[role, field] as const] : [];
    }),
  );

/** Fields of a kind that state a number of a measure. */
export function countedFields({ fields }: Kind): readonly Field[] {
  const known =
    COUNTED.get(fields) ??
    fields.filter(({ measure, sensitive, many }) => measure !== undefined && !sensitive && !many);
  COUNTED.set(fields, known);
  return known;
}

/** They are asked for with every record. */
const COUNTED = new WeakMap<Kind["fields"], readonly Field[]>();

/** Kinds whose records state numbers of a measure. */
export const countedKinds = (codebook: Codebook): Kind[] =>
  [...codebook.kinds.values()].filter(kind => countedFields(kind).length > 0);

/** Kinds of events: records of something that happened to somebody. Relations, acts, figures and sources have their own ways. */
export function eventKinds(codebook: Codebook): Kind[] {
  const apart = new Set([...actKinds(codebook), entityKind(codebook), figureKind(codebook)]);
  return [...codebook.kinds.values()].filter(
    kind =>
      !kind.cited &&
      !apart.has(kind) &&
      kind.fields.some(({ type, required }) => type === "text" && required),
  );
}

/** Fields of text that a record of the kind must fill: to whom something happened. */
export const requiredTextFields = ({ fields }: Kind): readonly Field[] =>
  fields.filter(({ type, required }) => type === "text" && required);
