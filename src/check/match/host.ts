import type { Claim } from "../../read/types.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { isSameName } from "../rule/names.ts";
import { withOwners } from "./subject.ts";
import { plainWords } from "./words.ts";

/** The field of a record that names who holds a course. */
const HOST = "host";

/**
 * A claim that names a body which is none of those who take ("the Railway Police College trained") speaks of the courses of that one: tells of a record
 * that it is of another, or of none that is known, so that it does not bear the claim out. A body that only says so gives nothing.
 */
export function isOfOtherHost(
  { entities: named, roles, attribution }: Pick<Claim, "entities" | "roles" | "attribution">,
  { sentence, entities }: { sentence: ReadonlySet<string>; entities: Shelf["entities"] },
): (record: RecordRow) => boolean {
  const parties = new Set(Object.values(roles).flat());
  const takers = roles["recipient"] ?? [];
  const hosts = named.filter(id => {
    const entity = entities.get(id);
    if (!entity || parties.has(id) || takers.includes(entity.country)) return false;
    return attribution === null || !isSameName(attribution.to, entity.name);
  });
  if (hosts.length === 0) return () => false;
  const family = withOwners(hosts, entities);
  return ({ row, kind }) => {
    if (!kind.fields.some(({ id }) => id === HOST)) return false;
    const held = valuesOfType({ kind, row }, "entity");
    const isHost =
      held.some(id => family.has(id)) || [...withOwners(held, entities)].some(id => hosts.includes(id));
    const called = plainWords(texts(row[HOST]).join(" "));
    return !isHost && !(called.length > 1 && called.every(word => sentence.has(word)));
  };
}
