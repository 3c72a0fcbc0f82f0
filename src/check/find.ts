import type { Claim } from "../read/types.ts";
import { wordReason } from "./explain/word.ts";
import { checkAct } from "./forms/act.ts";
import { ofActAmongOthers } from "./forms/act-among-others.ts";
import { checkActOfOthers } from "./forms/act-of-others.ts";
import { ofActRoles } from "./forms/act-roles.ts";
import { beyondRecord } from "./forms/beyond-record.ts";
import { checkCause } from "./forms/cause.ts";
import { checkDenial } from "./forms/denial.ts";
import { checkEvent } from "./forms/event.ts";
import { ofForetold } from "./forms/foretold.ts";
import { checkFounder } from "./forms/founder.ts";
import { checkActGoneOn } from "./forms/gone-on.ts";
import { checkHome } from "./forms/home.ts";
import { againstLife } from "./forms/life-of-body.ts";
import { ofMood } from "./forms/mood-told.ts";
import { ofNearParty } from "./forms/near-party.ts";
import { ofGoingOn } from "./forms/no-longer.ts";
import { checkNumber } from "./forms/number.ts";
import { withProductMaker } from "./forms/product-maker.ts";
import { checkQuotation } from "./forms/quotation.ts";
import { checkRelation } from "./forms/relation.ts";
import { withGiftSwapped, withPartiesSwapped } from "./forms/reversed.ts";
import { heldInParts } from "./forms/second-act.ts";
import { checkStatement } from "./forms/statement.ts";
import { checkStudy } from "./forms/study.ts";
import { checkSuperlative } from "./forms/superlative.ts";
import { ofTakerAmongOthers } from "./forms/taker-among-others.ts";
import { checkToldAct } from "./forms/told-act.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./forms/types.ts";
import { ofUndoneAct } from "./forms/undone-act.ts";
import { checkWordedAct } from "./forms/worded-act.ts";
import type { ReasonData } from "./rule/types.ts";
import type { Finding } from "./types.ts";

type Checker = (claim: Claim, context: CheckContext) => Outcome | Promise<Outcome>;

/** How each form of claim is checked. */
const CHECKERS: Readonly<Record<Claim["form"], Checker>> = {
  number: checkGivenNumber,
  series: checkNumber,
  relation: checkRelationOrAct,
  "dated-act": checkActOrKind,
  study: checkStudy,
  cause: checkCause,
  superlative: checkSuperlative,
  quotation: checkQuotation,
  statement: checkStatement,
  opinion: () => outcome("not-checkable", { reasons: [reason("is-opinion")] }),
  question: () => outcome("not-checkable", { reasons: [reason("is-question")] }),
  supposition: () => outcome("not-checkable", { reasons: [reason("is-supposition")] }),
  promotion: () => outcome("promotional", { reasons: [reason("is-promotion")] }),
};

/** Of what was given, the evidence must tell who gave it to whom. */
async function checkGivenNumber(claim: Claim, context: CheckContext): Promise<Outcome> {
  return ofForetold(withGiftSwapped(await checkNumber(claim, context), claim, context), claim, context);
}

const isBare = (found: Outcome): boolean =>
  found.verdict === "unverifiable" && found.for.length + found.against.length === 0;

/** A sentence with two parties may tell of an act of the one upon the other, or of what was done with a system, where no record has the one supply the other. */
async function checkRelationOrAct(claim: Claim, context: CheckContext): Promise<Outcome> {
  const found = withPartiesSwapped(await checkRelation(claim, context), claim, context);
  const act = isBare(found) ? checkToldAct(claim, context) : null;
  if (act || claim.polarity === "negative" || !OPEN.has(found.reasons[0]?.code ?? "")) return act ?? found;
  const event = checkEvent(claim, context);
  return event.verdict === "supported" ? event : found;
}

/** Reasons of a relation that say nothing against it: what happened may still be on record ("used it against journalists"). */
const OPEN: ReadonlySet<string> = new Set(["no-evidence", "other-date", "low-confidence"]);

/**
 * An act may be told by its kind and its parties under a word that no title of the book bears ("pact" for "agreement"), or that the
 * title of another act bears too ("deal"); one between a state and a maker is a deal of theirs.
 */
function checkActOrKind(claim: Claim, context: CheckContext): Outcome | Promise<Outcome> {
  const found = checkAct(claim, context);
  if (found.verdict === "supported" || claim.polarity === "negative") return found;
  const told = checkToldAct(claim, context);
  const best = told !== null && (isBare(found) || told.verdict === "supported") ? told : found;
  const isDeal = claim.roles["vendor"]?.length && claim.roles["recipient"]?.length;
  return isBare(best) && isDeal ? checkRelation({ ...claim, form: "relation" }, context) : best;
}

/** Nothing was found, or nothing looked for in what reads like an opinion ("announces an aim"); quotations and studies have ways of their own. */
const isOpen = (found: Outcome, { form }: Claim): boolean =>
  form !== "quotation" &&
  form !== "study" &&
  form !== "question" &&
  (isBare(found) || (form === "opinion" && found.verdict === "not-checkable"));

/** Forms of claims whose words may say who makes a thing. */
const TELLS_MAKER: ReadonlySet<Claim["form"]> = new Set([
  "relation",
  "statement",
  "dated-act",
  "superlative",
]);

/** The finding on one claim, worded in the language of the context. */
export async function findOn(claim: Claim, context: CheckContext): Promise<Finding> {
  const checked = ofMood(
    checkDenial(claim, context) ?? (await CHECKERS[claim.form](claim, context)),
    claim,
    context,
  );
  const asked =
    (isOpen(checked, claim)
      ? (checkWordedAct(claim, context) ??
        checkActOfOthers(claim, context) ??
        checkFounder(claim, context) ??
        checkActGoneOn(claim, context))
      : null) ?? checked;
  const whole = heldInParts(againstLife(asked, claim, context), claim, context);
  const roles = ofActRoles(ofUndoneAct(whole, claim, context), claim, context);
  const done = ofActAmongOthers(roles, claim, context);
  const near = ofNearParty(await ofTakerAmongOthers(done, claim, context), claim, context);
  const told = ofGoingOn(beyondRecord(near, claim, context), claim, context);
  const made = TELLS_MAKER.has(claim.form) ? withProductMaker(told, claim, context) : told;
  const found = checkHome(made, claim, context);
  const { language, shelf } = context;
  const say = (each: ReasonData) => wordReason(each, language, shelf.codebook);
  const worded = found.reasons.map(say);
  return {
    verdict: found.verdict,
    reasons: worded.filter((each, index) => worded.findIndex(other => other.text === each.text) === index),
    for: found.for,
    against: found.against,
    related: found.related,
    left: found.left,
    indicator: found.indicator,
    claimed: found.claimed,
    band: found.band,
    missing: found.missing ? say(found.missing).text : "",
  };
}
