import type { Measure } from "../../codebook/types.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
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
  /** The whole of a share. */
  readonly population: Span | null;
}

interface Phrase {
  readonly words: readonly string[];
  /** Names the whole of a share ("of the cameras"): only the population can fulfil it. */
  readonly whole: boolean;
}

/** A measure's phrases as stems, with the weight of each. Words that bind ("of", "the") say nothing. */
interface Prepared {
  readonly measure: Measure;
  readonly phrases: readonly Phrase[];
  readonly heads: ReadonlySet<string>;
  /** A phrase is a verb of happening to people ("arrested", "killed"). */
  readonly happens: boolean;
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
/** Score of a phrase of two words in full; below it a phrase was met in part or is one common word. */
const FULL = 0.89;
const CHANCE = 0.6;
/** A word that stands only elsewhere in the sentence counts this much. */
const SENTENCE_WEIGHT = 0.5;

const prepared = new WeakMap<Lexicon, Map<string, Prepared[]>>();

const movers = new WeakMap<LanguageLexicon, (stem: string) => string>();

/** Any word of rising stands for all of them, and so for falling: "crime fell" is fulfilled by "crime dropped". */
export function moves(language: LanguageLexicon): (stem: string) => string {
  const made = movers.get(language);
  if (made) return made;
  const known = new Map<string, string>();
  for (const [name, sign] of [
    ["rose", "↑"],
    ["fell", "↓"],
  ] as const)
    for (const word of language.frames[name].split("|"))
      if (!word.includes(" ")) known.set(language.stem(word), sign);
  const move = (stem: string) => known.get(stem) ?? stem;
  movers.set(language, move);
  return move;
}

function phraseOf(
  text: string,
  unit: string,
  language: LanguageLexicon,
  move: (stem: string) => string,
): Phrase {
  const words = wordsOf(text, [0, text.length], language.stem);
  const whole = unit === "percent" && language.grammar.of.has(words[0]?.key ?? "");
  const content = words.filter(word => !BINDING.has(word.key) && /[\p{L}\p{N}]/u.test(word.key));
  return { words: content.map(word => move(word.stem)), whole };
}

function prepare(lexicon: Lexicon, language: LanguageLexicon): Prepared[] {
  const { language: code } = language.frames;
  const of = prepared.get(lexicon) ?? new Map<string, Prepared[]>();
  prepared.set(lexicon, of);
  let found = of.get(code);
  if (!found) {
    const move = moves(language);
    const happening = new Set(language.frames.happens.split("|").map(word => language.stem(word)));
    found = [...lexicon.codebook.measures.values()].map(measure => {
      const all = (measure.phrases[code] ?? []).map(phrase => phraseOf(phrase, measure.unit, language, move));
      const unit = wordsOf(measure.unit, [0, measure.unit.length], language.stem).map(word => word.stem);
      return {
        measure,
        phrases: all.filter(phrase => phrase.words.length > 0),
        happens: all.some(phrase => phrase.words.length === 1 && happening.has(phrase.words[0]!)),
        heads: new Set([...all.flatMap(phrase => phrase.words), ...unit]),
      };
    });
    of.set(code, found);
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

/** Whether two units are one, or both nouns for people. */
export const alike = (a: string, b: string): boolean => a === b || (PEOPLE.has(a) && PEOPLE.has(b));

/** "people" is the plural of "person". */
export const personal = (unit: string): string => (unit === "people" ? "person" : unit);

/** Units that may be the same thing under two names. */
function unitFits(candidate: Prepared, unit: string, stem: Stemmer): boolean {
  const { measure, heads } = candidate;
  if (unit === measure.unit) return true;
  if (measure.unit === "percent" || unit === "percent") return false;
  if (/^[A-Z]{3}$/.test(unit)) return measure.unit === "money";
  if (measure.unit === "money") return false;
  if (TIMES.has(unit) || TIMES.has(measure.unit)) return TIMES.has(unit) && TIMES.has(measure.unit);
  if (PEOPLE.has(unit) && PEOPLE.has(measure.unit)) return true;
  // "836 people were arrested" counts arrests: people to whom what the measure counts happened.
  if (PEOPLE.has(unit) && candidate.happens) return true;
  return unit !== "" && wordsOf(unit, [0, unit.length], stem).every(word => heads.has(word.stem));
}

/** Words in another order than the phrase's ("made cameras" for "cameras made") say something else as often as not. */
const DISORDER = 0.5;

/** Stems with the places where each stands. */
type Places = ReadonlyMap<string, readonly number[]>;

function coverage(phrase: readonly string[], near: Places, far: Places): number {
  let got = 0;
  let last = -1;
  let ordered = true;
  for (const word of phrase) {
    const places = near.get(word) ?? far.get(word);
    if (places === undefined) continue;
    got += near.has(word) ? 1 : SENTENCE_WEIGHT;
    const next = places.find(place => place > last);
    if (next === undefined) ordered = false;
    else last = next;
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

function stemsIn(sentence: Sentence, span: Span | null, move: (stem: string) => string): Places {
  const places = new Map<string, number[]>();
  if (span === null) return places;
  for (const word of sentence.words) {
    if (!inside([word.start, word.end], span)) continue;
    const stem = move(word.stem);
    const known = places.get(stem);
    if (known) known.push(word.start);
    else places.set(stem, [word.start]);
  }
  return places;
}

/** A unit in the codebook's word for it, so that a count in any language can be compared; shares and money keep theirs. */
export function unitOf({ language, lexicon }: Context, measure: string, unit: string): string {
  const declared = lexicon.codebook.measures.get(measure)?.unit;
  const foreign = language !== null && language.frames.language !== "en";
  return declared && foreign && declared !== "money" && unit !== "percent" ? declared : unit;
}

const fitting = new WeakMap<readonly Prepared[], Map<string, Prepared[]>>();

/** The measures whose unit fits; texts count in few units, so each list is made once. */
function candidatesFor(all: readonly Prepared[], unit: string, stem: Stemmer): readonly Prepared[] {
  const known = fitting.get(all) ?? new Map<string, Prepared[]>();
  fitting.set(all, known);
  let found = known.get(unit);
  if (!found) {
    found = all.filter(candidate => unitFits(candidate, unit, stem));
    if (known.size < UNITS) known.set(unit, found);
  }
  return found;
}

/** Units remembered at most: a hostile text must not fill the memory. */
const UNITS = 5000;

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
  const move = moves(language);
  const near = stemsIn(sentence, clause.span, move);
  const far = stemsIn(sentence, sentence.span, move);
  const whole = stemsIn(sentence, counted.population, move);
  let best: MeasureChoice = { id: "", score: 0 };
  for (const candidate of candidatesFor(prepare(lexicon, language), counted.unit, language.stem)) {
    const { measure, phrases } = candidate;
    let score = 0;
    for (const phrase of phrases)
      score = Math.max(
        score,
        phrase.whole ? coverage(phrase.words, whole, whole) : coverage(phrase.words, near, far),
      );
    const regime = measure.dimensions.includes("regime");
    if (score > 0 && counted.classes.length > 0 && regime) score += SIGNS.regime;
    if (regime && counted.classes.length === 0) score -= SIGNS.regime;
    if (score > 0) {
      const fit = dimensionScore(measure, clause);
      // Half a phrase with none of the measure's roles filled is chance.
      score = fit === 0 && score < FULL ? score * CHANCE : score + fit;
      const same = personal(counted.unit) === personal(measure.unit);
      if (same || (PEOPLE.has(counted.unit) && candidate.happens)) score += SIGNS.head;
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
    // In other languages the nouns are those of the phrases, in the words of the text.
    if (language && code !== "en")
      for (const { heads } of prepare(lexicon, language)) for (const head of heads) found.set(head, head);
    for (const { unit } of lexicon.codebook.measures.values())
      if (/^\p{L}+$/u.test(unit) && unit !== "percent" && unit !== "money")
        found.set(language?.stem(unit) ?? unit, unit);
    of.set(code, found);
  }
  return found;
}
