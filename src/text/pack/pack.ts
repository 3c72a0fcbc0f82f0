import type { CueWords } from "./cue-words.ts";
import type { DateWords } from "./date-words.ts";
import type { IdiomWords } from "./idiom-words.ts";
import type { NumberWords } from "./number-words.ts";
import type { QuantityWords, UnitWords } from "./quantity-words.ts";

/**
 * A language as data. Lists are strings of phrases separated by `|`; lists with values write `phrase=value`. Phrases are
 * folded like text (case, accents kept, Arabic letter variants, ё as е), so each is written once, in plain spelling.
 */
export interface Pack {
  /** ISO 639-1. */
  readonly language: string;
  /** Words without spaces between them (Chinese, Japanese, Korean): numerals are read character by character. */
  readonly dense?: boolean;
  readonly numbers: NumberWords;
  readonly quantity: QuantityWords;
  readonly units: UnitWords;
  readonly dates: DateWords;
  readonly cues: CueWords;
  readonly idioms?: IdiomWords;
  /**
   * Abbreviations, without their stop, that end a sentence only before a word that begins one. With a capital: such only with
   * a capital (`Sun`). `mr!` stands before a name and never ends one, `no#` is an abbreviation only before a number, `г^` stands
   * behind a number or a list and ends one before any capital.
   */
  readonly abbreviations: string;
  /** Words that begin sentences, beside the small words of `quantity.stop`. */
  readonly openers?: string;
  /** A number with a stop is an ordinal ("3. Mai"). */
  readonly ordinalStops?: boolean;
}
