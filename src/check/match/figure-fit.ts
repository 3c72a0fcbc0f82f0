import type { Figure, Shelf } from "../gather/types.ts";
import type { ScopeRelation } from "../rule/names.ts";
import { isCommonName } from "./common-names.ts";
import { partiesOfFigure } from "./figure-parties.ts";
import { nameWords, wordsOfNames } from "./name-words.ts";
import { restrictorsOf, untoldOf } from "./restrictors.ts";
import { homesOf, type Subject } from "./subject.ts";
import { isVoiceOf } from "./voice.ts";
import { plainWords } from "./words.ts";

export interface FitContext {
  readonly entities: Shelf["entities"];
  /** Unit of the measure; a count of countries is not narrowed by a country that the sentence also names. */
  readonly unit: string;
  /** Dimensions of the measure: where `place` or `region` is one, the country of a figure is where it counts, else it is the giver's. */
  readonly dimensions: readonly string[];
}

/** How a figure stands to what a claim speaks of. */
export interface FigureFit {
  readonly relation: ScopeRelation;
  /** Whose, where or of what kind it is, the sentence does not say; the sentences before it in the paragraph may. */
  readonly carried: boolean;
  /** It is of a place that the sentence does not name, and of nobody in particular whom it does. */
  readonly elsewhere: boolean;
  /** All that parts them is names in the figure's scope that the sentence does not have. */
  readonly untold: boolean;
}

/**
 * How the scope of a figure relates to that of a claim of the same measure: the same thing, a broader whole, another part or
 * population, or null where it is about somebody else altogether.
 */
export function fitOf(figure: Figure, subject: Subject, context: FitContext): FigureFit | null {
  const { about, homes } = partiesOfFigure(figure, context.entities);
  const placed = context.dimensions.includes("place") || context.dimensions.includes("region");
  // A state that gives is no place of what it gave elsewhere.
  const isGiver = about.size === 1 && about.has(figure.place);
  const isPlace = figure.place !== "" && (placed || !(homes.has(figure.place) || isGiver));
  const agents = isPlace ? without(about, figure.place) : about;
  const given = { figure, context };
  const who = agentsFit(agents, subject, given);
  if (who === null) return null;
  const restrictors = restrictorsOf(figure, context.entities);
  const untold = untoldOf(figure, subject, context.entities).length > 0;
  // A town in other letters may be the figure's own: then it may bear the claim out, and refutes nothing.
  const maybe = untold && subject.towns?.has(figure.place) === true;
  const told = !untold || maybe;
  const place = isPlace ? figure.place : "";
  const isToldOf = () => (told && restrictors.length > 0) || isCalled(figure, subject);
  const located = { place, about: agents, homes, isTold: isToldOf };
  const where = placeFit(located, subject, context);
  // "US firms supply 32 countries": a count of one kind of what a state's firms sell may be it, and refutes nothing.
  const isOneKind =
    figure.productKind !== "" &&
    subject.productKinds.size === 0 &&
    context.unit === "country" &&
    agents.size > 0 &&
    ![...agents].some(id => context.entities.has(id));
  const scope = furthest([
    who === "carried" ? "same" : who,
    where === "carried" ? "same" : where,
    setFit(figure.regime, subject.regimes),
    figure.productKind === "" || subject.productKinds.size === 0
      ? "same"
      : setFit(figure.productKind, subject.productKinds),
  ]);
  return {
    relation: told ? scope : "other",
    carried: maybe || isOneKind || who === "carried" || where === "carried",
    elsewhere: where === "other" && !isOfBodySaid(agents, subject, context),
    untold: !told && scope === "same",
  };
}

const furthest = (relations: readonly ScopeRelation[]): ScopeRelation =>
  relations.includes("other") ? "other" : relations.includes("broader") ? "broader" : "same";

function isOfBodySaid(agents: ReadonlySet<string>, subject: Subject, { entities }: FitContext): boolean {
  for (const id of agents) if (entities.has(id) && subject.agents.has(id)) return true;
  return false;
}

/** The relation alone; null where the figure is about somebody else. */
export const figureFit = (figure: Figure, subject: Subject, context: FitContext): ScopeRelation | null =>
  fitOf(figure, subject, context)?.relation ?? null;

/** A set without one of its items. */
function without(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  if (!set.has(item)) return set;
  const rest = new Set(set);
  rest.delete(item);
  return rest;
}

// Asked of every figure for every number: loops, since arrays of sets would be made and thrown away each time.
function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (!b.has(item)) return false;
  return true;
}
function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

interface Given {
  readonly figure: Figure;
  readonly context: FitContext;
}

type Fit = ScopeRelation | "carried";

/** Dimensions of measures in which those who sell or what is sold count. */
const SELLING = new Set(["vendor", "system", "product-kind"]);

/** Whoever a sentence names beside a count that knows no sellers ("a loan for the system that the firm built") has no part in it. */
function actingIn(agents: ReadonlySet<string>, { entities, dimensions }: FitContext): ReadonlySet<string> {
  if (agents.size === 0 || dimensions.length === 0) return agents;
  for (const name of dimensions) if (SELLING.has(name)) return agents;
  const kept = [...agents].filter(id => !SELLERS.has(entities.get(id)?.kind ?? ""));
  return kept.length === agents.size ? agents : new Set(kept);
}

const SELLERS = new Set(["vendor", "product", "company"]);

/** Whose doings are counted. */
function agentsFit(agents: ReadonlySet<string>, subject: Subject, { figure, context }: Given): Fit | null {
  const { places, carried } = subject;
  const wanted = actingIn(subject.agents, context);
  const given = !context.dimensions.includes("place") && wanted.has(figure.place);
  if (agents.size === 0)
    return wanted.size === 0 || given || areInName(wanted, { figure, context })
      ? "same"
      : placeless(figure, subject);
  if (wanted.size === 0) {
    // The reader may not have known a name that stands in the sentence all the same.
    const named =
      areNamed(agents, { subject, context }) || isCalled(figure, subject) || isToldByName(figure, subject);
    if (isSubset(agents, places) || named) return "same";
    return isSubset(agents, new Set([...places, ...carried])) ? "carried" : null;
  }
  if (isSubset(agents, wanted) && isSubset(wanted, agents)) return "same";
  const { entities } = context;
  if (isSubset(agents, wanted)) {
    const extra = [...wanted].filter(id => !agents.has(id));
    return extra.every(id => agents.has(entities.get(id)?.parent ?? "")) ? "broader" : "other";
  }
  if (isSubset(wanted, agents) && isProductNamed(agents, { subject, context })) return "same";
  if (meet(agents, wanted)) return "other";
  const homes = homesOf(wanted, entities);
  if (homes.size > 0 && isSubset(homes, agents))
    return areInName(wanted, { figure, context }, { inRow: true }) ? "same" : "broader";
  return meet(homesOf(agents, entities), wanted) ? "other" : null;
}

function areAmongWords(name: readonly string[], words: readonly string[]): boolean {
  for (const word of name) if (!words.includes(word)) return false;
  return true;
}

/** "Safe City" runs through "Zambia Safe City", and not through "safe and smart city contracts". */
const isRunOfWords = (name: readonly string[], words: readonly string[]): boolean =>
  ` ${words.join(" ")} `.includes(` ${name.join(" ")} `);

/** All whom the claim names stand in the name of what the figure is of ("Lahore Safe City"), a product for its maker. */
function areInName(wanted: ReadonlySet<string>, { figure, context }: Given, { inRow = false } = {}): boolean {
  const words = plainWords(figure.subject ?? "");
  if (words.length === 0) return false;
  const isIn = (id: string) => {
    const entity = context.entities.get(id);
    if (entity !== undefined)
      for (const name of wordsOfNames(entity))
        if (areAmongWords(name, words) && (!inRow || isRunOfWords(name, words))) return true;
    return false;
  };
  const named = [...wanted].filter(isIn);
  const owners = new Set(named.map(id => context.entities.get(id)?.parent ?? ""));
  return named.length > 0 && [...wanted].every(id => named.includes(id) || owners.has(id));
}

interface Named {
  readonly subject: Subject;
  readonly context: FitContext;
}

/** What a figure is of beyond the claim's own parties are products of these, and the sentence names them ("Huawei's safe cities"). */
function isProductNamed(agents: ReadonlySet<string>, given: Named): boolean {
  const { agents: wanted } = given.subject;
  const extra = [...agents].filter(id => !wanted.has(id));
  const ownerOf = (id: string) => given.context.entities.get(id)?.parent ?? "";
  // A state that lends is named beside its firms ("built by Chinese firms with a Chinese loan").
  const homes = homesOf(given.subject.agents, given.context.entities);
  const { places } = given.subject;
  return extra.every(
    id => homes.has(id) || places.has(id) || (wanted.has(ownerOf(id)) && isNamedIn(id, given)),
  );
}

/** All of them stand in the sentence, where a product stands for its maker; one of two firms does not stand for both. */
function areNamed(agents: ReadonlySet<string>, given: Named): boolean {
  const kindOf = (id: string) => given.context.entities.get(id)?.kind;
  const named = [...agents].filter(id => isNamedIn(id, given));
  return (
    named.length > 0 &&
    [...agents].every(id => named.includes(id) || named.some(other => kindOf(other) !== kindOf(id)))
  );
}

function isNamedIn(id: string, { subject, context }: Named): boolean {
  const entity = context.entities.get(id);
  return (
    entity !== undefined && wordsOfNames(entity).some(name => name.every(word => subject.words.has(word)))
  );
}

/** The sentence has the whole name of what the figure counts ("EUCAP Sahel Mali"), which the book keeps as no entity. */
function isCalled(figure: Figure, { words }: Subject): boolean {
  const { dated, proper } = nameOf(figure);
  const isSaid = (name: readonly string[]) => name.length > 0 && name.every(word => words.has(word));
  return isSaid(dated) || isSaid(proper);
}

interface OwnName {
  /** Its words where a year is among three of them and more ("January 2022 unrest"). */
  readonly dated: readonly string[];
  /** Its words with a capital, where they are enough to be nobody else's name. */
  readonly proper: readonly string[];
}

const NAMES = new WeakMap<Figure, OwnName>();

/** The name of what a figure counts, which does not change. */
function nameOf(figure: Figure): OwnName {
  const known = NAMES.get(figure);
  if (known) return known;
  const name = figure.subject ?? "";
  const words = plainWords(name);
  const capitals = nameWords(name);
  const isLong = capitals.length === 1 && capitals[0]!.length >= LONG && !isCommonName(capitals[0]!);
  const made = {
    dated: words.length >= 3 && words.some(word => /^\d{4}$/.test(word)) ? words : [],
    proper: isLong || capitals.length >= 2 ? capitals : [],
  };
  NAMES.set(figure, made);
  return made;
}

/** Whoever speaks in the sentence is the official whom the figure names as its own voice ("minister Wang Xiaohong"). */
const isToldByName = (figure: Figure, { speaker }: Subject): boolean =>
  speaker !== undefined && isVoiceOf(figure, speaker);

/** A single name so long ("JamaicaEye") is nobody else's. */
const LONG = 9;

/** A figure about nobody in particular: the whole world's, or a place's. */
const placeless = (figure: Figure, { places }: Subject): ScopeRelation | null =>
  figure.place === "" ? "broader" : places.has(figure.place) ? "broader" : null;

interface Located {
  readonly place: string;
  readonly about: ReadonlySet<string>;
  /** Where those whose doings are counted are at home. */
  readonly homes: ReadonlySet<string>;
  /** Does the sentence name the towns or regions of the figure? */
  readonly isTold: () => boolean;
}

function placeFit(
  { place, about, homes, isTold }: Located,
  { places, agents, carried }: Subject,
  { unit, dimensions }: FitContext,
): Fit {
  const isUnplaced = isSubset(places, about);
  if (place === "") return isUnplaced || unit === "country" ? "same" : "broader";
  const isHere = places.has(place) && !about.has(place);
  if (isHere || (agents.has(place) && !dimensions.includes("place"))) return "same";
  if (!isUnplaced) return "other";
  // Who names the town has no need to name its country; nor has who names a body that works at home ("ECU-911 has 4,500 cameras").
  if (isTold() || (about.size > 0 && homes.has(place) && isSubset(about, agents))) return "same";
  return carried.has(place) ? "carried" : "other";
}

const setFit = (value: string, wanted: ReadonlySet<string>): ScopeRelation =>
  (value === "" && wanted.size === 0) || wanted.has(value) ? "same" : "other";
