import type { Hedge } from "./types.ts";

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
  /** "and a half" after a number. */
  readonly andHalf?: string;
  /** Joins a fraction to a whole number, beside `and`. */
  readonly fractionAnd?: string;
  /** `out of|in` between the two numbers of a proportion. */
  readonly outOf?: string;
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
  readonly ordinals: string;
  /** Endings that make an ordinal of digits: `st|nd|rd|th`. */
  readonly ordinalEndings?: string;
}

/** Numerals of Chinese, Japanese, Korean: `一=1` is a list like any other; characters stand alone, phrases may be longer. */
export interface DenseWords {
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

export interface QuantityWords {
  /** Hedges and bounds before the number. */
  readonly before: Readonly<Partial<Record<Hedge, string>>>;
  /** Hedges and bounds after the number or its unit. */
  readonly after?: Readonly<Partial<Record<Hedge, string>>>;
  /** Prepositions and links that may stand between a hedge and its number: `in` ("at least in 50 cities"), 为 (至少为50). */
  readonly bridge?: string;
  /** Of those, the ones after any hedge ("supera los 50"); over the others reaches only an adverb or a phrase. */
  readonly articleBridge?: string;
  /** Between what tells of a noun and the noun, where a hedge stands before it: 的 (50名左右的警察). */
  readonly attributive?: string;
  /** Adverbs that bound the number of their clause from before its verb: 至少 (至少培训了50人). */
  readonly wide?: Readonly<Partial<Record<Hedge, string>>>;
  /** Around a number in the languages that compare so (比三十大): before it, and after it for a lower or an upper bound. */
  readonly than?: string;
  readonly thanOver?: string;
  readonly thanUnder?: string;
  /** After a bound, with or without its number before: `or equal to`. */
  readonly orEqual?: string;
  /** Opens a range: `between|from`. */
  readonly rangeOpen: string;
  /** Joins a range after an opener: `and|to`. */
  readonly rangeJoinOpen: string;
  /** Closes a range after its second end, in the place of an opener (Japanese の間, Turkish arasında). */
  readonly rangeClose?: string;
  /** Between two bounds of one number, beside `and` and the comma: `but`. */
  readonly boundJoin?: string;
  /** Joins two numbers without an opener: `to|or`. */
  readonly rangeJoin: string;
  readonly up: string;
  readonly down: string;
  /** Up and down words that, right before a number, mean change only with a share or points ("lost 5%", "added 3 points"). */
  readonly weak?: string;
  /** Words that may stand between a direction word and its number: `by|another`. */
  readonly through?: string;
  /** Where the head noun stands after its number: last of a run that ends in a plural, first word, first capitalised word. */
  readonly noun: "plural" | "first" | "capital" | "dense";
  /** Whether "one" before a noun counts ("one country") or is the article of the language. */
  readonly one?: "counts";
  /** After "one", before a superlative and its plural ("one of the best teams"): it counts. */
  readonly oneOf?: string;
  /** Between a verb of rising or falling and its amount, with other words between: `by`. */
  readonly by?: string;
  /** Between such a verb and the level that was reached: `to`. */
  readonly toward?: string;
  /** A bound that before a time tells how long something went on ("over three days"). */
  readonly spanning?: string;
  /** Before such a word, what makes it a bound after all: `for|took`. */
  readonly lasting?: string;
  /** Verbs with which such a word belongs together ("handed over 50 cameras"). */
  readonly particleVerbs?: string;
  /** Bounds and hedges that stand with a verb, apart from the share they belong to: `{about: "约占"}`. */
  readonly far?: Readonly<Partial<Record<Hedge, string>>>;
  /** A number with a hyphen and a unit of time is an adjective and counts nothing ("a five-year award"). */
  readonly timeAdjectives?: boolean;
  /** In capitals after a sum in its country's money: `us` ("$76 US"). */
  readonly sumCountry?: string;
  /** Words that end the search for a head noun. */
  readonly stop: string;
  /** Adjectives and the like between number and noun. */
  readonly skip?: string;
  /** Joins a number to its noun ("millones de personas"). */
  readonly of?: string;
  /** Plural to singular by ending, first that fits: `ies=y|s=`. */
  readonly singular: string;
  /** Irregular plurals: `people=person`. */
  readonly irregular?: string;
  /** Numbers after these words name something and count nothing: `No.|Route|Article`. */
  readonly labels?: string;
  /** The word or sign for percent where it stands before its number (Turkish "yüzde 50", "%50"). */
  readonly percentBefore?: string;
  /** Preposition "per": `per|a|an|each|every`. */
  readonly per?: string;
  /** Those of `per` that mean nothing else; the others (articles, prepositions) need a usual base ("a day"). */
  readonly perFirm?: string;
  /** Age: words right after "N years" that make it an age, and words before a bare age. */
  readonly old?: string;
  /** Where words have no spaces between them, what may follow such a word (三周大的, against 三天大雨). */
  readonly oldThen?: string;
  readonly aged?: string;
  /** "times", `-fold`: a multiple. */
  readonly times?: string;
}

export interface UnitWords {
  /** Scales named before a number whose degrees follow it: `{celsius: "摄氏"}`. */
  readonly before?: Readonly<Record<string, string>>;
  /** Case endings that units may carry, glued: Turkish `den|de|e`. */
  readonly endings?: string;
  /** Canonical unit to its names in the language: `{kilometre: "km|kilometer|kilometers"}`. */
  readonly names: Readonly<Record<string, string>>;
  /** ISO 4217 to names: `{USD: "dollar|dollars|US dollar"}`. */
  readonly currencies: Readonly<Record<string, string>>;
  /** What a bare `$`, `¥`, `£`, "peso" means here: `{"$": "USD"}`. */
  readonly symbols?: Readonly<Record<string, string>>;
}

export interface DateWords {
  /** Twelve lists. */
  readonly months: readonly string[];
  /** Seven lists, Monday first. */
  readonly weekdays: readonly string[];
  /** `month-first` in numeric dates (US English), else day first; year first is always read. */
  readonly order: "mdy" | "dmy" | "ymd";
  /** Names of day, week, month, quarter, year, decade, century, hour, minute, second. */
  readonly units: Readonly<Record<string, string>>;
  /** Day words with their offset: `yesterday=-1`. */
  readonly days: string;
  /** `now=PRESENT_REF|recently=PAST_REF`. */
  readonly vague?: string;
  /** Whole phrases for periods: `去年=year-1|this week=week0`. */
  readonly relative?: string;
  readonly last: string;
  readonly next: string;
  readonly current: string;
  /** After a period: "two years ago", "hace". */
  readonly ago: string;
  readonly agoBefore?: string;
  readonly later?: string;
  readonly hence?: string;
  readonly inBefore?: string;
  readonly since: string;
  readonly until: string;
  readonly before?: string;
  readonly after?: string;
  /** Opens and joins a period of two dates. */
  readonly from: string;
  readonly to: string;
  readonly early?: string;
  readonly mid?: string;
  readonly late?: string;
  readonly seasons?: string;
  readonly quarters?: string;
  /** Parts of the day: `morning=MO`. */
  readonly parts?: string;
  /** Words that may stand between day, month and year: `de|of|,`. */
  readonly join?: string;
  /** Prepositions after which a bare four-digit number is a year. */
  readonly yearBefore: string;
  /** Words right before or after a year: `year|FY`. */
  readonly yearWords?: string;
  /** Indefinite counts of units: `several|a few`. */
  readonly few?: string;
  readonly every?: string;
  /** `daily=P1D`. */
  readonly frequency?: string;
  readonly article?: string;
  /** Words that point a bare weekday or month to the future: `will`. */
  readonly future?: string;
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
  /** The name follows its "last", "next" ("año pasado"). */
  readonly shiftAfter?: boolean;
  /** Names and short forms of months that are other words unless they have a capital. */
  readonly unsureMonths?: string;
  /** Of those, the ones for which a date must speak even then ("May", "March"). */
  readonly vagueMonths?: string;
  /** Weekdays have a capital; short forms before a word are other words. */
  readonly capitals?: boolean;
  /** Plurals of units that do not shift: "last years" is no period. */
  readonly pluralUnits?: string;
  /** "in three days" may also tell how long something took. */
  readonly inLasts?: boolean;
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
  /** Before a date or time, and after it: `around|about`, `ごろ`. */
  readonly around?: string;
  readonly aroundAfter?: string;
  /** Before a length of time that begins now, and after it: `within`, `以内`. */
  readonly within?: string;
  readonly withinAfter?: string;
  /** Before a unit of time that stands for the current one: `end of|later in` (the week). */
  readonly partOf?: string;
  /** Before a rate: `once|once a` ("once a week"). */
  readonly once?: string;
  /** Between "every" and its unit: `other`. */
  readonly other?: string;
  /** `christmas=12-25`; movable ones as `easter`, `easter+1` (days) or month, weekday and its place: `11-4-4`. */
  readonly holidays?: string;
  /** Before the number of a week of the year: `week`. */
  readonly weekLabel?: string;
  /** Before the day a week begins with or lies in: `the week of|the week beginning`. */
  readonly weekFrom?: string;
  /** Before a day of the month without its month: `on the|by the`. */
  readonly bareDayLead?: string;
  /** Ordinals before a week, where words have no spaces between them: `세 번째=3`. */
  readonly weekOrdinals?: string;
  /** `last` as a place in a row: the last week of July; and `first`, before several: the first two weeks of 2021. */
  readonly lastOf?: string;
  readonly firstPart?: string;
  /** Before a unit of time, one of it in full: `all|the whole|another`. */
  readonly whole?: string;
  /** Before a unit of time, one that is told elsewhere: `the same|that`. */
  readonly same?: string;
  /** Parts of the day that need no word before them: `morgens=MO`. */
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

/** 2019年5月14日: the marks that follow year, month and day, and what else stands with numbers. */
export interface DenseDates {
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

/** Words of the time of day. */
export interface ClockWords {
  /** Halves of the day beside an hour, before or after it: `am`, `pm|in the afternoon`. */
  readonly am?: string;
  readonly pm?: string;
  /** After an hour that they make one (Uhr, 時), and such as may also tell how long something took (heures). */
  readonly marks?: string;
  readonly weakMarks?: string;
  readonly minutes?: string;
  /** Half past, after the mark of the hour: 半. */
  readonly half?: string;
  /** From a day to its time (`at`), from a time to its day (`on`), from a day to a part of it (`in the`). */
  readonly lead?: string;
  /** Of these, the ones after which a bare hour is a time even without its day (um, a las). */
  readonly firmLead?: string;
  /** Leads after which an hour is a time alone only with its weak word: `à` ("à 19 heures", against "supérieur à 10"). */
  readonly weakLead?: string;
  /** Opens and joins two times of day, beside what does so for dates: `dalle`, `alle`. */
  readonly open?: string;
  readonly join?: string;
  /** Hours by words of their own: `الخامسة=5`, `yediye=7`. */
  readonly hours?: string;
  /** Glued to an hour, they show that it is one (22'de). */
  readonly hourCases?: string;
  /** Behind minutes that stand after their hour: past it, and to it (geçe, kala). */
  readonly pastAfter?: string;
  readonly toAfter?: string;
  /** Of the openers, the ones after which two bare hours are times even without their day (dalle, entre las). */
  readonly firmOpen?: string;
  /** Half and a quarter after the hour ("y media"), and a quarter before it ("menos cuarto"), behind the hour. */
  readonly halfPast?: string;
  readonly quarterPast?: string;
  readonly quarterTo?: string;
  /** Before the hour: half past it ("half past"), half to it (German halb), a quarter past and to it. */
  readonly leadHalfPast?: string;
  readonly leadHalfTo?: string;
  readonly leadQuarterPast?: string;
  readonly leadQuarterTo?: string;
  /** Time zones behind a time; those in capitals only where they are written so. */
  readonly zones?: string;
  /** Between minutes and their hour: `past|after`, `to`. */
  readonly past?: string;
  readonly before?: string;
  readonly dayLead?: string;
  readonly partLead?: string;
}

/** "the quarter", "the same period", "year-earlier": a time that the text named before. */
export interface EchoWords {
  readonly year: string;
  readonly quarter: string;
  readonly period: string;
  readonly weekend: string;
  /** Between article and noun: `same|latest`. */
  readonly same: string;
  /** After "year-": `ago|earlier`. */
  readonly earlier: string;
  readonly article: string;
  /** Words after "the year" that show that another year is meant. */
  readonly notAfter: string;
}

export interface CueWords {
  /** Verbs of saying and showing. */
  readonly saying: string;
  /** Words between a speaker and such a verb, which belong to neither: `has|also`. */
  readonly auxiliaries?: string;
  /** "according to", before the speaker. */
  readonly accordingTo: string;
  /** Where words have no spaces between them, what a speaker made, right behind the name (据自由之家统计). */
  readonly madeBy?: string;
  /** Unnamed authors: `research|studies`. */
  readonly studies: string;
  readonly negation: string;
  /** Status of what is told. */
  readonly planned: string;
  readonly signed: string;
  readonly delivered: string;
  readonly operating: string;
}

/**
 * Phrases by which a sentence says more than its numbers, dates and names, for whoever holds it against evidence. A star stands for any
 * ending (`единственн*`), brackets for letters or words that may be missing (`college(s)`).
 */
export interface IdiomWords {
  /** Goes on, or stands for what was told last. */
  readonly still?: string;
  readonly didSo?: string;
  /** Verbs of being and counting, and the small words that may stand around them in a sentence that only goes on with a number. */
  readonly counting?: string;
  readonly small?: string;
  /** Promised or planned; wanted. */
  readonly pledged?: string;
  readonly wanted?: string;
  /** Plural nouns for those who supply; a firm before its name. */
  readonly suppliers?: string;
  readonly firm?: string;
  /** A seller or operator without its name, the article before it, and what may stand behind it. */
  readonly party?: string;
  readonly article?: string;
  readonly relative?: string;
  /** Offices and other words that speak for a state; authors that name nobody. */
  readonly officials?: string;
  readonly unnamed?: string;
  /** What a country has one of. */
  readonly national?: string;
  /** Bodies that teach or lead, and the determiners that point back to one. */
  readonly college?: string;
  readonly academy?: string;
  readonly university?: string;
  readonly school?: string;
  readonly institute?: string;
  readonly centre?: string;
  readonly mission?: string;
  readonly theBody?: string;
  /** "The one", and what joins it to its place. */
  readonly theOne?: string;
  readonly inPlace?: string;
  /** Of those just counted; before a whole, with or without an article; before a whole that comes first. */
  readonly ofWhich?: string;
  readonly ofWhole?: string;
  readonly wholeArticle?: string;
  readonly wholeFirst?: string;
  /** Answers that leave no room beside each other. */
  readonly exclusive?: string;
  /** Only, first, and the only one that does it. */
  readonly only?: string;
  readonly first?: string;
  readonly onlyOne?: string;
  /** Behind a length of time that is over, and before one. */
  readonly timeBehind?: string;
  readonly afterTime?: string;
  /** A market, and what joins it to its goods. */
  readonly market?: string;
  readonly marketOf?: string;
  /** Parts of the world, and the whole of it. */
  readonly africa?: string;
  readonly asia?: string;
  readonly europe?: string;
  readonly latinAmerica?: string;
  readonly pacific?: string;
  readonly middleEast?: string;
  readonly world?: string;
  /** Common words that narrow what is counted; several taken as one. */
  readonly narrowed?: string;
  readonly together?: string;
  /** On top of others: behind a number, before one, and phrases of a bound that begin like the first. */
  readonly moreBehind?: string;
  readonly moreBefore?: string;
  readonly moreThan?: string;
  /** Begins another clause behind a comma; parts two numbers; stands inside names. */
  readonly clauseJoiner?: string;
  readonly numberJoiner?: string;
  readonly nameJoiner?: string;
}

/** Splits `a|b|c`. */
export function listOf(list: string | undefined): readonly string[] {
  if (!list) return [];
  const items = list.split("|");
  return items.includes("") ? items.filter(item => item !== "") : items;
}

/** Reads `a=1|b=2`; a value may itself be text. */
export function pairsOf(list: string | undefined): readonly (readonly [string, string])[] {
  return listOf(list).map(item => {
    const at = item.lastIndexOf("=");
    return [item.slice(0, at), item.slice(at + 1)] as const;
  });
}
