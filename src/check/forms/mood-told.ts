import type { Claim } from "../../read/types.ts";
import { actKinds } from "../gather/schema.ts";
import { moodOf } from "../match/mood.ts";
import { checkToldAct } from "./told-act.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";
import { checkWordedAct } from "./worded-act.ts";

/**
 * "Was told to install", "refused to sell": what records have as done bears out no order, wish or refusal. An act of the book may be that order;
 * else a wish is told of what is done, which is imprecise, and a refusal is contradicted.
 */
export function ofMood(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const { shelf, document } = context;
  const acts = new Set(actKinds(shelf.codebook).map(({ id }) => id));
  const isDone = found.verdict === "supported" && found.for.some(({ kind }) => !acts.has(kind));
  if (!isDone || claim.value !== null || claim.polarity === "negative") return found;
  const mood = moodOf(document.text.slice(...claim.span), document.language.slice(0, 2));
  if (mood === "fact") return found;
  const act = checkToldAct(claim, context) ?? checkWordedAct(claim, context);
  if (act?.verdict === "supported") return act;
  const values = found.reasons[0]?.values ?? {};
  return mood === "refusal"
    ? {
        ...found,
        verdict: "contradicted",
        reasons: [reason("record-denied", values)],
        for: [],
        against: found.for,
      }
    : { ...found, verdict: "imprecise", reasons: [reason("told-as-wish", values)] };
}
