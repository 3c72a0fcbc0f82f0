import { findCities } from "../cities/mentions.ts";
import { identifyLanguage } from "../language/language.ts";
import type { Compiled } from "../pack/compile.ts";
import { compiledPack } from "../pack/languages.ts";
import { stretches } from "../tokens/stretches.ts";
import { DENSE, type Token, WORD } from "../tokens/token.ts";
import type { PlaceMention } from "../types.ts";
import { type Gazetteer, gazetteerOf, type PlaceEntry } from "./gazetteer.ts";

export interface PlaceOptions {
  /** ISO 639-1; identified from the text when left out. */
  readonly language?: string;
}

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly entry: PlaceEntry;
}

/** The country whose name is a state of the United States too, and the words that tell them apart. */
const STATE_WORDS =
  /^(?:atlanta|savannah|augusta|alabama|florida|tennessee|carolina|governor|gov|senator|sen|republican|republicans|democrat|democrats|county|bulldogs|macon|stacey|runoff|raffensperger|kemp)$/;

function hasCapitals(tokens: readonly Token[]): boolean {
  return tokens.some(t => t.caps > 0);
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === WORD && token.caps > 0;
}

/** "Michael Jordan", "Jordan Smith": a capitalised word of no place right beside it. */
function isPerson(
  tokens: readonly Token[],
  hit: Hit,
  taken: (i: number) => boolean,
  stop: ReadonlySet<string>,
): boolean {
  const next = tokens[hit.to];
  if (isCapital(next) && !taken(hit.to) && !stop.has(next!.key)) return true;
  const before = tokens[hit.from - 1];
  if (!isCapital(before) || taken(hit.from - 1) || stop.has(before!.key)) return false;
  const earlier = tokens[hit.from - 2];
  return earlier !== undefined && earlier.kind === WORD ? true : before!.key.length > 3 || before!.caps === 1;
}

/** "Augusta, Georgia", or a text that speaks of the state. */
function isState(tokens: readonly Token[], hit: Hit, hits: readonly Hit[]): boolean {
  const [comma, city] = [tokens[hit.from - 1], tokens[hit.from - 2]];
  const listed = hits.some(h => h.to === hit.from - 1 && h.entry.form === "name");
  if (comma?.key === "," && isCapital(city) && !listed) return true;
  if (hits.some(h => h.entry.code !== "USA" && h.entry.code !== "GEO" && h.entry.code !== "")) return false;
  return (
    tokens.some(t => STATE_WORDS.test(t.key)) ||
    hits.some(h => h.entry.code === "USA" && h.entry.form === "place")
  );
}

/** "The GAO found": capitals alone before a word in small letters are initials, and no town ("GAO, Mali"). */
function isInitials(tokens: readonly Token[], i: number, { value, to }: Found): boolean {
  const [token, next] = [tokens[i]!, tokens[to]];
  const isTown = value.form === "place" || value.form === "capital";
  if (!isTown || token.caps !== 2 || token.key.length > LONGEST_INITIALS) return false;
  return next?.kind === WORD && next.caps === 0;
}

const LONGEST_INITIALS = 4;

/** A name of the gazetteer from a token on, and the token behind it. */
interface Found {
  readonly value: PlaceEntry;
  readonly to: number;
}

function fitsCase(token: Token, entry: PlaceEntry, plain: boolean): boolean {
  if (entry.caps === 0) return true;
  if (entry.caps === 2) return token.caps === 2 || (token.caps === 1 && token.end - token.start === 1);
  return token.caps > 0 || plain;
}

/** The longest name that fits its case, else a demonym. */
function entryAt(tokens: readonly Token[], i: number, g: Gazetteer, plain: boolean): Found | null {
  const romance = g.pack.endings === "romance";
  const name = g.names.longest(tokens, i, romance ? undefined : g.variants);
  if (name && fitsCase(tokens[i]!, name.value, plain) && !isInitials(tokens, i, name)) return name;
  return romance ? g.demonyms.longest(tokens, i, g.variants) : null;
}

/** Every longest phrase of the gazetteer, traps included, left to right. */
function findHits(tokens: readonly Token[], g: Gazetteer): Hit[] {
  const plain = !hasCapitals(tokens);
  const hits: Hit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (token.kind !== WORD && token.kind !== DENSE) {
      i++;
      continue;
    }
    if (g.pack.spaced && !token.gap && tokens[i - 1]?.kind === DENSE) {
      i++;
      continue;
    }
    const found = entryAt(tokens, i, g, plain);
    if (found && !isInnerWord(tokens, i)) {
      hits.push({ from: i, to: found.to, entry: found.value });
      i = found.to;
    } else i++;
  }
  return hits;
}

/** A letter glued to digits or to a sign of an address ("us.example.com") is no name. */
function isInnerWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  const before = tokens[i - 1];
  if (token.gap || !before || token.kind === DENSE) return false;
  return (
    before.key === "@" ||
    before.key === "_" ||
    before.key === "#" ||
    (before.key === "." && tokens[i - 2]?.kind === WORD && !before.gap && tokens[i - 2]!.key.length > 2) ||
    before.kind === WORD
  );
}

const PREPOSITIONS = new Set(
  "in at from to near of around outside into through via visit visited".split(" "),
);

const BEHIND = new Set("in on for to and at over after since under by or that which while until".split(" "));

/** A capital that speaks or acts is its government; after a preposition it is the city. */
function capitalForm(tokens: readonly Token[], hit: Hit, saying: ReadonlySet<string>): "capital" | "place" {
  const before = tokens[hit.from - 1];
  if (before && PREPOSITIONS.has(before.key)) return "place";
  const next = tokens[hit.to];
  if (next && saying.has(next.key)) return "capital";
  // "Ties with Beijing in 2023", not "with Beijing police".
  if (before?.key === "with" && (next?.kind !== WORD || BEHIND.has(next.key))) return "capital";
  const possessive = next?.key === "'" || (next?.key === "," && before?.key === ",");
  if (possessive) return "place";
  return next !== undefined &&
    /^(?:has|have|is|was|will|would|wants|sees|sought|seeks|tried|hopes|accused|accuses|responded|rejected|backed|supports|opposes|signed|imposed|views|and)$/.test(
      next.key,
    ) &&
    before?.key !== ","
    ? "capital"
    : "place";
}

function toMention(
  text: string,
  tokens: readonly Token[],
  hit: Hit,
  saying: ReadonlySet<string>,
): PlaceMention {
  const start = tokens[hit.from]!.start;
  const end = withStop(text, tokens[hit.to - 1]!.end, hit);
  const form = hit.entry.form === "capital" ? capitalForm(tokens, hit, saying) : hit.entry.form;
  return {
    span: [start, end],
    text: text.slice(start, end),
    country: hit.entry.code,
    form: form as PlaceMention["form"],
  };
}

/** "U.S." keeps its last stop. */
function withStop(text: string, end: number, hit: Hit): number {
  return text[end] === "." && hit.to - hit.from === 3 && /\.[A-Z]$/.test(text.slice(end - 2, end))
    ? end + 1
    : end;
}

const CONGO = new Set(["COD"]);

/** Bare "Congo" follows the rest of the text: Brazzaville makes it the Republic. */
function resolveCongo(hits: readonly Hit[], tokens: readonly Token[]): (hit: Hit) => Hit {
  const brazzaville = hits.some(h => h.entry.code === "COG");
  const kinshasa = hits.some(
    h => h.entry.code === "COD" && (h.to - h.from > 1 || h.entry.form === "capital"),
  );
  if (!brazzaville || kinshasa) return hit => hit;
  return hit =>
    CONGO.has(hit.entry.code) && hit.to - hit.from === 1 && /^cong/.test(tokens[hit.from]!.key)
      ? { ...hit, entry: { ...hit.entry, code: "COG" } }
      : hit;
}

/** "долларов США", "dollars US": the country is part of the currency's name. */
function isCurrencyBefore(tokens: readonly Token[], at: number, c: Compiled): boolean {
  const before = c.units.longest(tokens, at - 1);
  return (
    before?.value.money === true &&
    tokens[at - 1]!.kind === WORD &&
    tokens[at - 1]!.caps === 0 &&
    tokens[at - 1]!.key.length > 3
  );
}

function readStretch(text: string, tokens: readonly Token[], language: string, out: PlaceMention[]): void {
  const g = gazetteerOf(language);
  const c = compiledPack(language);
  const known = findHits(tokens, g);
  const hits = withCities(text, tokens, language, known);
  if (hits.length === 0) return;
  const starts = new Set(hits.flatMap(h => [h.from, h.to - 1]));
  const taken = (i: number): boolean => starts.has(i);
  const congo = resolveCongo(hits, tokens);
  for (const raw of hits) {
    if (raw.entry.code === "") continue;
    const hit = congo(raw);
    if (hit.from > 0 && isCurrencyBefore(tokens, hit.from, c)) continue;
    if (hit.entry.form === "name" && g.people.has(hit.entry.code)) {
      if (isPerson(tokens, hit, taken, c.stop)) continue;
      const country = g.regions.get(hit.entry.code);
      if (country !== undefined && isState(tokens, hit, hits)) {
        out.push({ ...toMention(text, tokens, hit, c.saying), country, form: "place" });
        continue;
      }
    }
    out.push(toMention(text, tokens, hit, c.saying));
  }
}

/** Adds large towns that the pack of the language does not list; what means no country ("South China Sea") holds none. */
function withCities(
  text: string,
  tokens: readonly Token[],
  language: string,
  known: readonly Hit[],
): readonly Hit[] {
  const names = known.filter(({ entry }) => entry.code !== "");
  const taken = new Uint8Array(tokens.length);
  for (const { from, to } of known) taken.fill(1, from, to);
  const opens = new Map(names.map(({ from, entry }) => [from, entry.form]));
  const found = findCities({
    text,
    tokens,
    language: language.toLowerCase().split(/[-_]/)[0]!,
    countries: new Set(names.map(({ entry }) => entry.code)),
    taken: at => taken[at] === 1,
    opensCountry: at => opens.get(at) === "name",
    variants: gazetteerOf(language).variants,
  });
  if (found.length === 0) return known;
  const towns = found.map(
    ({ from, to, country }) => ({ from, to, entry: { code: country, form: "place", caps: 0 } }) as const,
  );
  return [...known, ...towns].sort((a, b) => a.from - b.from);
}

/**
 * Countries named in a text: names and short forms, people and adjectives, capitals, cities and regions (`pointOf` gives their coordinates).
 * Words that only look like a country ("South China Sea", "Michael Jordan") are left out.
 */
export function readPlaces(text: string, options: PlaceOptions = {}): PlaceMention[] {
  const language = options.language ?? identifyLanguage(text);
  const out: PlaceMention[] = [];
  for (const tokens of stretches(text)) readStretch(text, tokens, language, out);
  return out;
}
