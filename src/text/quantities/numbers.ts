import { identifyLanguage } from "../language/language.ts";
import { readNumber } from "../numerals/numerals.ts";
import type { NumberRead } from "../numerals/read.ts";
import type { Compiled } from "../pack/compile.ts";
import { compiledPack } from "../pack/languages.ts";
import { stretches } from "../tokens/stretches.ts";
import { type Token, WORD } from "../tokens/token.ts";
import type { Span } from "../types.ts";
import type { QuantityOptions } from "./quantities.ts";

/** A numeral alone: no unit, hedge or meaning is looked at. */
export interface NumberMention {
  readonly span: Span;
  readonly text: string;
  readonly value: number;
  readonly high: number | null;
}

/** "un nombre": one before a word is the article, in languages where both are the same. */
function isArticle(tokens: readonly Token[], read: NumberRead, c: Compiled): boolean {
  if (!read.words || read.value !== 1 || read.to - read.from > 1 || c.pack.quantity.one === "counts")
    return false;
  return c.pack.quantity.noun !== "dense" && tokens[read.to]?.kind === WORD;
}

/** "this one", "which one is": one behind a word that points, with nothing counted behind it. */
function isPronoun(tokens: readonly Token[], read: NumberRead, c: Compiled): boolean {
  const before = tokens[read.from - 1];
  if (!read.words || read.value !== 1 || !before || !c.pronounBefore.has(before.key)) return false;
  const next = tokens[read.to];
  return next?.kind !== WORD || c.stop.has(next.key);
}

/** "4th", "4e", "2º": digits with the ending of an ordinal; "thirty-second", "trente-deuxième". */
function isOrdinal(tokens: readonly Token[], read: NumberRead, c: Compiled): boolean {
  const next = tokens[read.to];
  if (next?.key === "-" && read.words) {
    const last = tokens[read.to + 1];
    return !next.gap && last?.kind === WORD && !last.gap && c.ordinals.has(last.key);
  }
  if (read.words || read.scaled || next?.kind !== WORD || next.gap) return false;
  return c.ordinalEndings.has(next.key);
}

/** Every numeral of a text, in digits or words, whatever it counts; years and labels are numerals too, ordinals are none. */
export function readNumbers(text: string, options: QuantityOptions = {}): NumberMention[] {
  const c = compiledPack(options.language ?? identifyLanguage(text));
  const out: NumberMention[] = [];
  for (const tokens of stretches(text)) {
    for (let i = 0; i < tokens.length; ) {
      const skip = c.notNumbers.longest(tokens, i);
      const read = skip ? null : readNumber(tokens, i, c.numerals);
      const counts = read && (!read.percent || read.core !== null) && !isOrdinal(tokens, read, c);
      if (counts && !isArticle(tokens, read, c) && !isPronoun(tokens, read, c)) {
        const span: Span = [tokens[read.core ?? read.from]!.start, tokens[read.to - 1]!.end];
        out.push({ span, text: text.slice(span[0], span[1]), value: read.value, high: read.high });
      }
      i = skip ? skip.to : read ? Math.max(read.to, i + 1) : i + 1;
    }
  }
  return out;
}
