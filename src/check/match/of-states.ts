import { texts } from "../gather/rows.ts";
import { fieldsOfType } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import type { answerable, Roles } from "./record-fit.ts";

type ByState = ReadonlyMap<string, readonly RecordRow[]>;

/** Records of a shelf by the states that they name: each relation of a text looks for those of its own. */
const BY_STATE = new WeakMap<readonly RecordRow[], ByState>();

function byState(records: readonly RecordRow[]): ByState {
  const known = BY_STATE.get(records);
  if (known) return known;
  const found = new Map<string, RecordRow[]>();
  for (const record of records) {
    const states = fieldsOfType(record.kind, "country").flatMap(({ id }) => texts(record.row[id]));
    for (const state of new Set(states)) {
      const same = found.get(state);
      if (same) same.push(record);
      else found.set(state, [record]);
    }
  }
  BY_STATE.set(records, found);
  return found;
}

/** Records of a kind that may bear on a relation: where it names the states that take, one that names none of them says nothing of it. */
export function recordsOn(
  { recipient = [] }: Roles,
  { kind, fields }: NonNullable<ReturnType<typeof answerable>>,
  { records }: Pick<Shelf, "records">,
): readonly RecordRow[] {
  const all = records.get(kind.id) ?? [];
  if (fields.get("recipient")?.type !== "country") return all;
  const of = byState(all);
  const [only, ...more] = new Set(recipient);
  if (more.length === 0) return of.get(only ?? "") ?? [];
  const wanted = new Set(recipient.flatMap(state => of.get(state) ?? []));
  return all.filter(record => wanted.has(record));
}
