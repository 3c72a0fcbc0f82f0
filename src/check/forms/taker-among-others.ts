import type { Claim } from "../../read/types.ts";
import { fieldOfRole, takerField } from "../gather/schema.ts";
import { stockOf } from "../gather/stock.ts";
import type { RecordRow } from "../gather/types.ts";
import { isNarrowed, rankIn } from "../match/rank.ts";
import { answerable, confidenceOf, statusOf, timeOfRecord } from "../match/record-fit.ts";
import { isRealised } from "../rule/gate.ts";
import { periodLabel } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { takersOf } from "./takers.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Records that are looked at for one that speaks against a text. */
const LOOKED_AT = 200;

/**
 * "Hungary was the group's sole customer", "the first country to buy from Huawei": that one took bears out only if the same giver gave to nobody else, or to
 * nobody before.
 */
export async function ofTakerAmongOthers(
  found: Outcome,
  claim: Claim,
  context: CheckContext,
): Promise<Outcome> {
  if (found.verdict !== "supported" || claim.form !== "relation" || claim.polarity === "negative")
    return found;
  const { document, shelf, book } = context;
  const clause = document.text.slice(...claim.span);
  const spoken = document.language.slice(0, 2);
  const rank = rankIn(clause, spoken);
  const role = (["vendor", "provider"] as const).find(name => claim.roles[name]?.length);
  const fitting =
    rank && rank !== "last" && role ? answerable(shelf, { ...claim.roles, recipient: ["*"] }) : null;
  const giver = fitting && role ? fieldOfRole(fitting.kind, role) : undefined;
  const taker = fitting ? takerField(fitting.kind) : undefined;
  if (!fitting || !giver || !taker) return found;
  const starts = found.for.flatMap(({ record }) =>
    startOf([...shelf.records.values()].flat().find(({ id }) => id === record)),
  );
  const first = starts.sort()[0] ?? "";
  const isCounter = (record: RecordRow) =>
    isRealised(statusOf(record), "delivered") &&
    confidenceOf(record) !== "low" &&
    isToldByOthers(record, shelf) &&
    (rank === "only" || (first !== "" && (timeOfRecord(record)?.end ?? "9999") < first));
  const counter = isNarrowed(clause, spoken)
    ? []
    : await firstOf(
        (await stockOf(book)).pages(fitting.kind, {
          same: new Map([[giver, claim.roles[role!]!]]),
          order: "id",
          notOnly: [taker, [...takersOf(claim)]],
          sureOf: taker,
        }),
        isCounter,
      );
  const [against] = counter;
  if (!against)
    return {
      ...found,
      verdict: "unverifiable",
      reasons: [reason("no-counter-example")],
      for: [],
      related: [...found.for, ...found.related],
      missing: reason("missing-yardstick"),
    };
  const note = reason("counter-example", { label: against.label });
  const shown = recordShown(against, {
    shelf,
    language: context.language,
    note,
    period: periodLabel(timeOfRecord(against)),
  });
  return outcome("contradicted", { reasons: [note], against: [shown], related: found.for });
}

const startOf = (record: RecordRow | undefined): readonly string[] => {
  const start = record ? timeOfRecord(record)?.start : undefined;
  return start ? [start] : [];
};

/** The first record that is wanted, of no more than are looked at. */
async function firstOf(
  pages: AsyncIterable<readonly RecordRow[]>,
  isWanted: (record: RecordRow) => boolean,
): Promise<readonly RecordRow[]> {
  let seen = 0;
  for await (const page of pages) {
    const found = page.find(isWanted);
    seen += page.length;
    if (found || seen > LOOKED_AT) return found ? [found] : [];
  }
  return [];
}
