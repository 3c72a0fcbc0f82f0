import type { Codebook } from "../../codebook/types.ts";
import { countries, idiom } from "../../text/index.ts";
import type { EntityRow, Figure, Shelf, SourceRow } from "../gather/types.ts";
import { isSameName, wordsOf } from "../rule/names.ts";
import { nameOfCountry } from "./country-name.ts";

/** As much of a shelf as names are found in. */
interface Names {
  readonly entities: ReadonlyMap<string, Pick<EntityRow, "name">>;
  readonly sources: ReadonlyMap<string, Pick<SourceRow, "publisher">>;
}

/** The name of a counter, as the shelf knows it. */
export const counterName = (counter: string, { nameOfCounter }: Pick<Shelf, "nameOfCounter">): string =>
  nameOfCounter(counter);

/** Finds the names of counters, from the slugs that figures keep: an entity, a publisher of the book, a government, or the slug as words. */
export function counterNames({ entities, sources }: Names): (counter: string) => string {
  const names = new Map<string, string>();
  let publisherOf: ((slug: string) => string | undefined) | null = null;
  return counter => {
    const known = names.get(counter);
    if (known !== undefined) return known;
    publisherOf ??= publishersBySlug(sources);
    const name = nameFor(counter, { entities, publisherOf });
    names.set(counter, name);
    return name;
  };
}

/**
 * Finds a publisher by a slug that it may be kept by; where two share one, the first of the sources has it. Most checks ask for few: only
 * those publishers are slugged in whose name the first word of the slug stands.
 */
function publishersBySlug(sources: Names["sources"]): (slug: string) => string | undefined {
  const publishers = new Set<string>();
  for (const { publisher } of sources.values()) publishers.add(publisher);
  const names = [...publishers];
  const lower = names.join("\n").toLowerCase();
  const plain = lower.normalize("NFKC").toLowerCase();
  const folded = lower === plain ? [lower] : [lower, plain];
  const searches = folded.map(text => linesWith(text, names));
  return wanted => {
    const [word = ""] = wanted.split("-");
    const found = searches.flatMap(search => search(word)).sort((a, b) => a - b);
    const at = found.find(each => slugsOf(names[each]!).includes(wanted));
    return at === undefined ? undefined : names[at];
  };
}

/** Finds the names in which a word stands, by a text that holds each in a line of its own, folded. */
function linesWith(text: string, names: readonly string[]): (word: string) => readonly number[] {
  const starts: number[] = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const isWhole = starts.length === names.length;
  return word => {
    if (!isWhole) return names.map((_, at) => at);
    const found: number[] = [];
    let line = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line])) {
      while (line < starts.length && starts[line]! <= at) line++;
      found.push(line - 1);
      if (line === starts.length) break;
    }
    return found;
  };
}

const SLUGS = new Map<string, readonly string[]>();
/** Publishers repeat from document to document; this many are remembered. */
const REMEMBERED = 20_000;

/** Slugs that a publisher may be kept by. */
function slugsOf(publisher: string): readonly string[] {
  const known = SLUGS.get(publisher);
  if (known) return known;
  if (SLUGS.size >= REMEMBERED) SLUGS.clear();
  const slugs = [slug(publisher), wholeSlug(publisher)];
  SLUGS.set(publisher, slugs);
  return slugs;
}

function nameFor(
  counter: string,
  {
    entities,
    publisherOf,
  }: { entities: Names["entities"]; publisherOf: (slug: string) => string | undefined },
): string {
  const entity = entities.get(counter);
  if (entity || counter === "") return entity?.name ?? "";
  const state = /^gov-([a-z]{3})$/.exec(counter)?.[1];
  const union = entities.get(counter.replace(/^gov-/, "org-"));
  if (union) return union.name;
  if (state) return `government of ${nameOfCountry(state.toUpperCase())}`;
  // A slug keeps the apostrophe of "People's" as a stroke.
  const words = counter
    .split("-")
    .map(capital)
    .join(" ")
    .replaceAll(/(?<=\p{L}{3}) S(?= |$)/gu, "'s");
  return (
    publisherOf(counter) ??
    publisherOf(slug(counter)) ??
    (counter.length <= 4 ? counter.toUpperCase() : words)
  );
}

const SMALL = new Set(["and", "of", "the", "for", "on", "in"]);
const INITIALS = new Set("us,uk,eu,un,usa,ihs,rfe,rl,gao,bbc,cnn,rwr,idc,ngo,tv".split(","));
const capital = (word: string) =>
  SMALL.has(word)
    ? word
    : INITIALS.has(word)
      ? word.toUpperCase()
      : word.slice(0, 1).toUpperCase() + word.slice(1);
/** Figures keep a counter by the words of its name, cut where it is long. */
const wholeSlug = (name: string) =>
  name
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join("-")
    .slice(0, 40) ?? "";
const slug = (name: string) => wordsOf(name).join("-").slice(0, 40);

/** Sellers, buyers and states speak for themselves; so does a paper that only repeats them. */
export function isInterested(figure: Figure, { entities }: Pick<Shelf, "entities">): boolean {
  if (figure.origin === "vendor-claim" || figure.origin === "government-claim") return true;
  const state = /^gov-([a-z]{3})$/.exec(figure.counter)?.[1]?.toUpperCase();
  const isCounter = (id: string) => id === figure.counter || id === state;
  const isParty = (id: string) => isCounter(id) || isCounter(entities.get(id)?.parent ?? "");
  return figure.about.some(isParty) || isParty(figure.place);
}

/** "研究中心" is a part of many Chinese names and names none of them. */
const isNamed = (attribution: string, name: string): boolean =>
  isSameName(attribution, name) && (!/\p{Script=Han}/u.test(name) || attribution.includes(name));

/**
 * Does the name in a text credit this counter? A government is credited by its country's name or by the name of an office;
 * that is lenient, so that nobody is called wrong for naming a ministry.
 */
export function credits(
  attribution: string,
  counter: string,
  {
    name,
    codebook,
    interested = false,
  }: {
    readonly name: string;
    readonly codebook: Codebook;
    /** It speaks for itself: then "the company says" credits it. */
    readonly interested?: boolean;
  },
): boolean {
  if ([name, ...otherNames(counter, codebook)].some(each => isSameName(attribution, each))) return true;
  if (isShortFor(name, attribution) || isShortFor(attribution, name)) return true;
  if (!counter.startsWith("gov-")) return interested && isPartyUnnamed(attribution);
  const state = nameOfCountry(counter.slice(4).toUpperCase());
  if (idiom("officials").test(attribution)) return true;
  const stem = state.toLowerCase().slice(0, 4);
  return wordsOf(attribution).some(word => word.startsWith(stem));
}

/** "US GAO" has the initials of "the Government Accountability Office". */
function isShortFor(short: string, name: string): boolean {
  const article = idiom("article").after(name, 0);
  const initials = initialsOf(name.slice(article?.[1] ?? 0));
  return initials !== "" && short.split(/[^\p{L}]+/u).includes(initials);
}

/** Words for a party that sells or runs a thing, by which a text credits it without its name ("the company itself"). */
function isPartyUnnamed(attribution: string): boolean {
  const article = idiom("article").after(attribution, 0);
  const party = idiom("party").after(attribution, article?.[1] ?? 0);
  if (!party) return false;
  return attribution.slice(party[1]).trim() === "" || idiom("relative").after(attribution, party[1]) !== null;
}

/** What a counter is called in other languages: the codebook's groups `counter-<slug>`. */
const otherNames = (counter: string, { phrases }: Codebook): readonly string[] =>
  Object.values(phrases[`counter-${counter}`] ?? {}).flat();

/** A name of three words and more by its initials, as its arms are called by them ("ANU Department of Pacific Affairs"). */
export function initialsOf(name: string): string {
  const capitals = name.match(/(?<![\p{L}'’-])\p{Lu}(?=\p{Ll})/gu) ?? [];
  return capitals.length >= 3 ? capitals.join("") : "";
}

/** Names that a text can credit and that the book knows: publishers, entities and states. Only of them can it be said that they did not count. */
export function isKnownName(
  name: string,
  { entities, sources, codebook }: Pick<Shelf, "entities" | "sources" | "codebook">,
): boolean {
  for (const [group, names] of Object.entries(codebook.phrases))
    if (
      group.startsWith("counter-") &&
      Object.values(names)
        .flat()
        .some(each => isNamed(name, each))
    )
      return true;
  const initials = initialsOf(name);
  for (const { publisher } of sources.values())
    if (isSameName(name, publisher) || (initials !== "" && publisher.split(/[^\p{L}]+/u).includes(initials)))
      return true;
  for (const { name: entity, aliases } of entities.values())
    if ([entity, ...aliases].some(alias => isNamed(name, alias))) return true;
  const first = wordsOf(name)[0] ?? "";
  return countries.some(({ code }) => nameOfCountry(code).toLowerCase() === first);
}
