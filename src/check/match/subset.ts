import type { Measure } from "../../codebook/types.ts";
import { idiom } from "../../text/index.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { wordsTold } from "./figure-words.ts";
import type { Subject } from "./subject.ts";
import { hasWord, plainWords } from "./words.ts";

/**
 * Words by which a clause says in which states a thing was counted ("devices in countries of concern"), without naming one; none in languages
 * whose packs do not say how it is told.
 */
export function subsetWords(clause: string, language: string): readonly string[] {
  return idiom("inSome", language)
    .find(clause)
    .flatMap(([, end]) => {
      const [rest = ""] = /^[^,.;:()]*/u.exec(clause.slice(end)) ?? [];
      return plainWords(rest).filter(word => word.length > SHORT && !/^\d/.test(word));
    });
}

/** Longer than small words. */
const SHORT = 3;

/** The figure says nothing of the states that are told of: it is of more. */
export function isOfMoreStates(words: readonly string[], figure: Figure): boolean {
  if (words.length === 0) return false;
  const told = new Set(
    plainWords([figure.subject, figure.counted, figure.population, figure.note, figure.regime].join(" ")),
  );
  return !words.some(word => hasWord(told, word));
}

/** A count of all kinds of things is of more than the kind that the sentence names; unless its words say that kind. */
export function isOfMoreKinds(
  { productKinds }: Subject,
  figure: Figure,
  { measure, shelf: { codebook } }: { measure: Measure; shelf: Pick<Shelf, "codebook"> },
): boolean {
  if (figure.productKind !== "" || productKinds.size === 0) return false;
  if (!measure.dimensions.includes("product-kind")) return false;
  const told = wordsTold(figure);
  for (const kind of productKinds)
    for (const phrase of codebook.phrases[`product-kinds.${kind}`]?.["en"] ?? [])
      for (const word of plainWords(phrase)) if (word.length > 3 && hasWord(told, word)) return false;
  return true;
}
