import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { RecordRow } from "../gather/types.ts";
import { placesIn } from "../match/places-in.ts";
import { timeOfRecord } from "../match/record-fit.ts";
import { codesOf, dateOf } from "./act.ts";
import { recordShown } from "./evidence.ts";
import { actsOf, codesTold } from "./told-act.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";
import { actorsOf } from "./worded-act.ts";

/**
 * "Nauru recognised China before Kiribati did": the acts of two states of one kind, by which came first. Null where a sentence sets no two in order, or one
 * of them is not on record.
 */
export function checkActOrder(claim: Claim, context: CheckContext): Outcome | null {
  if (claim.polarity === "negative" || claim.value !== null) return null;
  const clause = context.document.text.slice(...claim.span);
  const compared = comparedIn(clause, context.document.language.slice(0, 2));
  if (!compared || !claim.places.includes(compared.state)) return null;
  const rest = claim.places.filter(place => place !== compared.state);
  const told = codesTold(claim, context);
  const own = actsOf(told, rest, context)[0];
  if (!own) return null;
  const actors = actorsOf(own);
  const places = [compared.state, ...rest.filter(place => !actors.includes(place))];
  const their = actsOf(told, places, context).find(
    act => actorsOf(act).includes(compared.state) && codesOf(act).some(code => codesOf(own).includes(code)),
  );
  const first = their ? firstOf(own, their) : null;
  if (!their || first === null) return null;
  const isSo = (first === own) === compared.isEarlier;
  const { shelf, language } = context;
  const show = (act: RecordRow) =>
    recordShown(act, { shelf, language, note: reason("act-on-record-note"), period: dateOf(act) });
  const shown = [own, their].map(show);
  return isSo
    ? outcome("supported", {
        reasons: [own, their].map(act => reason("act-on-record", { label: act.label, period: dateOf(act) })),
        for: shown,
      })
    : outcome("contradicted", {
        reasons: [
          reason("act-order", {
            label: own.label,
            period: dateOf(own),
            other: their.label,
            date: dateOf(their),
          }),
        ],
        against: shown,
      });
}

/** The act that was over before the other began; null where their dates leave that open. */
function firstOf(own: RecordRow, their: RecordRow): RecordRow | null {
  const [mine, other] = [timeOfRecord(own), timeOfRecord(their)];
  if (!mine || !other) return null;
  return mine.end < other.start ? own : other.end < mine.start ? their : null;
}

interface Compared {
  readonly state: string;
  /** The act of the sentence's subject is told as the earlier one. */
  readonly isEarlier: boolean;
}

/** The state behind "before" or "after" with which a clause ends, or ends but for "did". */
function comparedIn(clause: string, language: string): Compared | null {
  for (const name of ["earlierThan", "laterThan"] as const)
    for (const [, to] of idiom(name, language).find(clause)) {
      const state = placesIn(clause, language).find(
        ({ span }) => span[0] >= to && /^\s*(?:\p{L}{1,3}['’\s])?\s*$/u.test(clause.slice(to, span[0])),
      );
      if (state && endsAt(clause, state.span[1], language))
        return { state: state.country, isEarlier: name === "earlierThan" };
    }
  return null;
}

/** Nothing follows but a verb that stands for another ("did"). */
function endsAt(clause: string, at: number, language: string): boolean {
  const behind = clause
    .slice(at)
    .replace(/[.!?。؟]/gu, "")
    .trim();
  return behind === "" || idiom("proVerb", language).after(behind, 0)?.[1] === behind.length;
}
