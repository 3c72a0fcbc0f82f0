import type { Claim } from "../../read/types.ts";
import { type IdiomName, idiom } from "../../text/index.ts";
import { actKinds } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { inOrder } from "../match/order.ts";
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
  const rank = (["only", "first", "last"] as const).find(name => isRanked(clause, name, language));
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

const RANKS = { only: "only", first: "first", last: "lastOne" } as const satisfies Readonly<
  Record<string, IdiomName>
>;

/** "The first country", "the only Pacific state that": the word stands before a noun for whoever acts. */
function isRanked(clause: string, rank: keyof typeof RANKS, language: string): boolean {
  const nouns = idiom("stateNoun", language).find(clause);
  return idiom(RANKS[rank], language)
    .find(clause)
    .some(([from, to]) =>
      nouns.some(
        noun =>
          (noun[0] >= to && BESIDE.test(clause.slice(to, noun[0]))) ||
          (noun[1] <= from && BESIDE.test(clause.slice(noun[1], from))),
      ),
    );
}

/** Nothing, or a word or two. */
const BESIDE = /^\s*(?:[\p{L}-]+\s+){0,2}$/u;

/** "The first African country": of a part of the world only. */
function isNarrowed(clause: string, language: string): boolean {
  return idiom("stateNoun", language)
    .find(clause)
    .some(([from, to]) =>
      PARTS.some(part =>
        idiom(part)
          .find(clause)
          .some(([start, end]) => (end <= from && from - end < NEAR) || (start >= to && start - to < NEAR)),
      ),
    );
}

const PARTS = ["africa", "asia", "europe", "latinAmerica", "pacific", "middleEast"] as const;
/** Characters between a noun for states and the part of the world that it is told of ("country in Latin America"). */
const NEAR = 12;

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
