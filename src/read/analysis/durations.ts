import { readQuantities } from "../../text/index.ts";
import type { DateMention, Quantity } from "../../text/types.ts";

/** How far before a length of time its hedge may begin, in characters ("for a little more than a year"). */
const HEDGE_REACH = 28;

/**
 * "nearly a year": a hedged length of time without a numeral counts as one. It is read by writing the numeral in, so that the
 * hedges are those of the language; without a hedge ("sessions a year") it counts nothing.
 */
export function hedgedDurations(text: string, dates: readonly DateMention[], language: string): Quantity[] {
  return dates.flatMap(({ span, timex, text: words }) => {
    if (!/^P1[YMWD]$/.test(timex) || /\d/.test(words)) return [];
    const from = Math.max(0, span[0] - HEDGE_REACH, text.lastIndexOf("\n", span[0]) + 1);
    const before = text.slice(from, span[0]);
    const numeral = words.replace(/^\p{L}+/u, "1");
    const shift = words.length - numeral.length;
    const read = readQuantities(before + numeral, { language }).find(q => q.number[0] === before.length);
    if (!read || read.qualifier === "exact" || read.unit === "") return [];
    const start = from + read.span[0];
    return [
      {
        ...read,
        span: [start, span[1]] as const,
        text: text.slice(start, span[1]),
        number: [span[0], span[0] + 1 + shift] as const,
        unitSpan: [span[0] + 1 + shift, span[1]] as const,
      },
    ];
  });
}
