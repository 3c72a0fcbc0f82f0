import { cuesNamed } from "../analysis/cues.ts";
import type { Sentence } from "../analysis/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import type { Span } from "../types.ts";
import type { Context } from "./context.ts";
import { coverage, type Phrase, type Prepared, preparedMeasures } from "./measure-phrases.ts";
import { type Stems, stemsIn } from "./stems.ts";

const NEGATIONS = new WeakMap<LanguageLexicon, ReadonlySet<string>>();

/** Words of a language that negate, as stems. */
function negationsOf(language: LanguageLexicon): ReadonlySet<string> {
  const known = NEGATIONS.get(language);
  if (known) return known;
  const found = new Set(language.frames.negation.split("|").map(word => language.stem(word)));
  NEGATIONS.set(language, found);
  return found;
}

const NEGATING = new WeakMap<Prepared, readonly Phrase[]>();

/** The phrases of a measure that have a negation ("cameras not working"). */
function negatingPhrases(measure: Prepared, language: LanguageLexicon): readonly Phrase[] {
  const known = NEGATING.get(measure);
  if (known) return known;
  const negations = negationsOf(language);
  const found = measure.phrases.filter(({ words }) => words.some(word => negations.has(word)));
  NEGATING.set(measure, found);
  return found;
}

/** Whether a negation names the measure in some words. */
const isNamed = (measure: Prepared, said: Stems, language: LanguageLexicon): boolean =>
  negatingPhrases(measure, language).some(
    phrase => phrase.words.every(word => said.get(word) !== undefined) && coverage(phrase, said, said) > 0,
  );

interface Told {
  readonly context: Context;
  readonly sentence: Sentence;
  readonly clause: Span;
  /** Where the number stands. */
  readonly number: Span;
}

/**
 * "711 cameras were not working": the negation is part of the words that name the measure, and denies nothing of the number. The measure that is
 * named so, which is the one given or, where the negation stands behind the number and none between, another of its unit; null where none is.
 */
export function measureToldNegated(
  measure: string,
  { context, sentence, clause, number }: Told,
): string | null {
  const { language, lexicon } = context;
  if (measure === "" || !language) return null;
  const [negation, ...more] = cuesNamed(sentence, "negation");
  if (!negation || more.length > 0) return null;
  const all = preparedMeasures(lexicon, language);
  const own = all.find(each => each.measure.id === measure);
  if (!own) return null;
  if (isNamed(own, stemsIn(sentence, clause, language), language)) return measure;
  const isBehind =
    negation.span[0] >= number[1] &&
    !sentence.quantities.some(({ span }) => span[0] >= number[1] && span[1] <= negation.span[0]);
  if (!isBehind) return null;
  const said = stemsIn(sentence, sentence.span, language);
  const other = all.find(each => each.measure.unit === own.measure.unit && isNamed(each, said, language));
  return other?.measure.id ?? null;
}
