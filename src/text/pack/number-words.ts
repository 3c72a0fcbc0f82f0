import type { DenseWords } from "./dense-words.ts";

export interface NumberWords {
  readonly decimal: "." | ",";
  /** The other mark may be decimal as well, when three digits do not follow (Latin American Spanish, Arabic). */
  readonly looseDecimal?: boolean;
  /** A thin, hard or plain space may group digits by three. */
  readonly spaceGroups?: boolean;
  /** Numerals up to 999 that add up: `twenty=20`. */
  readonly words: string;
  /** Multipliers of a hundred: `hundred`. */
  readonly hundred?: string;
  /** Multipliers from a thousand up: `million=1e6`. */
  readonly scales: string;
  /** "thousand" and "hundred" alone are numbers (Spanish mil, French cent). */
  readonly bareThousand?: boolean;
  /** The word for a hundred is that of a coin too: French "34 cents". */
  readonly hundredIsCoin?: boolean;
  /** Any scale alone is one of it (Arabic مليون). */
  readonly bareScale?: boolean;
  /** Scales only when glued to digits: `bn=1e9`. */
  readonly suffixes?: string;
  /** Joiners inside a numeral: `and`. */
  readonly and?: string;
  /** "and" is glued to the word after it (Arabic و). */
  readonly prefixAnd?: string;
  /** Units come before tens: five-and-twenty. */
  readonly unitsFirst?: boolean;
  /** Numerals are written as one word (German, Italian, Dutch, Turkish). */
  readonly compound?: boolean;
  /** Tens after which ten to nineteen may follow (French soixante-dix). */
  readonly vigesimal?: readonly number[];
  /** Words for one before a scale, a dozen or a fraction: `a|an`. */
  readonly article?: string;
  /** Denominators: `third=3|thirds=3`. */
  readonly fractions: string;
  /** Last words of a denominator of two words that are no fractions themselves: `firsts=1` (twenty-firsts). */
  readonly fractionTails?: string;
  /** Between numerator and denominator: Hindi तीन का पांचवां. */
  readonly fractionOf?: string;
  /** What makes a denominator of a numeral, glued or apart: Spanish `avo|avos`. */
  readonly fractionEndings?: string;
  /** Eleven is "ten one": Turkish on bir. */
  readonly plainTeens?: boolean;
  /** "and a half" after a number. */
  readonly andHalf?: string;
  /** "and a quarter" after a number. */
  readonly andQuarter?: string;
  /** Joins a fraction to a whole number, beside `and`. */
  readonly fractionAnd?: string;
  /** `out of|in` between the two numbers of a proportion. */
  readonly outOf?: string;
  /** The same between a thing counted and the whole: "une caméra *sur* trois". */
  readonly outOfPast?: string;
  /** "Every" before the ordinal of a part ("every third camera"), and those ordinals: `third=3`. */
  readonly every?: string;
  readonly nth?: string;
  /** Words that add to the number after them, before its multiplier: Hindi `साढ़े=0.5` (साढ़े तीन लाख is 350,000). */
  readonly addBefore?: string;
  /** Before the denominator of a part that has no numerator: Arabic `جزء من`. */
  readonly onePartOf?: string;
  /** "over" of a fraction in words: one over three. */
  readonly over?: string;
  /** Fractions that stand without a numerator or an article: Arabic ثلث, Russian треть. */
  readonly bareFractions?: string;
  readonly minus?: string;
  /** Phrases that begin like a numeral and are none (一些, 四川). */
  readonly notNumbers?: string;
  /** Words behind which "one" is a pronoun where nothing that it counts follows: `this|which`. */
  readonly pronounBefore?: string;
  /** Between the parts of a decimal in words: `point`. */
  readonly point?: string;
  /** Words for a collection as a count: `dozen=12`. */
  readonly collective?: string;
  /** Scales that alone, in the plural, mean an unknown number of them: `millones=1e6`. */
  readonly bareIndefinite?: string;
  /** What may be glued before a numeral (Arabic ب, ل, ال), longest first. */
  readonly prefixes?: string;
  /** Of those, the article: only hundreds and up are numerals with it (المليون, against العشرين, the twentieth). */
  readonly definite?: string;
  /** Collections that only approximate: `veintena=20`. */
  readonly approximate?: string;
  /** Indefinite plurals: `dozens=12`; value to ten times the value. */
  readonly indefinite?: string;
  /** Numerals written character by character, where words have no spaces between them. */
  readonly dense?: DenseWords;
  /** Endings of cases on numerals in words: "bin beş yüze", "otuzdan fazla". */
  readonly cased?: {
    readonly endings: string;
    /** Stems that change before an ending: `dörd=4`. */
    readonly stems: string;
    /** Words before and behind a numeral that show that one in its case is a number. */
    readonly behind: string;
    readonly before: string;
    /** Forms that are mostly other words. */
    readonly not: string;
    /** The case of the whole, and the endings of the part, in a fraction: beş`te` iki`si`. */
    readonly place: string;
    readonly own: string;
  };
  readonly ordinals: string;
  /** Endings that make an ordinal of digits: `st|nd|rd|th`. */
  readonly ordinalEndings?: string;
}
