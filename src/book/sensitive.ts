import type { Codebook } from "../codebook/types.ts";

/**
 * The one filter before every output. A field that the codebook marks sensitive stays in the journal and the objects and
 * enters nothing that is made from them: not the index, so no table, view, page, export or query; not the entries that
 * are shown. Whatever reads evidence goes through `withheld` or through the index.
 */
export interface Sensitive {
  /** Is the field withheld? */
  readonly withheld: (kind: string, field: string) => boolean;
  /** All pairs of kind and field that are. */
  readonly pairs: readonly (readonly [kind: string, field: string])[];
  /** The data of an entry without values of such fields. */
  readonly clean: (data: unknown) => unknown;
}

/** Stands where a value has been withheld, so that a reader sees that there was one. */
export const WITHHELD = { withheld: true } as const;

export function sensitiveOf(codebook: Codebook): Sensitive {
  const pairs = [...codebook.kinds.values()].flatMap(kind =>
    kind.fields.filter(field => field.sensitive).map(field => [kind.id, field.id] as const),
  );
  const keys = new Set(pairs.map(pair => pair.join("\n")));
  const fields = new Set(pairs.map(([, field]) => field));
  const withheld = (kind: string, field: string) => keys.has(`${kind}\n${field}`);
  return { withheld, pairs, clean: data => (pairs.length === 0 ? data : clean(data, { withheld, fields })) };
}

interface Filter {
  readonly withheld: Sensitive["withheld"];
  /** Fields that are sensitive in any kind, for data that names no kind. */
  readonly fields: ReadonlySet<string>;
}

/**
 * Data of an entry has no fixed form, so three forms are known: an encoded statement `[record, kind, field, ...]`; an
 * object that names a `field` (and perhaps a `kind`); an object with such a field as its key.
 */
function clean(data: unknown, filter: Filter, kind?: string): unknown {
  if (Array.isArray(data)) {
    const [, second, third] = data as unknown[];
    if (typeof second === "string" && typeof third === "string" && filter.withheld(second, third))
      return WITHHELD;
    return data.map(part => clean(part, filter, kind));
  }
  if (typeof data !== "object" || data === null) return data;
  const object = data as Record<string, unknown>;
  const own = typeof object["kind"] === "string" ? object["kind"] : kind;
  const hidden = (field: unknown) =>
    typeof field === "string" && (own === undefined ? filter.fields.has(field) : filter.withheld(own, field));
  if (hidden(object["field"])) return WITHHELD;
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, hidden(key) ? WITHHELD : clean(value, filter, own)]),
  );
}
