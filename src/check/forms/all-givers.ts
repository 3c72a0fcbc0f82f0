import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { valuesOfType } from "../gather/rows.ts";
import type { EntityRow, RecordRow } from "../gather/types.ts";
import { ownGiver } from "../match/respectively.ts";
import { withOwners } from "../match/subject.ts";
import type { Sorted } from "./relation-records.ts";
import type { CheckContext } from "./types.ts";

/**
 * "It was built by Acme and Globex": where the clause names two givers in a row, and no record of the taker knows one of them, those that know the
 * other speak against it. Where it names a maker and another from whom it came, they only stand beside it.
 */
export function ofAllGivers(sorted: Sorted, claim: Claim, context: CheckContext): Sorted {
  const { shelf, document } = context;
  // "Neither sold any": a record of one of them denies it.
  if (claim.polarity === "negative") return sorted;
  const own = ownGiver(claim, context);
  if (own !== null) return ofOne(sorted, own, shelf);
  const vendors = claim.roles["vendor"] ?? [];
  const { full, planned, dated, weak, makers, other } = sorted;
  const theirs = [...full, ...planned, ...dated, ...weak, ...other];
  if (vendors.length < 2 || full.length === 0) return sorted;
  const known = new Set(theirs.flatMap(record => [...withOwners(heldBy(record), shelf.entities)]));
  const family = new Set(vendors.flatMap(id => [...withOwners([id], shelf.entities)]));
  const isKnown = (id: string) =>
    known.has(id) || [...family].some(each => each !== id && shelf.entities.get(each)?.parent === id);
  const text = document.text.slice(...claim.span);
  const strange = vendors.filter(id => !isKnown(id));
  const others = vendors.filter(isKnown);
  if (others.length === 0) return sorted;
  if (strange.some(id => others.some(each => areJoined([id, each], text, shelf.entities))))
    return { ...sorted, full: [], planned: [], dated: [], makers: [...full, ...makers] };
  // A reseller may have it from the maker whom the record knows: that bears the sale out no more than it speaks against it.
  return strange.some(id => isSeller(id, text, shelf.entities))
    ? { ...sorted, full: [], planned: [], dated: [], other: [...full, ...other] }
    : sorted;
}

/** Of records of several that give, those of one; the others are of other makers. */
function ofOne(sorted: Sorted, giver: string, { entities }: CheckContext["shelf"]): Sorted {
  const isTheirs = (record: RecordRow) => withOwners(heldBy(record), entities).has(giver);
  return {
    ...sorted,
    full: sorted.full.filter(isTheirs),
    planned: sorted.planned.filter(isTheirs),
    dated: sorted.dated.filter(isTheirs),
    makers: [...sorted.full.filter(record => !isTheirs(record)), ...sorted.makers],
  };
}

const heldBy = (record: RecordRow): string[] => valuesOfType(record, "entity");

/** Two names stand side by side, with a mark or a joint between them. */
function areJoined(
  ids: readonly string[],
  text: string,
  entities: CheckContext["shelf"]["entities"],
): boolean {
  const spans = ids.map(id => spanOf(text, entities.get(id)));
  const [first, second] = spans.sort((a, b) => (a?.[0] ?? 0) - (b?.[0] ?? 0));
  if (!first || !second) return false;
  const between = text.slice(first[1], second[0]);
  const joint = idiom("numberJoiner").after(between, 0);
  return /^\s?[,&]\s?$/u.test(between) || (joint !== null && between.slice(joint[1]).trim() === "");
}

/** "Made by Acme, from Globex": whoever stands behind a word for where it came from. */
function isSeller(id: string, text: string, entities: CheckContext["shelf"]["entities"]): boolean {
  const span = spanOf(text, entities.get(id));
  const before = span
    ? (text
        .slice(0, span[0])
        .match(/\p{L}+/gu)
        ?.at(-1) ?? "")
    : "";
  return idiom("fromGiver").words.has(before.toLowerCase());
}

/** Where an entity is named, by the longest of its names that stands there or by the first word of its name. */
function spanOf(text: string, entity: EntityRow | undefined): readonly [number, number] | null {
  const names = entity ? [entity.name, ...entity.aliases, entity.name.split(" ")[0]!] : [];
  for (const name of names.sort((a, b) => b.length - a.length)) {
    const at = text.indexOf(name);
    if (at >= 0) return [at, at + name.length];
  }
  return null;
}
