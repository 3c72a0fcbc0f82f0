import { WORD } from "../tokens/token.ts";
import { durationValue } from "./context.ts";
import { awayAt, endsPhrase, isPluralUnit, make, type Rule } from "./parts.ts";
import { floating } from "./periods.ts";

const UNITS = /^(?:hour|day|week|month|year|decade|century)$/;

/** "for years", "within weeks", "over the decades", "months ago": units in the plural whose number is left open. */
export const bareUnits: Rule = (x, i) => {
  if (!isPluralUnit(x, i)) return null;
  const unit = x.w.units.longest(x.tokens, i);
  if (!unit || unit.to > i + 1 || !UNITS.test(unit.value)) return null;
  const away = x.w.bareUnitsBack.endsBefore(x.tokens, i) ? null : awayAt(x, unit.to);
  // "days before the vote": counted from what follows.
  const next = away ? x.tokens[away.to] : undefined;
  if (next?.kind === WORD && x.w.distanceLinks.longest(x.tokens, unit.to)) return null;
  const before = x.tokens[i - 1];
  // What is no small word before them counts them.
  if (away && away.value < 0 && (before?.kind !== WORD || x.c.stop.has(before.key)))
    return make(i, away.to, floating("PAST_REF"));
  const led = x.w.bareUnitsBack.endsBefore(x.tokens, i) !== null && endsPhrase(x, unit.to);
  return led ? make(i, unit.to, floating(durationValue("X", unit.value)), true) : null;
};
