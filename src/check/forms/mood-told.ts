import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { actKinds } from "../gather/schema.ts";
import { isBidden, moodOf } from "../match/mood.ts";
import { statusOf, timeOfRecord } from "../match/record-fit.ts";
import { isRealised } from "../rule/gate.ts";
import { checkToldAct } from "./told-act.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";
import { checkWordedAct } from "./worded-act.ts";

/** What is to be left undone was not said to be so: what is done bears nothing out and refutes nothing. */
const OPEN = outcome("unverifiable", { reasons: [reason("no-evidence")], missing: reason("missing-source") });

/**
 * "Was told to install", "refused to sell": what records have as done bears out no order, wish or refusal. An act of the book may be that order;
 * else a wish is told of what is done, which is imprecise, and a refusal is contradicted.
 */
export function ofMood(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const { shelf, document } = context;
  const acts = new Set(actKinds(shelf.codebook).map(({ id }) => id));
  const clause = document.text.slice(...claim.span);
  const language = document.language.slice(0, 2);
  if (claim.polarity === "negative" && found.verdict === "contradicted" && isBidden(clause, language)) {
    const act = checkToldAct({ ...claim, polarity: "positive" }, context);
    return act?.verdict === "supported" ? act : OPEN;
  }
  const isDone = found.verdict === "supported" && found.for.some(({ kind }) => !acts.has(kind));
  if (!isDone || claim.value !== null || claim.polarity === "negative") return found;
  const mood = moodOf(clause, language);
  if (mood === "fact") return isLongDone(found, claim, context) ? asWish(found) : found;
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
    : asWish(found);
}

const asWish = (found: Outcome): Outcome => ({
  ...found,
  verdict: "imprecise",
  reasons: [reason("told-as-wish", found.reasons[0]?.values ?? {})],
});

/** "Will supply", of what was supplied before the text was published. */
function isLongDone(
  { for: shown }: Outcome,
  { status, span }: Claim,
  { shelf, document }: CheckContext,
): boolean {
  const published = document.published.slice(0, 10);
  if (status !== "planned" || published === "") return false;
  if (idiom("pastFuture", document.language.slice(0, 2)).test(document.text.slice(...span))) return false;
  const ids = new Set(shown.map(({ record }) => record));
  const records = [...shelf.records.values()].flat().filter(({ id }) => ids.has(id));
  return (
    records.length > 0 &&
    records.every(record => {
      const { start = "", end = "" } = timeOfRecord(record) ?? {};
      const known = end === "" || end > published ? start : end;
      return known !== "" && known < published && isRealised(statusOf(record), "delivered");
    })
  );
}
