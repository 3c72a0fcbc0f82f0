import { splitSentences } from "../text/index.ts";
import type { Lexicon } from "./lexicon.ts";
import { wordsOf } from "./phrases.ts";

/** A text that somebody has put under a code. */
export interface KindExample {
  readonly text: string;
  readonly code: string;
}

/** What labelled texts tell of the words of each code. The same examples make the same model. */
export interface KindModel {
  readonly language: string;
  /** How much the words of a text speak for each code, in units of a phrase of one word. */
  evidence(stems: ReadonlySet<string>): ReadonlyMap<string, number>;
}

/** The stems of a text's words. */
export function stemsOf(text: string, lexicon: Lexicon, language: string): Set<string> {
  const stem = lexicon.language(language)?.stem ?? (word => word);
  return new Set(
    splitSentences(text, language).flatMap(span =>
      wordsOf(text, span, stem)
        .filter(({ key }) => /\p{L}/u.test(key))
        .map(word => word.stem),
    ),
  );
}

/** A word of one example tells of that example, one of most examples of nothing. */
const LEAST = 2;
const MOST = 0.3;
/** Weight of the share among all examples in that of a code, in examples. */
const PRIOR = 5;
/** With so many examples words count half of what they would with endless ones; a phrase that a person wrote outweighs few examples. */
const HALF = 1000;

/**
 * A naive Bayes model of words that are there or not (McCallum & Nigam 1998, "A comparison of event models for naive Bayes text
 * classification"), counting words that are there alone, with shares drawn towards those of all examples.
 */
export function learnKinds(
  examples: readonly KindExample[],
  lexicon: Lexicon,
  options: { readonly language: string },
): KindModel {
  const { language } = options;
  const sizes = new Map<string, number>();
  const counts = new Map<string, Map<string, number>>();
  for (const { text, code } of examples) {
    sizes.set(code, (sizes.get(code) ?? 0) + 1);
    for (const stem of stemsOf(text, lexicon, language)) {
      const own = counts.get(stem) ?? new Map<string, number>();
      own.set(code, (own.get(code) ?? 0) + 1);
      counts.set(stem, own);
    }
  }
  const all = examples.length;
  const scale = all / (all + HALF);
  const logs = new Map<string, ReadonlyMap<string, number>>();
  for (const [stem, own] of counts) {
    const total = [...own.values()].reduce((a, b) => a + b, 0);
    if (total < LEAST || total > MOST * all) continue;
    const share = total / all;
    const log = [...sizes].map(([code, size]) => {
      const drawn = ((own.get(code) ?? 0) + PRIOR * share) / (size + PRIOR);
      return [code, scale * Math.log(drawn / share)] as const;
    });
    logs.set(stem, new Map(log));
  }
  return {
    language,
    evidence(stems) {
      const found = new Map([...sizes].map(([code, size]) => [code, scale * Math.log(size / all)]));
      for (const stem of stems)
        for (const [code, value] of logs.get(stem) ?? []) found.set(code, found.get(code)! + value);
      return found;
    },
  };
}
