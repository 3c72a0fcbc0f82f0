import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Judgement, ReasonData } from "../rule/types.ts";
import { reason } from "./types.ts";

/** What would settle a number that is not settled. Null where it is. */
export function missingOf(
  { verdict, flags, parts }: Judgement,
  { measure, claim }: { measure: Measure; claim: Claim },
): ReasonData | null {
  const all = [...flags, ...parts.flatMap(part => part.flags)];
  if (all.includes("planned-not-realised")) return reason("missing-realised");
  if (verdict === "disputed" && !all.includes("vendor-claim-as-fact")) return reason("missing-method");
  if (verdict !== "unverifiable" && verdict !== "disputed") return null;
  const [start, end] = claim.period;
  if (all.includes("not-comparable") && (start || end))
    return reason("missing-period", { period: [...new Set([start, end].filter(Boolean))].join(" to ") });
  return reason("missing-count", { measure: measure.id });
}
