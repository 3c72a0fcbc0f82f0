import type { NumberRead } from "../numerals/read.ts";
import type { Compiled } from "../pack/compile.ts";
import { DENSE, type Token, WORD } from "../tokens/token.ts";
import { isHyphen, singularOf, type UnitRead } from "./units.ts";

function isPlural(word: string, c: Compiled): boolean {
  const irregular = c.irregular.get(word);
  if (irregular !== undefined) return true;
  return word.length > 3 && word.endsWith("s") && !/(?:ss|us|is|ous|'s|ics)$/.test(word);
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

/** "Up from 1,000 two years earlier": what a second number counts is its own; "100 two-way radios" are counted by the first. */
const opensNumber = (tokens: readonly Token[], at: number, c: Compiled): boolean =>
  c.numerals.words.longest(tokens, at) !== null && tokens[at + 1]?.key !== "-";

/** English: the last word of the first run of plurals ("900 training sessions"), or for one, the last plain word. */
function pluralNoun(tokens: readonly Token[], at: number, value: number, c: Compiled): UnitRead | null {
  if (opensNumber(tokens, at, c)) return null;
  const end = wordsFrom(tokens, at, c);
  if (end === at) return null;
  let head = -1;
  for (let i = at; i < end && value !== 1; i++) {
    if (isPlural(tokens[i]!.key, c) && !c.skip.has(tokens[i]!.key) && tokens[i + 1]?.key !== "-") {
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
  return (
    token.kind === WORD &&
    !c.skip.has(token.key) &&
    !c.verbs.has(token.key) &&
    !/(?:ing|ed|ly|est)$/.test(token.key)
  );
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
  if (c.after.longest(tokens, i) || c.afterCased?.longest(tokens, i) || c.close.longest(tokens, i))
    return null;
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
  // "138+ countries": the sign is a bound of the number.
  if (tokens[from]?.key === "+" && !tokens[from]!.gap) from++;
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
  if ((hedge || c.close.longest(tokens, from)) && !classified) return null;
  // 50名左右的警察: the noun stands behind the hedge.
  const apart = hedge !== null && hedge.to - from > 1;
  if (apart) from = tokens[hedge.to]?.key === c.pack.quantity.attributive ? hedge.to + 1 : hedge.to;
  // 比1000个增加了两成: behind its counter a number may leave its noun out, and a verb of change stands there.
  const change = classified && !apart ? c.moves.longest(tokens, from) : null;
  if (change && change.to - from > 1) return counterAlone(tokens, at);
  let to = from;
  while (
    to < from + 2 &&
    tokens[to]?.kind === DENSE &&
    !c.stop.has(tokens[to]!.key) &&
    !(to > from && tokens[to]!.gap)
  )
    to++;
  if (to - from < 2 && !classified) return null;
  if (to === from) return counterAlone(tokens, at);
  const unit = tokens
    .slice(from, to)
    .map(t => t.key)
    .join("");
  return { unit, from, to, money: false, how: "noun", ...(apart ? { apart } : {}) };
}

const counterAlone = (tokens: readonly Token[], at: number): UnitRead => ({
  unit: tokens[at]!.key,
  from: at,
  to: at + 1,
  money: false,
  how: "noun",
});
