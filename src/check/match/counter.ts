import type { Codebook } from "../../codebook/types.ts";
import { idiom } from "../../text/index.ts";
import type { EntityRow, Figure, Shelf, SourceRow } from "../gather/types.ts";
import { isSameName, wordsOf } from "../rule/names.ts";
import { nameOfCountry } from "./country-name.ts";
import { partiesOfFigure } from "./figure-parties.ts";

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
  let publishers: ReadonlyMap<string, string> | null = null;
  return counter => {
    const known = names.get(counter);
    if (known !== undefined) return known;
    publishers ??= publishersBySlug(sources);
    const name = nameFor(counter, { entities, publishers });
    names.set(counter, name);
    return name;
  };
}

/** Publishers by the slugs that they may be kept by; where two share one, the first of the sources has it. */
function publishersBySlug(sources: Names["sources"]): ReadonlyMap<string, string> {
  const publishers = new Set<string>();
  for (const { publisher } of sources.values()) publishers.add(publisher);
  const found = new Map<string, string>();
  for (const publisher of publishers)
    for (const each of slugsOf(publisher)) if (!found.has(each)) found.set(each, publisher);
  return found;
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
  { entities, publishers }: { entities: Names["entities"]; publishers: ReadonlyMap<string, string> },
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
    publishers.get(counter) ??
    publishers.get(slug(counter)) ??
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

/** Does whoever counted it speak for itself? */
export const isInterested = (figure: Figure, { entities }: Pick<Shelf, "entities">): boolean =>
  partiesOfFigure(figure, entities).interested;

/** "研究中心" is a part of many Chinese names and names none of them. */
export const isNamed = (attribution: string, name: string): boolean =>
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
  const initials = bareInitials(name);
  return initials !== "" && short.includes(initials) && short.split(/[^\p{L}]+/u).includes(initials);
}

const BARE = new Map<string, string>();

/** Initials of a name without its article. */
function bareInitials(name: string): string {
  const known = BARE.get(name);
  if (known !== undefined) return known;
  if (BARE.size >= REMEMBERED) BARE.clear();
  const initials = initialsOf(name.slice(idiom("article").after(name, 0)?.[1] ?? 0));
  BARE.set(name, initials);
  return initials;
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
