import type { Compiled } from "../pack/compile.ts";
import type { DateWords } from "../pack/date-words.ts";
import { listOf, pairsOf } from "../pack/lists.ts";
import { BackLexicon, Lexicon } from "../phrases/lexicon.ts";
import { keysOf } from "../tokens/tokenize.ts";

export function numbered(lists: readonly string[]): Lexicon<number> {
  const lexicon = new Lexicon<number>();
  lists.forEach((list, i) => {
    for (const word of listOf(list)) lexicon.add(word, i + 1);
  });
  return lexicon;
}

export function flags(...lists: (string | undefined)[]): Lexicon<1> {
  const lexicon = new Lexicon<1>();
  for (const list of lists) for (const word of listOf(list)) lexicon.add(word, 1);
  return lexicon;
}

export function back(list: string | undefined): BackLexicon<1> {
  const lexicon = new BackLexicon<1>();
  for (const word of listOf(list)) lexicon.add(word, 1);
  return lexicon;
}

export function valued<V>(list: string | undefined, read: (text: string) => V): Lexicon<V> {
  const lexicon = new Lexicon<V>();
  for (const [word, value] of pairsOf(list)) lexicon.add(word, read(value));
  return lexicon;
}

/** Phrases with values; `phrase.=value` has to end its clause, which the value then says by a stop. */
export function ending(list: string | undefined): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  for (const [word, value] of pairsOf(list))
    if (word.endsWith(".")) lexicon.add(word.slice(0, -1), `${value}.`);
    else lexicon.add(word, value);
  return lexicon;
}

export function compileNames(lists: Readonly<Record<string, string>>): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  for (const [value, names] of Object.entries(lists))
    for (const name of listOf(names)) lexicon.add(name, value);
  return lexicon;
}

export function signed(lists: readonly (readonly [string | undefined, number])[]): Lexicon<number> {
  const lexicon = new Lexicon<number>();
  for (const [list, value] of lists) for (const word of listOf(list)) lexicon.add(word, value);
  return lexicon;
}

/** Dienstagmorgen, maandagavond: in languages that glue words together. */
export function gluedParts(c: Compiled): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  if (!c.pack.numbers.compound) return lexicon;
  c.pack.dates.weekdays.forEach((names, i) => {
    for (const [part, value] of pairsOf(c.pack.dates.parts))
      for (const name of listOf(names))
        if (/^\p{L}{3,}$/u.test(part) && name.length > 4) lexicon.add(name + part, `${i + 1}T${value}`);
  });
  return lexicon;
}

export function lengthWords(data: DateWords): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  for (const [word, value] of [...pairsOf(data.lengthWords), ...pairsOf(data.partLengths)])
    lexicon.add(word, value);
  for (const word of listOf(data.few)) lexicon.add(word, "X");
  return lexicon;
}

/** Hours may have a mark or a half of the day behind them that begins with one of these. */
export const hourEnds = (data: DateWords): ReadonlySet<string> =>
  new Set(
    [data.clock?.marks, data.clock?.am, data.clock?.pm, data.clock?.night].flatMap(list =>
      listOf(list).map(word => keysOf(word)[0] ?? ""),
    ),
  );

/** Zones with what their letters need: `caps` for a short form, `name` for a word. */
export function zonesOf(list: string | undefined): Lexicon<string> {
  const lexicon = new Lexicon<string>();
  for (const zone of listOf(list)) lexicon.add(zone, zone === zone.toUpperCase() ? "caps" : "name");
  return lexicon;
}
