import type { ClockWords } from "./clock-words.ts";
import type { DenseDates } from "./dense-words.ts";
import type { EchoWords } from "./echo-words.ts";

export interface DateWords {
  /** Dates are also read without the accents of their words. */
  readonly unaccented?: boolean;
  /** Words near a round number of two digits that make a count of it: "temperatures in the 80s". */
  readonly countedTens?: string;
  /** Twelve lists. */
  readonly months: readonly string[];
  /** Seven lists, Monday first. */
  readonly weekdays: readonly string[];
  /** `month-first` in numeric dates (US English), else day first; year first is always read. */
  readonly order: "mdy" | "dmy" | "ymd";
  /** Names of day, week, month, quarter, year, decade, century, hour, minute, second. */
  readonly units: Readonly<Record<string, string>>;
  /** Dashes are the usual marks of a date in digits: 22-04-16. */
  readonly dashed?: boolean;
  /** Day words with their offset: `yesterday=-1`. */
  readonly days: string;
  /** `now=PRESENT_REF|recently=PAST_REF`. */
  readonly vague?: string;
  /** Whole phrases for periods: `去年=year-1|this week=week0`. */
  readonly relative?: string;
  readonly last: string;
  readonly next: string;
  /** The same, but only behind its name: "lundi passé" against "il a passé lundi". */
  readonly lastBehind?: string;
  readonly nextBehind?: string;
  readonly current: string;
  /** After a period: "two years ago", "hace". */
  readonly ago: string;
  readonly agoBefore?: string;
  /** Of `ago`, what is also the particle of a verb ("ik ben om 7 uur terug"), and the verbs that have it at the end of their clause. */
  readonly particles?: string;
  readonly particleVerbs?: string;
  readonly later?: string;
  readonly hence?: string;
  readonly inBefore?: string;
  /** Behind a length that such a word leads, that it counts from publication: بعد يومين `من الآن`. */
  readonly fromNow?: string;
  readonly since: string;
  /** Of those, words that only tell of what has begun: `depuis`, against `à partir de`. */
  readonly sinceThen?: string;
  readonly until: string;
  readonly before?: string;
  readonly after?: string;
  /** Opens and joins a period of two dates. */
  readonly from: string;
  readonly to: string;
  readonly early?: string;
  readonly mid?: string;
  readonly late?: string;
  /** Of these, words that stand before months and years, never before days: (prendre) `fin` lundi. */
  readonly neverOfDays?: string;
  readonly seasons?: string;
  readonly quarters?: string;
  /** Parts of the day: `morning=MO`. */
  readonly parts?: string;
  /** Beside `parts`, what is one only before its day ("la noche del 4 de marzo"): `noche=NI`. */
  readonly partsOfDate?: string;
  /** Words that may stand between day, month and year: `de|of|,`. */
  readonly join?: string;
  /** Words between a month and its year only ("26 June in 2019"). */
  readonly yearJoin?: string;
  /** Prepositions after which a bare four-digit number is a year. */
  /** Words before a year of three digits, where no day of publication says that the text is of our time ("in 363."). */
  readonly oldYearBefore?: string;
  readonly yearBefore: string;
  /** Words right before or after a year: `year|FY`. */
  readonly yearWords?: string;
  /** Definite counts behind their unit, السنوات الخمس: `الخمس=5`. */
  readonly countsBehind?: string;
  /** Units that are one of them where they stand alone behind a word for lengths: قبل عام. */
  readonly unitsAlone?: string;
  /** A part of the day stands right before its day: مساء الأربعاء. */
  readonly partFirst?: boolean;
  /** Endings of the case that tells from where: `den|dan`; and what bounds a length in it: `fazla=over`. */
  readonly ablative?: string;
  readonly caseBounds?: string;
  /** `behind` after a word in that case: `{after: "sonra"}`. */
  readonly behindCased?: Readonly<Partial<Record<"since" | "before" | "after", string>>>;
  /** Behind a length of time that lasts: `lang` (3 uur lang). */
  readonly lastsBehind?: string;
  /** Years of accounts and of schools: `fiscal year=FY|school year=SY`. */
  readonly accountYears?: string;
  /** Meals that tell a time behind `before`, `after`, `around` or a word of `mealLead`: `breakfast=MEB`. */
  readonly meals?: string;
  readonly mealLead?: string;
  /** Indefinite counts of units: `several|a few`. */
  readonly few?: string;
  /** Of these, the words that say two: `couple`. */
  readonly twoWords?: string;
  readonly every?: string;
  /** Before what comes back in turn (`om de` vrijdag, twee weken), unless an infinitive with such a word (`te`) is behind it. */
  readonly alternate?: string;
  readonly infinitive?: string;
  /** Behind a length of time, that something comes back with it: में `एक बार`, (iki ayda) `bir`, `ごと`. */
  readonly rateBehind?: string;
  /** The case that the length then stands in: `da|de`. */
  readonly rateCase?: string;
  /** `daily=P1D`. */
  readonly frequency?: string;
  readonly article?: string;
  /** Words that point a bare weekday or month to the future: `will`. */
  readonly future?: string;
  /** Endings of verbs in the future, to the same end. */
  readonly futureEnds?: string;
  /** Plurals of weekdays, where they differ: what comes back on them. */
  readonly weekdayPlurals?: string;
  /** Before hours that lasted: (le vol) `dure` (11h45). */
  readonly lastVerbs?: string;
  /** `nineties=1990`. */
  readonly decades?: string;
  /** Words between a count and its unit of time: `more|trading`. */
  readonly between?: string;
  /** Marks of years before and in the common era, after the number. */
  readonly bc?: string;
  readonly ad?: string;
  /** Words before a decade written in two digits ("años 70"). */
  readonly decadeBefore?: string;
  /** The same behind it: `के दशक`. */
  readonly decadeAfter?: string;
  /** The word for year follows its number (Russian "2019 года"). */
  readonly yearAfter?: boolean;
  /** The word for "before" says "for" as well ("voor volgende week"). */
  readonly beforeIsFor?: boolean;
  /** The name follows its "last", "next" ("año pasado"). */
  readonly shiftAfter?: boolean;
  /** Names and short forms of months that are other words unless they have a capital. */
  readonly unsureMonths?: string;
  /** Behind a length with its preposition: "(in two weeks)' time". */
  readonly timeAhead?: string;
  /** Months are written small: an unsure one with a capital is a name (Dutch "Jan"). */
  readonly smallMonths?: boolean;
  /** Of those, the ones for which a date must speak even then ("May", "March"). */
  readonly vagueMonths?: string;
  /** Weekdays have a capital; short forms before a word are other words. */
  readonly capitals?: boolean;
  /** Plurals of units that do not shift: "last years" is no period. */
  readonly pluralUnits?: string;
  /** Units that are the same in both numbers: `mois` (le mois, trois mois). */
  readonly alikeUnits?: string;
  /** Of `inBefore`, the words that may also tell how long something took ("in three days"). */
  readonly inLasts?: string;
  /** Before a count of units: "the first two years". */
  readonly firstOf?: string;
  /** Years are spoken as two numbers: nineteen eighty. */
  readonly spokenYears?: boolean;
  /** Glued to the digits of a decade: `s`. Without it a decade in digits needs a word before it. */
  readonly decadeEnding?: string;
  /** What must stand before the name of a decade: `the`. */
  readonly decadeArticle?: string;
  /** Centuries are told by ordinals only, never by Roman or plain numbers. */
  readonly ordinalCenturies?: boolean;
  /** Marks after the numbers of a date, where words have no spaces between them. */
  readonly dense?: DenseDates;
  /** Words for what the text spoke of before. */
  readonly echo?: EchoWords;
  /** `since`, `until`, `before`, `after` where they stand behind the date: `{since: "以来"}`. */
  readonly behind?: Readonly<Partial<Record<"since" | "until" | "before" | "after", string>>>;
  /** Closes a period of two dates that no word opens: Turkish arasında. */
  readonly rangeClose?: string;
  /** After a length of time and before the day it is counted from: `after|from`, `before`. */
  readonly distanceAfter?: string;
  readonly distanceBefore?: string;
  readonly clock?: ClockWords;
  /** Behind a period, its beginning, middle or end: `初め|末`. */
  readonly partAfter?: string;
  /** Words that mean the day before as well as the day after, `कल=1`, and endings of verbs that tell the future. */
  readonly eitherDay?: string;
  readonly futureEndings?: string;
  /** Verbs of the present, after which endings of the word before them tell what is over and what goes on. */
  readonly presentVerbs?: string;
  readonly perfectEndings?: string;
  readonly ongoingEndings?: string;
  /** Before a date or time, and after it: `around|about`, `ごろ`. */
  readonly around?: string;
  readonly aroundAfter?: string;
  /** Before a length of time that begins now, and after it: `within`, `以内`. */
  readonly within?: string;
  readonly withinAfter?: string;
  /** Months of the calendar of the hijra, `رمضان=9`, and what marks its years: `هـ`. */
  readonly hijri?: string;
  readonly hijriEra?: string;
  /** Of `from`, the words whose second end follows "and" ("between"); without them all do. */
  readonly betweenDates?: string;
  /** Of `partOf`, what leaves the part from publication on: `the rest of`. */
  readonly restOf?: string;
  /** Before a length of time that lasts ("for two years"), and behind it, before its beginning ("starting in"). */
  readonly lasting?: string;
  readonly starting?: string;
  /** Behind the first end of a range, for the day of publication: `to date|to the present`. */
  readonly toDate?: string;
  /** Before a season without a year: `in the|during the`. */
  readonly seasonLead?: string;
  /** Before a unit of time that stands for the current one: `end of|later in` (the week). */
  readonly partOf?: string;
  /** Before a rate: `once|once a` ("once a week"). */
  readonly once?: string;
  /** Between "every" and its unit: `other`. */
  readonly other?: string;
  /** Between one and the number of which it is one: (un jour) `sur` (deux). */
  readonly inEvery?: string;
  /** Between how often and its unit of time: (deux) `fois par` (semaine). */
  readonly timesPer?: string;
  /** Half of a month behind its ordinal: (la première) `quinzaine` (de mai). */
  readonly fortnights?: string;
  /** Days beside the one that is named behind: `veille=-1` (du 14 juillet). */
  readonly beside?: string;
  /** `christmas=12-25`; movable ones as `easter`, `easter+1` (days) or month, weekday and its place: `11-4-4`. */
  readonly holidays?: string;
  /** Before the number of a week of the year: `week`. */
  readonly weekLabel?: string;
  /** Before the day a week begins with or lies in: `the week of|the week beginning`. */
  readonly weekFrom?: string;
  /** The same behind the day: `の週`. */
  readonly weekAfter?: string;
  /** Before a day of the month without its month: `on the|by the`. */
  readonly bareDayLead?: string;
  /** A day without its month is told by an ordinal only. */
  readonly daysAreOrdinals?: boolean;
  /** The same behind it: `तारीख`. */
  readonly bareDayAfter?: string;
  /** The same behind a day whose month is named right before it: (ayın) `'i`. */
  readonly ownDayAfter?: string;
  /** Between a year and a day or month in it: 2020 `में` (28 जून). */
  readonly inYear?: string;
  /** Ordinals before a week, where words have no spaces between them: `세 번째=3`. */
  readonly weekOrdinals?: string;
  /** `last` as a place in a row: the last week of July; and `first`, before several: the first two weeks of 2021. */
  readonly lastOf?: string;
  readonly firstPart?: string;
  /** Before a unit of time, one of it in full: `all|the whole|another`. */
  readonly whole?: string;
  /** Before a unit of time, one that is told elsewhere: `the same|that`. */
  readonly same?: string;
  /** Between a night and the day it ends on (`zum`), or the day it begins on (`vom`), and between the two (`auf`). */
  readonly nightTo?: string;
  readonly nightFrom?: string;
  readonly nightOn?: string;
  /** Parts of the day that need no word before them: `morgens=MO`. */
  /** Before a unit in the plural that has no number: "`for` years", "`within` weeks". */
  readonly bareUnitsAfter?: string;
  /** Days of history that are told in digits: `9/11=2001-09-11`. */
  readonly fixedDays?: string;
  /** The same in the plural, which behind a weekday come back: "Monday `mornings`". */
  readonly partPlurals?: string;
  /** Between a number of months and the day that they end with: "the year `ended` 31 March", "the three months `to` June". */
  readonly endedBy?: string;
  /** Of `last`, what makes a decade or century a length of time up to now: "the `past` decade". */
  readonly spanLast?: string;
  /** Of `last`, what goes one further back before a weekday: "the `previous` Friday". */
  readonly beforeLast?: string;
  readonly partsAlone?: string;
  /** Before the number of a quarter, glued to it: `t` (2019-T1). */
  readonly quarterLabels?: string;
  /** Of `next`, the words that mean the nearest ("the coming Friday"). */
  readonly coming?: string;
  /** Short names of weekdays that are other words too: they count beside a date, a time or another weekday only. */
  readonly shortWeekdays?: string;
  /** Ordinals of days beyond those of numbers: `twenty first=21`. */
  readonly dayOrdinals?: string;
  /** Between alternatives: `or`. */
  readonly or?: string;
  /** Lengths of time in one word: `이틀=2 day`, `fortnight=2 week`. */
  readonly lengthWords?: string;
  /** Joins two dates that are no range without a word that closes it: 和. */
  readonly andDates?: string;
  /** A number behind the unit and "or" tells about how many: "een week of drie". */
  readonly countsAfterOr?: boolean;
  /** Parts of a unit of time: `half an=0.5`. */
  readonly partLengths?: string;
  /** Before `about` these ask or propose: `how about`. */
  readonly notAround?: string;
  /**
   * Words that count from the date told last: behind a length (`later=1|earlier=-1`), ahead of it, and whole phrases
   * (`the following year=year1`). One with a stop before its sign (`the year before.=year-1`) has to end its clause; one with
   * an exclamation mark behind (`the next year=year1!`) is a length of time to come behind one of the words of `span` ("over").
   */
  readonly told?: {
    readonly behind: string;
    readonly ahead?: string;
    readonly periods: string;
    /** After `behind`, these tell of another point ("dos años después de la firma"). */
    readonly notThen?: string;
    readonly span?: string;
  };
  readonly decadeWords?: string;
  readonly centuryWords?: string;
}
