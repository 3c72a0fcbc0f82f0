import type { Compiled } from "../pack/compile.ts";
import { BREAK, DENSE, NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import { CURRENCY_CODES, SHORT_SYMBOLS, SYMBOLS } from "./symbols.ts";

/** A unit after a number: tokens `from` to `to` (exclusive). */
export interface UnitRead {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly money: boolean;
  /** `known`: a measure of the pack; `noun`: a head noun guessed from its place. */
  readonly how: "known" | "noun";
  /** The unit is named further on, with another number ("12 of the 30 officers"). */
  readonly apart?: boolean;
  /** A multiplier that stands with the unit ("MUSD", "USD million"); 1 when left out. */
  readonly factor?: number;
}

export const isHyphen = (token: Token | undefined): boolean =>
  token?.kind === SIGN && token.key === "-" && !token.gap;

const MAX_SYMBOL_TOKENS = 4;

/** Letters and signs glued to one another that are a unit symbol ("km/h", "kWh"), matched with their case. */
function symbolAt(text: string, tokens: readonly Token[], at: number): UnitRead | null {
  const first = tokens[at];
  if (!first || (first.kind !== WORD && first.kind !== SIGN)) return null;
  let best: UnitRead | null = null;
  for (let to = at + 1; to <= Math.min(at + MAX_SYMBOL_TOKENS, tokens.length); to++) {
    const last = tokens[to - 1]!;
    if (to > at + 1 && last.gap) break;
    const raw = text.slice(first.start, last.end);
    if (!Object.hasOwn(SYMBOLS, raw)) continue;
    const next = tokens[to];
    if (raw === "s" && !first.gap && !tokens[at - 1]!.key.includes(".")) continue;
    if (raw === "pm" && Number(tokens[at - 1]!.key) < 13) continue;
    if (next && !next.gap && (next.kind === WORD || next.kind === NUMBER) && last.kind === WORD) continue;
    // "24703 L-202": a letter that begins a code.
    if (next?.key === "-" && !next.gap && tokens[to + 1]?.kind === NUMBER && !tokens[to + 1]!.gap) continue;
    best = { unit: SYMBOLS[raw]!, from: at, to, money: false, how: "known" };
  }
  if (!best) return null;
  const raw = text.slice(first.start, tokens[best.to - 1]!.end);
  return SHORT_SYMBOLS.has(raw) && first.gap && !shortFits(raw, tokens, best.to) ? null : best;
}

/** A one-letter symbol after a space is a unit only when the phrase ends with it. */
function shortFits(raw: string, tokens: readonly Token[], to: number): boolean {
  if (!/^(?:PS|m|g|l|L|h|W|V|ha|cc|min|t|mi)$/.test(raw)) return false;
  const next = tokens[to];
  return !next || next.kind !== WORD || next.key.length <= 3;
}

/** An age: "years old", "-year-old", "years of age". */
function ageAfter(tokens: readonly Token[], unit: UnitRead, c: Compiled): UnitRead | null {
  if (!["year", "month", "week", "day"].includes(unit.unit)) return null;
  let at = unit.to;
  if (isHyphen(tokens[at])) at++;
  const old = c.old.longest(tokens, at);
  const next = old && tokens[old.to];
  if (next?.kind === DENSE && !next.gap && c.oldThen.size > 0 && !c.oldThen.has(next.key)) return null;
  return old ? { ...unit, unit: `${unit.unit} of age`, to: old.to } : null;
}

const WITH_ARTICLE =
  /^(?:day|week|month|year|hour|minute|second|share|barrel|gallon|gram|kilogram|ounce|ton|metric ton|pound|litre|head|night|person|piece|unit|bushel|mile|kilometre|acre|hectare|dozen|decade|century|tonne|square (?:foot|metre|mile|kilometre))$/;

/** "per hour", "a barrel", "/month" after a unit. */
export function perAfter(
  tokens: readonly Token[],
  at: number,
  c: Compiled,
): { unit: string; to: number } | null {
  let from = at;
  if (tokens[from]?.key === "-" && c.per.has(tokens[from + 1]?.key ?? "") && tokens[from + 1]!.key !== "/")
    from++;
  const word = tokens[from];
  if (!word || !c.per.has(word.key)) return null;
  let next = from + 1;
  if (tokens[next]?.key === "-") next++;
  const token = tokens[next];
  if (!token || (token.kind !== WORD && token.kind !== DENSE)) return null;
  const known = c.units.longest(tokens, next);
  // "2 meses por MXN$ 20": the money behind is that of another amount.
  if (known?.value.money && tokens[known.to]?.kind === NUMBER) return null;
  const name = known ? known.value.unit : singularOf(token.key, c);
  const firm = word.key === "/" || c.perFirm.has(word.key);
  if (!firm && !WITH_ARTICLE.test(name)) return null;
  if (!known && (c.stop.has(token.key) || token.key.length < 3)) return null;
  return { unit: name, to: known ? known.to : next + 1 };
}

/** Singular of a noun by the pack's irregular forms, then its endings. */
export function singularOf(word: string, c: Compiled): string {
  const irregular = c.irregular.get(word);
  if (irregular !== undefined) return irregular;
  for (const [ending, replacement] of c.singular) {
    if (word.endsWith(ending) && word.length > ending.length + 1)
      return word.slice(0, -ending.length) + replacement;
    if (word === ending) return replacement;
  }
  return word;
}

/** "millones de euros", "millions d'euros": the measure follows a preposition. */
function afterOf(tokens: readonly Token[], at: number, c: Compiled): number {
  const token = tokens[at];
  if (!token || c.pack.quantity.noun === "plural" || !c.of.has(token.key)) return at;
  const to = tokens[at + 1]?.key === "'" ? at + 2 : at + 1;
  return c.units.longest(tokens, to) ? to : at;
}

/** "milden", "dereceye": a measure with a case ending. */
function endedUnit(
  tokens: readonly Token[],
  at: number,
  c: Compiled,
): ReturnType<Compiled["units"]["longest"]> {
  if (c.unitEndings.length === 0) return null;
  return c.units.longest(tokens, at, key =>
    c.unitEndings
      .filter(e => key.endsWith(e) && key.length - e.length >= 3)
      .map(e => key.slice(0, -e.length)),
  );
}

/** "vent'anni": the end of a number is left out before its measure. */
const isElided = (tokens: readonly Token[], at: number, c: Compiled): boolean =>
  tokens[at]?.key === "'" &&
  !tokens[at]!.gap &&
  tokens[at - 1]?.kind === WORD &&
  tokens[at + 1]?.gap === false &&
  c.units.longest(tokens, at + 1) !== null;

/** Reads a measure of the pack, a symbol, a currency or an age right after a number that ends before token `at`. */
export function knownUnit(text: string, tokens: readonly Token[], at: number, c: Compiled): UnitRead | null {
  let from = at;
  const hyphen = isHyphen(tokens[from]) && tokens[from + 1] !== undefined && !tokens[from + 1]!.gap;
  if (hyphen || isElided(tokens, from, c)) from++;
  else if (tokens[from]?.key === "-" && tokens[from + 1]?.kind === WORD && c.units.longest(tokens, from + 1))
    from++;
  else from = afterOf(tokens, from, c);
  const first = tokens[from];
  if (!first || first.kind === BREAK || first.kind === NUMBER) return null;
  const symbol = symbolAt(text, tokens, from);
  const [plain, ended] = [c.units.longest(tokens, from), endedUnit(tokens, from, c)];
  const word = ended && ended.to > (plain?.to ?? 0) ? ended : plain;
  let read: UnitRead | null = symbol;
  if (word && (!symbol || word.to > symbol.to || (first.gap && SHORT_SYMBOLS.has(first.key)))) {
    read = { unit: word.value.unit, from, to: word.to, money: word.value.money, how: "known" };
  }
  if (
    !read &&
    first.kind === WORD &&
    first.caps === 2 &&
    CURRENCY_CODES.has(text.slice(first.start, first.end))
  ) {
    read = { unit: text.slice(first.start, first.end), from, to: from + 1, money: true, how: "known" };
  }
  read ??= prefixedCode(text, tokens, from);
  if (!read) return null;
  return ageAfter(tokens, read, c) ?? read;
}

/** "MUSD", "kEUR": a multiplier glued to a currency code. */
function prefixedCode(text: string, tokens: readonly Token[], at: number): UnitRead | null {
  const token = tokens[at]!;
  if (token.kind !== WORD || token.end - token.start !== 4) return null;
  const raw = text.slice(token.start, token.end);
  const factor = { M: 1e6, K: 1e3, k: 1e3, B: 1e9, T: 1e3 }[raw[0]!];
  if (factor === undefined || !CURRENCY_CODES.has(raw.slice(1))) return null;
  return { unit: raw.slice(1), from: at, to: at + 1, money: true, how: "known", factor };
}
