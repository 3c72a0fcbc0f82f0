import type { NumberRead } from "../numerals/read.ts";
import type { Quantity, Span } from "../types.ts";
import { directionAfter, directionBefore, directionBelow, directionFar, hedgeOf } from "./context.ts";
import type { Reader } from "./part.ts";
import { perAfter, type UnitRead } from "./units.ts";

function spanOf(r: Reader, from: number, to: number): Span {
  return [r.tokens[from]!.start, r.tokens[to - 1]!.end];
}

interface Assembly {
  readonly from: number;
  readonly number: NumberRead;
  readonly high: number | null;
  readonly sign: UnitRead | null;
  readonly unit: UnitRead | null;
  readonly numberTo: number;
  readonly open: number;
  /** Token after the words that close a range, -1 without them. */
  readonly close: number;
}

export function assemble(r: Reader, a: Assembly): { quantity: Quantity; to: number } {
  const own = a.sign ?? a.unit;
  const unitTo = a.unit && !a.unit.apart ? a.unit.to : a.numberTo;
  let end = Math.max(a.close, a.sign ? a.numberTo : unitTo);
  if (a.sign) end = trailingCountry(r, end);
  const per = own && own.how === "known" ? perAfter(r.tokens, end, r.c) : null;
  const name = own ? (per ? `${own.unit} per ${per.unit}` : own.unit) : "";
  const number = a.high === null ? a.number : { ...a.number, indefinite: 0 };
  const hedge = hedgeOf(r, number, a.open >= 0 ? a.open : a.from, per ? per.to : end, own);
  const direction =
    directionBefore(r, hedge.from, own) ||
    directionFar(r, hedge.from) ||
    directionAfter(r, hedge.to, own) ||
    (a.number.value < 0 ? directionBelow(r, hedge.from, own) : "");
  const span = spanOf(r, hedge.from, Math.max(hedge.to, per?.to ?? end, a.numberTo));
  return {
    quantity: {
      span,
      text: r.text.slice(span[0], span[1]),
      value: a.number.value,
      high: a.high ?? a.number.high,
      unit: name,
      qualifier: hedge.qualifier,
      direction,
      number: spanOf(r, a.number.from, a.numberTo),
      unitSpan: own ? spanOf(r, own.from, own.to) : null,
      digits: a.number.digits,
      fraction: a.number.fraction,
    },
    to: Math.max(hedge.to, per?.to ?? end),
  };
}

/** "$76 US a barrel". */
function trailingCountry(r: Reader, at: number): number {
  const token = r.tokens[at];
  return token?.caps === 2 && token.key === r.c.pack.quantity.sumCountry ? at + 1 : at;
}
