import type { Compiled } from "./compile.ts";
import { BackLexicon, Lexicon } from "./lexicon.ts";
import { type DateWords, listOf, pairsOf } from "./pack.ts";
import type { Token } from "./tokens.ts";

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
  readonly few: Lexicon<1>;
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
  readonly weakHours: Lexicon<1>;
  readonly minuteMarks: Lexicon<1>;
  readonly clockHalf: Lexicon<1>;
  readonly clockLead: Lexicon<1>;
  readonly firmLead: Lexicon<1>;
  readonly dayLead: Lexicon<1>;
  readonly partLead: Lexicon<1>;
  readonly dayLeadBack: BackLexicon<1>;
  readonly weekdaysBack: BackLexicon<1>;
  /** After a length, before a day: 1 after it, -1 before it. */
  readonly distanceLinks: Lexicon<number>;
  readonly future: ReadonlySet<string>;
  readonly decades: Lexicon<number>;
  /** Token keys with which a date may begin; null where any word may. */
  readonly starts: ReadonlySet<string> | null;
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

const LOOSE_STARTS =
  "q year i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi '".split(" ");

/** Lexicons whose words stand inside or after a date, never first. */
const INNER: ReadonlySet<string> = new Set(
  "join to after behind rangeClose hourMarks weakHours minuteMarks clockHalf dayLead partLead distanceLinks bc ad".split(
    " ",
  ),
);

function startKeys(c: Compiled, w: Omit<DateLexicons, "starts">): ReadonlySet<string> | null {
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
  const words: Omit<DateLexicons, "starts"> = {
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
    ordinals: valued(c.pack.numbers.ordinals, Number),
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
    few: flags(data.few),
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
    weakHours: flags(data.clock?.weakMarks),
    minuteMarks: flags(data.clock?.minutes),
    clockHalf: flags(data.clock?.half),
    clockLead: flags(data.clock?.lead),
    firmLead: flags(data.clock?.firmLead),
    dayLead: flags(data.clock?.dayLead),
    dayLeadBack: back(
      listOf(data.clock?.dayLead)
        .filter(w => w !== ",")
        .join("|"),
    ),
    weekdaysBack: back(data.weekdays.join("|")),
    partLead: flags(data.clock?.partLead),
    distanceLinks: signed([
      [data.distanceAfter, 1],
      [data.distanceBefore, -1],
    ]),
    future: new Set(listOf(data.future)),
    decades: valued(data.decades, Number),
    skipUnit: (tokens, at) => between.longest(tokens, at)?.to ?? at,
  };
  const made: DateLexicons = { ...words, starts: startKeys(c, words) };
  cache.set(c, made);
  return made;
}
