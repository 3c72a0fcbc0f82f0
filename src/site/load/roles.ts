import type { Field, Kind } from "../../codebook/index.ts";
import type { Role } from "../data.ts";
import { fieldsOf, figureFields, isEvent, mapField } from "./kinds.ts";
import type { Library } from "./library.ts";
import type { Instance } from "./reader.ts";

interface Found {
  readonly kind: Kind;
  readonly field: Field;
  readonly instances: readonly Instance[];
}

async function find(
  library: Library,
  fields: readonly (readonly [Kind, Field])[],
  id: string,
): Promise<Role[]> {
  const found = await Promise.all(
    fields.map(async ([kind, field]): Promise<Found> => {
      return { kind, field, instances: await library.reader.holding(kind, field, id) };
    }),
  );
  const used = found.filter(({ instances }) => instances.length > 0);
  const targets = await library.targets(used.flatMap(({ instances }) => instances));
  return used.map(({ kind, field, instances }) => ({
    kind: kind.id,
    kindPlural: kind.plural.en,
    field: field.id,
    fieldLabel: field.label.en,
    records: instances.map(instance => library.refOf(instance, targets)),
  }));
}

const fieldsThat = (library: Library, keep: (kind: Kind, field: Field) => boolean) =>
  [...library.codebook.kinds.values()].flatMap(kind =>
    fieldsOf(kind, "country", "entity", "link")
      .filter(field => keep(kind, field))
      .map(field => [kind, field] as const),
  );

/** What happened comes before what was counted and before what there is; in each the field of the map comes first. */
function rank([kind, field]: readonly [Kind, Field]): number {
  const sort = isEvent(kind) ? 0 : figureFields(kind) === null ? 4 : 2;
  return sort + (field.id === mapField(kind)?.id ? 0 : 1);
}

/** Every record in which a country stands, by the field it stands in: who receives, who gives, where it happened. */
export function rolesOfCountry(library: Library, code: string): Promise<Role[]> {
  const fields = fieldsThat(library, (_, field) => field.type === "country" || field.states === true);
  const kinds = [...new Set(fields.map(([kind]) => kind))];
  const place = ([kind]: readonly [Kind, Field]) => kinds.indexOf(kind);
  const sorted = fields.sort((a, b) => {
    const sort = Math.floor(rank(a) / 2) - Math.floor(rank(b) / 2);
    return sort || place(a) - place(b) || rank(a) - rank(b);
  });
  return find(library, sorted, code);
}

/** Every record that points to another one, by the field that does. */
export const rolesOfRecord = (library: Library, kind: Kind, id: string): Promise<Role[]> =>
  find(
    library,
    fieldsThat(library, (_, field) => field.type !== "country" && field.of === kind.id),
    id,
  );
