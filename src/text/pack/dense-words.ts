/** Numerals of Chinese, Japanese, Korean: `一=1` is a list like any other; characters stand alone, phrases may be longer. */
export interface DenseWords {
  /** Digits that stand only before a multiplier or a counter: `两` (三千两百, but 三十两 is thirty taels). */
  readonly leadOnly?: string;
  /** Digits: `一=1|二=2`. */
  readonly digits: string;
  /** Ten, hundred, thousand. */
  readonly small: string;
  /** Ten thousand and up. */
  readonly big: string;
  readonly point: string;
  /** "A few": 几, 数. */
  readonly some: string;
  /** More than the number before it: 多, 余. */
  readonly more: string;
  /** Before a multiplier, "hundreds of" and the like: 上百, 上千. */
  readonly hundreds?: string;
  /** A last digit stands for the place below the last multiplier (九万四 is 94,000). */
  readonly shortens?: boolean;
  /** The first multiplier may lack its one (만 6천 is 16,000). */
  readonly bareBig?: boolean;
  /** Numerals of the spoken language, tens and ones: `스물=20|여섯=6`. */
  readonly native?: string;
  /** Of those, the ones that are numerals only with a counter after them: `한=1`. */
  readonly nativeBound?: string;
  /** A lone character is a numeral only where it stands free, with one of these or a counter after it. */
  readonly particles?: string;
  /** Lone characters that before a space are another word ("이 사람"). */
  readonly notAlone?: string;
  /** Phrases that begin like a digit or a multiplier and end the numeral before them (이다, 조각). */
  readonly tail?: string;
  /** Characters of cheques that alone are ordinary words. */
  readonly formal?: string;
  /** `百分之` before a share in percent. */
  readonly percentLead?: string;
  /** The like for other denominators: `千分之=1000`. */
  readonly partLeads?: string;
  /** Between denominator and numerator: 分之. */
  readonly denominator?: string;
  /** Numerals spelled out in kana, parts of the digits, multipliers and big multipliers: `いち=1|じゅう=10`. */
  readonly spelled?: string;
  /** After a base and its exponent, a power: 乗. */
  readonly power?: string;
  /** Between a base and its exponent: の. */
  readonly powerOf?: string;
  /** Between a whole number and its fraction: 又. */
  readonly mixed?: string;
  readonly half?: string;
  /** After a unit, half of it more: 半. */
  readonly halfAfter?: string;
  /** Tenths as shares: 成. */
  readonly tenths?: string;
  /** After the hundredths of such a share: 三割五分. */
  readonly hundredths?: string;
  /** The same for thousandths: 三割五分七厘. */
  readonly thousandths?: string;
  /** After such a share, a reduction by it: 二割引. */
  readonly tenthsEnd?: string;
  /** Whole phrases for shares in percent: `对折=50`. */
  readonly shares?: string;
  /** Characters after which 千 and 兆 are part of a unit: `米|克`. */
  readonly unitHeads?: string;
  /** Multipliers that can be prefixes of units. */
  readonly unitPrefixes?: string;
  /** After a number, its place in an order: 周年. */
  readonly ordinalAfter?: string;
  /** Right before a number, its place in an order: 第. */
  readonly ordinalBefore?: string;
}

/** 2019年5月14日: the marks that follow year, month and day, and what else stands with numbers. */
export interface DenseDates {
  /** Prepositions that tell of a beginning alone, and lead only where it is told behind as well: `从`. */
  readonly weakSince?: string;
  /** Before the first ten days of a month of the moon: `初`. */
  readonly lunarDay?: string;
  readonly year: string;
  readonly month: string;
  readonly day: readonly string[];
  /** Of those, the marks that tell a day of the month without a month. */
  readonly bareDay: readonly string[];
  readonly quarter: readonly string[];
  readonly century: readonly string[];
  readonly decade: readonly string[];
  readonly firstHalf: readonly string[];
  readonly secondHalf: readonly string[];
  /** Before a year of the common era, and before one that came before it; longest first. */
  readonly era: readonly string[];
  readonly beforeEra: readonly string[];
  /** Eras that count their own years: the year before their first, `平成=1988`. */
  readonly eras?: string;
}
