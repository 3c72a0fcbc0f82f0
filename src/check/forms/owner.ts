import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { entityKind } from "../gather/schema.ts";
import type { EntityRow, RecordRow } from "../gather/types.ts";
import { initialsOf } from "../match/counter.ts";
import { isNamedIn } from "../match/names-in.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** What a text says of who owns whom: the part that names what is owned, and the part that names the owner. */
interface Said {
  readonly owned: string;
  readonly owner: string;
}

/**
 * "Acme belongs to Globex", "Globex, the owner of Acme": held against what the book knows of the body's owners, all the way up. An owner whom the
 * book knows, but not as that, speaks against it; one that it does not know at all may be one more. Null where the text says no such thing, or
 * the book knows no owner.
 */
export function checkOwner(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document, language } = context;
  const kind = entityKind(shelf.codebook);
  const said = kind ? ownershipIn(document.text.slice(...claim.span), document.language.slice(0, 2)) : null;
  if (!kind || !said || claim.polarity === "negative") return null;
  const owned = [...shelf.entities.values()].filter(
    entity => isNamedIn(said.owned, entity) && ownersOf(entity, shelf.entities).length > 0,
  );
  const [entity] = owned;
  if (!entity || owned.length > 1 || !isToldByOthers({ sources: entity.sources ?? [] }, shelf)) return null;
  const owners = ownersOf(entity, shelf.entities);
  const isOwner = owners.some(owner => isNamedIn(said.owner, owner) || hasInitials(said.owner, owner));
  const isKnown = [...shelf.entities.values()].some(
    other => other.id !== entity.id && (isNamedIn(said.owner, other) || isHeldBy(said.owner, other)),
  );
  if (!isOwner && !isKnown) return null;
  const code = isOwner ? "owner-on-record" : "other-owner";
  const label = entity.name;
  const note = reason(code, { label, attribution: owners.map(({ name }) => name).join(", ") });
  const record: RecordRow = { id: entity.id, kind, label, row: {}, sources: entity.sources ?? [] };
  const shown = [recordShown(record, { shelf, language, note })];
  return outcome(isOwner ? "supported" : "contradicted", {
    reasons: [note],
    for: isOwner ? shown : [],
    against: isOwner ? [] : shown,
  });
}

type Name = Pick<EntityRow, "name" | "aliases">;

/** Those that a body belongs to, the nearest first. */
function ownersOf({ parent, owner = "" }: EntityRow, entities: CheckContext["shelf"]["entities"]): Name[] {
  const own = owner === "" ? [] : [{ name: owner, aliases: [] }];
  const above = entities.get(parent);
  return above ? [above, ...ownersOf(above, entities), ...own] : own;
}

/** A text names a body by the first letters of its name ("CETC"). */
function hasInitials(text: string, { name }: Name): boolean {
  const initials = initialsOf(name);
  return (
    initials.length >= LEAST_INITIALS && (text.match(/\p{Lu}{3,}/gu) ?? []).some(word => word === initials)
  );
}
const LEAST_INITIALS = 3;

/** The text names the owner of another body. */
const isHeldBy = (text: string, { owner = "" }: EntityRow): boolean =>
  owner !== "" && isNamedIn(text, { name: owner, aliases: [] });

/** Where a clause ends. */
const END = /[,.;:()]|$/;

/** What a clause says of who owns whom, by the words between the two names or before them. */
function ownershipIn(text: string, language: string): Said | null {
  const [by] = [...idiom("ownedBy", language).find(text), ...idiom("madeBy", language).find(text)];
  if (by) return { owned: lastPart(text.slice(0, by[0])), owner: firstPart(text.slice(by[1])) };
  const [of] = idiom("owns", language).find(text);
  if (of) return { owned: firstPart(text.slice(of[1])), owner: lastPart(text.slice(0, of[0])) };
  const [noun] = idiom("owner", language).find(text);
  const whose = noun && /^(.*\p{L})['’]s?\s+(?:\p{Ll}+\s+)?$/u.exec(text.slice(0, noun[0]))?.[1];
  return whose ? { owned: whose, owner: text.slice(noun[1]) } : null;
}

const firstPart = (text: string): string =>
  text.slice(0, text.trimStart().search(END) + text.length - text.trimStart().length);

/** "Acme, a unit of": the name stands before the mark, if nothing but small words stands behind it. */
function lastPart(text: string): string {
  const parts = text.split(/[,.;:()]/);
  return parts.findLast(part => /\p{Lu}/u.test(part)) ?? text;
}
