import { NUMBER } from "../tokens/token.ts";
import { pointsAhead } from "./ahead.ts";
import { bareHourFits, clockAt } from "./clock.ts";
import { type Clock, within } from "./clock-value.ts";
import type { DateContext } from "./context.ts";
import { endsPhrase, keyAt, wholeAt } from "./parts.ts";

/** "(today at) 9p": a letter for the half of the day. */
export function letteredTime(x: DateContext, i: number): Clock | null {
  const half = x.tokens[i + 1]?.gap === false ? x.w.gluedHalves.longest(x.tokens, i + 1) : null;
  const h = half ? wholeAt(x, i, /^(?:[1-9]|1[0-2])$/) : null;
  return half && h !== null ? { h: within(h, half.value), m: null, told: true, to: half.to } : null;
}

/** "(schedule it for Monday at) 2.30": with a point for decimals, where the sentence looks ahead. */
export function plannedTime(x: DateContext, i: number): Clock | null {
  const parts = x.c.pack.numbers.decimal === "," ? null : /^(\d{1,2})\.([0-5]\d)$/.exec(keyAt(x, i));
  const h = Number(parts?.[1]);
  if (!parts || h > 24 || !bareHourFits(x, i + 1) || !pointsAhead(x, i)) return null;
  return { h, m: Number(parts[2]), told: h > 12, to: i + 1 };
}

/** "mercredi 4 heures": a mark that may count hours too, behind a day and at the end of its phrase. */
export function weakTime(x: DateContext, i: number): Clock | null {
  const time = x.tokens[i]?.kind === NUMBER ? clockAt(x, i, true) : null;
  return time?.weak && time.m === null && endsPhrase(x, time.to) ? time : null;
}

/** "2016-12-16T12:23:59": a time glued behind its day by the letter of ISO 8601. */
export function isoTime(x: DateContext, i: number): Clock | null {
  const glued = (at: number, form: RegExp): boolean =>
    x.tokens[at]?.gap === false && form.test(x.tokens[at]!.key);
  if (!glued(i, /^t$/) || !glued(i + 1, /^[0-2]\d$/) || !glued(i + 2, /^:$/) || !glued(i + 3, TWO))
    return null;
  const seconds = glued(i + 4, /^:$/) && glued(i + 5, TWO);
  const to = seconds ? i + 6 : i + 4;
  return {
    h: Number(keyAt(x, i + 1)),
    m: Number(keyAt(x, i + 3)),
    s: seconds ? Number(keyAt(x, i + 5)) : null,
    told: true,
    to: glued(to, /^z$/) ? to + 1 : to,
  };
}

const TWO = /^[0-5]\d$/;
