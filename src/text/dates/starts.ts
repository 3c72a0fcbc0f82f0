import type { Compiled } from "../pack/compile.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import type { DateLexicons } from "./lexicons.ts";

const LOOSE_STARTS =
  "q h year i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi '".split(" ");

/** Lexicons whose words stand inside or after a date, never first. */
const INNER: ReadonlySet<string> = new Set(
  "between join nightTo nightFrom nightOn yearJoin middle latePart to after behind rangeClose hourMarks fourDigitMarks endedBy spanLast beforeLast partPlurals fixedDays weakHours minuteMarks clockHalf dayLead partLead distanceLinks bc clockBound aroundAfter withinAfter other clockOpen clockJoin partAfter weekOrdinals or andDates coming zones hourCases minuteTails decadeAfter hourParts minutesLinks lastingAhead lastsBehind caseBounds fromNow behindCased rateBehind starting toDate hijriEra bareDayAfter ownDayAfter inYear weekAfter countsBehind unitsAlone inEvery timesPer fortnights".split(
    " ",
  ),
);

/** What may follow an article: the start of a date, or the second word of a phrase that begins with it. */
export function articleKeys(
  c: Compiled,
  w: Omit<DateLexicons, "starts" | "articles" | "afterArticle" | "digitPhrases">,
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

export function startKeys(
  c: Compiled,
  w: Omit<DateLexicons, "starts" | "articles" | "afterArticle" | "digitPhrases">,
): ReadonlySet<string> | null {
  if (c.pack.numbers.compound || c.pack.numbers.prefixes) return null;
  const keys = new Set<string>(LOOSE_STARTS);
  for (const key of [...(c.starts ?? []), ..."公西기서前上下第하"]) keys.add(key);
  for (const [name, lexicon] of Object.entries(w))
    if (lexicon instanceof Lexicon && !INNER.has(name)) for (const key of lexicon.firstKeys()) keys.add(key);
  for (const key of LOOSE_STARTS)
    if (/^[ivx]+$/.test(key)) for (const ending of ["e", "è", "ème"]) keys.add(key + ending);
  return keys;
}
