import { SIGN } from "../../text/tokens/token.ts";
import { overlaps } from "../analysis/spans.ts";
import type { FrameCue, Places, Sentence } from "../analysis/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { moves } from "./measure-phrases.ts";

/** Where each stem stands in a stretch of a sentence. */
export interface Stems {
  get(stem: string): readonly number[] | undefined;
}

const NOWHERE: Places = new Map();

/** The stems of a part of a sentence, or of none; those of the sentence are kept, as each of its numbers asks for them. */
export function stemsIn(sentence: Sentence, span: Span | null, language: LanguageLexicon): Stems {
  if (span === null) return NOWHERE;
  const all = stemsOf(sentence, language);
  const isWhole = span[0] === sentence.span[0] && span[1] === sentence.span[1];
  return isWhole ? all : new Within(all, span);
}

/** Those stems of a sentence that stand in a part of it. Few of them are ever asked for, so that no list of them is made. */
class Within implements Stems {
  readonly #all: Places;
  readonly #span: Span;

  constructor(all: Places, span: Span) {
    this.#all = all;
    this.#span = span;
  }

  get(stem: string): readonly number[] | undefined {
    const all = this.#all.get(stem);
    if (all === undefined) return undefined;
    const from = this.#span[0];
    const to = this.#span[1];
    let first = 0;
    let end = all.length;
    while (first < end && all[first]! < from) first++;
    while (end > first && all[end - 1]! >= to) end--;
    if (first === end) return undefined;
    return first === 0 && end === all.length ? all : all.slice(first, end);
  }
}

/** The stems of a stretch with one more at its start: a noun that it leaves out. */
export class WithNoun implements Stems {
  readonly #stems: Stems;
  readonly #noun: string;
  readonly #at: readonly number[];

  constructor(stems: Stems, noun: string, at: number) {
    this.#stems = stems;
    this.#noun = noun;
    this.#at = [at];
  }

  get(stem: string): readonly number[] | undefined {
    return stem === this.#noun ? this.#at : this.#stems.get(stem);
  }
}

/** The stems of a stretch behind those of an earlier one. */
export class Behind implements Stems {
  readonly #earlier: Stems;
  readonly #stems: Stems;

  constructor(earlier: Stems, stems: Stems) {
    this.#earlier = earlier;
    this.#stems = stems;
  }

  get(stem: string): readonly number[] | undefined {
    const earlier = this.#earlier.get(stem);
    return earlier === undefined ? this.#stems.get(stem) : [...earlier, ...(this.#stems.get(stem) ?? [])];
  }
}

/** Those of the sentence that was asked for last: its numbers follow each other, and a text's worth of them would only be carried about. */
let last: { readonly sentence: Sentence; readonly stems: Places } | null = null;

/** The stems of a whole sentence. */
export function stemsOf(sentence: Sentence, language: LanguageLexicon): Places {
  if (last?.sentence !== sentence) last = { sentence, stems: allStems(sentence, moves(language)) };
  return last.stems;
}

function allStems({ words, frames }: Sentence, moved: ReadonlyMap<string, string>): Places {
  const places = new Map<string, number[]>();
  const made = frames.length === 0 ? frames : frames.filter(cue => cue.part === "made");
  const apart = made.length === 0 ? made : made.filter(cue => isOrigin(cue, frames));
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    // No phrase has marks.
    if (word.kind === SIGN && word.key <= "\x7f") continue;
    if (made.length > 0 && isPartOfMade(words, i, made)) continue;
    if (apart.length > 0 && apart.some(({ span }) => span[0] === word.start && span[1] > word.end)) continue;
    const stem = moved.get(word.stem) ?? word.stem;
    const known = places.get(stem);
    if (known) known.push(word.start);
    else places.set(stem, [word.start]);
  }
  return places;
}

/** "Chinese-made" tells whose a thing is and not what was done. */
function isPartOfMade(words: readonly Word[], i: number, made: readonly FrameCue[]): boolean {
  if (i === 0 || words[i]!.gap) return false;
  const { key, gap } = words[i - 1]!;
  return key === "-" && !gap && made.some(cue => cue.span[0] === words[i]!.start);
}

/** "Installed cameras made in China": words of making, where another word is the verb. */
const isOrigin = ({ span }: FrameCue, frames: readonly FrameCue[]): boolean =>
  frames.some(({ part, span: other }) => VERBS.has(part) && !overlaps(other, span));

const VERBS: ReadonlySet<FrameCue["part"]> = new Set(["gives", "takes", "passives"]);
