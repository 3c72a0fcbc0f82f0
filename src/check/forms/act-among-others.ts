import type { Claim } from "../../read/types.ts";
import { actKinds } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { inOrder } from "../match/order.ts";
import { isNarrowed, rankIn } from "../match/rank.ts";
import { confidenceOf, timeOfRecord } from "../match/record-fit.ts";
import { ordersIn } from "../match/worded-title.ts";
import { codesOf, dateOf } from "./act.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { checkToldAct } from "./told-act.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";
import { actorsOf, checkWordedAct } from "./worded-act.ts";

/**
 * "The only country that switched", "the first to sign": an act on record bears that out only if no state did the same at all, or before. Of a row
 * ("the third patrol") another number is another act.
 */
export function ofActAmongOthers(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  if (claim.polarity === "negative" || claim.value !== null) return found;
  if (found.verdict === "supported") return amongOthers(found, claim, context);
  // "Honduras was the first to switch": no record of who gives speaks against it, but acts may.
  const isOpen = claim.form === "superlative" && found.for.length + found.against.length === 0;
  const act = isOpen ? (checkToldAct(claim, context) ?? checkWordedAct(claim, context)) : null;
  if (act?.verdict !== "supported") return found;
  const told = amongOthers(act, claim, context);
  return told.verdict === "contradicted" ? told : found;
}

function amongOthers(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const { shelf, document } = context;
  const acts = allActs(context);
  const shown = found.for.flatMap(({ record }) => acts.find(({ id }) => id === record) ?? []);
  if (shown.length === 0 || shown.length < found.for.length) return found;
  const clause = document.text.slice(...claim.span);
  const inRow = ofOtherNumber(found, clause, { shown, context });
  if (inRow) return inRow;
  const language = document.language.slice(0, 2);
  const rank = rankIn(clause, language);
  if (!rank || shown.some(({ label }) => ordersIn(label).length > 0)) return found;
  const own = new Set(shown.flatMap(actorsOf));
  const codes = new Set(shown.flatMap(codesOf));
  const times = shown.map(act => timeOfRecord(act)?.start ?? "").sort();
  const isCounter = (act: RecordRow) => {
    const time = timeOfRecord(act);
    const actors = actorsOf(act);
    if (time === null || actors.length === 0 || actors.some(state => own.has(state))) return false;
    if (!codesOf(act).some(code => codes.has(code)) || confidenceOf(act) === "low") return false;
    if (!isToldByOthers(act, shelf)) return false;
    return rank === "only" || (rank === "first" ? time.end < times[0]! : time.start > times.at(-1)!);
  };
  const counter = acts.filter(isCounter);
  // Among the states of a part of the world that is named, others may not count.
  const open = {
    ...found,
    verdict: "unverifiable" as const,
    for: [],
    related: [...found.for, ...found.related],
  };
  if (counter.length === 0 || isNarrowed(clause, language))
    return { ...open, reasons: [reason("no-counter-example")], missing: reason("missing-yardstick") };
  const note = (act: RecordRow) => reason("counter-example", { label: act.label });
  return outcome("contradicted", {
    reasons: [note(counter[0]!)],
    against: counter
      .slice(0, 5)
      .map(act =>
        recordShown(act, { shelf, language: context.language, note: note(act), period: dateOf(act) }),
      ),
    related: found.for,
  });
}

const allActs = ({ shelf }: CheckContext): readonly RecordRow[] =>
  actKinds(shelf.codebook).flatMap(kind => shelf.records.get(kind.id) ?? []);

/** "The third patrol was in 2019", which the book knows as the second. Titles of acts are in English. */
function ofOtherNumber(
  found: Outcome,
  clause: string,
  { shown, context }: { readonly shown: readonly RecordRow[]; readonly context: CheckContext },
): Outcome | null {
  if (!context.document.language.startsWith("en")) return null;
  const said = ordersIn(clause);
  const isOther = ({ label }: RecordRow) => {
    const own = ordersIn(label);
    return own.length > 0 && said.length > 0 && !own.some(order => said.includes(order));
  };
  if (!shown.every(isOther)) return null;
  const parties = new Set(actorsOf(shown[0]!));
  const codes = codesOf(shown[0]!);
  const meant = allActs(context)
    .filter(act => ordersIn(act.label).some(order => said.includes(order)))
    .filter(
      act =>
        codesOf(act).some(code => codes.includes(code)) && actorsOf(act).some(state => parties.has(state)),
    )
    .filter(act => withoutOrder(act.label) === withoutOrder(shown[0]!.label))
    .sort((a, b) => inOrder(a.id, b.id));
  const [act] = meant;
  return {
    ...found,
    verdict: act ? "imprecise" : "unverifiable",
    reasons: [act ? reason("other-date", { label: act.label, period: dateOf(act) }) : reason("no-evidence")],
    for: [],
    related: [...found.for, ...found.related],
    missing: reason("missing-source"),
  };
}

const withoutOrder = (label: string): string =>
  ordersIn(label)
    .reduce((text, order) => text.replace(order, ""), label.toLowerCase())
    .trim();
