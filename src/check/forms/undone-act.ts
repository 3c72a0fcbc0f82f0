import type { Codebook } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { actKinds } from "../gather/schema.ts";
import { actBegins } from "../match/told.ts";
import { stemsOf, withoutStates } from "../match/worded-title.ts";
import { checkToldAct } from "./told-act.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";
import { checkWordedAct } from "./worded-act.ts";

/**
 * "Kiribati almost switched recognition", "threatened to switch": an act that is on record as done denies a text in which nothing came of it, and bears
 * out none in which somebody only means to. An act that is itself a promise or an offer is told in such words.
 */
export function ofUndoneAct(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  if (claim.value !== null || !FORMS.has(claim.form)) return found;
  const clause = clauseOf(claim, context);
  const language = context.document.language.slice(0, 2);
  if (claim.polarity === "negative") {
    const isBare = found.verdict === "unverifiable" && found.for.length + found.against.length === 0;
    if (!isBare) return found;
    const done = asDone(claim, context);
    const isDenied =
      done !== null &&
      (isAverted(clause, language, context.shelf.codebook) ||
        done.for.every(({ label }) => isDeniedIn(clause, label, language)));
    return isDenied ? denied(done) : found;
  }
  if (found.verdict !== "supported" || !isOfActs(found, context)) return found;
  if (isAverted(clause, language, context.shelf.codebook)) return denied(found);
  const isPromised = found.for.some(({ label }) => isPromise(label));
  return isMeant(clause, language, found) && !isPromised
    ? { ...found, verdict: "imprecise", reasons: [reason("told-as-wish", valuesOf(found))] }
    : found;
}

/** A dated act begins with its verb: what stands right before it belongs to it. */
function clauseOf({ form, span: [from, to], sentence }: Claim, { document: { text } }: CheckContext): string {
  const start = form === "dated-act" ? Math.max(sentence[0], from - BEFORE_VERB) : from;
  return text.slice(start, to);
}

/** Characters before a verb in which an adverb and a name stand. */
const BEFORE_VERB = 24;

/** "Threatened to switch", with no word of the act before it: what was weighed before it was done was done ("after it had considered"). */
function isMeant(clause: string, language: string, { for: shown }: Outcome): boolean {
  const [means] = idiom("means", language).find(clause);
  if (!means) return false;
  const said = stemsOf(withoutStates(clause.slice(0, means[0])).rest);
  return !shown.some(({ label }) => stemsOf(label).some(stem => said.includes(stem)));
}

const FORMS: ReadonlySet<Claim["form"]> = new Set(["statement", "dated-act", "relation"]);

function isOfActs(found: Outcome, { shelf }: CheckContext): boolean {
  const acts = new Set(actKinds(shelf.codebook).map(({ id }) => id));
  return found.for.length > 0 && found.for.every(({ kind }) => acts.has(kind));
}

const valuesOf = ({ for: [first] }: Outcome) => ({ label: first?.label ?? "", counter: first?.origin ?? "" });

const denied = (found: Outcome): Outcome => ({
  ...found,
  verdict: "contradicted",
  reasons: [reason("record-denied", valuesOf(found))],
  for: [],
  against: found.for,
  missing: null,
});

/** What bears out that the act was done; null where nothing does. */
function asDone(claim: Claim, context: CheckContext): Outcome | null {
  const told = { ...claim, polarity: "positive" as const };
  const found = checkToldAct(told, context) ?? checkWordedAct(told, context);
  return found?.verdict === "supported" && isOfActs(found, context) ? found : null;
}

/** "Never switched recognition": a word of the title follows the negation, and nothing behind it says when, how or why it was not done. */
function isDeniedIn(clause: string, label: string, language: string): boolean {
  const [not] = language === "en" ? idiom("neverDone", language).find(clause) : [];
  if (!not) return false;
  const title = new Set(stemsOf(label));
  const [verb, ...rest] = stemsOf(withoutStates(clause.slice(not[1])).rest);
  return verb !== undefined && title.has(verb) && rest.every(stem => title.has(stem));
}

/** "Came close to signing"; "Nauru nearly switched", where the adverb stands between who acts and a verb in the past. */
function isAverted(clause: string, language: string, codebook: Pick<Codebook, "phrases">): boolean {
  if (idiom("averted", language).test(clause)) return true;
  const past = idiom("didAct", language).words;
  return idiom("allBut", language)
    .find(clause)
    .some(([from, to]) => {
      const [verb = ""] = /^\s+\p{L}+/u.exec(clause.slice(to)) ?? [];
      const isDone = /\p{L}{2}ed$/u.test(verb) || past.has(verb.trim().toLowerCase());
      if (isDone && DOER.test(clause.slice(0, from))) return true;
      return actBegins(clause.slice(to).trim(), { codebook, language });
    });
}

/** A name, or a verb that helps another. */
const DOER = /(?:\p{Lu}[\p{L}'’]*|\b(?:has|have|had))\s+$/u;

/** "China to donate drones", "Honduras announces it will seek ties", "offers": the act is itself what somebody means to do. */
const isPromise = (label: string): boolean =>
  PROMISE.test(label) || idiom("means", "en").test(label) || stemsOf(label).some(stem => PROMISES.has(stem));
const PROMISE = /(?<!\p{L})(?:to|will)\s(?!the\s|an?\s)\p{Ll}/u;
const PROMISES: ReadonlySet<string> = new Set(
  stemsOf("offers pledge promises proposal plans aim announces considers explored agrees"),
);
