import { expect, test } from "vitest";
import { testLexicon } from "../test-book.ts";
import { coverage, Phrases, preparedMeasures, type SaidIn } from "./measure-phrases.ts";
import { WithNoun } from "./stems.ts";

const lexicon = testLexicon();
const measures = preparedMeasures(lexicon, lexicon.language("en")!);
const index = new Phrases(measures);

/** The score of each measure by all of its phrases, one after the other. */
const plainly = ({ near, far, whole }: SaidIn): number[] =>
  measures.map(({ phrases }) =>
    Math.max(
      0,
      ...phrases.map(phrase => (phrase.whole ? coverage(phrase, whole, whole) : coverage(phrase, near, far))),
    ),
  );

const placed = (words: readonly string[]) => new Map(words.map((word, at) => [word, [at]] as const));

test("a measure is said as well as by a look at each of its phrases, in part, in full and elsewhere in the sentence", () => {
  const some = measures.flatMap(measure => measure.phrases).filter((_, at) => at % 10 === 0);
  expect(some.length).toBeGreaterThan(5);
  let found = 0;
  for (const { words } of some)
    for (let out = 0; out < words.length; out++)
      // The first words are left out, or one of the others is.
      for (const left of [words.slice(out), words.filter((_, at) => at !== out)]) {
        const far = placed(["the", ...left]);
        for (const near of [far, placed(left.slice(1)), placed([])]) {
          const said = { near, far, whole: near, noun: "" };
          const scores = [...index.scores(said)];
          expect(scores).toEqual(plainly(said));
          found += scores.filter(score => score > 0).length;
        }
      }
  expect(found).toBeGreaterThan(some.length);
});

test("a noun that a sentence leaves out counts as said in the clause", () => {
  const words = measures.flatMap(({ phrases }) => phrases).find(each => each.words.length > 2)!.words;
  const [noun, ...rest] = words;
  const far = placed(["the", ...rest]);
  const said = { near: new WithNoun(far, noun!, 0), far, whole: far, noun: noun! };
  const whole = placed(words);
  const written = { near: whole, far: whole, whole: far, noun: "" };
  expect([...index.scores(said)]).toEqual([...index.scores(written)]);
});
