import type { Compiled } from "../pack/compile.ts";
import type { DateWords } from "../pack/date-words.ts";
import { listOf, pairsOf } from "../pack/lists.ts";
import { BackLexicon, Lexicon } from "../phrases/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { keysOf } from "../tokens/tokenize.ts";

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
  readonly days: Lexicon<number>;
  readonly vague: Lexicon<string>;
  readonly relative: Lexicon<string>;
  /** -1 last, 0 current, 1 next. */
  readonly shift: Lexicon<number>;
  readonly seasons: Lexicon<string>;
  readonly quarters: Lexicon<number>;
  readonly ordinals: Lexicon<number>;
  readonly parts: Lexicon<string>;
  readonly join: Lexicon<1>;
  readonly modifier: Lexicon<1>;
  /** -1 ago, 1 later. */
  readonly after: Lexicon<number>;
  readonly agoBefore: Lexicon<number>;
  readonly every: Lexicon<1>;
  readonly frequency: Lexicon<string>;
  readonly yearWords: Lexicon<1>;
  readonly eras: Lexicon<number>;
  readonly bc: Lexicon<1>;
  readonly ad: Lexicon<1>;
  readonly decadeBefore: BackLexicon<1>;
  readonly article: Lexicon<1>;
  readonly since: BackLexicon<1>;
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
  readonly hourMarks: Lexicon<1>;
  readonly hourEnds: ReadonlySet<string>;
  readonly weakHours: Lexicon<1>;
  readonly minuteMarks: Lexicon<1>;
  readonly clockHalf: Lexicon<1>;
  readonly clockLead: Lexicon<1>;
  readonly firmLead: Lexicon<1>;
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
  readonly once: Lexicon<1>;
  readonly other: Lexicon<1>;
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
  readonly partsAlone: Lexicon<string>;
  readonly quarterLabels: Lexicon<1>;
  readonly hourWords: Lexicon<number>;
  readonly hourCases: Lexicon<1>;
  readonly minuteTails: Lexicon<number>;
  readonly decadeAfter: Lexicon<1>;
  readonly firmOpen: Lexicon<1>;
  readonly coming: Lexicon<1>;
  readonly shortWeekdays: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
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
  /** The token after words that may stand between a count and its unit. */
  readonly skipUnit: (tokens: readonly Token[], at: number) => number;
}

function numbered(lists: readonly string[]): Lexicon<number> {
  const lexicon = new Lexicon<number>();
  lists.forEach((list, i) => {
    for (const word of listOf(list)) lexicon.add(word, i + 1);
  });
  return lexicon;
}

function flags(...lists: (string | undefined)[]): Lexicon<1> {
  const lexicon = new Lexicon<1>();
  for (const list of lists) for (const word of listOf(list)) lexicon.add(word, 1);
  return lexicon;
}

function back(list: string | undefined): BackLexicon<1> {
  const lexicon = new BackLexicon<1>();
  for (const word of listOf(list)) lexicon.add(word, 1);
  return lexicon;
}

function valued<V>(list: string | undefined, read: (text: string) => V): Lexicon<V> {
  const lexicon = new Lexicon<V>();
  for (const [word, value] of pairsOf(list)) lexicon.add(word, read(value));
  return lexicon;
}

/** Phrases with values; `phrase.=value` has to end its clause, which the value then says by a stop. */
function ending(list: string | undefined): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  for (const [word, value] of pairsOf(list))
    if (word.endsWith(".")) lexicon.add(word.slice(0, -1), `${value}.`);
    else lexicon.add(word, value);
  return lexicon;
}

function compileNames(lists: Readonly<Record<string, string>>): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  for (const [value, names] of Object.entries(lists))
    for (const name of listOf(names)) lexicon.add(name, value);
  return lexicon;
}

function signed(lists: readonly (readonly [string | undefined, number])[]): Lexicon<number> {
  const lexicon = new Lexicon<number>();
  for (const [list, value] of lists) for (const word of listOf(list)) lexicon.add(word, value);
  return lexicon;
}

/** Dienstagmorgen, maandagavond: in languages that glue words together. */
function gluedParts(c: Compiled): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  if (!c.pack.numbers.compound) return lexicon;
  c.pack.dates.weekdays.forEach((names, i) => {
    for (const [part, value] of pairsOf(c.pack.dates.parts))
      for (const name of listOf(names))
        if (/^\p{L}{3,}$/u.test(part) && name.length > 4) lexicon.add(name + part, `${i + 1}T${value}`);
  });
  return lexicon;
}

function lengthWords(data: DateWords): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  for (const [word, value] of [...pairsOf(data.lengthWords), ...pairsOf(data.partLengths)])
    lexicon.add(word, value);
  for (const word of listOf(data.few)) lexicon.add(word, "X");
  return lexicon;
}

/** Hours may have a mark or a half of the day behind them that begins with one of these. */
const hourEnds = (data: DateWords): ReadonlySet<string> =>
  new Set(
    [data.clock?.marks, data.clock?.am, data.clock?.pm].flatMap(list =>
      listOf(list).map(word => keysOf(word)[0] ?? ""),
    ),
  );

/** Zones with what their letters need: `caps` for a short form, `name` for a word. */
function zonesOf(list: string | undefined): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  for (const zone of listOf(list)) lexicon.add(zone, zone === zone.toUpperCase() ? "caps" : "name");
  return lexicon;
}

const LOOSE_STARTS =
  "q year i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi '".split(" ");

/** Lexicons whose words stand inside or after a date, never first. */
const INNER: ReadonlySet<string> = new Set(
  "join to after behind rangeClose hourMarks weakHours minuteMarks clockHalf dayLead partLead distanceLinks bc ad clockBound aroundAfter withinAfter other clockOpen clockJoin partAfter weekOrdinals lastOf or andDates coming zones hourCases minuteTails decadeAfter hourParts minutesLinks".split(
    " ",
  ),
);

/** What may follow an article: the start of a date, or the second word of a phrase that begins with it. */
function articleKeys(
  c: Compiled,
  w: Omit<DateLexicons, "starts" | "articles" | "afterArticle">,
  starts: ReadonlySet<string> | null,
): { articles: ReadonlySet<string>; afterArticle: ReadonlySet<string> } {
  const articles = new Set<string>();
  for (const key of w.article.firstKeys())
    if (starts !== null && [...w.article.keysAfter(key)].length === 0) articles.add(key);
  const afterArticle = new Set<string>(starts ?? []);
  for (const set of Object.values(c.echo ?? {})) for (const key of set) afterArticle.add(key);
  for (const key of c.firstOf) afterArticle.add(key);
  for (const [name, lexicon] of Object.entries(w))
    if (lexicon instanceof Lexicon && !INNER.has(name))
      for (const key of articles) for (const next of lexicon.keysAfter(key)) afterArticle.add(next);
  return { articles, afterArticle };
}

function startKeys(
  c: Compiled,
  w: Omit<DateLexicons, "starts" | "articles" | "afterArticle">,
): ReadonlySet<string> | null {
  if (c.pack.numbers.compound || c.pack.numbers.prefixes) return null;
  const keys = new Set<string>(LOOSE_STARTS);
  for (const key of [...(c.starts ?? []), ..."公西기서前上下第하"]) keys.add(key);
  for (const [name, lexicon] of Object.entries(w))
    if (lexicon instanceof Lexicon && !INNER.has(name)) for (const key of lexicon.firstKeys()) keys.add(key);
  for (let n = 1; n < 22; n++)
    for (const ending of ["e", "è", "ème"]) keys.add(`${LOOSE_STARTS[n + 1]}${ending}`);
  return keys;
}

const cache = new WeakMap<Compiled, DateLexicons>();

/** The date lexicons of a compiled pack, made on first use. */
export function dateWords(c: Compiled): DateLexicons {
  const known = cache.get(c);
  if (known) return known;
  const data = c.pack.dates;
  const between = flags(data.between);
  const toldPeriods = ending(data.told?.periods);
  const toldAhead = ending(data.told?.ahead);
  const words: Omit<DateLexicons, "starts" | "articles" | "afterArticle"> = {
    data,
    months: numbered(data.months),
    weekdays: numbered(data.weekdays),
    units: compileNames(data.units),
    days: valued(data.days, Number),
    vague: valued(data.vague, text => text),
    relative: valued(data.relative, text => text),
    shift: signed([
      [data.last, -1],
      [data.current, 0],
      [data.next, 1],
    ]),
    seasons: valued(data.seasons, text => text),
    quarters: valued(data.quarters, Number),
    ordinals: valued([c.pack.numbers.ordinals, data.dayOrdinals].filter(Boolean).join("|"), Number),
    parts: valued(data.parts, text => text),
    join: flags(data.join),
    modifier: flags(data.early, data.mid, data.late),
    after: signed([
      [data.ago, -1],
      [data.later, 1],
      [data.hence, 1],
    ]),
    agoBefore: signed([
      [data.agoBefore, -1],
      [data.inBefore, 1],
    ]),
    every: flags(data.every),
    frequency: valued(data.frequency, text => text),
    yearWords: flags(data.yearWords),
    eras: valued(data.dense?.eras, Number),
    bc: flags(data.bc),
    ad: flags(data.ad),
    decadeBefore: back(data.decadeBefore),
    article: flags(data.article),
    since: back(data.since),
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
    ]),
    hourMarks: flags(data.clock?.marks),
    hourEnds: hourEnds(data),
    weakHours: flags(data.clock?.weakMarks),
    minuteMarks: flags(data.clock?.minutes),
    clockHalf: flags(data.clock?.half),
    clockLead: flags(data.clock?.lead),
    firmLead: flags(data.clock?.firmLead),
    weakLead: flags(data.clock?.weakLead),
    dayLead: flags(data.clock?.dayLead),
    clockBound: flags(data.before, data.after, data.since, data.until, data.around),
    around: back(data.around),
    aroundAfter: flags(data.aroundAfter),
    within: back(data.within),
    withinAfter: flags(data.withinAfter),
    partOf: flags(data.partOf),
    once: flags(data.once),
    other: flags(data.other),
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
    coming: flags(data.coming),
    shortWeekdays: new Set(listOf(data.shortWeekdays)),
    future: new Set(listOf(data.future)),
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
    skipUnit: (tokens, at) => between.longest(tokens, at)?.to ?? at,
  };
  const starts = startKeys(c, words);
  const made: DateLexicons = { ...words, starts, ...articleKeys(c, words, starts) };
  cache.set(c, made);
  return made;
}
