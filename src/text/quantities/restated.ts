import type { Quantity, Span } from "../types.ts";
import type { Reader } from "./part.ts";

/** "just under 296 hp (224 kW / 300 PS)": a measure in brackets right after another says the same again. */
export function restates(r: Reader, at: number, end: number): boolean {
  const mark = r.tokens[at - 1]?.key;
  return at - 1 === end && (mark === "(" || mark === "/");
}

/** A restatement in another unit shares hedge, bound and direction; a share beside an amount does not. */
export function restated(quantity: Quantity, last: Quantity): Quantity {
  const share = /^percent|^$/.test(quantity.unit) || /^percent|^$/.test(last.unit);
  if (share || quantity.unit === last.unit || quantity.qualifier !== "exact" || quantity.direction !== "")
    return quantity;
  return { ...quantity, qualifier: last.qualifier, direction: last.direction };
}

const LOWER = new Set(["over", "at-least"]);
const UPPER = new Set(["under", "up-to"]);

/** "more than 10 and less than 20 points": a lower and an upper bound of one number, with nothing but a joiner between. */
export function bounded(
  r: Reader,
  last: Quantity | undefined,
  end: number,
  now: Quantity,
  to: number,
): Quantity | null {
  if (!last || end < 0 || last.high !== null || now.high !== null) return null;
  const rising = LOWER.has(last.qualifier) && UPPER.has(now.qualifier);
  const falling = UPPER.has(last.qualifier) && LOWER.has(now.qualifier);
  const [low, high] = rising ? [last, now] : [now, last];
  if ((!rising && !falling) || low.value >= high.value) return null;
  if (last.unit !== now.unit && last.unit !== "" && now.unit !== "") return null;
  let at = end;
  for (let join = r.c.boundJoin.longest(r.tokens, at); join; join = r.c.boundJoin.longest(r.tokens, at))
    at = join.to;
  if (r.tokens[at]!.start !== now.span[0]) return null;
  const unit = now.unit === "" ? last : now;
  const close = r.c.close.longest(r.tokens, to);
  const span: Span = [last.span[0], close ? r.tokens[close.to - 1]!.end : now.span[1]];
  return {
    ...unit,
    span,
    text: r.text.slice(span[0], span[1]),
    value: low.value,
    high: high.value,
    qualifier: "exact",
    number: [last.number[0], now.number[1]],
  };
}
