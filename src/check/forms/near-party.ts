import type { Claim, Span } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { clauseAround } from "../match/clause.ts";
import { nearOnly } from "../match/kin.ts";
import { nameSpans } from "../match/names-in.ts";
import { placesIn } from "../match/places-in.ts";
import { takersOf } from "./takers.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/** Roles of those who give: whoever is named in one of them may stand in for the others. */
const GIVING = ["vendor", "vendor-country", "provider"] as const;

/**
 * "Huawei's rival supplied Serbia", "to a rival of Serbia": what records have of a party says nothing of somebody whom the text only names by it.
 */
export function ofNearParty(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  if (found.verdict === "unverifiable" || found.for.length + found.against.length === 0) return found;
  if (claim.form !== "relation" && claim.form !== "statement") return found;
  const { text, language: written } = context.document;
  const language = written.slice(0, 2);
  const clause = clauseAround(claim, { text, language: written, claims: context.claims });
  if (!idiom("kin", language).test(clause)) return found;
  const told = [GIVING.flatMap(role => claim.roles[role] ?? []), takersOf(claim)];
  // Whoever the reader has set apart leaves a side without a name.
  const apart = told.some(ids => ids.length === 0) ? (claim.roles["compared-with"] ?? []) : [];
  const sides = [...told, apart].filter(ids => ids.length > 0);
  const parties = sides.length > 0 ? sides : claim.places.map(place => [place]);
  const mentions = parties.map(ids => mentionsOf(ids, clause, context));
  const near = nearOnly(clause, language, mentions.flat());
  const meant = mentions.find(spans => spans.length > 0 && spans.every(span => near.has(span)));
  if (!meant) return found;
  return {
    ...found,
    verdict: "unverifiable",
    reasons: [reason("near-party", { name: clause.slice(...meant[0]!) })],
    for: [],
    against: [],
    related: [...found.for, ...found.against, ...found.related],
    missing: reason("missing-record"),
  };
}

/** Where a clause names the states and bodies of a side. */
function mentionsOf(ids: readonly string[], clause: string, { shelf, document }: CheckContext): Span[] {
  const language = document.language.slice(0, 2);
  const named = placesIn(clause, language).filter(({ country }) => ids.includes(country));
  const names = ids.flatMap(id => {
    const entity = shelf.entities.get(id);
    return entity ? [entity.name, ...entity.aliases, entity.name.split(" ")[0]!] : [];
  });
  const bodies = [...new Set(names)].flatMap(name => nameSpans(clause, name));
  // "NSO Group's Israeli rival": of a side that is named, an adjective is no other name.
  const isName = ({ form }: (typeof named)[number]) => form !== "demonym" || bodies.length === 0;
  const spans: Span[] = [...named.filter(isName).map(({ span }) => span), ...bodies];
  // A short name inside a longer one is no other mention.
  return spans.filter(
    ([from, to], index) =>
      !spans.some(
        (other, at) =>
          at !== index &&
          other[0] <= from &&
          other[1] >= to &&
          (other[1] - other[0] > to - from || at < index),
      ),
  );
}
