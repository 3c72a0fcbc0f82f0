import type { Claim } from "../../read/types.ts";
import { countedFields } from "../gather/schema.ts";
import { isCurrency, normalUnit } from "../rule/units.ts";
import { checkRelation } from "./relation.ts";
import type { CheckContext, Outcome } from "./types.ts";

/** Verdicts that say of the number itself what is wrong with it. */
const WRONG = new Set<Outcome["verdict"]>(["contradicted", "disputed", "outdated", "misattributed"]);

/**
 * "Nigeria bought the system from Huawei for $470 million": where the number is that of a record of the same taker and thing which names another
 * maker, the sentence is wrong about the maker, whatever the number is worth. Where a claim of its own tells who made it, that one says so.
 */
export async function withMaker(found: Outcome, claim: Claim, context: CheckContext): Promise<Outcome> {
  const { vendor = [], recipient = [] } = claim.roles;
  if (WRONG.has(found.verdict) || claim.polarity === "negative" || claim.value === null) return found;
  if (vendor.length === 0 || recipient.length === 0) return found;
  const isTold = context.claims.some(
    ({ form, sentence }) => form === "relation" && sentence[0] === claim.sentence[0],
  );
  if (isTold) return found;
  const relation = await checkRelation({ ...claim, form: "relation" }, context);
  const first = relation.reasons[0];
  if (first?.code !== "other-maker" || !WRONG.has(relation.verdict)) return found;
  const against = new Set(relation.against.map(({ record }) => record));
  const pinned = context.shelf.counted.find(record => against.has(record.id) && states(record, claim));
  if (!pinned) return found;
  return {
    ...found,
    verdict: relation.verdict,
    reasons: [{ ...first, values: { ...first.values, label: pinned.label } }, ...found.reasons],
    against: [...relation.against.filter(({ record }) => record === pinned.id), ...found.against],
  };
}

/** A record states the claim's number of itself. */
const states = ({ kind, row }: CheckContext["shelf"]["counted"][number], { value, unit }: Claim): boolean =>
  countedFields(kind).some(({ id, unit: own }) => {
    const [given, wanted] = [normalUnit(String(row[`${id}_unit`] ?? own ?? "")), normalUnit(unit)];
    return row[id] === value && (isCurrency(given) || isCurrency(wanted) ? given === wanted : true);
  });
