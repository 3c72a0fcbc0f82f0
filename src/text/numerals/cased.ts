import { NUMBER, type Token, WORD } from "../tokens/token.ts";
import { type NumberRead, plain } from "./read.ts";
import type { Entry, Numerals } from "./words.ts";

/**
 * A numeral in its case, with which the number ends: behind another numeral ("bin beş yüze"), or before a word that such a case
 * leads to ("otuzdan fazla"); alone many are other words ("ondan", from him).
 */
export function casedEntry(
  tokens: readonly Token[],
  i: number,
  inside: boolean,
  numerals: Numerals,
): { entries: readonly Entry[]; to: number } | null {
  const token = tokens[i];
  const { cased } = numerals;
  const entry = cased && token?.kind === WORD ? cased.withoutCase(token.key) : null;
  if (!cased || !entry || (!inside && cased.not.has(token!.key))) return null;
  const before = tokens[i - 1];
  const led =
    inside ||
    before?.kind === NUMBER ||
    (before !== undefined && cased.behind.has(before.key)) ||
    cased.before.has(tokens[i + 1]?.key ?? "");
  const fits = led || (isSure(entry) && numerals.words.longest(tokens, i + 1) !== null);
  return fits ? { entries: [entry], to: i + 1 } : null;
}

/** Numerals that are no other words in any case: "yirmiden (otuza kadar)", "binden". */
const isSure = ({ kind, value }: Entry): boolean => kind === "scale" || (kind === "add" && value >= 20);

/** "beşte üç", "üçte ikisi", "5'te 2'si": a part of so many, the whole of which stands first in the case of place. */
export function partOfCased(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const whole = wholeInPlace(tokens, i, numerals);
  const top = whole && topAt(tokens, whole.to, numerals);
  if (!whole || !top || top.value < 1 || top.value >= whole.value) return null;
  return plain(i, top.to, top.value / whole.value, { words: whole.words, fraction: true });
}

function wholeInPlace(
  tokens: readonly Token[],
  i: number,
  numerals: Numerals,
): { value: number; to: number; words: boolean } | null {
  const token = tokens[i];
  const { cased } = numerals;
  if (!cased || !token) return null;
  if (token.kind === NUMBER) {
    const marked = tokens[i + 1]?.key === "'" && cased.place.includes(tokens[i + 2]?.key ?? "");
    return marked && /^\d{1,4}$/.test(token.key)
      ? { value: Number(token.key), to: i + 3, words: false }
      : null;
  }
  const maybe = token.kind === WORD && cased.withoutCase(token.key) !== null;
  const ending = maybe ? cased.place.find(e => token.key.endsWith(e)) : undefined;
  const stem = ending === undefined ? undefined : cased.stems.get(token.key.slice(0, -ending.length));
  const fits = stem && stem.value > 1 && (stem.kind === "add" || stem.value === 1000) && stem.value !== 100;
  return fits ? { value: stem.value, to: i + 1, words: true } : null;
}

/** The numerator: with the ending that makes it the whole's own, or bare and with nothing behind it that it could count. */
function topAt(
  tokens: readonly Token[],
  i: number,
  numerals: Numerals,
): { value: number; to: number } | null {
  const token = tokens[i];
  if (token?.kind === NUMBER && /^\d{1,3}$/.test(token.key)) {
    const own = tokens[i + 1]?.key === "'" && numerals.cased!.own.includes(tokens[i + 2]?.key ?? "");
    return own ? { value: Number(token.key), to: i + 3 } : null;
  }
  if (token?.kind !== WORD) return null;
  const bare = numerals.words.longest(tokens, i);
  if (bare?.value.kind === "add")
    return tokens[bare.to]?.kind === WORD ? null : { value: bare.value.value, to: bare.to };
  const entry = numerals.cased!.withoutCase(token.key);
  return entry?.kind === "add" ? { value: entry.value, to: i + 1 } : null;
}
