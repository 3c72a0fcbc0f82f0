import type { Lexicon } from "../lexicon.ts";
import type { Unsettled } from "./analyse.ts";
import { overlaps } from "./spans.ts";
import type { NameFound } from "./tags.ts";
import type { EntityMention } from "./types.ts";

const NONE: readonly EntityMention[] = [];

/** Longest chain of owners that is followed; a circle of owners ends there. */
const OWNERS = 6;

/** Kinds of those who sell, and of what is sold or built. */
const TRADE: ReadonlySet<string> = new Set(["vendor", "company", "product", "programme"]);

/** An entity and those it belongs to, the nearest first. */
function lineage(id: string, { entities }: Lexicon): string[] {
  const line: string[] = [];
  for (let at = id; at !== "" && line.length < OWNERS && entities.has(at); at = entities.get(at)!.parent)
    line.push(at);
  return line;
}

/** Weak names of one house speak for each other ("Pegasus", "NSO"). */
function kin(sentences: readonly Unsettled[], lexicon: Lexicon): string[] {
  const houses = new Map<string, Set<string>>();
  for (const { names } of sentences)
    for (const { name } of names) {
      const house = lineage(name.id, lexicon).at(-1) ?? name.id;
      houses.set(house, (houses.get(house) ?? new Set()).add(name.id));
    }
  return [...houses.values()].filter(ids => ids.size > 1).flatMap(ids => [...ids]);
}

interface Named {
  readonly sentence: Unsettled["sentence"];
  readonly kept: readonly EntityMention[];
  readonly sure: ReadonlySet<string>;
  readonly lexicon: Lexicon;
}

/**
 * "A safe city" is a sort of system before it is somebody's product: words that name a kind of product name the product only where the text
 * names its maker, and the sentence no other firm.
 */
function isCommonNoun({ id, span }: EntityMention, { sentence, kept, sure, lexicon }: Named): boolean {
  const { entities } = lexicon;
  const product = entities.get(id);
  if (product?.kind !== "product" || !sentence.codes.some(code => overlaps(code.span, span))) return false;
  const maker = lineage(id, lexicon)[1];
  if (maker === undefined || kept.some(other => other.id === maker)) return false;
  const isFirm = (other: EntityMention) => FIRMS.has(entities.get(other.id)?.kind ?? "");
  return !sure.has(maker) || kept.some(isFirm);
}

const FIRMS = new Set(["vendor", "company"]);
const OFFICES = new Set(["ministry", "police-agency"]);

/** "美国商务部", "وزارة التجارة الأمريكية": a ministry whose bare name many states have is that of the state named with it. */
function isOfOtherState(
  { id, span: [from, to] }: EntityMention,
  { places, words }: Unsettled["sentence"],
  { entities }: Lexicon,
): boolean {
  const { kind = "", country = "" } = entities.get(id) ?? {};
  if (!OFFICES.has(kind) || country === "") return false;
  const next = words.find(({ start }) => start >= to)?.start;
  const named = places.filter(
    ({ span, form }) => span[1] === from || (span[0] === next && form === "demonym"),
  );
  return named.length > 0 && named.every(place => place.country !== country);
}

/** A sentence that has words in other letters than Latin. */
const isOfOtherScript = ({ words }: Unsettled["sentence"]): boolean =>
  words.some(({ key }) => OTHER_LETTERS.test(key));
const OTHER_LETTERS = /[\u0400-\u06ff\u0900-\u097f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;

/** Shorter abbreviations are common in every language. */
const LEAST_LETTERS = 4;

/** "Circles" is a common word in English, and a name in Russian and in Spanish: common words of another language are no words of the text. */
function inOwnLanguage(given: Unsettled, isCommon: (name: string) => boolean): Unsettled {
  const { sentence, names } = given;
  if (names.length === 0 || !names.some(({ name }) => name.common)) return given;
  const foreign = isOfOtherScript(sentence);
  const isName = ({ name, span: [from, to] }: NameFound): boolean => {
    const words = sentence.words.filter(({ start, end }) => start >= from && end <= to);
    const plain = words.map(({ key }) => key).join(" ");
    return (
      name.common && to - from >= LEAST_LETTERS && !OTHER_LETTERS.test(plain) && (foreign || !isCommon(plain))
    );
  };
  return {
    sentence,
    names: names.map(found => (isName(found) ? { ...found, name: { ...found.name, weak: false } } : found)),
  };
}

/**
 * "Botswana uses Circles", "Pegasus was used in Poland": right behind a verb that tells of a system, or right before one with its auxiliaries, a common
 * word with a capital is the name of one.
 */
function isPartOfVerb(
  { frames, words }: Unsettled["sentence"],
  [start, end]: EntityMention["span"],
  isAid: (word: string) => boolean,
): boolean {
  const before = words[words.findIndex(word => word.start === start) - 1];
  const behind = words.slice(words.findIndex(word => word.end === end) + 1);
  const verb = behind.findIndex(({ key }) => !isAid(key));
  const aids = behind.slice(0, verb);
  return frames.some(({ frame, part, span }) => {
    if (!frame.needsObject || !VERBS.has(part)) return false;
    if (before !== undefined && span[1] === before.end) return true;
    const isBehind = aids.some(aid => aid.start === span[0]) || behind[verb]?.start === span[0];
    return verb > 0 && isBehind;
  });
}

const VERBS: ReadonlySet<string> = new Set(["gives", "takes", "passives"]);

/** How many sentences back a text may have told what trade it speaks of. */
const BACK = 2;

/**
 * Which names count. A strong name always does. A weak one (a common word, a short abbreviation) counts where the document also
 * names the entity in full, its parent or its child, or where its sentence, or one shortly before it in the paragraph, speaks of a
 * product of the trade, or its sentence of another name of the trade without doubt ("ZTE built BOL-110") or of its country.
 * `isAid` knows the auxiliaries of the text's language.
 * `sure` holds the entities named without doubt so far, and takes those of these sentences; `isCommon` knows names that are common words
 * of the text's language.
 */
export function keepEntities(
  given: readonly Unsettled[],
  lexicon: Lexicon,
  {
    sure,
    isCommon,
    isAid,
  }: { sure: Set<string>; isCommon: (name: string) => boolean; isAid: (word: string) => boolean },
): (readonly EntityMention[])[] {
  if (given.every(({ names }) => names.length === 0)) return given.map(() => NONE);
  const sentences = given.map(each => inOwnLanguage(each, isCommon));
  for (const { names } of sentences) for (const { name } of names) if (!name.weak) sure.add(name.id);
  const related = new Set(sure);
  for (const id of kin(sentences, lexicon)) related.add(id);
  for (const entity of lexicon.entities.values()) {
    const line = lineage(entity.id, lexicon);
    const named = line.findLastIndex(id => sure.has(id));
    // Everything below a named owner, and everything above a named product.
    if (named > 0) for (const id of line.slice(0, named)) related.add(id);
    if (line.length > 0 && sure.has(line[0]!)) for (const id of line) related.add(id);
  }
  const isOfTrade = (id: string) => TRADE.has(lexicon.entities.get(id)?.kind ?? "");
  return sentences.map(({ sentence, names }, i) => {
    if (names.length === 0) return NONE;
    const trade = sentences
      .slice(Math.max(0, i - BACK), i + 1)
      .some(each => each.sentence.paragraph === sentence.paragraph && each.sentence.codes.length > 0);
    const isBeside = names.some(({ name }) => !name.weak && isOfTrade(name.id));
    const counts = ({ name, span }: NameFound): boolean => {
      if (!name.weak || related.has(name.id) || trade) return true;
      if (isOfTrade(name.id) && (isBeside || (name.common && isPartOfVerb(sentence, span, isAid))))
        return true;
      const country = lexicon.entities.get(name.id)?.country;
      return sentence.places.some(place => place.country === country && country !== "");
    };
    const kept = names.filter(counts).map(({ name, span }) => ({ id: name.id, span }));
    return kept.filter(
      mention =>
        !isCommonNoun(mention, { sentence, kept, sure, lexicon }) &&
        !isOfOtherState(mention, sentence, lexicon),
    );
  });
}
