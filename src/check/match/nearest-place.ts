import type { Span } from "../../read/types.ts";
import { idiom, usualPlaceName } from "../../text/index.ts";
import type { Figure } from "../gather/types.ts";
import { wordsTold } from "./figure-words.ts";
import { placesIn } from "./places-in.ts";
import { plainWords } from "./words.ts";

/** Which of the places that a sentence names one of its numbers is of. */
export interface NumberPlace {
  /** Countries that the sentence names, by themselves or by a town. */
  readonly countries: ReadonlySet<string>;
  /** Country of the number; null where the sentence does not tell. */
  readonly country: string | null;
  /** Plain words of the places that other numbers are of. */
  readonly elsewhere: ReadonlySet<string>;
}

/** A town that a clause names, by the first words of its names. */
interface Town {
  readonly country: string;
  readonly words: readonly string[];
}

/** Towns in which a clause counts something, by the names that the book has for them, where it does not name their state. */
export function townsIn(clause: string, language: string): readonly Town[] {
  const counted = idiom("countedIn", language);
  const places = placesIn(clause, language);
  return places
    .filter(({ form, span }) => form === "place" && counted.before(clause, span[0]) !== null)
    .filter(({ country }) => !places.some(other => other.form === "name" && other.country === country))
    .flatMap(({ country, text }) => {
      const names = language.startsWith("en") ? [text] : [text, usualPlaceName(text, country, language)];
      const words = names.filter(name => LATIN.test(name)).flatMap(name => plainWords(name)[0] ?? []);
      return words.length > 0 ? [{ country, words }] : [];
    });
}

const LATIN = /\p{Script=Latin}/u;

/** The sentence counts in a town of the figure's state, of which the figure says nothing. */
export const isOfOtherTown = (towns: ReturnType<typeof townsIn>, figure: Figure): boolean => {
  const here = towns.length === 0 ? [] : towns.filter(({ country }) => country === figure.place);
  if (here.length === 0) return false;
  const told = wordsTold(figure);
  return !here.some(({ words }) => words.some(word => told.has(word)));
};

interface Options {
  readonly language: string;
  /** Spans of all numbers of the sentence, in the sentence. */
  readonly numbers: readonly Span[];
}

/**
 * Numbers and places of a sentence stand either as "India had 84 and Russia 19" or as "84 in India and 19 in Russia": which of the
 * two, its first place and number tell. Null where the sentence names no more than one place.
 */
export function placeOfNumber(
  sentence: string,
  number: Span,
  { language, numbers }: Options,
): NumberPlace | null {
  const places = placesIn(sentence, language);
  const mentions = places.filter(({ form }) => form !== "demonym");
  const countries = new Set(places.map(({ country }) => country));
  // "Chinese cameras in Myanmar" are in Myanmar.
  if (mentions.length === 0 || new Set(places.map(({ text }) => text)).size < 2) return null;
  const all = [...numbers].sort((a, b) => a[0] - b[0]);
  const leading = mentions[0]!.span[0] < (all[0] ?? number)[0];
  // The words of a number may hold its place ("77% of people in Serbia"), so only where it starts counts.
  const between = (from: number, to: number) => all.some(([start]) => start > from && start < to);
  const before = mentions.filter(({ span }) => span[1] <= number[0] && !between(span[1], number[0])).at(-1);
  const after = mentions.find(({ span }) => span[0] >= number[0] && !between(number[0], span[0]));
  const own = leading ? (before ?? after) : (after ?? before);
  const words = new Set(own ? plainWords(own.text) : []);
  // "In Pakistan, 640 cameras watch over Gwadar" names one place twice, more and less closely.
  const isOwn = (mention: (typeof mentions)[number]) => mention.country === own?.country && mention !== own;
  const near = ({ span }: (typeof mentions)[number]) =>
    !between(Math.min(span[0], number[0]), Math.max(span[0], number[0]));
  const others = mentions
    .filter(mention => mention !== own && !(isOwn(mention) && near(mention)))
    .flatMap(({ text }) => plainWords(text));
  return {
    countries,
    country: own?.country ?? null,
    elsewhere: new Set(others.filter(word => !words.has(word))),
  };
}
