import { expect, test } from "vitest";
import { testLexicon } from "../test-book.ts";
import { coverage, phrasesTouched, preparedMeasures } from "./measure-phrases.ts";

const lexicon = testLexicon();

test("no phrase of a measure is said where none of the words that find it stands", () => {
  const measures = preparedMeasures(lexicon, lexicon.language("en")!);
  const phrases = measures.flatMap(measure => measure.phrases);
  const some = phrases.filter((_, at) => at % 10 === 0);
  expect(some.length).toBeGreaterThan(5);
  // Some of the phrases, with one, two, ... of their words left out.
  const missed = some.flatMap(({ words }) =>
    words.flatMap((_, out) => {
      const said = new Map(words.slice(out).map((word, at) => [word, [at]] as const));
      const found = new Set(phrasesTouched(measures, [said]).map(([phrase]) => phrase));
      return phrases.filter(phrase => !found.has(phrase) && coverage(phrase, said, said) > 0);
    }),
  );
  expect(missed).toEqual([]);
});
