import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Shelf } from "../gather/types.ts";
import { isSameName, wordsOf } from "../rule/names.ts";
import { counterNames, entityNames } from "./known-names.ts";
import { NameIndex } from "./name-index.ts";
import { placesIn } from "./places-in.ts";

/** Words with capitals at the start of a clause, and the word behind them. */
const OPENING =
  /^\s*(\p{Lu}[\p{L}\p{N}’'&.-]*(?:\s+(?:\p{Ll}{2,3}\s+)?\p{Lu}[\p{L}\p{N}’'&.-]*)*)\s+(\p{Ll}+)/u;

const OPENING_NAMES = new WeakMap<Claim, { readonly text: string; readonly names: readonly string[] }>();

/** Names that open the clause of a number, of whoever may have counted it; none where the text credits somebody for that clause. */
export function openingNames(claim: Claim, text: string): readonly string[] {
  const known = OPENING_NAMES.get(claim);
  if (known?.text === text) return known.names;
  const names = findNames(claim, text);
  OPENING_NAMES.set(claim, { text, names });
  return names;
}

function findNames({ attribution, sentence, span, value }: Claim, text: string): string[] {
  if (value === null) return [];
  const [from] = sentence;
  const starts = startsBefore(text.slice(from, span[0])).map(start => from + start);
  const open = attribution ? starts.filter(start => attribution.span[1] <= start) : starts;
  const named = open.flatMap(start => {
    const [, name = "", next = ""] = OPENING.exec(text.slice(start, span[0])) ?? [];
    return name === "" || idiom("small").words.has(next) ? [] : [withoutArticle(name)];
  });
  const part = Math.max(from, text.lastIndexOf(";", span[0]) + 1);
  const after = attribution && attribution.span[1] <= span[0] ? Math.max(part, attribution.span[1]) : part;
  const before = text.slice(after, span[0]);
  // An aside stands between two commas.
  const mayBe = before.indexOf(", ") !== before.lastIndexOf(", ");
  const aside = mayBe ? [...before.matchAll(WITH_ASIDE)].at(-1)?.[1] : undefined;
  return aside === undefined ? named : [...named, withoutArticle(aside)];
}

/** "Gallup, a pollster that ..., found": a name with an aside behind it, and what it does. */
const WITH_ASIDE =
  /(?<=^\s*|[;:,]\s+|\s\p{Ll}+\s+)(\p{Lu}[\p{L}’'&.-]*(?:\s+(?:\p{Ll}{2,3}\s+)?\p{Lu}[\p{L}’'&.-]*)*), [^,;]{3,90}, \p{Ll}+/gu;

/**
 * "Larkspur Watch tied 74 shutdowns to protests": whoever opens the clause of a number, is known as one who counts, and is no party to it is
 * credited with the number, whatever the verb. Empty where nobody is.
 */
export const openingCounter = (claim: Claim, text: string, shelf: Shelf): string =>
  openingNames(claim, text).find(name => isCounter(name, claim, shelf)) ?? "";

/** "by IDC's count": names of those whose count the sentence tells. */
export function namesOfCount({ sentence, span, value }: Claim, text: string): string[] {
  if (value === null) return [];
  const [from, to] = sentence;
  // What stands behind a semicolon is another's.
  const start = Math.max(from, text.lastIndexOf(";", span[0]) + 1);
  const mark = text.indexOf(";", span[1]);
  const said = text.slice(start, mark < 0 ? to : Math.min(to, mark));
  return idiom("ownCount")
    .find(said)
    .flatMap(([at]) => {
      const [, name = ""] = OWNER.exec(said.slice(0, at)) ?? [];
      return name === "" ? [] : [withoutArticle(name)];
    });
}

/** A name that owns what stands behind it, with an adjective between or none. */
const OWNER = /((?:\p{Lu}[\p{L}\p{N}&.-]*\s+)*\p{Lu}[\p{L}\p{N}&.-]*)['’]s?\s+(?:[\p{Ll}-]+\s+)?$/u;

/** Whose count the sentence tells ("by IDC's count"), where it is known as one who counts. */
export const ownerOfCount = (claim: Claim, text: string, shelf: Shelf): string =>
  namesOfCount(claim, text).find(name => isCounter(name, claim, shelf)) ?? "";

/** Where what tells of a number may begin: behind the last semicolon, else behind the last comma or at the start of the sentence. */
function startsBefore(before: string): number[] {
  const ends = [...before.matchAll(/[;:,]\s+/g)].map(({ index, 0: mark }) => index + mark.length);
  const last = ends.at(-1) ?? 0;
  const semicolon = before.lastIndexOf(";") + 1;
  return [...new Set([last, semicolon])];
}

/** "The Lowy Institute", "Memoori's figure for the year": the name itself. */
function withoutArticle(given: string): string {
  const name = given.replace(/['’]s?$/, "");
  const article = idiom("article").after(name, 0);
  return article ? name.slice(article[1]).trimStart() : name;
}

/** Kinds of entity that sell, or are sold, and count nothing. */
const SELLERS = new Set(["vendor", "product", "company"]);

/** Known as one who counts, and neither a party to the number nor a place. */
function isCounter(name: string, { entities: parties }: Claim, shelf: Shelf): boolean {
  const isAny = <T>(names: NameIndex<T>, isMeant: (of: T, named: string) => boolean): boolean =>
    names.like(name).some(({ name: each, of }) => isMeant(of, each) && isCalled(name, each));
  const isLong = (_: null, named: string) => wordsOf(named).join("").length >= SHORTEST;
  if (!isAny(counterNames(shelf.codebook), isLong) && !isAny(countersOnShelf(shelf), isLong)) return false;
  if (!/\s/.test(name) && placesIn(name, "en").length > 0) return false;
  return !isAny(entityNames(shelf), ({ id, kind }) => SELLERS.has(kind) || parties.includes(id));
}

/** The same words, two or more of them, or initials: a single word of a longer name is shared by many. */
function isCalled(name: string, counter: string): boolean {
  const [words, own] = [wordsOf(name), wordsOf(counter)];
  if (words.length === 1 && own.length > 1 && name !== name.toUpperCase()) return false;
  return words.length <= own.length
    ? isSameName(name, counter)
    : ` ${words.join(" ")} `.includes(` ${own.join(" ")} `);
}

const COUNTERS = new WeakMap<Shelf["sources"], NameIndex<null>>();

/** Names of those who count, beside those whom the codebook calls counters: makers of figures, and bodies that publish research. */
function countersOnShelf({ figures, sources, nameOfCounter }: Shelf): NameIndex<null> {
  const known = COUNTERS.get(sources);
  if (known) return known;
  const counters = new Set(figures.map(({ counter }) => counter));
  const names = new Set<string>();
  for (const counter of counters)
    if (counter !== "" && !counter.startsWith("gov-")) names.add(nameOfCounter(counter));
  for (const { kind, publisher } of sources.values()) if (RESEARCH.has(kind)) names.add(publisher);
  const made = new NameIndex([...names].map(name => [name, null] as const));
  COUNTERS.set(sources, made);
  return made;
}

const RESEARCH = new Set(["ngo", "academic", "report", "dataset"]);
const SHORTEST = 3;
