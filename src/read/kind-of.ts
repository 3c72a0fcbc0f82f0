import { splitSentences } from "../text/index.ts";
import { type KindModel, stemsOf } from "./kind-model.ts";
import { APART, type Lexicon } from "./lexicon.ts";
import { PhraseIndex, wordsOf } from "./phrases.ts";

interface Cue {
  readonly code: string;
  /** How many phrases a text must have for it. */
  readonly size: number;
  readonly weight: number;
}

interface Cues {
  readonly index: PhraseIndex<{ readonly cue: number; readonly part: number }>;
  readonly cues: readonly Cue[];
}

/** A longer phrase tells more than a shorter one, and several apart tell more than one. */
const MORE_WORDS = 0.5;

function cuesOf({ codebook, language }: Lexicon, list: string, code: string): Cues | null {
  const own = language(code);
  if (!own) return null;
  const index = new PhraseIndex<{ readonly cue: number; readonly part: number }>(own.stem);
  const cues: Cue[] = [];
  for (const id of codebook.lists.get(list)?.codes.keys() ?? [])
    for (const phrase of codebook.phrases[`${list}.${id}`]?.[code] ?? []) {
      const parts = phrase.split(APART).map(part => part.trim());
      const words = phrase.replaceAll(APART, " ").trim().split(/\s+/).length;
      for (const [part, each] of parts.entries()) index.add(each, { cue: cues.length, part });
      cues.push({ code: id, size: parts.length, weight: 1 + MORE_WORDS * (words - 1) });
    }
  return { index, cues };
}

const known = new WeakMap<Lexicon, Map<string, Cues | null>>();

function remembered(lexicon: Lexicon, list: string, language: string): Cues | null {
  const own = known.get(lexicon) ?? new Map<string, Cues | null>();
  known.set(lexicon, own);
  const key = `${list} ${language}`;
  if (!own.has(key)) own.set(key, cuesOf(lexicon, list, language));
  return own.get(key)!;
}

export interface KindFound {
  readonly code: string;
  /** How much speaks for it, in units of a phrase of one word; what was learned can speak against it. */
  readonly weight: number;
}

/** What a text tells first it tells above all. */
const FIRST = 1.5;

/** Phrases of one code repeat each other: the second strongest counts half, the third a third. */
const discounted = (weights: readonly number[]): number =>
  [...weights].sort((a, b) => b - a).reduce((sum, weight, i) => sum + weight / (1 + i), 0);

export interface KindOptions {
  /** Id of a code list of the codebook. */
  readonly list: string;
  readonly language: string;
  /** What labelled texts have told, beside the phrases. */
  readonly learned?: KindModel;
}

/** The weights of the phrases of each code that a text has. */
function phrasesIn(text: string, lexicon: Lexicon, { list, language }: KindOptions): Map<string, number[]> {
  const weights = new Map<string, number[]>();
  const found = remembered(lexicon, list, language);
  const stem = lexicon.language(language)?.stem;
  if (!found || !stem) return weights;
  const seen = new Map<number, Map<number, boolean>>();
  const sentences = splitSentences(text, language);
  for (const [i, span] of sentences.entries())
    found.index.match(wordsOf(text, span, stem), values => {
      for (const { cue, part } of values) {
        const parts = seen.get(cue) ?? new Map<number, boolean>();
        if (!parts.has(part)) parts.set(part, i === 0);
        seen.set(cue, parts);
      }
    });
  for (const [at, parts] of seen) {
    const cue = found.cues[at]!;
    if (parts.size < cue.size) continue;
    const first = [...parts.values()].every(Boolean) && sentences.length > 1 ? FIRST : 1;
    weights.set(cue.code, [...(weights.get(cue.code) ?? []), cue.weight * first]);
  }
  return weights;
}

/**
 * The codes of a list that a text speaks of, the most likely first; of equal ones the first of the list. They are told by the
 * phrases of the codebook (`a … b` counts where the text has both) and, where labelled texts were learned from, by its words. For
 * telling what a document is about; what happened in it is the part of `readRecords`.
 */
export function kindsOf(text: string, lexicon: Lexicon, options: KindOptions): KindFound[] {
  const weights = new Map(
    [...phrasesIn(text, lexicon, options)].map(([code, each]) => [code, discounted(each)]),
  );
  const { learned } = options;
  if (learned && learned.language === options.language)
    for (const [code, value] of learned.evidence(stemsOf(text, lexicon, options.language)))
      weights.set(code, (weights.get(code) ?? 0) + value);
  const order = [...(lexicon.codebook.lists.get(options.list)?.codes.keys() ?? [])];
  return [...weights]
    .filter(([code]) => order.includes(code))
    .map(([code, weight]) => ({ code, weight }))
    .sort((a, b) => b.weight - a.weight || order.indexOf(a.code) - order.indexOf(b.code));
}
