import type { Claim, Span } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { actKinds } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { nameSpans } from "../match/names-in.ts";
import { isDoneBy } from "../match/pinned-act.ts";
import { placesIn } from "../match/places-in.ts";
import { sentenceOf } from "../match/sentence.ts";
import { stemsOf, titleOf } from "../match/worded-title.ts";
import { dateOf, statesOf } from "./act.ts";
import { FIRMS } from "./act-parties.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";
import { actorsOf } from "./worded-act.ts";

/** Who does what a clause tells, and the verb behind him. */
interface Subject {
  /** The code of a state or the id of a body. */
  readonly id: string;
  readonly verb: string;
  /** What stands behind the verb. */
  readonly rest: string;
}

/**
 * "Taiwan switched recognition from Nauru", "Hikvision ordered Canada", "Washington signed the China-Solomon Islands agreement": an act that the
 * book knows of others, or the other way round, bears out none of whoever is the subject of an English sentence. (In other languages the parties
 * of an act are held against the sentence where it is looked for.)
 */
export function ofActRoles(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  if (found.verdict !== "supported" || claim.polarity === "negative" || claim.value !== null) return found;
  const said = sentenceOf(claim, context.document);
  const bidden = isBidByFirm(found, claim, context);
  if (bidden) return turned(found, reason("parties-swapped", bidden));
  const acts = said.language === "en" ? actsShown(found, context) : [];
  const subject =
    acts.length > 0 ? subjectIn(context.document.text.slice(...claim.span), claim, context) : null;
  if (!subject) return found;
  const { id, verb, rest } = subject;
  const [first] = acts;
  const isTold = stemsOf(verb).some(stem => acts.some(({ label }) => stemsOf(label).includes(stem)));
  const others = { label: first!.label, period: dateOf(first!) };
  if (context.shelf.entities.has(id)) {
    const orders = placesIn(rest, "en")[0];
    const isOrdered =
      orders?.span[0] === rest.search(/\S/) && acts.every(act => actorsOf(act).includes(orders.country));
    return isTold && isOrdered ? turned(found, reason("parties-swapped", others)) : found;
  }
  const isPartyOf = (act: RecordRow) =>
    [...statesOf(act), ...titleOf([act.label, act.row["note"] ?? ""].join("; ")).states].includes(id);
  if (!acts.some(isPartyOf))
    return isTold
      ? turned(found, reason("act-of-others", others))
      : { ...found, verdict: "unverifiable", reasons: [reason("no-evidence")], for: [], related: found.for };
  const isReversed = (act: RecordRow) =>
    actorsOf(act).length === 1 &&
    !actorsOf(act).includes(id) &&
    !isDoneBy(actorsOf(act), statesOf(act), said) &&
    !titleOf(act.label).states.slice(0, 1).includes(id) &&
    titleOf(act.label).states[0] === actorsOf(act)[0];
  return isTold && acts.every(isReversed) ? turned(found, reason("parties-swapped", others)) : found;
}

/** "Hikvision ordenó a Canadá cesar": a firm bids the very state that by the record acts upon it, in any language. */
function isBidByFirm(found: Outcome, claim: Claim, context: CheckContext) {
  const acts = actsShown(found, context);
  const [act] = acts;
  if (!act || claim.entities.length === 0) return null;
  const clause = context.document.text.slice(...claim.span);
  const language = context.document.language.slice(0, 2);
  const bids = idiom("bids", language).find(clause);
  if (bids.length === 0) return null;
  const firms = firmSpans(clause, claim, context);
  const states = placesIn(clause, language).filter(({ country }) =>
    acts.every(each => actorsOf(each).includes(country)),
  );
  const isNext = (from: number, to: number) => from <= to && SMALL.test(clause.slice(from, to));
  // "Was ordered by Canada": the state bids.
  const isByState = states.some(
    ({ span: [from] }) => idiom("byDoer", language).before(clause, from) !== null,
  );
  if (isByState) return null;
  const isSo = bids.some(([start, end]) =>
    states.some(({ span: [from] }) =>
      firms.some(
        firm =>
          (isNext(firm[1], start) && isNext(end, from)) || (isNext(end, firm[0]) && isNext(firm[1], from)),
      ),
    ),
  );
  return isSo ? { label: act.label, period: dateOf(act) } : null;
}

/** Nothing, or a word or two between who bids, the verb and who is bidden. */
const SMALL = /^\s*(?:\p{L}{1,4}\s){0,2}$/u;

function firmSpans(clause: string, { entities }: Claim, { shelf }: CheckContext): Span[] {
  return entities.flatMap(id => {
    const entity = shelf.entities.get(id);
    const names =
      entity && FIRMS.has(entity.kind) ? [entity.name, entity.name.split(" ")[0]!, ...entity.aliases] : [];
    return names.flatMap(name => nameSpans(clause, name));
  });
}

const turned = (found: Outcome, why: Outcome["reasons"][number]): Outcome => ({
  ...found,
  verdict: "contradicted",
  reasons: [why],
  for: [],
  against: found.for,
});

/** The acts that bear a claim out; none where something else does too. */
function actsShown({ for: shown }: Outcome, { shelf }: CheckContext): readonly RecordRow[] {
  const acts = actKinds(shelf.codebook).flatMap(kind => shelf.records.get(kind.id) ?? []);
  const found = shown.flatMap(({ record }) => acts.find(({ id }) => id === record) ?? []);
  return found.length === shown.length ? found : [];
}

/** Where a row of states ends that begins with one ("Australia and New Zealand"). */
function lastJoined(clause: string, [, end]: Span, states: readonly Span[]): number {
  const joint = idiom("numberJoiner", "en").after(clause, end);
  const next =
    joint && states.find(([from]) => from > end && ["", "the"].includes(clause.slice(joint[1], from).trim()));
  return next ? next[1] : end;
}

/** The first state or firm of a clause that no small word leads in and no other is joined to, right before a verb in the active. */
function subjectIn(clause: string, { entities }: Claim, { shelf }: CheckContext): Subject | null {
  const states = placesIn(clause, "en")
    .filter(({ form }) => form !== "demonym")
    .map(({ country, span }) => ({ id: country, span }));
  const firms = entities.flatMap(id => {
    const entity = shelf.entities.get(id);
    const names =
      entity && FIRMS.has(entity.kind) ? [entity.name, entity.name.split(" ")[0]!, ...entity.aliases] : [];
    return names.flatMap(name => nameSpans(clause, name)).map(span => ({ id, span }));
  });
  const named = [...states, ...firms].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const first = named.find(({ span: [from] }) => /^(?:.*,)?\s*(?:[Tt]he\s+)?$/u.test(clause.slice(0, from)));
  if (!first) return null;
  const last = lastJoined(
    clause,
    first.span,
    states.map(({ span }) => span),
  );
  const [, verb = "", rest = ""] = /^\s+(\p{Ll}+)(.*)$/su.exec(clause.slice(last)) ?? [];
  const isVerb = /(?:ed|s)$/.test(verb) || idiom("didAct", "en").words.has(verb);
  const isPassive = idiom("passive", "en").words.has(verb) || idiom("receives", "en").words.has(verb);
  return isVerb && !isPassive && verb !== "has" ? { id: first.id, verb, rest } : null;
}
