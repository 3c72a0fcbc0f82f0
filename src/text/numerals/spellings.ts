import { packOf } from "../pack/languages.ts";
import { pairsOf } from "../pack/lists.ts";

/** Numbers of more thousands, millions ... than these are written with another multiplier. */
const MOST = 1000;

/** Ways to write a whole number in a language without group marks: "12", "twelve"; "6000000", "6 million", "six million"; no "twenty-one". */
export function numberSpellings(value: number, language: string): string[] {
  const { words, scales } = packOf(language).numbers;
  const oneWord = (wanted: number) =>
    pairsOf(words).flatMap(([word, number]) => (Number(number) === wanted ? [word] : []));
  const scaled = pairsOf(scales).flatMap(([word, factor]) => {
    const times = value / Number(factor);
    if (!Number.isInteger(times) || times < 1 || times >= MOST) return [];
    return [String(times), ...oneWord(times)].map(number => `${number} ${word}`);
  });
  return [String(value), ...oneWord(value), ...scaled];
}
