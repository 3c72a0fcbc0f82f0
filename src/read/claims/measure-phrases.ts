import type { Measure } from "../../codebook/types.ts";
import { DENSE } from "../../text/tokens/token.ts";
import type { Places } from "../analysis/types.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { isWritten, wordsOf } from "../phrases.ts";
import type { Stems } from "./stems.ts";

/** A phrase of a measure as stems. Words that bind ("of", "the") say nothing and are left out. */
export interface Phrase {
  readonly words: readonly string[];
  /** Its length in words; two characters of a script without spaces make one. */
  readonly size: number;
  /** Names the whole of a share ("of the cameras"): only the population can fulfil it. */
  readonly whole: boolean;
}

/** A measure with its phrases in one language; phrases are taken apart when they are first asked for. */
export class Prepared {
  readonly measure: Measure;
  /** A phrase is a verb of happening to people ("arrested", "killed"). */
  readonly happens: boolean;
  /** It is cut by the class of a state. */
  readonly regime: boolean;
  readonly #language: LanguageLexicon;
  #phrases: readonly Phrase[] | null = null;
  #heads: ReadonlySet<string> | null = null;

  constructor(measure: Measure, language: LanguageLexicon, happening: ReadonlySet<string>) {
    this.measure = measure;
    this.#language = language;
    const written = measure.phrases[language.frames.language] ?? [];
    this.happens = written.some(phrase => happening.has(language.stem(phrase)));
    this.regime = measure.dimensions.includes("regime");
  }

  get phrases(): readonly Phrase[] {
    const { unit, phrases } = this.measure;
    this.#phrases ??= (phrases[this.#language.frames.language] ?? [])
      .map(phrase => phraseOf(phrase, unit, this.#language))
      .filter(phrase => phrase.words.length > 0);
    return this.#phrases;
  }

  /** All words of the phrases and of the unit. */
  get heads(): ReadonlySet<string> {
    const { unit } = this.measure;
    this.#heads ??= new Set([
      ...this.phrases.flatMap(phrase => phrase.words),
      ...wordsOf(unit, [0, unit.length], this.#language.stem).map(word => word.stem),
    ]);
    return this.#heads;
  }
}

const movers = new WeakMap<LanguageLexicon, ReadonlyMap<string, string>>();

/** Any word of rising stands for all of them, and so for falling: "crime fell" is fulfilled by "crime dropped". */
export function moves(language: LanguageLexicon): ReadonlyMap<string, string> {
  const made = movers.get(language);
  if (made) return made;
  const known = new Map<string, string>();
  for (const [name, sign] of [
    ["rose", "↑"],
    ["fell", "↓"],
  ] as const)
    for (const word of language.frames[name].split("|"))
      if (!word.includes(" ")) known.set(language.stem(word), sign);
  movers.set(language, known);
  return known;
}

function phraseOf(text: string, unit: string, language: LanguageLexicon): Phrase {
  const moved = moves(language);
  const words = wordsOf(text, [0, text.length], language.stem);
  const whole = unit === "percent" && language.grammar.of.has(words[0]?.key ?? "");
  const content = words.filter(word => !language.grammar.binding.has(word.key) && isWritten(word));
  const dense = content.filter(word => word.kind === DENSE).length;
  return {
    words: content.map(({ stem }) => moved.get(stem) ?? stem),
    size: content.length - dense / 2,
    whole,
  };
}

const prepared = new WeakMap<Lexicon, Map<string, readonly Prepared[]>>();

/** The measures of a codebook with their phrases in a language, made once. */
export function preparedMeasures(lexicon: Lexicon, language: LanguageLexicon): readonly Prepared[] {
  const of = prepared.get(lexicon) ?? new Map<string, readonly Prepared[]>();
  prepared.set(lexicon, of);
  const code = language.frames.language;
  const known = of.get(code);
  if (known) return known;
  const happening = new Set(language.frames.happens.split("|").map(word => language.stem(word)));
  const found = [...lexicon.codebook.measures.values()].map(
    measure => new Prepared(measure, language, happening),
  );
  of.set(code, found);
  return found;
}

/** A word that stands only elsewhere in the sentence counts this much. */
const SENTENCE_WEIGHT = 0.5;
/** A phrase of which less is there is not there. */
const LEAST_SHARE = 0.6;

/** The first of some places behind another; -1 where there is none. */
function firstAfter(places: readonly number[], last: number): number {
  for (const place of places) if (place > last) return place;
  return -1;
}

/**
 * How much of a phrase stands in the clause (`near`) or else in the sentence (`far`): 0, or up to 1.5 for four words and more. Words in
 * another order than the phrase's ("made cameras" for "cameras made") say something else as often as not.
 */
export function coverage({ words, size }: Phrase, near: Stems, far: Stems): number {
  const most = words.length;
  let got = most;
  let last = -1;
  for (let i = 0; i < most; i++) {
    const word = words[i]!;
    let places = near.get(word);
    if (places === undefined) {
      if (near !== far) places = far.get(word);
      got -= places === undefined ? 1 : 1 - SENTENCE_WEIGHT;
      // Most phrases are not there, which their first words tell.
      if (got / most < LEAST_SHARE) return 0;
      if (places === undefined) continue;
    }
    last = firstAfter(places, last);
    if (last < 0) return 0;
  }
  return (got / most) * weight(size);
}

/** The score of a phrase in full: one of one word is weak evidence, three words are strong. */
const weight = (size: number): number => 0.7 + 0.2 * Math.min(size, 4);

/** The fewest words of a phrase that have to stand in a text for it to be there. */
function fewest(words: number): number {
  let least = 1;
  while (least < words && least / words < LEAST_SHARE) least++;
  return least;
}

/** Where the words looked for stand: in the clause, in its sentence, and in the population of a share. */
export interface SaidIn {
  readonly near: Stems;
  /** All words of the others as well. */
  readonly far: Places;
  readonly whole: Stems;
  /** A noun that is left out, which `near` has and `far` need not; empty without one. */
  readonly noun: string;
}

/**
 * The phrases of some measures by their words. A sentence holds enough of very few of them: each is looked up by its rarest words alone,
 * so many that a text without any of those has too little of the rest.
 */
export class Phrases {
  readonly #phrases: Phrase[] = [];
  /** Of each phrase the place of its measure among the candidates, and its score where all of it stands in the clause. */
  readonly #owners: number[] = [];
  readonly #full: number[] = [];
  readonly #byWord = new Map<string, number[]>();
  readonly #scores: Float64Array;

  constructor(candidates: readonly Prepared[]) {
    const common = new Map<string, number>();
    for (const { phrases } of candidates)
      for (const { words } of phrases)
        for (const word of words) common.set(word, (common.get(word) ?? 0) + 1);
    const owned = candidates.flatMap(({ phrases }, owner) => phrases.map(phrase => ({ phrase, owner })));
    // The weightiest first, behind which the others of their measure need no look.
    owned.sort((a, b) => weight(b.phrase.size) - weight(a.phrase.size));
    for (const { phrase, owner } of owned) this.#add(phrase, owner, common);
    this.#scores = new Float64Array(candidates.length);
  }

  #add(phrase: Phrase, owner: number, common: ReadonlyMap<string, number>): void {
    const at = this.#phrases.length;
    const { words, size } = phrase;
    this.#phrases.push(phrase);
    this.#owners.push(owner);
    this.#full.push(weight(size));
    const rarest = [...words].sort((a, b) => common.get(a)! - common.get(b)!);
    for (const word of new Set(rarest.slice(0, words.length - fewest(words.length) + 1))) {
      const same = this.#byWord.get(word);
      if (same) same.push(at);
      else this.#byWord.set(word, [at]);
    }
  }

  /** How well each candidate is said, by the best of its phrases, in their order; good until the next call. */
  scores(said: SaidIn): Float64Array {
    const scores = this.#scores;
    scores.fill(0);
    if (this.#phrases.length === 0) return scores;
    for (const word of said.far.keys()) this.#scoreWith(word, said);
    if (said.noun !== "" && !said.far.has(said.noun)) this.#scoreWith(said.noun, said);
    return scores;
  }

  #scoreWith(word: string, { near, far, whole }: SaidIn): void {
    const phrases = this.#byWord.get(word);
    if (phrases === undefined) return;
    for (let i = 0; i < phrases.length; i++) {
      const at = phrases[i]!;
      const owner = this.#owners[at]!;
      // Another phrase of the measure is said as well as this one could be.
      if (this.#full[at]! <= this.#scores[owner]!) continue;
      const phrase = this.#phrases[at]!;
      const score = phrase.whole ? coverage(phrase, whole, whole) : coverage(phrase, near, far);
      if (score > this.#scores[owner]!) this.#scores[owner] = score;
    }
  }
}
