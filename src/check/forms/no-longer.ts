import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/** "Acme no longer supplies cameras", "will not train": what records have as done before says nothing against it. */
export function ofGoingOn(found: Outcome, claim: Claim, { document }: CheckContext): Outcome {
  const isRefuted = found.verdict === "contradicted" && found.reasons[0]?.code === "record-denied";
  if (!isRefuted) return found;
  const { text, language } = document;
  if (!idiom("noLonger", language.slice(0, 2)).test(text.slice(...claim.span))) return found;
  return {
    ...found,
    verdict: "unverifiable",
    reasons: [reason("no-evidence")],
    against: [],
    related: [...found.against, ...found.related],
    missing: reason("missing-record"),
  };
}
