import { DENSE, type Token, WORD } from "../tokens/token.ts";
import { contextOf, type PlaceContext } from "./context.ts";
import { cityKey } from "./key.ts";
import { type LargeCity, largeCities, pairOpensLargeCity } from "./large.ts";

/** A stretch of tokens that names a large town, and its country. */
export interface CityHit {
  readonly from: number;
  readonly to: number;
  readonly country: string;
}

export interface CityText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: string;
  /** Countries that the text names. */
  readonly countries: ReadonlySet<string>;
  /** Is the token part of a name that is known already? */
  readonly taken: (at: number) => boolean;
  /** Does a name of a country begin at the token ("Gori, Georgia")? */
  readonly opensCountry: (at: number) => boolean;
  /** Forms under which an inflected word may be listed. */
  readonly variants: ((key: string) => readonly string[]) | undefined;
}

/** Thousands of people from which a town needs no mention of its country, where its name can mean no other. */
const KNOWN_ALONE = 1000;

const MOST_WORDS = 4;
const MOST_CHARACTERS = 8;

/**
 * Large towns of the gazetteer that a text names in the company a place keeps: behind "in" or "from", before its country, or in a list behind
 * another town. A text that does not name the country of a town means it only where the town has a million people and its name for itself;
 * everybody else called Lincoln is a person.
 */
export function findCities(words: CityText): CityHit[] {
  const context = contextOf(words.language);
  if (!context) return [];
  const hits: CityHit[] = [];
  for (let at = 0; at < words.tokens.length; at++) {
    if (words.taken(at) || !mayOpen(words, at, context)) continue;
    if (context.dense && !mayGoOn(words, at, context)) continue;
    const told = context.before.has(words.tokens[at - 1]?.key ?? "") || follows(words, at, hits.at(-1));
    const hit = longestAt(words, at, told ? FEWEST_TOLD : context.dense ? FEWEST_DENSE : null, context);
    if (!hit) continue;
    hits.push(hit);
    at = hit.to - 1;
  }
  return hits;
}

/** Fewest characters of a name that something before it makes a place, and of one in a script without spaces that nothing does. */
const FEWEST_TOLD = 2;
const FEWEST_DENSE = 3;

const isUncased = (key: string) => key.toUpperCase() === key;

function mayOpen({ tokens }: CityText, at: number, { dense }: PlaceContext): boolean {
  const token = tokens[at]!;
  if (dense) return token.kind === DENSE && !(isKatakana(token.key) && isKatakana(tokens[at - 1]?.key ?? ""));
  return token.kind === WORD && (token.caps > 0 || isUncased(token.key));
}

const KATAKANA = /[\p{Script=Katakana}ー]/u;
/** From here to the surrogates no character is a kana. */
const [HAN_FROM, HAN_TO] = [0x3400, 0xd800];

function isKatakana(key: string): boolean {
  const code = key.charCodeAt(0);
  return !(code >= HAN_FROM && code < HAN_TO) && KATAKANA.test(key);
}

/** The next town of a list: right behind another, with a comma or a word for "and" between them. */
const follows = ({ tokens }: CityText, at: number, last: CityHit | undefined) =>
  last !== undefined && last.to === at - 1 && (tokens[at - 1]!.key === "," || tokens[at - 1]!.caps === 0);

/**
 * The longest name of a town at a token, `fewest` characters long at least; null for `fewest` asks for its country behind it. Before another
 * capital it is part of a name ("Lincoln University").
 */
function longestAt(
  words: CityText,
  at: number,
  fewest: number | null,
  context: PlaceContext,
): CityHit | null {
  const { tokens } = words;
  const most = context.dense ? MOST_CHARACTERS : MOST_WORDS;
  let longest = at + 1;
  while (longest < tokens.length && longest - at < most && joins(words, longest, context)) longest++;
  for (let to = longest; to > at; to--) {
    if (tokens[to - 1]!.kind !== WORD && !context.dense) continue;
    const before = tokens[to]?.key;
    if (fewest === null && !((before === "," || before === "(") && words.opensCountry(to + 1))) continue;
    const suffixed = context.suffix !== undefined && before === context.suffix;
    if (to - at < (fewest ?? 1) && context.dense && !suffixed) continue;
    if (isPartOfName(words, to, context)) continue;
    const country = countryOf(words, [at, to], context);
    if (country !== null) return { from: at, to, country };
  }
  return null;
}

/** Does a town's name begin with the character here and the next, or the character before the word for a town? */
function mayGoOn({ tokens }: CityText, at: number, { suffix }: PlaceContext): boolean {
  const [here, next] = [tokens[at]!, tokens[at + 1]];
  if (next === undefined || next.kind !== DENSE) return true;
  return next.key === suffix || pairOpensLargeCity(here.key, next.key);
}

/** May the token go on with a name: a word or a hyphen, not part of a name that is known? */
function joins({ tokens, taken }: CityText, at: number, { dense }: PlaceContext): boolean {
  const { kind, key } = tokens[at]!;
  return !taken(at) && (dense ? kind === DENSE : kind === WORD || key === "-" || key === "'");
}

function isPartOfName({ tokens, taken }: CityText, to: number, { dense }: PlaceContext): boolean {
  const next = tokens[to];
  if (next === undefined) return false;
  if (dense) return isKatakana(next.key) && isKatakana(tokens[to - 1]!.key);
  return (next.kind === WORD && next.caps > 0 && !taken(to)) || next.key === "-";
}

function countryOf(
  { text, tokens, countries, variants }: CityText,
  [from, to]: readonly [number, number],
  { words }: PlaceContext,
): string | null {
  const name = cityKey(text.slice(tokens[from]!.start, tokens[to - 1]!.end));
  const forms = to - from === 1 && variants ? [name, ...variants(tokens[from]!.key).map(cityKey)] : [name];
  for (const form of forms) {
    if (words.has(form)) continue;
    const found = largeCities(form);
    const named = found.find(({ country }) => countries.has(country)) ?? found.find(isKnownAlone);
    if (named) return named.country;
  }
  return null;
}

const isKnownAlone = ({ alone, spelling, thousands }: LargeCity) =>
  alone && !spelling && thousands >= KNOWN_ALONE;
