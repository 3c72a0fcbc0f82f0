import type { Compiled } from "../pack/compile.ts";
import type { DateWords } from "../pack/date-words.ts";
import { listOf, pairsOf } from "../pack/lists.ts";
import { NIGHT } from "./clock-value.ts";
import { digitPhrases } from "./gated-rules.ts";
import type { DateLexicons } from "./lexicons.ts";
import { articleKeys, startKeys } from "./starts.ts";
import {
  back,
  compileNames,
  ending,
  flags,
  gluedParts,
  hourEnds,
  lengthWords,
  numbered,
  signed,
  valued,
  zonesOf,
} from "./word-lists.ts";

/** Abbreviations for years of accounts, the calendar and schools that are used in any language. */
const YEAR_CODES = "fy=code|cy=code|sy=code";

const accountNames = (data: DateWords): string[] =>
  pairsOf([YEAR_CODES, data.accountYears].filter(Boolean).join("|")).map(([name]) => name);

const cache = new WeakMap<Compiled, DateLexicons>();

/** The date lexicons of a compiled pack, made on first use. */
export function dateWords(c: Compiled): DateLexicons {
  const known = cache.get(c);
  if (known) return known;
  const data = c.pack.dates;
  const and = c.pack.numbers.prefixAnd;
  const withGlued = (list: string): string =>
    and === undefined ? list : [list, ...listOf(list).map(name => and + name)].join("|");
  const between = flags(data.between);
  const yearNames = [data.yearWords, ...accountNames(data)].filter(Boolean).join("|");
  const toldPeriods = ending(data.told?.periods);
  const toldAhead = ending(data.told?.ahead);
  const words: Omit<DateLexicons, "starts" | "articles" | "afterArticle" | "digitPhrases"> = {
    data,
    months: numbered(data.months.map(withGlued)),
    weekdays: numbered(data.weekdays.map(withGlued)),
    units: compileNames(data.units),
    alikeUnits: new Set(listOf(data.alikeUnits)),
    days: valued(data.days, Number),
    vague: valued(data.vague, text => text),
    relative: valued(data.relative, text => text),
    shift: signed([
      [data.last, -1],
      [data.current, 0],
      [data.next, 1],
    ]),
    shiftBehind: signed([
      [data.last, -1],
      [data.lastBehind, -1],
      [data.current, 0],
      [data.next, 1],
    ]),
    placedBehind: signed([
      [data.lastBehind, -1],
      [data.nextBehind, 1],
    ]),
    seasons: valued(data.seasons, text => text),
    quarters: valued(data.quarters, Number),
    ordinals: valued([c.pack.numbers.ordinals, data.dayOrdinals].filter(Boolean).join("|"), Number),
    parts: valued(data.parts, text => text),
    partsOfDate: valued(data.partsOfDate, text => text),
    join: flags(data.join),
    yearJoin: flags(data.yearJoin),
    modifier: flags(data.early, data.mid, data.late),
    middle: flags(data.mid),
    latePart: flags(data.late),
    oldYearBefore: new Set(listOf(data.oldYearBefore ?? "")),
    after: signed([
      [data.ago, -1],
      [data.later, 1],
      [data.hence, 1],
    ]),
    particles: new Set(listOf(data.particles)),
    particleVerbs: new Set(listOf(data.particleVerbs)),
    agoBefore: signed([
      [data.agoBefore, -1],
      [data.inBefore, 1],
    ]),
    fromNow: flags(data.fromNow),
    every: flags(data.every),
    alternate: flags(data.alternate),
    infinitive: new Set(listOf(data.infinitive)),
    frequency: valued(data.frequency, text => text),
    yearWords: flags(yearNames),
    yearWordsBack: back(yearNames),
    countsBehind: valued(data.countsBehind, Number),
    unitsAlone: flags(data.unitsAlone),
    countedUnits: data.countsBehind === undefined ? flags() : flags(data.pluralUnits, data.unitsAlone),
    awayBack: back([data.agoBefore, data.inBefore].filter(Boolean).join("|")),
    accountYears: valued([YEAR_CODES, data.accountYears].filter(Boolean).join("|"), text => text),
    meals: valued(data.meals, text => text),
    mealLead: back(data.mealLead),
    eras: valued(data.dense?.eras, Number),
    bc: flags(data.bc),
    ad: flags(data.ad),
    decadeBefore: back(data.decadeBefore),
    article: flags(data.article),
    since: back(data.since),
    sinceThen: new Set(listOf(data.sinceThen)),
    neverOfDays: new Set(listOf(data.neverOfDays)),
    until: back(data.until),
    from: back(data.from),
    to: flags(data.to),
    before: back(data.before),
    afterDate: back(data.after),
    behind: compileNames(data.behind ?? {}),
    rangeClose: data.rangeClose === undefined ? null : flags(data.rangeClose),
    fromAhead: flags(data.from),
    meridiem: signed([
      [data.clock?.am, 0],
      [data.clock?.pm, 12],
      [data.clock?.night, NIGHT],
    ]),
    gluedHalves: valued(data.clock?.glued, Number),
    hourMarks: flags(data.clock?.marks),
    hourEnds: hourEnds(data),
    fourDigitMarks: flags(data.clock?.fourDigitMarks),
    weakHours: flags(data.clock?.weakMarks),
    minuteMarks: flags(data.clock?.minutes),
    clockHalf: flags(data.clock?.half),
    clockLead: flags(data.clock?.lead),
    clockLeadBack: back(data.clock?.lead),
    firmLead: flags(data.clock?.firmLead),
    hourNames: flags(data.clock?.hourNames),
    rateBehind: flags(data.rateBehind),
    weakLead: flags(data.clock?.weakLead),
    dayLead: flags(data.clock?.dayLead),
    clockBound: flags(data.before, data.after, data.since, data.until, data.around),
    around: back(data.around),
    aroundAfter: flags(data.aroundAfter),
    within: back(data.within),
    withinAfter: flags(data.withinAfter),
    partOf: flags(data.partOf),
    nightTo: flags(data.nightTo),
    nightFrom: flags(data.nightFrom),
    nightOn: flags(data.nightOn),
    inLasts: new Set(listOf(data.inLasts)),
    twoWords: new Set(listOf(data.twoWords)),
    once: flags(data.once),
    other: flags(data.other),
    inEvery: flags(data.inEvery),
    timesPer: flags(data.timesPer),
    fortnights: flags(data.fortnights),
    beside: valued(data.beside, Number),
    holidays: valued(data.holidays, text => text),
    hourParts: signed([
      [data.clock?.halfPast, 30],
      [data.clock?.quarterPast, 15],
      [data.clock?.quarterTo, -15],
    ]),
    hourLeads: signed([
      [data.clock?.leadHalfPast, 30],
      [data.clock?.leadHalfTo, -30],
      [data.clock?.leadQuarterPast, 15],
      [data.clock?.leadQuarterOf, -45],
      [data.clock?.leadQuarterTo, -15],
    ]),
    minutesLinks: signed([
      [data.clock?.past, 1],
      [data.clock?.before, -1],
    ]),
    clockOpen: flags(data.from, data.clock?.open, data.clock?.firmOpen),
    clockJoin: flags(data.to, data.clock?.join),
    partAfter: flags(data.partAfter),
    weekdayParts: gluedParts(c),
    eitherDay: valued(data.eitherDay, Number),
    weekLabel: flags(data.weekLabel),
    weekFrom: flags(data.weekFrom),
    bareDayLead: back(data.bareDayLead),
    lastOf: flags(data.lastOf),
    firstPart: flags(data.firstPart),
    whole: flags(data.whole),
    same: flags(data.same),
    or: flags(data.or),
    lengthWords: lengthWords(data),
    andDates: flags(data.andDates),
    notAround: back(data.notAround),
    zones: zonesOf(data.clock?.zones),
    weekOrdinals: valued(data.weekOrdinals, Number),
    dayLeadBack: back(
      listOf(data.clock?.dayLead)
        .filter(w => w !== ",")
        .join("|"),
    ),
    weekdaysBack: back(data.weekdays.join("|")),
    weekUnitBack: back(
      listOf(data.units["week"])
        .flatMap(week => [
          week,
          ...listOf([data.next, data.last].join("|")).map(w => `${week} ${w}`),
          ...listOf(data.clock?.dayLead).map(w => `${week} ${w}`),
        ])
        .join("|"),
    ),
    partLead: flags(data.clock?.partLead),
    partLeadBack: back(data.clock?.partLead),
    distanceLinks: signed([
      [data.distanceAfter, 1],
      [data.distanceBefore, -1],
    ]),
    bareUnitsBack: back(data.bareUnitsAfter),
    fixedDays: valued(data.fixedDays, text => text),
    endedBy: flags(data.endedBy),
    spanLast: flags(data.spanLast),
    beforeLast: flags(data.beforeLast),
    partPlurals: valued(data.partPlurals, text => text),
    partsAlone: valued(data.partsAlone, text => text),
    quarterLabels: flags(data.quarterLabels),
    hourWords: valued(data.clock?.hours, Number),
    hourCases: flags(data.clock?.hourCases),
    minuteTails: signed([
      [data.clock?.pastAfter, 1],
      [data.clock?.toAfter, -1],
    ]),
    decadeAfter: flags(data.decadeAfter),
    firmOpen: flags(data.clock?.firmOpen),
    lasting: back(data.lasting),
    lastingAhead: flags(data.lasting),
    lastsBehind: flags(data.lastsBehind),
    caseBounds: flags(data.caseBounds),
    behindCased: compileNames(data.behindCased ?? {}),
    starting: flags(data.starting),
    toDate: flags(data.toDate),
    timeAhead: flags(data.timeAhead),
    restOf: flags(data.restOf),
    weekAfter: flags(data.weekAfter),
    bareDayAfter: flags(data.bareDayAfter),
    ownDayAfter: flags(data.ownDayAfter),
    inYear: flags(data.inYear),
    betweenDates: back(data.betweenDates),
    hijri: valued(data.hijri, Number),
    hijriEra: flags(data.hijriEra),
    seasonLead: back(data.seasonLead),
    coming: flags(data.coming),
    shortWeekdays: new Set(listOf(data.shortWeekdays)),
    future: new Set(listOf(data.future)),
    futureEnds: listOf(data.futureEnds),
    weekdayPlurals: new Set(listOf(data.weekdayPlurals)),
    lastVerbs: new Set(listOf(data.lastVerbs)),
    decades: valued(data.decades, Number),
    told: data.told
      ? {
          behind: ending(data.told.behind),
          ahead: toldAhead,
          periods: toldPeriods,
          notThen: new Set(listOf(data.told.notThen)),
          span: new Set(listOf(data.told.span)),
        }
      : null,
    toldPeriods,
    toldAhead,
    between,
    skipUnit: (tokens, at) => between.longest(tokens, at)?.to ?? at,
  };
  const starts = startKeys(c, words);
  const made: DateLexicons = {
    ...words,
    starts,
    ...articleKeys(c, words, starts),
    digitPhrases: digitPhrases(c, Object.values(words)),
  };
  cache.set(c, made);
  return made;
}
