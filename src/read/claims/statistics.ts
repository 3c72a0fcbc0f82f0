import type { Quantity } from "../../text/types.ts";

/** Symbols of test statistics, coefficients, errors and sizes of samples, which are the same in all languages. */
const SYMBOL =
  /(?:^|[^\p{L}\p{N}])(?:[pPnNFtzZbBrRdMQk]|β|α|κ|η|χ|df|SDs?|SEs?|s\.e\.|OR|RR|HR|IRR|AIC|BIC)[²2]?\s*(?:\([\d.,\s]{1,20}\))?\s*[=<>≤≥≈]\s*[-−–+]?$/u;
/** "F(2, 310)": degrees of freedom. */
const DEGREES = /(?:^|[^\p{L}\p{N}])(?:[FtzQ]|χ)[²2]?\(\s*[\d.,\s]*$/u;
/** "95% CI: −0.19 to −0.05", "IC 95 % [0,2; 0,4]". */
const INTERVAL = /(?:^|[^\p{L}])(?:CIs?|IC|ДИ|置信区间)\s*(?:9\d\s?%)?\s*[:=,]?\s*[[({]?\s*[-−–+]?$/u;
const LEVEL = /^\s*[%％]?\s*(?:CIs?|IC|ДИ|置信区间)(?!\p{L})/u;

/** What one of them has in it. */
const SIGN = /[=<>≤≥≈(]|CI|IC|ДИ|置信/;

/** How far before a number its symbol may begin. */
const REACH = 32;

/**
 * "p < 0.01", "N = 4,212", "95% CI: 0.1 to 0.3": how sure a study is of what it found and on how much it rests, in the notation of
 * statistics; not a number of what the text is about.
 */
export function isStatistic(text: string, { number, span }: Quantity): boolean {
  const start = Math.min(number[0], span[0]);
  const left = text.slice(Math.max(0, number[0] - REACH), number[0]);
  const right = text.slice(number[1], number[1] + REACH);
  // The patterns are large, and most numbers have nothing of the kind beside them.
  if (!SIGN.test(left) && !LEVEL.test(right)) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  return (
    SYMBOL.test(left) ||
    SYMBOL.test(before) ||
    DEGREES.test(before) ||
    INTERVAL.test(before) ||
    INTERVAL.test(left) ||
    LEVEL.test(right)
  );
}
