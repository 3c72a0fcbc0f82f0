import type { Measure } from "../../codebook/types.ts";
import type { Shelf } from "../gather/types.ts";
import { plainWords } from "./words.ts";

/** Enough of a word for "favourable" and "favourably" to meet, and too much for "unfavourable". */
const STEM = 6;

const stemsOf = (measure: Measure, language: string): Set<string> =>
  new Set(
    plainWords((measure.phrases[language] ?? []).join(" "))
      .filter(word => word.length > 3)
      .map(word => word.slice(0, STEM)),
  );

/**
 * "86 percent view China favourably" is not borne out by who counted those that view it unfavourably: the two measures are near to each other,
 * and the sentence has words of the one that the other does not have, and none the other way about.
 */
export function isOfRival(
  claimed: string,
  counted: string,
  { said, codebook, language }: { said: ReadonlySet<string>; language: string } & Pick<Shelf, "codebook">,
): boolean {
  const [own, other] = [codebook.measures.get(claimed), codebook.measures.get(counted)];
  if (!own || !other || own === other || own.unit !== other.unit) return false;
  if (own.dimensions.join() !== other.dimensions.join() || own.period !== other.period) return false;
  if (!own.related.includes(other.id) && !other.related.includes(own.id)) return false;
  const [mine, theirs] = [stemsOf(own, language), stemsOf(other, language)];
  const stems = new Set([...said].map(word => word.slice(0, STEM)));
  const isSaid = (of: Set<string>, not: Set<string>) =>
    [...of].some(stem => !not.has(stem) && stems.has(stem));
  return isSaid(mine, theirs) && !isSaid(theirs, mine);
}
