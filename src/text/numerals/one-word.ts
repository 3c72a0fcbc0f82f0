import { packOf } from "../pack/languages.ts";
import { pairsOf } from "../pack/lists.ts";

/** Words that say a number alone in a language: "twelve" for 12, none for 21. */
export const oneWordNumerals = (value: number, language: string): string[] =>
  pairsOf(packOf(language).numbers.words).flatMap(([word, number]) =>
    Number(number) === value ? [word] : [],
  );
