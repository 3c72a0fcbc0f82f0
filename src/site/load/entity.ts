import type { EntityData, MapData } from "../data.ts";
import { mapOf } from "./counts.ts";
import { figuresAbout } from "./figures.ts";
import { fieldsOf, isEvent, mapField } from "./kinds.ts";
import type { Library } from "./library.ts";
import { loadRecord } from "./record.ts";

/** Where the things happened that a record has part in: one map for each kind and field that points to it. */
async function mapsOf(library: Library, kind: string, id: string): Promise<MapData[]> {
  const maps = [...library.codebook.kinds.values()]
    .filter(other => isEvent(other) && mapField(other) !== null)
    .flatMap(other =>
      fieldsOf(other, "entity", "link")
        .filter(field => field.of === kind)
        .map(async field => {
          const instances = await library.reader.holding(other, field, id);
          return mapOf(library, { kind: other, field: mapField(other)!, instances });
        }),
    );
  return (await Promise.all(maps)).filter(({ values }) => values.length > 0);
}

/** An organisation, a product or another thing that records point to; null where there is none. */
export async function loadEntity(library: Library, id: string): Promise<EntityData | null> {
  const record = await loadRecord(library, id);
  const kind = library.codebook.kinds.get(record?.kind ?? "");
  if (record === null || kind === undefined || kind.cited) return null;
  const [maps, figures] = await Promise.all([mapsOf(library, kind.id, id), figuresAbout(library, kind, id)]);
  return { ...record, maps, figures };
}
