import type { Claim } from "../../read/types.ts";
import { type IdiomName, idiom } from "../../text/index.ts";
import type { EntityRow, Shelf } from "../gather/types.ts";
import { isCommonName } from "./common-names.ts";
import { nameOfCountry } from "./country-name.ts";
import { placesIn } from "./places-in.ts";
import { isExplainedBy, unknownGivers } from "./unknown-givers.ts";
import { plainWords } from "./words.ts";

/** Names that stand in a clause where it says who gives and what is given, each as the plain words that nothing else explains. */
export interface SaidNames {
  /** Whoever gives, where the book knows nobody of that name. */
  readonly givers: readonly (readonly string[])[];
  /** What is given: products, known or not. */
  readonly things: readonly (readonly string[])[];
}

interface Context {
  readonly language: string;
  readonly shelf: Pick<Shelf, "entities" | "codebook">;
  /** Names of products of records, which may be other names of their makers. */
  readonly products: ReadonlySet<string>;
}

/** Small words by which a language tells who gives from where a thing goes. */
interface Places {
  /** "bought it from X", "made by X". */
  readonly giver: ReadonlySet<string>;
  /** "a contract for X". */
  readonly thing: ReadonlySet<string>;
  /** Others that part a name from the verb. */
  readonly other: ReadonlySet<string>;
  /** Nouns of bodies: "the Ministry of Justice" gives and takes, but is no product, and no firm that nobody knows. */
  readonly bodies: ReadonlySet<string>;
  /** Nouns of firms: "the Israeli company X". */
  readonly firms: ReadonlySet<string>;
  /** Words that open a sentence and name nobody. */
  readonly openers: ReadonlySet<string>;
  /** "and", "along with". */
  readonly joints: ReturnType<typeof idiom>;
}

/** The small words of a language whose sentences are known that well; null of another. */
function placesOf(language: string): Places | null {
  const words = (name: IdiomName) => idiom(name, language).words;
  const giver = words("fromGiver");
  if (giver.size === 0) return null;
  return {
    giver,
    thing: words("forThing"),
    other: words("apart"),
    bodies: words("bodies"),
    firms: words("firm"),
    openers: words("opening"),
    joints: idiom("withParty", language),
  };
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A name: words with a capital or with capitals and digits inside, with bare numbers between and behind them ("Vexor 12"). */
const NAME =
  /(?<![\p{L}\p{N}])(?:\p{Lu}|[\p{Ll}\d]+\p{Lu})[\p{L}\p{N}-]*(?:[ /&-]+(?:(?:\p{Lu}|[\p{Ll}\d]+\p{Lu})[\p{L}\p{N}-]*|\d+(?![\p{L}\p{N},.]*\d)))*/gu;

/** The names of a relation's clause by where they stand; wherever they stand in languages whose sentences are not known that well. */
export function saidNames(claim: Claim, clause: string, context: Context): SaidNames {
  const places = placesOf(context.language);
  const explained = explainedIn(claim, clause, context);
  if (!places)
    return {
      givers: unplacedNames(claim, clause, { ...context, explained }),
      things: namedProducts(claim, clause, context),
    };
  const runs = runsIn(clause, places);
  const products = productNames(claim, clause, context);
  const aliases = aliasesOf(claim, context);
  const partless = partlessIn(claim, context);
  const givers: (readonly string[])[] = [];
  const things: (readonly string[])[] = [];
  let at: Place = "";
  for (const [index, run] of runs.entries()) {
    const words = plainWords(run.text);
    at = placeOf(run, { clause, places, last: runs[index - 1]?.to ?? 0, ahead: at });
    const body = at === "giver" ? partless.find(name => clause.startsWith(name, run.from)) : undefined;
    if (body !== undefined) givers.push(tellingWords(body, places));
    if (words.some(word => places.bodies.has(word))) continue;
    const isHere = (name: string) => clause.startsWith(name, run.from) || run.text.includes(name);
    const product = products.find(isHere) ?? (at === "thing" ? aliases.find(isHere) : undefined);
    const left = product ? plainWords(product) : words.filter(word => !explained(word));
    if (left.length === 0 || isTrait(run, left, clause)) continue;
    if (at === "giver" && product === undefined && isNameHere(run, clause, places)) givers.push(left);
    else if (at === "thing" || (product !== undefined && at !== "giver")) things.push(left);
  }
  return { givers, things };
}

/** Names that nothing explains, in the clause of a sale. */
function unplacedNames(
  claim: Claim,
  clause: string,
  { language, explained, shelf, products }: Context & { readonly explained: (word: string) => boolean },
): SaidNames["givers"] {
  if (claim.roles["provider"] || claim.roles[TAUGHT]) return [];
  const sellers = [...claim.entities, ...(claim.roles["vendor"] ?? [])].flatMap(id => {
    const entity = shelf.entities.get(id);
    return entity && !THINGS.has(entity.kind) ? namesOf(entity).filter(name => !products.has(name)) : [];
  });
  return unknownGivers(claim, clause, { language, explained, known: sellers });
}

/** Products of the book that a clause names, each as all words of its names: in which of them the record has it, its language tells. */
const namedProducts = (
  { entities: ids }: Claim,
  clause: string,
  { shelf: { entities } }: Context,
): SaidNames["things"] =>
  ids.flatMap(id => {
    const entity = entities.get(id);
    if (entity?.kind !== "product" || !namesOf(entity).some(name => clause.includes(name))) return [];
    return [namesOf(entity).flatMap(plainWords)];
  });

/** The role of what is taught: courses are given by bodies, which the reader tells by their kind. */
const TAUGHT = "topic";

/** "agreed to supply": before a verb, "to" tells of no place. */
const INFINITIVE = /(?<!\p{L})to(?=\s+(?!(?:the|an?|its|his|her|their|our|this|these)\s)\p{Ll})/gu;

type Place = "giver" | "thing" | "";

/** The names of a clause. The word that opens it has a capital whatever it is. */
const runsIn = (clause: string, { openers }: Places): Run[] =>
  [...clause.matchAll(NAME)].flatMap(({ index, 0: text }): Run[] => {
    const to = index + text.length;
    const [first = ""] = text.split(" ");
    if (!openers.has(first.toLowerCase()) || clause.slice(0, index).trim() !== "")
      return [{ from: index, to, text }];
    const rest = text.slice(first.length + 1);
    return rest === "" ? [] : [{ from: to - rest.length, to, text: rest }];
  });

interface Around {
  readonly clause: string;
  readonly places: Places;
  /** Where the name before it ends, and where it stands. */
  readonly last: number;
  readonly ahead: Place;
}

/** Where a name stands: by the last small word between it and the name or the mark before it. */
function placeOf({ from, to }: Run, { clause, places, last, ahead }: Around): Place {
  const before = clause.slice(last, from);
  // "The Israeli company Vexa sold": a name behind the noun of a firm stands where its state does, and is no product.
  if (last > 0 && isFirmAhead(before, places)) return ahead === "giver" ? ahead : "";
  if (/^['’]s?\s+(?:[\p{Ll}-]+\s+)?$/u.test(before)) return "thing";
  // "Huawei and Nokia supplied": whoever is joined to one that gives does so too.
  if (last > 0 && ahead === "giver" && isJoint(before, places)) return "giver";
  const words = wordsIn(/[^,;:.]*$/u.exec(before.replace(INFINITIVE, " "))?.[0] ?? "");
  const small = words.findLast(
    word => places.giver.has(word) || places.thing.has(word) || places.other.has(word),
  );
  const isOwner = /^['’]s?\s/u.test(clause.slice(to));
  if (small !== undefined)
    return places.giver.has(small) ? "giver" : places.thing.has(small) && !isOwner ? "thing" : "";
  // "The Vexa group": an article before a name is no verb.
  if (words.some(word => !places.openers.has(word))) return isOwner ? "" : "thing";
  // "In Lusaka, Vexa built": what stands before the comma says where.
  const isAhead = places.other.has(wordsIn(clause)[0] ?? "");
  return last === 0 || (isAhead && before.trim() === ",") ? "giver" : "";
}

/** Nothing but words that join two names, with a comma before them or without. */
const isJoint = (before: string, { joints }: Places): boolean =>
  joints.after(before.replace(/^,/, " "), 0)?.[1] === before.trimEnd().length && /\s$/.test(before);

const FEW_WORDS = 3;

/** Nothing but a few small letters stand before a name, the last word of which is the noun of a firm. */
function isFirmAhead(before: string, { firms, giver, other, thing }: Places): boolean {
  if (!/^(?:['’]s)?[\s\p{Ll}-]+$/u.test(before)) return false;
  const words = wordsIn(before.replace(/^['’]s/u, ""));
  const isPlain = words.every(word => !giver.has(word) && !other.has(word) && !thing.has(word));
  return words.length <= FEW_WORDS && isPlain && firms.has(words.at(-1) ?? "");
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word that opens a sentence has a capital whatever it is: alone it names somebody if it is no common word and no plural. */
function isNameHere({ from, text }: Run, clause: string, places: Places): boolean {
  if (clause.slice(0, from).trim() !== "" || /[\s\d]|\p{Ll}\p{Lu}/u.test(text)) return true;
  const word = text.toLowerCase();
  return !places.openers.has(word) && !/(?:[^s]s|ing|ed|ly)$/.test(word);
}

/** "Neighbouring Tajikistan": a word that opens the sentence before a name that is explained tells of it, and names nobody. */
const isTrait = ({ from, text }: Run, [left, ...more]: readonly string[], clause: string): boolean =>
  more.length === 0 &&
  clause.slice(0, from).trim() === "" &&
  text.includes(" ") &&
  /ing$|ed$/.test(left ?? "") &&
  plainWords(text)[0] === left;

/** Words of the clause that name a state, a town, somebody whom the book knows, a kind of product, or nobody. */
function explainedIn(claim: Claim, clause: string, { language, shelf }: Context): (word: string) => boolean {
  const { entities, codebook } = shelf;
  const places = placesIn(clause, language).map(({ text }) => text);
  const ids = [...claim.entities, ...Object.values(claim.roles).flat(), ...claim.places];
  const named = ids.flatMap(id => {
    const entity = entities.get(id);
    return entity ? namesOf(entity) : [nameOfCountry(id)];
  });
  const known = new Set([...places, ...named].flatMap(plainWords));
  const kinds = wordsOfKinds(codebook.phrases, language);
  const has = language === BOOK_LANGUAGE ? hasOwn : isExplainedBy;
  return word => has(known, word) || has(kinds, word) || isCommonName(word) || /^\d+$/.test(word);
}

/** The language of the book's names, whose words have no cases. */
const BOOK_LANGUAGE = "en";
const hasOwn = (words: ReadonlySet<string>, word: string): boolean => words.has(word);

const namesOf = ({ name, aliases }: EntityRow): string[] => [name, ...aliases];

/** Words of the phrases for kinds, topics and classes ("safe city"), which stand in sentences about anything. */
const OF_KINDS = new WeakMap<Shelf["codebook"]["phrases"], Map<string, ReadonlySet<string>>>();

function wordsOfKinds(phrases: Shelf["codebook"]["phrases"], language: string): ReadonlySet<string> {
  const known = OF_KINDS.get(phrases) ?? new Map<string, ReadonlySet<string>>();
  OF_KINDS.set(phrases, known);
  const words =
    known.get(language) ??
    new Set(
      Object.entries(phrases)
        .filter(([group]) => group.includes("."))
        .flatMap(([, each]) => (each[language] ?? []).flatMap(plainWords)),
    );
  known.set(language, words);
  return words;
}

/** Names of bodies that the book knows and the reader gave no part: where one stands as giver, it is one whatever else it may be. */
const partlessIn = ({ entities: ids, roles }: Claim, { shelf: { entities } }: Context): string[] => {
  const parties = new Set(Object.values(roles).flat());
  return ids.flatMap(id => {
    const entity = entities.get(id);
    return entity && !parties.has(id) && !THINGS.has(entity.kind) ? namesOf(entity) : [];
  });
};

/** Words by which a body is told from others; all where it has no such. */
function tellingWords(name: string, { bodies }: Places): readonly string[] {
  const words = plainWords(name).filter(word => word.length > 2);
  const own = words.filter(word => !bodies.has(word));
  return own.length > 0 ? own : words;
}

const THINGS = new Set(["product", "programme"]);

/** Other names of those who give beside another, unlike their own ("Graphite" of Paragon): they may name what these make. */
function aliasesOf({ roles }: Claim, { shelf: { entities } }: Context): string[] {
  const vendors = roles["vendor"] ?? [];
  return vendors.length < 2
    ? []
    : vendors.flatMap(id => {
        const { name = "", aliases = [] } = entities.get(id) ?? {};
        const own = new Set(plainWords(name));
        return aliases.filter(alias => !plainWords(alias).some(word => own.has(word)));
      });
}

/** Names by which the claim's products are known, and those of its makers that name what they make: they name a thing wherever they stand. */
function productNames({ entities: ids, roles }: Claim, clause: string, context: Context): string[] {
  const { entities } = context.shelf;
  const isProduct = (entity: EntityRow, name: string) =>
    THINGS.has(entity.kind) || (name !== entity.name && context.products.has(name));
  return [...new Set([...ids, ...Object.values(roles).flat()])].flatMap(id => {
    const entity = entities.get(id);
    return entity ? namesOf(entity).filter(name => clause.includes(name) && isProduct(entity, name)) : [];
  });
}
