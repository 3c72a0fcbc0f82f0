import type { Measure } from "../../codebook/types.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Lexicon } from "../lexicon.ts";
import { type Stemmer, wordsOf } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Clause, Context } from "./context.ts";

/** A number whose measure is looked for. */
export interface Counted {
  readonly span: Span;
  /** `percent`, a currency code, or the singular head noun. */
  readonly unit: string;
  readonly periodKind: string;
  /** Regime classes of its population. */
  readonly classes: readonly string[];
}

/** A measure's phrases as stems, with the weight of each. Words that bind ("of", "the") say nothing. */
interface Prepared {
  readonly measure: Measure;
  readonly phrases: readonly (readonly string[])[];
  readonly heads: ReadonlySet<string>;
}

const BINDING = new Set(
  "of the a an in at to for from by with and or that were was is are be been have has had its this de la el les des du le en y et à в и на 的".split(
    " ",
  ),
);

/** Score below which no measure is named: one full phrase, or a phrase in part with a fitting role. */
export const MEASURE_THRESHOLD = 1;
/** What each fitting sign adds. */
const SIGNS = { dimension: 0.35, regime: 1.5, period: 0.5, head: 0.4, unstated: -0.25 } as const;
/** A word that stands only elsewhere in the sentence counts this much. */
const SENTENCE_WEIGHT = 0.7;

const prepared = new WeakMap<Lexicon, Map<string, Prepared[]>>();

function prepare(lexicon: Lexicon, language: string, stem: Stemmer): Prepared[] {
  const of = prepared.get(lexicon) ?? new Map<string, Prepared[]>();
  prepared.set(lexicon, of);
  let found = of.get(language);
  if (!found) {
    found = [...lexicon.codebook.measures.values()].map(measure => {
      const phrases = (measure.phrases[language] ?? []).map(phrase =>
        wordsOf(phrase, [0, phrase.length], stem)
          .filter(word => !BINDING.has(word.key) && /[\p{L}\p{N}]/u.test(word.key))
          .map(word => word.stem),
      );
      const heads = new Set([
        ...phrases.flat(),
        ...wordsOf(measure.unit, [0, measure.unit.length], stem).map(w => w.stem),
      ]);
      return { measure, phrases: phrases.filter(phrase => phrase.length > 0), heads };
    });
    of.set(language, found);
  }
  return found;
}

/** Nouns for people in a count, all of which the codebook calls persons. */
const PEOPLE = new Set([
  "person",
  "people",
  "officer",
  "student",
  "trainee",
  "participant",
  "policeman",
  "official",
  "persona",
  "personne",
  "человек",
  "人",
  "名",
]);
const TIMES = new Set(["minute", "hour", "day", "week", "month", "year"]);

/** "people" is the plural of "person". */
export const personal = (unit: string): string => (unit === "people" ? "person" : unit);

/** Units that may be the same thing under two names. */
function unitFits({ measure, heads }: Prepared, unit: string, stem: Stemmer): boolean {
  if (unit === measure.unit) return true;
  if (measure.unit === "percent" || unit === "percent") return false;
  if (/^[A-Z]{3}$/.test(unit)) return measure.unit === "money";
  if (measure.unit === "money") return false;
  if (TIMES.has(unit) || TIMES.has(measure.unit)) return TIMES.has(unit) && TIMES.has(measure.unit);
  if (PEOPLE.has(unit) && PEOPLE.has(measure.unit)) return true;
  return unit !== "" && heads.has(stem(unit));
}

/** Words in another order than the phrase's ("made cameras" for "cameras made") say something else as often as not. */
const DISORDER = 0.85;

/** Stems with the place where each stands first. */
type Places = ReadonlyMap<string, number>;

function coverage(phrase: readonly string[], near: Places, far: Places): number {
  let got = 0;
  let last = -1;
  let ordered = true;
  for (const word of phrase) {
    const at = near.get(word) ?? far.get(word);
    if (at === undefined) continue;
    got += near.has(word) ? 1 : SENTENCE_WEIGHT;
    if (at < last) ordered = false;
    last = at;
  }
  const share = (got / phrase.length) * (ordered ? 1 : DISORDER);
  // A phrase of one word is weak evidence; three words in full are strong.
  return share < 0.6 ? 0 : share * (0.7 + 0.2 * Math.min(phrase.length, 4));
}

function dimensionScore(measure: Measure, clause: Clause): number {
  let score = 0;
  for (const { frame, giverCountries, givers, takers, objects } of clause.situations) {
    const has = (role: string) => measure.dimensions.includes(role);
    if ((giverCountries.length > 0 || givers.length > 0) && (has(frame.giver) || has(frame.giverCountry)))
      score += SIGNS.dimension;
    if (objects.length > 0 && has(frame.object.role)) score += SIGNS.dimension;
    if (takers.length > 0 && (has(frame.taker) || has("place"))) score += SIGNS.dimension;
  }
  return score;
}

function stemsIn(sentence: Sentence, span: Span): Places {
  const places = new Map<string, number>();
  for (const word of sentence.words)
    if (inside([word.start, word.end], span) && !places.has(word.stem)) places.set(word.stem, word.start);
  return places;
}

export interface MeasureChoice {
  readonly id: string;
  readonly score: number;
}

/**
 * The measure of the codebook that a number counts: its unit must fit; then the phrases of the measure (as bags of stems, since
 * numbers stand inside them), the roles that are filled, the class of the population and the kind of period decide.
 */
export function measureOf(
  context: Context,
  sentence: Sentence,
  clause: Clause,
  counted: Counted,
): MeasureChoice {
  const { language, lexicon } = context;
  if (!language) return { id: "", score: 0 };
  const near = stemsIn(sentence, clause.span);
  const far = stemsIn(sentence, sentence.span);
  let best: MeasureChoice = { id: "", score: 0 };
  for (const candidate of prepare(lexicon, language.frames.language, language.stem)) {
    const { measure, phrases } = candidate;
    if (!unitFits(candidate, counted.unit, language.stem)) continue;
    let score = 0;
    for (const phrase of phrases) score = Math.max(score, coverage(phrase, near, far));
    const regime = measure.dimensions.includes("regime");
    if (counted.classes.length > 0 && regime) score += SIGNS.regime;
    if (regime && counted.classes.length === 0) score -= SIGNS.regime;
    if (score > 0) {
      score += dimensionScore(measure, clause);
      if (personal(counted.unit) === personal(measure.unit)) score += SIGNS.head;
      if (counted.periodKind === "annual")
        score += measure.period === "annual" ? SIGNS.period : -SIGNS.period;
      else if (measure.period === "annual") score += SIGNS.unstated;
      else if (counted.periodKind === "cumulative" && measure.period === "cumulative")
        score += SIGNS.period / 2;
    }
    if (score > best.score + 1e-9) best = { id: measure.id, score };
  }
  return best.score >= MEASURE_THRESHOLD ? best : { id: "", score: best.score };
}

const unitsOf = new WeakMap<Lexicon, Map<string, Map<string, string>>>();

/** Stems of the nouns that the codebook's measures are counted in, with the unit as it is written there. */
export function unitStems({ lexicon, language }: Context): ReadonlyMap<string, string> {
  const of = unitsOf.get(lexicon) ?? new Map<string, Map<string, string>>();
  unitsOf.set(lexicon, of);
  const code = language?.frames.language ?? "";
  let found = of.get(code);
  if (!found) {
    found = new Map();
    for (const { unit } of lexicon.codebook.measures.values())
      if (/^\p{L}+$/u.test(unit) && unit !== "percent" && unit !== "money")
        found.set(language?.stem(unit) ?? unit, unit);
    of.set(code, found);
  }
  return found;
}
