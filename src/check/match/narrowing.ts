import type { Measure } from "../../codebook/types.ts";
import type { Claim, Span } from "../../read/types.ts";
import { readPlaces } from "../../text/index.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { normalUnit } from "../rule/units.ts";
import { bodiesMeant, isBody } from "./bodies.ts";
import { isCommonName } from "./common-names.ts";
import { counterName } from "./counter.ts";
import { nameOfCountry } from "./country-name.ts";
import { hasWord, homesOf, plainWords, withOwners } from "./subject.ts";

/**
 * Words of a claim's clause that narrow what it counts beyond what the reader made of it: names of towns, provinces, bodies and
 * programmes, parts of the world, and some common words ("female"). A count that says nothing of them may be of a wider thing.
 */
export interface Narrowing {
  /** Names and narrowing words, as plain words. */
  readonly words: readonly string[];
  /** Countries that the clause names and the claim does not speak of, and those whose people or things are counted ("Chinese"). */
  readonly places: readonly string[];
  /** Several parties taken together, where the reader knows of at most one. */
  readonly joint: boolean;
  /** Kinds of bodies that the clause points back to without a name ("the college"), where the reader knows of none. */
  readonly bodies?: readonly string[];
  /** The number comes on top of others. */
  readonly increment?: boolean;
  /** The clause of the number. */
  readonly clause?: string;
}

type Given = Pick<Shelf, "entities" | "codebook">;

interface Context {
  readonly text: string;
  readonly language: string;
  /** All claims of the document. */
  readonly claims: readonly Claim[];
  readonly shelf: Given;
}

/** Parts of the world, by the word that English figures use, for lower case: with case left out, a class of letters takes long to compile. */
const REGIONS: Readonly<Record<string, RegExp>> = {
  africa: /\bafri(?:ca|can|cans|cain\p{L}*|que)\b|áfrica|african[oa]s?|非洲|африк|أفريقي|إفريقي/u,
  asia: /\basia|\basiati|\bl'asie|\basie\b|亚洲|东盟|(?<!\p{L})ази|آسيا|\basean\b/u,
  europe: /\beurop|歐|欧洲|欧盟|европ|أوروب/u,
  latin:
    /latin america|américa latina|amérique latine|latinoameric|caribb|caribe|caraïbes|拉美|拉丁美洲|латинск|أمريكا اللاتينية/u,
  pacific: /\bpacific|pacífico|pacifique|太平洋|тихоокеан|المحيط الهادئ/u,
  east: /middle east|oriente medio|moyen-orient|中东|ближн\p{L}+ восток|الشرق الأوسط/u,
};

/** A part of each that needs a class of letters, which is long to compile. */
const HINTS: Readonly<Record<string, RegExp>> = {
  africa: /afri|áfrica|非洲|африк|فريقي/,
  asia: /asi|asean|亚洲|东盟|ази|آسيا/,
  east: /east|oriente|moyen|中东|ближн|الشرق/,
};
const HINT_OF_INCREMENT =
  /more(?! than\b)|additional|extra|further|más|adiciona|de plus|supplément|mais|another|otr|outr|ещё|дополнительн|另外|新增|再增/;

/** Parts of the world that a text in lower case names. */
const regionsIn = (lower: string): string[] =>
  Object.keys(REGIONS).filter(name => (HINTS[name]?.test(lower) ?? true) && REGIONS[name]!.test(lower));

/** Common words that narrow a count, in the languages that texts come in. */
const NARROWING_WORDS =
  /\b(female|women|male|retired|rural|domestic|overseas branch|surveyed|asked|mujeres|femmes|rurales)\b|女性|女警|农村|женщин/gu;

const TOGETHER =
  /\b(together|combined|jointly|between them|juntas|juntos|conjuntamente|ensemble|à eux deux|à elles deux|вместе|juntas)\b|合计|一共|共同|两家|总共|加起来|معا/u;

const GIVERS = ["provider", "vendor", "vendor-country", "actor"];

/** "7,000 more" are beside others, and no whole. */
const INCREMENT =
  /\d[\d.,\s]*(?:\p{L}+\s+){0,2}(?:more(?! than\b)|additional|extra|further|más(?! de\b)|adicionales|de plus|supplémentaires|mais(?! de\b)|adicionais)\b|\b(?:another|additional|further|otr[oa]s|outr[oa]s|ещё|дополнительн\p{L}+)\s+\d|(?:另外|新增|再增)\s*\d/u;

/** Where a clause ends. What stands before a colon sets the scene for what follows it, and does not end. */
const BREAK =
  /[;—–()（）；]|,\s+(?:and|but|while|whereas|though|although|which|who|where|y|pero|mientras|et|mais|tandis)\s/giu;

/** What parts two numbers of one sentence. */
const JOINT = /,|，|、|\s(?:and|or|but|while|y|e|et|ou|и)\s|[和与]/giu;

/** The clause of a sentence around a claim's number; another number of the sentence has its own. */
function clauseOf({ sentence, span }: Claim, text: string, others: readonly Span[]): string {
  const whole = text.slice(...sentence);
  const [from, to] = [span[0] - sentence[0], span[1] - sentence[0]];
  const found = (pattern: RegExp, start: number, end: number) =>
    [...whole.slice(start, end).matchAll(pattern)].map(
      ({ index, 0: { length } }) => [start + index, start + index + length] as const,
    );
  const before = others.filter(other => other[1] <= span[0]).map(other => other[1] - sentence[0]);
  const after = others.filter(other => other[0] >= span[1]).map(other => other[0] - sentence[0]);
  const start = Math.max(
    found(BREAK, 0, from).at(-1)?.[1] ?? 0,
    ...before.slice(-1).map(end => found(JOINT, end, from)[0]?.[1] ?? 0),
  );
  const end = Math.min(
    found(BREAK, to, whole.length)[0]?.[0] ?? whole.length,
    found(/[:：]/gu, to, whole.length)[0]?.[0] ?? whole.length,
    ...after.slice(0, 1).map(next => found(JOINT, to, next)[0]?.[0] ?? whole.length),
  );
  return whole.slice(start, end);
}

/** What narrows a claim's clause and is not explained by what the reader made of it. */
export function narrowingOf(claim: Claim, { text, language, claims, shelf }: Context): Narrowing {
  const clause = withoutSpeaker(clauseOf(claim, text, numbersBeside(claim, claims)), claim);
  const lower = clause.toLowerCase();
  const mentions = readPlaces(clause, { language });
  // A capital that gives is its state ("Beijing has trained"); one that receives is a town in it.
  const givers = new Set(GIVERS.flatMap(role => claim.roles[role] ?? []));
  const isTown = ({ form, country }: (typeof mentions)[number]) =>
    form === "place" || (form === "capital" && !givers.has(country));
  const countries = mentions.filter(mention => !isTown(mention));
  const towns = mentions.filter(isTown);
  const spoken = placesOf(claim, shelf);
  const isKnown = isKnownIn(claim, shelf);
  const bodies = namesIn(claim, shelf).filter(name => clause.includes(name));
  const names = [...clause.matchAll(/(?<![\p{L}'’])\p{Lu}[\p{L}\p{N}'’-]*/gu)].filter(
    ({ index }) =>
      !countries.some(({ span: [from, to] }) => index >= from && index < to) &&
      !isOpening(clause, index, towns),
  );
  const words = [
    ...names.map(([name]) => name),
    ...towns.map(place => place.text).filter(town => !bodies.some(name => name.includes(town))),
    ...(lower.match(NARROWING_WORDS) ?? []),
  ];
  const regions = regionsIn(lower);
  const told = words
    .map(word => plainWords(word)[0] ?? "")
    .filter(word => word !== "" && !isKnown(word) && !isCommonName(word));
  // "Chinese police in Solomon Islands" are not all police there, whatever places the claim speaks of.
  const other = countries
    .filter(({ country, form }) => form === "demonym" || !spoken.has(country))
    .map(({ country }) => country);
  const classes = isClassNoun(claim, shelf) ? [normalUnit(claim.unit)] : [];
  return {
    words: [...new Set([...told.filter(word => !isRegionWord(word)), ...regions, ...classes])],
    places: [...new Set(other)],
    joint: TOGETHER.test(lower) && partiesOf(claim, shelf) < 2,
    clause,
    increment: HINT_OF_INCREMENT.test(lower) && INCREMENT.test(lower),
    bodies: bodiesMeant(clause).filter(
      kind => !claim.entities.some(id => isBody(shelf.entities.get(id)?.name ?? "", kind)),
    ),
  };
}

/** "25 democracies" are a part of the countries, which the reader did not make a class of. */
function isClassNoun({ unit, roles, measure }: Claim, { codebook }: Given): boolean {
  if (unit === "" || roles["regime"]?.length || codebook.measures.get(measure)?.unit === unit) return false;
  const classes = [...(codebook.series?.values() ?? [])].flatMap(series => series.classes);
  return classes.some(({ phrases }) =>
    Object.values(phrases).some(nouns => nouns.some(noun => normalUnit(noun) === normalUnit(unit))),
  );
}

const numbersBeside = ({ id, sentence, span }: Claim, claims: readonly Claim[]): Span[] =>
  claims
    .filter(other => other.id !== id && other.value !== null && other.sentence[0] === sentence[0])
    .map(other => other.span)
    .filter(other => other[1] <= span[0] || other[0] >= span[1]);

const isRegionWord = (word: string) => regionsIn(word).length > 0;

/** The first word of a sentence has a capital whatever it is; a town that opens it is a name all the same. */
const isOpening = (
  clause: string,
  index: number,
  towns: readonly { readonly span: readonly [number, number] }[],
): boolean =>
  /(?:^|\p{Ll}{2}[.!?]|\d[.!?])["”’']?\s*$/u.test(clause.slice(0, index)) &&
  !towns.some(({ span: [from] }) => from === index);

/** A clause without whom it credits: a counter's name narrows nothing. */
function withoutSpeaker(clause: string, { attribution }: Claim): string {
  const name = attribution?.to ?? "";
  return name === "" ? clause : clause.replaceAll(name, " ");
}

const placesOf = ({ places, roles, entities }: Claim, { entities: known }: Given): ReadonlySet<string> =>
  new Set([
    ...places,
    ...Object.values(roles).flat(),
    ...homesOf(withOwners([...entities, ...Object.values(roles).flat()], known), known),
  ]);

/** Entities among the parties of a claim, products counted with their makers. */
function partiesOf({ entities, roles }: Claim, { entities: known }: Given): number {
  const all = new Set([...entities, ...Object.values(roles).flat()].filter(id => known.has(id)));
  return [...all].filter(id => !all.has(known.get(id)?.parent ?? "")).length;
}

/** Words that a measure is told in do not change. */
const OF_MEASURE = new WeakMap<Measure, ReadonlySet<string>>();

function wordsOfMeasure(measure: Measure | undefined): ReadonlySet<string> {
  if (!measure) return new Set();
  const phrases = [measure.label.en, ...Object.values(measure.phrases).flat()];
  const known = OF_MEASURE.get(measure) ?? new Set(plainWords(phrases.join(" ")));
  OF_MEASURE.set(measure, known);
  return known;
}

/** Names of the claim's own parties in scripts without spaces: a town that such a name holds ("山东警察学院") is no word of its own. */
const namesIn = ({ entities: ids, roles }: Claim, { entities }: Given): string[] =>
  [...withOwners([...ids, ...Object.values(roles).flat()], entities)]
    .flatMap(id => [entities.get(id)?.name ?? "", ...(entities.get(id)?.aliases ?? [])])
    .filter(name => /\p{Script=Han}/u.test(name));

/** Words that need no explaining: those of the claim's own parties, of its measure and of the codebook's classes. */
function isKnownIn(claim: Claim, { entities, codebook }: Given): (word: string) => boolean {
  const ids = withOwners([...claim.entities, ...Object.values(claim.roles).flat()], entities);
  const bodies = [...ids].flatMap(id => {
    const entity = entities.get(id);
    return entity ? [entity.name, ...entity.aliases] : [nameOfCountry(id)];
  });
  const measured = wordsOfMeasure(codebook.measures.get(claim.measure));
  const named = new Set(bodies.flatMap(plainWords));
  return word => measured.has(word) || named.has(word);
}

/** Does a figure say nothing of what narrows the claim? */
export function isUnexplained(narrowing: Narrowing, figure: Figure, shelf: Shelf): boolean {
  if (narrowing.joint && figure.about.length < 2) return true;
  if (narrowing.increment) return true;
  if ((narrowing.bodies ?? []).some(kind => !isBody(`${figure.label} ${figure.counted}`, kind))) return true;
  const about = withOwners(figure.about, shelf.entities);
  const ids = new Set([...figure.about, figure.place, ...homesOf(about, shelf.entities)]);
  if (narrowing.places.some(place => !ids.has(place))) return true;
  if (narrowing.words.length === 0) return false;
  const told = wordsOfFigure(figure, shelf);
  return narrowing.words.some(word => !hasWord(told, word));
}

/** Does anything narrow the claim that a count of the whole book would have to heed? */
export const isNarrowed = ({ words, places, joint, bodies = [], increment = false }: Narrowing): boolean =>
  joint || increment || words.length > 0 || places.length > 0 || bodies.length > 0;

/** What a counter, a body and a page are called is the shelf's to say: words are kept for as long as its sources and entities stand. */
const TOLD = new WeakMap<Shelf["nameOfCounter"], WeakMap<Figure, ReadonlySet<string>>>();

function wordsOfFigure(figure: Figure, shelf: Shelf): ReadonlySet<string> {
  const ofShelf = TOLD.get(shelf.nameOfCounter) ?? new WeakMap<Figure, ReadonlySet<string>>();
  TOLD.set(shelf.nameOfCounter, ofShelf);
  const told = ofShelf.get(figure) ?? new Set([...ownWords(figure), ...wordsOnShelf(figure, shelf)]);
  ofShelf.set(figure, told);
  return told;
}

const OWN = new WeakMap<Figure, readonly string[]>();

/** Words that a figure has itself, whatever shelf it stands on. */
function ownWords(figure: Figure): readonly string[] {
  const { label, population, counted, note } = figure;
  const known = OWN.get(figure) ?? plainWords([label, population, counted, note].join(" "));
  OWN.set(figure, known);
  return known;
}

function wordsOnShelf(figure: Figure, shelf: Shelf): readonly string[] {
  const bodies = [...figure.about, figure.place].flatMap(id => {
    const entity = shelf.entities.get(id);
    return entity ? [entity.name, ...entity.aliases] : [nameOfCountry(id)];
  });
  const pages = figure.sources.flatMap(id => {
    const source = shelf.sources.get(id);
    return source ? [source.publisher, source.title, ...source.authors] : [];
  });
  return plainWords([counterName(figure.counter, shelf), ...bodies, ...pages].join(" "));
}
