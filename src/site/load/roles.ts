import type { Field, Kind } from "../../codebook/index.ts";
import type { Role } from "../data.ts";
import { fieldsOf } from "./kinds.ts";
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

/** Every record in which a country stands, by the field it stands in: who gives, who receives, where it happened. */
export const rolesOfCountry = (library: Library, code: string): Promise<Role[]> =>
  find(
    library,
    fieldsThat(library, (_, field) => field.type === "country" || field.states === true),
    code,
  );

/** Every record that points to another one, by the field that does. */
export const rolesOfRecord = (library: Library, kind: Kind, id: string): Promise<Role[]> =>
  find(
    library,
    fieldsThat(library, (_, field) => field.type !== "country" && field.of === kind.id),
    id,
  );
