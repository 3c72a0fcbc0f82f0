import { datesIn } from "../dates/dates.ts";
import { identifyLanguage } from "../language/language.ts";
import type { Compiled } from "../pack/compile.ts";
import { compiledPack } from "../pack/languages.ts";
import { stretches } from "../tokens/stretches.ts";
import { NUMBER, type Token } from "../tokens/token.ts";
import type { Quantity } from "../types.ts";
import { maskMarks } from "./marks.ts";
import type { Reader } from "./part.ts";
import { quantityAt } from "./quantity-at.ts";
import { bounded, restated, restates } from "./restated.ts";
import { singularOf } from "./units.ts";

export interface QuantityOptions {
  /** ISO 639-1; identified from the text when left out. */
  readonly language?: string;
  /** Day of publication, by which the dates are read that hold no quantities. */
  readonly date?: string;
}

interface Reading {
  readonly c: Compiled;
  readonly date?: string | undefined;
}

/** Tokens of dates, of web addresses and of marks, which hold no quantities: each holds the token after the whole. */
function maskOf(
  text: string,
  tokens: readonly Token[],
  found: readonly { from: number; to: number; counts: boolean }[],
  stop: ReadonlySet<string>,
): Int32Array {
  const mask = new Int32Array(tokens.length + 1);
  maskMarks(text, tokens, { stop, mask });
  for (const date of found) if (!date.counts) mask.fill(date.to, date.from, date.to);
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (tokens[i]!.key !== ":" || tokens[i + 1]!.key !== "/" || tokens[i + 2]!.key !== "/") continue;
    if (tokens[i + 1]!.gap || tokens[i + 2]!.gap) continue;
    let to = i + 3;
    while (to < tokens.length && !tokens[to]!.gap) to++;
    mask.fill(to, i, to);
    i = to - 1;
  }
  return mask;
}

function readStretch(text: string, tokens: readonly Token[], { c, date }: Reading, out: Quantity[]): void {
  const r: Reader = { text, tokens, c, dates: maskOf(text, tokens, datesIn(tokens, c, date), c.stop) };
  let end = -1;
  for (let i = 0; i < tokens.length; ) {
    if (r.dates[i]) {
      i = r.dates[i]!;
      continue;
    }
    const token = tokens[i]!;
    if (token.kind !== NUMBER && c.opens?.hold(token) === false) {
      i++;
      continue;
    }
    const not = c.notNumbers.longest(tokens, i);
    if (not) {
      i = not.to;
      continue;
    }
    const read = quantityAt(r, i);
    if (read?.quantity) {
      const last = restates(r, i, end) ? out.at(-1) : undefined;
      const quantity = last ? restated(read.quantity, last) : read.quantity;
      const both = bounded(r, out.at(-1), end, quantity, read.to);
      if (both) out[out.length - 1] = both;
      else out.push(quantity);
      end = read.to;
    }
    i = read ? Math.max(read.to, i + 1) : i + 1;
  }
}

/**
 * Numbers with their units, hedges, bounds, ranges and directions. Years, dates, ordinals, model names, addresses and
 * labels are left out. Spans are offsets of the text as given.
 */
export function readQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  const c = compiledPack(options.language ?? identifyLanguage(text));
  const out: Quantity[] = [];
  for (const tokens of stretches(text)) readStretch(text, tokens, { c, date: options.date }, out);
  return out;
}

/** Singular of a noun by the rules of a language's pack. */
export function singular(word: string, language: string): string {
  return singularOf(word, compiledPack(language));
}
