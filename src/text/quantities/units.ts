import type { NumberRead } from "../numerals/read.ts";
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

const isHyphen = (token: Token | undefined): boolean =>
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

function isPlural(word: string, c: Compiled): boolean {
  const irregular = c.irregular.get(word);
  if (irregular !== undefined) return true;
  return word.length > 3 && word.endsWith("s") && !/(?:ss|us|is|ous|'s|ics)$/.test(word);
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

/** Reads a measure of the pack, a symbol, a currency or an age right after a number that ends before token `at`. */
export function knownUnit(text: string, tokens: readonly Token[], at: number, c: Compiled): UnitRead | null {
  let from = at;
  const hyphen = isHyphen(tokens[from]) && tokens[from + 1] !== undefined && !tokens[from + 1]!.gap;
  if (hyphen) from++;
  else if (tokens[from]?.key === "-" && tokens[from + 1]?.kind === WORD && c.units.longest(tokens, from + 1))
    from++;
  else from = afterOf(tokens, from, c);
  const first = tokens[from];
  if (!first || first.kind === BREAK || first.kind === NUMBER) return null;
  const symbol = symbolAt(text, tokens, from);
  const word = c.units.longest(tokens, from) ?? endedUnit(tokens, from, c);
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

const MAX_NOUN_RUN = 6;

function wordsFrom(tokens: readonly Token[], at: number, c: Compiled): number {
  let to = at;
  let seen = false;
  while (to < tokens.length && to - at < MAX_NOUN_RUN) {
    const token = tokens[to]!;
    const hyphen = token.key === "-" && !token.gap && tokens[to + 1]?.gap === false && to > at;
    const joins = (token.key === "and" || token.key === "," || token.key === "or") && to > at && !seen;
    if (
      joins &&
      tokens[to + 1]?.kind === WORD &&
      !c.stop.has(tokens[to + 1]!.key) &&
      joinedPlural(tokens, to + 1, c)
    ) {
      to++;
      continue;
    }
    if (
      !hyphen &&
      (token.kind !== WORD || (c.stop.has(token.key) && (to === at || tokens[to - 1]!.key !== "-")))
    )
      break;
    seen = seen || isPlural(token.key, c);
    if (!hyphen && to > at && !token.gap && tokens[to - 1]!.key !== "-") break;
    to++;
  }
  return to;
}

/** "Kia and Hyundai vehicles": the plural follows the second of two joined words. */
function joinedPlural(tokens: readonly Token[], at: number, c: Compiled): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || !second || second.kind !== WORD) return false;
  return !isPlural(first.key, c) && isPlural(second.key, c) && !c.stop.has(second.key);
}

/** English: the last word of the first run of plurals ("900 training sessions"), or for one, the last plain word. */
function pluralNoun(tokens: readonly Token[], at: number, value: number, c: Compiled): UnitRead | null {
  const end = wordsFrom(tokens, at, c);
  if (end === at) return null;
  let head = -1;
  for (let i = at; i < end && value !== 1; i++) {
    if (isPlural(tokens[i]!.key, c) && tokens[i + 1]?.key !== "-") {
      head = i;
      while (head + 1 < end && joinsNext(tokens, head, c)) head++;
      break;
    }
  }
  if (head < 0) {
    if (value !== 1) head = namesThing(tokens[at]!, c) ? at : -1;
    else head = singularHead(tokens, at, end);
  }
  if (head < 0) return null;
  return { unit: singularOf(tokens[head]!.key, c), from: head, to: head + 1, money: false, how: "noun" };
}

/** Whether the plural at `head` only describes the noun after it: "savings women", "police stations". */
function joinsNext(tokens: readonly Token[], head: number, c: Compiled): boolean {
  const [word, next] = [tokens[head]!.key, tokens[head + 1]!.key];
  if (!isPlural(next, c)) return false;
  if (isInvariant(word, c)) return /[^s]s$/.test(next);
  return !NOUN_IN_AL.test(word) && !/(?:s|ed|ly)$/.test(next) && PLURAL_MODIFIER.test(word);
}

/** "police", "aircraft", "staff": one form for both numbers, so that a plural after it is the head ("police stations"). */
const isInvariant = (word: string, c: Compiled): boolean => c.irregular.get(word) === word;

const PLURAL_MODIFIER =
  /^(?:savings|sports|arms|weapons|goods|sales|systems|drugs|awards|communications|operations|customs|news|services|securities|futures|materials|human|rights|claims|years)$/;

/** A word that may be a noun although it is no plural: no participle, adverb or quantifier. */
function namesThing(token: Token, c: Compiled): boolean {
  return token.kind === WORD && !c.skip.has(token.key) && !/(?:ing|ed|ly|est)$/.test(token.key);
}

const NOUN_IN_AL =
  /^(?:proposal|official|animal|hospital|deal|meal|goal|rival|trial|arrival|terminal|capital|signal|journal|festival|individual|professional|criminal|mineral|analyst|agent|patient|student|tenant|president|resident|incident|accident|percent|participant|plant|building|meeting|training|thing|king|ring|village|college|page|image|message|ship|dish|wish|player|member|number|user|worker|officer|soldier|leader|order|paper|centre|center|letter|quarter|customer|computer|chapter|master|minister|sister|brother|daughter|partner|owner|winner|dinner|river|server|tower|war|car|bar|star|man|woman|human|train|captain|mountain|rain|interest|test|forest|request|guest|protest|virus|machine|article|vehicle|table|title|couple|people|source)$/;

function singularHead(tokens: readonly Token[], at: number, end: number): number {
  let head = at;
  while (
    head + 1 < end &&
    !NOUN_IN_AL.test(tokens[head]!.key) &&
    /(?:al|ic|ive|ous|able|ible|ful|less|ary|ant|ent|ese|ian|ean|ing|ed|ew|ld|ng|ge|in|ain|est|er|ish)$/.test(
      tokens[head]!.key,
    )
  )
    head++;
  return head;
}

function firstNoun(tokens: readonly Token[], at: number, c: Compiled): UnitRead | null {
  let i = at;
  while (tokens[i] && c.skip.has(tokens[i]!.key)) i++;
  const token = tokens[i];
  if (!token || token.kind !== WORD || c.stop.has(token.key) || token.key.length < 2) return null;
  if (c.after.longest(tokens, i)) return null;
  const and = c.pack.numbers.prefixAnd;
  if (and && token.key.startsWith(and) && c.stop.has(token.key.slice(and.length))) return null;
  return { unit: singularOf(token.key, c), from: i, to: i + 1, money: false, how: "noun" };
}

function capitalNoun(tokens: readonly Token[], at: number, c: Compiled): UnitRead | null {
  for (let i = at; i < Math.min(at + 4, tokens.length); i++) {
    const token = tokens[i]!;
    if (token.kind !== WORD || c.stop.has(token.key)) return null;
    if (token.caps > 0)
      return { unit: singularOf(token.key, c), from: i, to: i + 1, money: false, how: "noun" };
  }
  return null;
}

const SUPERLATIVE = /^(?:best|worst|most|least|first|last|\w{2,}est)$/;

/** "one of the largest dinosaurs": the token of the superlative, or null. */
function ofSuperlative(tokens: readonly Token[], at: number, c: Compiled): number | null {
  const of = c.oneOf.longest(tokens, at);
  const word = of && tokens[of.to];
  return word && SUPERLATIVE.test(word.key) && !c.stop.has(word.key) ? of.to : null;
}

/** The head noun that a number counts, from its place after the number; null where nothing is counted. */
export function nounAfter(
  tokens: readonly Token[],
  number: NumberRead,
  at: number,
  c: Compiled,
): UnitRead | null {
  let from = at;
  const value = number.value;
  if (isHyphen(tokens[from]) && tokens[from + 1] && !tokens[from + 1]!.gap) from++;
  const joined = number.indefinite !== 0 || number.scaled || c.pack.quantity.noun !== "plural";
  if (joined && tokens[from] && c.of.has(tokens[from]!.key)) from++;
  if (tokens[from]?.key === "'" && tokens[from - 1]?.kind === WORD && from > at) from++;
  const best = value === 1 ? ofSuperlative(tokens, from, c) : null;
  if (best !== null) return pluralNoun(tokens, best, 2, c);
  const how = c.pack.quantity.noun;
  if (how === "plural") return pluralNoun(tokens, from, value, c);
  if (how === "capital") return capitalNoun(tokens, from, c);
  return how === "first" ? firstNoun(tokens, from, c) : denseNoun(tokens, from, c);
}

/** Chinese, Japanese, Korean: the classifier, then up to two characters of the noun. */
function denseNoun(tokens: readonly Token[], at: number, c: Compiled): UnitRead | null {
  let from = at;
  const classified = tokens[from] !== undefined && c.skip.has(tokens[from]!.key);
  if (classified) from++;
  const hedge = c.after.longest(tokens, from);
  if (hedge && !classified) return null;
  // 50名左右的警察: the noun stands behind the hedge.
  const apart = hedge !== null && hedge.to - from > 1;
  if (apart) from = tokens[hedge.to]?.key === c.pack.quantity.attributive ? hedge.to + 1 : hedge.to;
  let to = from;
  while (
    to < from + 2 &&
    tokens[to]?.kind === DENSE &&
    !c.stop.has(tokens[to]!.key) &&
    !(to > from && tokens[to]!.gap)
  )
    to++;
  if (to - from < 2 && !classified) return null;
  if (to === from) {
    return { unit: tokens[at]!.key, from: at, to: at + 1, money: false, how: "noun" };
  }
  const unit = tokens
    .slice(from, to)
    .map(t => t.key)
    .join("");
  return { unit, from, to, money: false, how: "noun", ...(apart ? { apart } : {}) };
}
