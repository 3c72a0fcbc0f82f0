import type { DateWords } from "../pack/date-words.ts";
import type { BackLexicon, Lexicon } from "../phrases/lexicon.ts";
import type { Token } from "../tokens/token.ts";

/** "later" and "earlier" from a date told before: behind a length, ahead of it, and as phrases of their own. */
interface ToldLexicons {
  readonly behind: Lexicon<string>;
  readonly ahead: Lexicon<string>;
  readonly periods: Lexicon<string>;
  readonly notThen: ReadonlySet<string>;
  /** Before some phrases these tell of a length of time to come. */
  readonly span: ReadonlySet<string>;
}

/** The words of dates of one language, in tries. */
export interface DateLexicons {
  readonly data: DateWords;
  readonly months: Lexicon<number>;
  readonly weekdays: Lexicon<number>;
  readonly units: Lexicon<string>;
  readonly alikeUnits: ReadonlySet<string>;
  readonly days: Lexicon<number>;
  readonly vague: Lexicon<string>;
  readonly relative: Lexicon<string>;
  /** -1 last, 0 current, 1 next. */
  readonly shift: Lexicon<number>;
  /** The same behind a name: with words that place only what stands before them. */
  readonly shiftBehind: Lexicon<number>;
  readonly placedBehind: Lexicon<number>;
  readonly seasons: Lexicon<string>;
  readonly quarters: Lexicon<number>;
  readonly ordinals: Lexicon<number>;
  readonly parts: Lexicon<string>;
  /** Beside those, parts of the day that count only before the day they belong to: "la noche del 4 de marzo". */
  readonly partsOfDate: Lexicon<string>;
  readonly join: Lexicon<1>;
  readonly yearJoin: Lexicon<1>;
  readonly modifier: Lexicon<1>;
  /** Of those, what stands for the middle of a period. */
  readonly middle: Lexicon<1>;
  /** Of those, what stands for the end of a period. */
  readonly latePart: Lexicon<1>;
  /** -1 ago, 1 later. */
  readonly after: Lexicon<number>;
  readonly agoBefore: Lexicon<number>;
  readonly fromNow: Lexicon<1>;
  readonly particles: ReadonlySet<string>;
  readonly particleVerbs: ReadonlySet<string>;
  readonly every: Lexicon<1>;
  readonly alternate: Lexicon<1>;
  readonly infinitive: ReadonlySet<string>;
  readonly frequency: Lexicon<string>;
  readonly yearWords: Lexicon<1>;
  /** Years of accounts and schools: `FY`, `SY`, or `code` for an abbreviation. */
  readonly accountYears: Lexicon<string>;
  readonly meals: Lexicon<string>;
  readonly mealLead: BackLexicon<1>;
  /** Definite counts behind their unit, and units that are one of them when alone. */
  readonly countsBehind: Lexicon<number>;
  readonly unitsAlone: Lexicon<1>;
  readonly countedUnits: Lexicon<1>;
  readonly awayBack: BackLexicon<1>;
  readonly yearWordsBack: BackLexicon<1>;
  readonly eras: Lexicon<number>;
  readonly bc: Lexicon<1>;
  readonly ad: Lexicon<1>;
  readonly decadeBefore: BackLexicon<1>;
  readonly article: Lexicon<1>;
  readonly since: BackLexicon<1>;
  readonly sinceThen: ReadonlySet<string>;
  /** Parts of months and years that days do not have. */
  readonly neverOfDays: ReadonlySet<string>;
  readonly until: BackLexicon<1>;
  readonly from: BackLexicon<1>;
  readonly to: Lexicon<1>;
  readonly before: BackLexicon<1>;
  readonly afterDate: BackLexicon<1>;
  /** since, until, before, after where they stand behind the date. */
  readonly behind: Lexicon<string>;
  /** Closes a range of dates; null in languages without such words. */
  readonly rangeClose: Lexicon<1> | null;
  /** `from` read forwards. */
  readonly fromAhead: Lexicon<1>;
  /** Half of the day beside an hour: 0 or 12. */
  readonly meridiem: Lexicon<number>;
  readonly gluedHalves: Lexicon<number>;
  readonly hourMarks: Lexicon<1>;
  readonly hourEnds: ReadonlySet<string>;
  /** What marks four digits as hour and minutes. */
  readonly fourDigitMarks: Lexicon<1>;
  readonly weakHours: Lexicon<1>;
  readonly minuteMarks: Lexicon<1>;
  readonly clockHalf: Lexicon<1>;
  readonly clockLead: Lexicon<1>;
  readonly clockLeadBack: BackLexicon<1>;
  readonly firmLead: Lexicon<1>;
  readonly hourNames: Lexicon<1>;
  /** Behind a length of time, that something comes back with it. */
  readonly rateBehind: Lexicon<1>;
  readonly weakLead: Lexicon<1>;
  readonly dayLead: Lexicon<1>;
  /** Words before a time that bound it: "before", "after", "by". */
  readonly clockBound: Lexicon<1>;
  /** Around a date or time: "about", ごろ. */
  readonly around: BackLexicon<1>;
  readonly aroundAfter: Lexicon<1>;
  /** "within" before a length of time, and after it. */
  readonly within: BackLexicon<1>;
  readonly withinAfter: Lexicon<1>;
  /** "end of", "later in" before a unit of time that stands for the current one. */
  readonly partOf: Lexicon<1>;
  readonly nightTo: Lexicon<1>;
  readonly nightFrom: Lexicon<1>;
  readonly nightOn: Lexicon<1>;
  readonly inLasts: ReadonlySet<string>;
  readonly twoWords: ReadonlySet<string>;
  readonly once: Lexicon<1>;
  readonly other: Lexicon<1>;
  /** "(un jour) sur (deux)", "(deux) fois par (semaine)", the half of a month ("quinzaine"), and days beside one that is named. */
  readonly inEvery: Lexicon<1>;
  readonly timesPer: Lexicon<1>;
  readonly fortnights: Lexicon<1>;
  readonly beside: Lexicon<number>;
  readonly holidays: Lexicon<string>;
  /** Behind an hour, minutes after it (or before it, negative); the same before an hour; and between minutes and hour. */
  readonly hourParts: Lexicon<number>;
  readonly hourLeads: Lexicon<number>;
  readonly minutesLinks: Lexicon<number>;
  /** Opens and joins a period of two times of day. */
  readonly clockOpen: Lexicon<1>;
  readonly clockJoin: Lexicon<1>;
  /** Behind a period, its beginning, middle or end: 初め, के अंत में. */
  readonly partAfter: Lexicon<1>;
  /** A weekday with its part of the day glued to it: "3TMO" for Mittwochmorgen. */
  readonly weekdayParts: Lexicon<string>;
  /** Words for the day before as for the day after (Hindi कल), and endings of verbs that tell the future. */
  readonly eitherDay: Lexicon<number>;
  readonly weekLabel: Lexicon<1>;
  readonly weekFrom: Lexicon<1>;
  /** Words before a year of three digits. */
  readonly oldYearBefore: ReadonlySet<string>;
  readonly bareDayLead: BackLexicon<1>;
  readonly lastOf: Lexicon<1>;
  readonly firstPart: Lexicon<1>;
  readonly whole: Lexicon<1>;
  readonly same: Lexicon<1>;
  readonly or: Lexicon<1>;
  /** Counts of units and whole lengths that are no numbers: "X" (several), "0.5" (half an), "2 week" (a fortnight). */
  readonly lengthWords: Lexicon<string>;
  readonly andDates: Lexicon<1>;
  readonly notAround: BackLexicon<1>;
  readonly zones: Lexicon<string>;
  /** Ordinals before a week, where words have no spaces between them: `세 번째=3`. */
  readonly weekOrdinals: Lexicon<number>;
  readonly partLead: Lexicon<1>;
  readonly dayLeadBack: BackLexicon<1>;
  readonly partLeadBack: BackLexicon<1>;
  readonly weekdaysBack: BackLexicon<1>;
  readonly weekUnitBack: BackLexicon<1>;
  /** After a length, before a day: 1 after it, -1 before it. */
  readonly distanceLinks: Lexicon<number>;
  /** Parts of the day that need no word before them: "morgens", "por la tarde". */
  /** Between a number of months, or a year, and the day that they end with. */
  readonly endedBy: Lexicon<1>;
  /** Of the words for "last", those with which a decade or century is a length of time up to now. */
  readonly spanLast: Lexicon<1>;
  /** Of the words for "last", those that go one further back where they place a weekday. */
  readonly beforeLast: Lexicon<1>;
  /** Behind these a unit in the plural tells of an open number of them. */
  readonly bareUnitsBack: BackLexicon<1>;
  /** Days of history by the name that they are known by. */
  readonly fixedDays: Lexicon<string>;
  /** Parts of the day in the plural behind a weekday that they make one that comes back. */
  readonly partPlurals: Lexicon<string>;
  readonly partsAlone: Lexicon<string>;
  readonly quarterLabels: Lexicon<1>;
  readonly hourWords: Lexicon<number>;
  readonly hourCases: Lexicon<1>;
  readonly minuteTails: Lexicon<number>;
  readonly decadeAfter: Lexicon<1>;
  readonly firmOpen: Lexicon<1>;
  /** Before a length of time that lasts, the same read forwards, and what tells where it begins: "for", "starting". */
  readonly lasting: BackLexicon<1>;
  readonly caseBounds: Lexicon<1>;
  /** `behind` after a word in the case that tells from where. */
  readonly behindCased: Lexicon<string>;
  /** Behind a length of time that lasts: "lang". */
  readonly lastsBehind: Lexicon<1>;
  readonly lastingAhead: Lexicon<1>;
  readonly starting: Lexicon<1>;
  /** Behind the first end of a range, the day of publication: "to date". */
  readonly toDate: Lexicon<1>;
  readonly timeAhead: Lexicon<1>;
  readonly restOf: Lexicon<1>;
  /** Behind a day, the week that it lies in: の週. */
  readonly weekAfter: Lexicon<1>;
  readonly bareDayAfter: Lexicon<1>;
  /** The same behind a day of a month that is named before it: (ayın) 21'inde. */
  readonly ownDayAfter: Lexicon<1>;
  /** Between a year and a day or month in it: 2020 में (28 जून). */
  readonly inYear: Lexicon<1>;
  /** Of what opens a range, the words whose second end follows "and". */
  readonly betweenDates: BackLexicon<1>;
  /** Months of the calendar of the hijra, and what marks its years. */
  readonly hijri: Lexicon<number>;
  readonly hijriEra: Lexicon<1>;
  readonly seasonLead: BackLexicon<1>;
  readonly coming: Lexicon<1>;
  readonly shortWeekdays: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly futureEnds: readonly string[];
  readonly weekdayPlurals: ReadonlySet<string>;
  readonly lastVerbs: ReadonlySet<string>;
  readonly decades: Lexicon<number>;
  /** Words that count from the date told last; null in languages without them. */
  readonly told: ToldLexicons | null;
  readonly toldPeriods: Lexicon<string>;
  readonly toldAhead: Lexicon<string>;
  /** Token keys with which a date may begin; null where any word may. */
  readonly starts: ReadonlySet<string> | null;
  /** Articles, after which a date goes on only with one of `afterArticle`. */
  readonly articles: ReadonlySet<string>;
  readonly afterArticle: ReadonlySet<string>;
  /** Digits with which a phrase begins. */
  readonly digitPhrases: ReadonlySet<string>;
  /** Words that may stand between a count and its unit. */
  readonly between: Lexicon<1>;
  /** The token after those. */
  readonly skipUnit: (tokens: readonly Token[], at: number) => number;
}
