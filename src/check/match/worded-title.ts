import { idiom } from "../../text/index.ts";
import { nameOfCountry } from "./country-name.ts";
import { placesIn } from "./places-in.ts";

/** The title of an act, as sentences are held against it. Titles are in English. */
export interface Title {
  /** States that it names. */
  readonly states: readonly string[];
  /** Stems of its words without those states, each once. */
  readonly words: readonly string[];
  readonly orders: readonly string[];
  readonly isNegative: boolean;
  /** It names somebody or something in capitals, beside states and its first word. */
  readonly hasName: boolean;
}

/** Share of a title's words that a sentence must hold to tell of its act. */
export const SHARE = 0.65;
/** A title of fewer words tells of nothing by its words. */
export const LEAST_WORDS = 2;

/** Titles are held against each sentence of one text after the other; this many are remembered. */
const REMEMBERED = 20_000;
const TITLES = new Map<string, Title>();

export function titleOf(label: string): Title {
  const known = TITLES.get(label);
  if (known) return known;
  if (TITLES.size >= REMEMBERED) TITLES.clear();
  // Who acts is compared by codes: "Chinese" and "China" are one.
  const { states, rest } = withoutStates(label);
  const title = {
    states,
    words: [...new Set(stemsOf(rest))],
    orders: ordersIn(rest),
    isNegative: /\b(?:not|no|never)\b/i.test(rest),
    hasName: /\p{Lu}{2}|(?<=[\p{L}\p{N},)] )\p{Lu}/u.test(rest),
  };
  TITLES.set(label, title);
  return title;
}

/** An English text without the names of states, and which they are. */
export function withoutStates(text: string): { states: string[]; rest: string } {
  const states = placesIn(text, "en").filter(({ form }) => form !== "place");
  const rest = states.reduceRight(
    (left, { span }) => `${left.slice(0, span[0])} ${left.slice(span[1])}`,
    text,
  );
  return { states: states.map(({ country }) => country), rest };
}

/** "Ties with Beijing", "switched to Beijing": an English sentence with the names of states in place of those of their capitals. */
export function withStates(sentence: string, language: string): string {
  if (language !== "en") return sentence;
  const isState = (from: number) =>
    idiom("leaves", language).before(sentence, from) !== null ||
    idiom("joins", language).before(sentence, from) !== null;
  const capitals = placesIn(sentence, language).filter(
    ({ form, span: [from] }) => form === "capital" || (form === "place" && isState(from)),
  );
  return capitals.reduceRight(
    (left, { span, country }) => left.slice(0, span[0]) + nameOfCountry(country) + left.slice(span[1]),
    sentence,
  );
}

/** How many of a title's words are among the stems of what is said. */
export const wordsHeld = ({ words }: Title, said: ReadonlySet<string>): number =>
  words.filter(word => said.has(word)).length;

const ORDERS = /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/gi;
/** What makes the second of its kind another than the third. */
export const ordersIn = (text: string): string[] =>
  [...new Set((text.match(ORDERS) ?? []).map(word => word.toLowerCase()))].sort();

/** Words of content without their English endings; years are dates and no words. Whatever ends or forbids is one word ("shuts", "closed"). */
export function stemsOf(text: string): string[] {
  const ends = [idiom("undoes", "en"), idiom("forbids", "en")] as const;
  const stems = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter(word => word.length > 2 && !/^\d+$/.test(word) && !COMMON.has(word))
    .map(word => PRESENT.get(word) ?? word)
    .map(word => (ends[0].words.has(word) || ends[1].words.has(word) ? END : stemOf(word)));
  const isEnded = !stems.includes(END) && ends.some(each => each.test(text));
  return isEnded ? [...stems, END] : stems;
}

/** Titles are in the present tense: past forms that no ending tells, and what is agreed. */
const PRESENT = new Map(
  `agreement agree said say sent send kept keep took take taken take gave give given give held hold met meet built build sold sell bought buy taught teach told tell made
  make won win began begin begun begin spoke speak swore swear set set paid pay led lead broke break chose choose grew grow`
    .split(/\s+/)
    .flatMap((word, index, all): [string, string][] => (index % 2 === 0 ? [[word, all[index + 1]!]] : [])),
);

/** Has the text a word by which something is taken back, ended or forbidden? */
export const endsIn = (text: string): boolean => stemsOf(text).includes(END);

/** Stands for words by which something is taken back, ended or forbidden. */
const END = "!";

/** "stops", "stopped" and "stopping" are one word, and so are "authorised" and "authorisations". A stem is the beginning of its words. */
const stemOf = (word: string): string =>
  word
    .replace(/(?<=.{4})(?:ations?|ings?|ed|es|s|e)$/, "")
    .replace(/(?<=.{3})(?:ing|ed|s)$/, "")
    .replace(/(?<=.{2})([bdgmnprt])\1$/, "$1");

const COMMON = new Set(
  `with from that this after before over into their between under about will would been have the and for was were are has had its
  out off not all who but his her may can did one two new`.split(/\s+/),
);
