import { idiom } from "../../text/index.ts";

/** Whether a clause tells of what was done, of what somebody was to do or wished to, or of what somebody would not do. */
export type Mood = "fact" | "wish" | "refusal";

/** Names, articles and dates between a verb of bidding and what is bidden ("asked Huawei to build"). */
const NAMED = /^(?:\s+(?:\p{Lu}[\p{L}\p{N}&.'’-]*|\p{Ll}{1,3}(?=\s[\p{Lu}\d])|\d+))*\s*$/u;

/** The same where letters have no capitals: a few words of the same clause. */
const UNCASED = /^(?:[\s\p{Lo}\p{N}]|\p{Lu}[\p{L}\p{N}&.-]*){0,16}$/u;

/**
 * "Was asked to supply", "wants to buy", "ordered Acme to install": the verb of giving is only what somebody is bidden or wishes to do;
 * "refused to sell": it is what he does not do.
 */
export function moodOf(clause: string, language: string): Mood {
  const infinitives = idiom("infinitive", language).find(clause);
  const governs = (name: "bids" | "refuses") =>
    idiom(name, language)
      .find(clause)
      .some(([, end]) => infinitives.some(([from]) => from >= end && isNamed(clause.slice(end, from))));
  if (infinitives.length === 0) return "fact";
  return governs("refuses") ? "refusal" : governs("bids") ? "wish" : "fact";
}

const isNamed = (between: string): boolean => NAMED.test(between) || UNCASED.test(between);

/** "Asked its ministries no longer to install": in the same clause something is bidden, however far before what is to be done. */
export function isBidden(clause: string, language: string): boolean {
  const bids = idiom("bids", language).find(clause);
  const infinitives = idiom("infinitive", language).find(clause);
  return bids.some(([, end]) =>
    infinitives.some(([from]) => from >= end && !CLAUSE_END.test(clause.slice(end, from))),
  );
}

const CLAUSE_END = /[;:.!?\u3002\uff1b\uff1a\u061b]/u;
