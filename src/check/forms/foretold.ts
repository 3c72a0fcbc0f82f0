import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { isBudget, isTarget } from "../match/ahead.ts";
import { clauseAround } from "../match/clause.ts";
import { isPlanMeasure } from "../match/plan.ts";
import { statusOf } from "../match/record-fit.ts";
import { isRealised } from "../rule/gate.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/**
 * "Could soon control 40 percent", "is expected to have 1,000 cameras": a number that is only guessed at or hoped for is none that was counted. What was
 * planned or promised is on record as such, and speaks to it.
 */
export function ofForetold(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isJudged = found.verdict !== "unverifiable" && found.verdict !== "not-checkable";
  if (claim.form !== "number" || !isJudged || !isForetold(claim, context)) return found;
  const shown = [...found.for, ...found.against];
  if (shown.some(({ record }) => isOfPlan(record, context))) return found;
  return outcome("not-checkable", {
    reasons: [reason("is-forecast")],
    related: [...shown, ...found.related],
  });
}

function isForetold(claim: Claim, { document: { text, language }, claims }: CheckContext): boolean {
  const foretold = idiom("foretold", language.slice(0, 2));
  if (!foretold.test(text.slice(...claim.sentence))) return false;
  const clause = clauseAround(claim, { text, language, claims });
  const at = clause.indexOf(claim.text);
  // The month of May is no guess.
  return foretold
    .find(clause.slice(0, at))
    .some(
      ([from, to]) => !isParted(clause.slice(to, at)) && (!/^\p{Lu}/u.test(clause.slice(from)) || from === 0),
    );
}

/** "Moscow, which may yet be fined, has 217,000 cameras": the guess stands in an aside. */
const isParted = (between: string): boolean => (between.match(/[,，،](?!\d)/gu) ?? []).length % 2 === 1;

/** A figure of what was planned or promised, or a record of what has not come about. */
function isOfPlan(id: string, { shelf }: CheckContext): boolean {
  const figure = shelf.figures.find(each => each.id === id);
  if (figure) return isPlanMeasure({ id: figure.measure }) || isTarget(figure) || isBudget(figure);
  const record = [...shelf.records.values()].flat().find(each => each.id === id);
  return record !== undefined && !isRealised(statusOf(record), "delivered");
}
