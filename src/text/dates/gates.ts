import type { Lexicon } from "../phrases/lexicon.ts";
import type { DateLexicons } from "./lexicons.ts";

/** Digits by what they can be: of a day or an hour, round ones of those, three of them, four, more, and with marks among them. */
export const SMALL = 0;
export const TENS = 1;
export const THREE = 2;
export const FOUR = 3;
export const LONG = 4;
export const MARKED = 5;
/** Numbers in words: too small for a year, and others. */
export const FEW = 6;
export const MORE = 7;

const ZERO = 48;
const NINE = 57;

export function shapeOf(key: string): number {
  const { length } = key;
  for (let k = 0; k < length; k++) {
    const code = key.charCodeAt(k);
    if (code < ZERO || code > NINE) return MARKED;
  }
  if (length === 2 && key.charCodeAt(1) === ZERO) return TENS;
  return length < 3 ? SMALL : length === 3 ? THREE : length === 4 ? FOUR : LONG;
}

type LexiconName = {
  [K in keyof DateLexicons]: DateLexicons[K] extends Lexicon<infer _> | null ? K : never;
}[keyof DateLexicons];

/**
 * What can stand behind a number: a phrase of a lexicon, other digits, a word that may open a number, a unit where a language links hours
 * and minutes to a time by a word ("two hours before noon"), what joins the parts of a number, the ending of an ordinal, what ends a phrase, a mark of dates without spaces, or a sign or letter.
 */
export type Behind =
  | LexiconName
  | "digits"
  | "number"
  | "linkedUnits"
  | "and"
  | "ending"
  | "ends"
  | "century"
  | "decade"
  | "year"
  | "month"
  | "bareDay"
  | "quarter"
  | "/"
  | "-"
  | "'"
  | ":"
  | "."
  | ","
  | "("
  | "q"
  | "h"
  | "个"
  | "個";

/** Numbers of these shapes need one of these behind them, or nothing in particular. */
export interface Gate {
  readonly shapes: readonly number[];
  readonly by: readonly Behind[] | null;
}

const DAYS = [SMALL, TENS];
const PLAIN = [SMALL, TENS, THREE, FOUR];
const WORDS = [FEW, MORE];
const ALL = [SMALL, TENS, THREE, FOUR, LONG, MARKED, ...WORDS];

const gate = (shapes: readonly number[], ...by: readonly Behind[]): Gate => ({ shapes, by });
const free = (...shapes: readonly number[]): Gate => ({ shapes, by: null });

const OF_LENGTH: readonly Behind[] = ["and", "-", "'", "between", "shift", "units"];

export const LENGTH = [gate(ALL, ...OF_LENGTH)];
export const LENGTH_OR_WEEKDAY = [gate(ALL, ...OF_LENGTH, "weekdays")];
export const LENGTH_OR_FIRST = [gate(ALL, ...OF_LENGTH, "firstPart")];
export const DENSE_LENGTH = [gate(ALL, "units", "个", "個")];

export const NUMERIC = [gate([SMALL, TENS, THREE, FOUR], "/", "-", "digits"), free(LONG, MARKED)];
export const SLASHED = [gate(PLAIN, "/", "-")];
export const DOTTED = [free(MARKED)];
/** Told by the digits themselves only. */
export const NAMED: readonly Gate[] = [];

export const PLACE = [gate(DAYS, "ending")];
export const TIMES_PER = [gate(ALL, "timesPer")];
export const WEEKDAYS = [gate(ALL, "frequency")];

const JOINED: readonly Behind[] = ["ending", "join", "-", "/"];

export const DAY_OF_EACH = [gate(DAYS, ...JOINED, "every")];
export const DAY_OF_SHIFTED = [gate(DAYS, ...JOINED, "units", "shift", "to")];
export const DAY_OF_MONTH = [
  gate(DAYS, ...JOINED, "months", "to"),
  gate(WORDS, ...JOINED, "months", "to", "ordinals"),
];
export const DAY_OF_HIJRI = [gate(DAYS, ...JOINED, "hijri")];
export const DAY_IN_LIST = [gate(DAYS, "ending", ",", "/", "or", "andDates", "and")];
export const BARE_DAY = [free(...DAYS, ...WORDS)];

const QUARTERS: readonly Behind[] = ["q", "h", "quarterLabels", "quarters", "units", "digits"];

export const QUARTER = [gate(DAYS, "q", "h", "ending"), gate([FOUR], ...QUARTERS, "lastOf")];
export const YEAR_FIRST = [gate([FOUR], ...QUARTERS, "-", "seasons", "months")];
export const HIJRI_YEAR = [gate([THREE, FOUR], "hijriEra")];
export const YEAR = [
  free(TENS, FOUR, MORE),
  gate([SMALL], "ending", "units", "yearWords", "bc", "ad"),
  gate([THREE], "ends", "yearWords", "bc", "ad"),
];

const OF_HOUR: readonly Behind[] = [
  "linkedUnits",
  "minutesLinks",
  "parts",
  "hourMarks",
  "meridiem",
  "weakHours",
  "hourParts",
  "and",
  "digits",
  "number",
  ":",
  ".",
];
const OF_FOUR: readonly Behind[] = ["hourMarks", "meridiem", "fourDigitMarks", "zones", "(", ","];

export const CLOCK = [
  free(MARKED),
  gate([...DAYS, ...WORDS], ...OF_HOUR),
  gate([THREE], "linkedUnits", "meridiem"),
  gate([FOUR], "linkedUnits", ...OF_FOUR),
  gate([LONG], "linkedUnits"),
];
export const TIMES = [
  free(MARKED),
  gate([...DAYS, ...WORDS], ...OF_HOUR, "zones", "(", ",", "clockJoin"),
  gate([THREE], "meridiem", "clockJoin"),
  gate([FOUR], ...OF_FOUR, ":", "clockJoin"),
];

export const CALENDAR = [gate([...PLAIN, ...WORDS], "century", "decade", "year", "month", "bareDay")];
export const DENSE_QUARTER = [gate([...PLAIN, ...WORDS], "quarter")];
