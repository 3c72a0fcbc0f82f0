import type { Claim, Document } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { runsOn } from "./running-text.ts";
import { sentenceOf, statesNamed } from "./sentence.ts";

/** Forms of claims that may say of an act named before what became of it. */
const TELLING: ReadonlySet<Claim["form"]> = new Set(["statement", "dated-act", "relation"]);
/** How many sentences back an act is looked for. */
const REACH = 2;

/**
 * "China and Fiji discussed a pact. The pact was signed in 2011": a sentence that points to an act by its sort alone, and names no state that
 * has no part in it, is of the states of the sentence that tells of it, and of what that names. Claims as they are held against the book; all others as they are.
 */
export function withActsMeant(claims: readonly Claim[], document: Document): readonly Claim[] {
  const language = document.language.slice(0, 2);
  const points = idiom("theAct", language);
  if (points.words.size === 0 && !points.test(document.text)) return claims;
  return claims.map(claim => {
    if (!TELLING.has(claim.form) || !pointsToAct(claim, document)) return claim;
    const before = namingBefore(claim, { claims, document });
    if (!before) return claim;
    const places = statesNamed(sentenceOf(before, document));
    const own = statesNamed(sentenceOf(claim, document));
    if (!own.every(state => places.includes(state))) return claim;
    const isDated = (claim.period[0] ?? claim.period[1]) !== null;
    const named = document.text.slice(...before.sentence);
    return {
      ...claim,
      places: [...new Set([...claim.places, ...places])],
      // Without a state the act is told by its name alone.
      ...(isDated && places.length === 0
        ? { form: "dated-act" as const, roles: { ...claim.roles, act: [named] }, subject: named }
        : {}),
    };
  });
}

/** Does a sentence point to an act that was told of before? It says no more of it, and names fewer than the two states that have part in one. */
export function pointsToAct(
  claim: Pick<Claim, "sentence">,
  document: Pick<Document, "text" | "language">,
): boolean {
  const said = sentenceOf(claim, document);
  const { sentence, language } = said;
  const isBare = ([, end]: readonly [number, number]) =>
    idiom("ofAct", language).after(sentence, end) === null;
  return idiom("theAct", language).find(sentence).some(isBare) && new Set(statesNamed(said)).size < 2;
}

/** The nearest claim before it whose sentence names states or has a name of its own, and points to no act itself. */
function namingBefore(
  claim: Claim,
  { claims, document }: { readonly claims: readonly Claim[]; readonly document: Document },
): Claim | undefined {
  const starts = [...new Set(claims.map(({ sentence: [start] }) => start))].filter(
    start => start < claim.sentence[0],
  );
  const near = new Set(starts.slice(-REACH));
  return claims.findLast(
    other =>
      near.has(other.sentence[0]) &&
      runsOn(document.text, other.sentence, claim.sentence) &&
      !pointsToAct(other, document),
  );
}
