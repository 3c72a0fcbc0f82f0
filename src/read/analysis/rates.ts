import { SIGN } from "../../text/tokens/token.ts";
import type { Quantity } from "../../text/types.ts";
import { wordIndex } from "../claims/material.ts";
import type { Grammar } from "../grammar.ts";
import type { Word } from "../phrases.ts";
import { union } from "./spans.ts";

/** Of how many a rate is told: a thousand up to a million. */
const BASES: ReadonlySet<number> = new Set([1e3, 1e4, 1e5, 1e6]);
/** The one that stands without a noun ("18 per 100,000"). */
const BARE = 1e5;
/** Words between a number and the word for "per" ("18 murders a year per"). */
const REACH = 4;

/** "18 per 100,000 inhabitants" is one number, of a rate: nobody counts the inhabitants. */
export function withRates(
  quantities: readonly Quantity[],
  words: readonly Word[],
  grammar: Grammar | undefined,
): readonly Quantity[] {
  if (quantities.length < 2 || !grammar || !quantities.some(({ value }) => BASES.has(value)))
    return quantities;
  const found = [...quantities];
  for (let i = found.length - 1; i >= 0; i--) {
    const base = found[i]!;
    if (!BASES.has(base.value) || !isPer(base, words, grammar)) continue;
    const at = wordIndex(words, base.number[0]) - 1;
    const before = i > 0 && isBeside(words, found[i - 1]!.number[1], words[at]!.start) ? i - 1 : -1;
    const rated = before < 0 && grammar.bareNames && i + 1 < found.length ? i + 1 : before;
    if (rated < 0 || found[rated]!.fraction) continue;
    const own = found[rated]!;
    const unit = `${own.unit} per ${base.value} ${base.unit}`.trim();
    found[rated] = { ...own, unit, span: union(own.span, base.span) };
    found.splice(i, 1);
  }
  return found;
}

/** A word for "per" right before a number of people, or before the number that rates are mostly told of. */
function isPer({ number, unit, value }: Quantity, words: readonly Word[], grammar: Grammar): boolean {
  const at = wordIndex(words, number[0]);
  if (!grammar.per.has(words[at - 1]?.key ?? "")) return false;
  const next = words[wordIndex(words, number[1])]?.key ?? "";
  return grammar.perHeads.has(unit) || grammar.perHeads.has(next) || (unit === "" && value === BARE);
}

function isBeside(words: readonly Word[], from: number, to: number): boolean {
  const between = words.slice(wordIndex(words, from), wordIndex(words, to));
  return between.length < REACH && between.every(({ kind }) => kind !== SIGN);
}

/** "From 18 murders per 100,000 to 5.8 murders": the unit of a rate told once holds for the number beside it. */
export const isRateOf = (rate: string, unit: string): boolean => rate.startsWith(`${unit} per `);

/** A unit that `withRates` made. */
export const isRate = (unit: string): boolean => unit.includes("per 1000");
