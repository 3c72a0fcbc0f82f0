import type { Token } from "../tokens/token.ts";
import type { NumberRead } from "./read.ts";
import type { Numerals } from "./words.ts";

type Reader = (tokens: readonly Token[], i: number, numerals: Numerals) => NumberRead | null;

/**
 * Keeps what a reader of numerals has read at each token of the last stretch: one rule of dates after another asks for the same
 * token, and then the quantities do.
 */
export function keepingReads(read: Reader): Reader {
  let last: { readonly tokens: readonly Token[]; readonly numerals: Numerals } | null = null;
  let reads: (NumberRead | null | undefined)[] = [];
  return (tokens, i, numerals) => {
    if (last?.tokens !== tokens || last.numerals !== numerals) {
      last = { tokens, numerals };
      reads = new Array(tokens.length);
    }
    // Meanwhile the reader may ask about other tokens, for which others are kept.
    const own = reads;
    let found = own[i];
    if (found === undefined) {
      found = read(tokens, i, numerals);
      own[i] = found;
    }
    return found;
  };
}
