import { denseStarts } from "../numerals/dense-words.ts";
import { compileNumerals, type Numerals, withoutAccents } from "../numerals/words.ts";
import { type BackLexicon, backLexiconOf, Lexicon, lexiconOf } from "../phrases/lexicon.ts";
import { CURRENCY_CODES, CURRENCY_SIGNS, DEGREES } from "../quantities/symbols.ts";
import { Keys } from "../tokens/filter.ts";
import { foldWord } from "../tokens/keys.ts";
import type { Hedge } from "../types.ts";
import type { EchoWords } from "./echo-words.ts";
import { listOf, pairsOf } from "./lists.ts";
import type { Pack } from "./pack.ts";
import { withUnaccented } from "./unaccented.ts";
import { type Weights, weightsOf } from "./weight-words.ts";

export interface UnitEntry {
  readonly unit: string;
  /** An amount of money, or a small coin. */
  readonly money: boolean;
}

/** A hedge whose first ending belongs to the word before it ("otuzdan fazla"). */
export interface CasedHedge {
  readonly hedge: Hedge;
  readonly endings: readonly string[];
}

/** A pack with its phrases in tries and its words in sets. */
export interface Compiled {
  readonly pack: Pack;
  readonly numerals: Numerals;
  /** Phrases that begin like a number and are none. */
  readonly notNumbers: Lexicon<"not">;
  readonly namesBehind: Lexicon<"name">;
  readonly pronounBefore: ReadonlySet<string>;
  readonly units: Lexicon<UnitEntry>;
  /** Scales named before a number. */
  readonly unitsBefore: Lexicon<string>;
  /** Longest first. */
  readonly unitEndings: readonly string[];
  /** Currency signs and codes before a number. */
  readonly signs: Lexicon<string>;
  /** Token keys with which a quantity may begin; null where any word may (compounds, glued prefixes). */
  readonly starts: ReadonlySet<string> | null;
  /** Those and what begins a phrase that holds no number. */
  readonly opens: Keys | null;
  readonly before: BackLexicon<Hedge>;
  readonly after: Lexicon<Hedge>;
  /** The same behind a numeral or measure in its case, with the endings that it may have. */
  readonly afterCased: Lexicon<CasedHedge> | null;
  /** Before a number, and after it, in comparisons that stand around it. */
  readonly than: ReadonlySet<string>;
  readonly thanAfter: Lexicon<"over" | "under">;
  /** "or equal to" after a bound. */
  readonly notAfter: Lexicon<"not"> | null;
  readonly orEqual: Lexicon<"equal">;
  readonly open: BackLexicon<"open">;
  readonly joinOpen: Lexicon<"join">;
  readonly join: Lexicon<"join">;
  readonly close: Lexicon<"close">;
  /** Between two bounds of one number. */
  readonly boundJoin: Lexicon<"join">;
  readonly moves: Lexicon<"up" | "down">;
  readonly movesBack: BackLexicon<"up" | "down">;
  readonly weak: ReadonlySet<string>;
  readonly through: BackLexicon<"through">;
  readonly stop: ReadonlySet<string>;
  readonly skip: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly per: ReadonlySet<string>;
  readonly perFirm: ReadonlySet<string>;
  readonly labels: BackLexicon<"label">;
  readonly old: Lexicon<"old">;
  readonly oldThen: ReadonlySet<string>;
  readonly aged: BackLexicon<"aged">;
  readonly weights: Weights | null;
  readonly wordCodes: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly irregular: ReadonlyMap<string, string>;
  readonly singular: readonly (readonly [string, string])[];
  readonly ordinals: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
  readonly ordinalEndings: ReadonlySet<string>;
  readonly yearBefore: ReadonlySet<string>;
  readonly oneOf: Lexicon<"of">;
  readonly by: ReadonlySet<string>;
  readonly toward: ReadonlySet<string>;
  readonly spanning: ReadonlySet<string>;
  readonly lasting: ReadonlySet<string>;
  readonly particleVerbs: ReadonlySet<string>;
  readonly far: Lexicon<Hedge>;
  readonly wide: Lexicon<Hedge> | null;
  readonly bridge: BackLexicon<"bridge">;
  readonly articleBridge: ReadonlySet<string>;
  readonly unsureMonths: ReadonlySet<string>;
  readonly vagueMonths: ReadonlySet<string>;
  readonly pluralUnits: ReadonlySet<string>;
  readonly firstOf: ReadonlySet<string>;
  readonly echo: Readonly<Record<keyof EchoWords, ReadonlySet<string>>> | null;
}

const setOf = (list: string | undefined): ReadonlySet<string> => new Set(listOf(list).map(foldWord));

function unitLexicon(pack: Pack): Lexicon<UnitEntry> {
  const units = new Lexicon<UnitEntry>();
  for (const [unit, names] of Object.entries(pack.units.currencies)) {
    for (const name of listOf(names)) units.add(name, { unit, money: true });
  }
  for (const [unit, names] of Object.entries(pack.units.names)) {
    for (const name of listOf(names)) units.add(name, { unit, money: false });
  }
  for (const [unit, names] of Object.entries(pack.units.names)) {
    for (const name of listOf(names)) units.add(withoutAccents(name), { unit, money: false });
  }
  for (const [unit, names] of Object.entries(DEGREES)) {
    for (const name of listOf(names)) units.add(name, { unit, money: false });
  }
  for (const [sign, code] of Object.entries({ ...CURRENCY_SIGNS, ...pack.units.symbols })) {
    if (/^[^A-Za-z]|\$$/.test(sign)) units.add(sign, { unit: code, money: true });
  }
  return units;
}

function signLexicon(pack: Pack): Lexicon<string> {
  const signs = new Lexicon<string>();
  for (const word of listOf(pack.quantity.percentBefore)) signs.add(word, "percent");
  for (const [sign, code] of Object.entries(pack.units.symbols ?? {})) signs.add(sign, code);
  for (const [sign, code] of Object.entries(CURRENCY_SIGNS)) signs.add(sign, code);
  for (const code of CURRENCY_CODES) signs.add(code, code === "BTC" ? "XBT" : code);
  return signs;
}

const SIGN_STARTS = "- . , · ½ ⅓ ⅔ ¼ ¾ ⅕ ⅖ ⅗ ⅘ ⅙ ⅚ ⅛ ⅜ ⅝ ⅞".split(" ");

function startKeys(
  pack: Pack,
  numerals: Numerals,
  before: readonly Lexicon<string>[],
): ReadonlySet<string> | null {
  if (pack.numbers.compound || pack.numbers.prefixes) return null;
  const keys = new Set<string>(SIGN_STARTS);
  for (const lexicon of [numerals.words, numerals.fractions, numerals.addBefore, numerals.every, ...before])
    for (const key of lexicon.firstKeys()) keys.add(key);
  for (const key of numerals.minus.firstKeys()) keys.add(key);
  if (numerals.dense) for (const key of denseStarts(numerals.dense)) keys.add(key);
  return keys;
}

function echoSets(echo: EchoWords): Readonly<Record<keyof EchoWords, ReadonlySet<string>>> {
  const sets = Object.entries(echo).map(([name, list]) => [name, setOf(list)] as const);
  return Object.fromEntries(sets) as Record<keyof EchoWords, ReadonlySet<string>>;
}

/** `'den fazla` behind "otuzdan": the phrase without its ending, with all the endings that it may have. */
function casedHedges(after: Readonly<Partial<Record<Hedge, string>>>): Lexicon<CasedHedge> {
  const endings = new Map<string, { hedge: Hedge; endings: string[] }>();
  for (const [hedge, phrases] of Object.entries(after) as [Hedge, string][])
    for (const phrase of listOf(phrases)) {
      const [, ending, rest] = /^'(\p{L}+) (.+)$/u.exec(phrase) ?? [];
      if (ending === undefined || rest === undefined) continue;
      const known = endings.get(rest);
      if (known) known.endings.push(ending);
      else endings.set(rest, { hedge, endings: [ending] });
    }
  const lexicon = new Lexicon<CasedHedge>();
  for (const [rest, value] of endings) lexicon.add(rest, value);
  return lexicon;
}

/** What may follow a number: counters, measures and currencies. */
function countersOf(pack: Pack): string {
  const lists = [pack.quantity.skip ?? ""];
  if (pack.dense) lists.push(...Object.values(pack.units.names), ...Object.values(pack.units.currencies));
  return lists.join("|");
}

/** What comes back and is no part of a count ("un jour sur trois"), for languages that tell shares so. */
const timesOf = ({ numbers, dates }: Pack): string =>
  numbers.outOfPast === undefined ? "" : [...Object.values(dates.units), ...dates.weekdays].join("|");

/** Prepares a pack for reading; done once a language, on first use. */
export function compilePack(given: Pack): Compiled {
  const pack = given.dates.unaccented === true ? withUnaccented(given) : given;
  const q = pack.quantity;
  const numerals = compileNumerals(pack.numbers, countersOf(pack), timesOf(pack));
  const signs = signLexicon(pack);
  const unitsBefore = lexiconOf(pack.units.before ?? {});
  const starts = startKeys(pack, numerals, [signs, unitsBefore]);
  const notNumbers = lexiconOf({ not: pack.numbers.notNumbers ?? "" });
  return {
    pack,
    starts,
    opens: starts && new Keys([...starts, ...notNumbers.firstKeys()]),
    numerals,
    notNumbers,
    pronounBefore: setOf(pack.numbers.pronounBefore),
    units: unitLexicon(pack),
    unitsBefore,
    unitEndings: [...listOf(pack.units.endings)].sort((a, b) => b.length - a.length),
    signs,
    before: backLexiconOf<Hedge>(q.before),
    after: lexiconOf<Hedge>(q.after ?? {}),
    afterCased: pack.numbers.cased ? casedHedges(q.after ?? {}) : null,
    than: setOf(q.than),
    thanAfter: lexiconOf<"over" | "under">({ over: q.thanOver ?? "", under: q.thanUnder ?? "" }),
    notAfter: q.notAfter ? lexiconOf({ not: q.notAfter }) : null,
    orEqual: lexiconOf({ equal: q.orEqual ?? "" }),
    open: backLexiconOf({ open: q.rangeOpen }),
    joinOpen: lexiconOf({ join: q.rangeJoinOpen }),
    join: lexiconOf({ join: q.rangeJoin }),
    close: lexiconOf({ close: q.rangeClose ?? "" }),
    boundJoin: lexiconOf({ join: [",", pack.numbers.and, q.boundJoin].filter(Boolean).join("|") }),
    moves: lexiconOf<"up" | "down">({ up: q.up, down: q.down }),
    movesBack: backLexiconOf<"up" | "down">({ up: q.up, down: q.down }),
    weak: setOf(q.weak),
    through: backLexiconOf({ through: q.through ?? "" }),
    stop: setOf(q.stop),
    skip: setOf(q.skip),
    verbs: setOf(q.verbs),
    namesBehind: lexiconOf({ name: q.namesBehind ?? "" }),
    of: setOf(q.of),
    per: setOf(q.per),
    perFirm: setOf(q.perFirm),
    labels: backLexiconOf({ label: q.labels ?? "" }),
    old: lexiconOf({ old: q.old ?? "" }),
    oldThen: setOf(q.oldThen),
    aged: backLexiconOf({ aged: q.aged ?? "" }),
    weights: weightsOf(pack.units.weights),
    wordCodes: setOf(pack.units.wordCodes),
    times: setOf(q.times),
    irregular: new Map(pairsOf(q.irregular).map(([a, b]) => [foldWord(a), b])),
    singular: pairsOf(q.singular),
    ordinals: new Set(pairsOf(pack.numbers.ordinals).map(([word]) => foldWord(word))),
    saying: setOf(pack.cues.saying),
    ordinalEndings: setOf(pack.numbers.ordinalEndings),
    yearBefore: setOf(pack.dates.yearBefore),
    oneOf: lexiconOf({ of: q.oneOf ?? "" }),
    by: setOf(q.by),
    toward: setOf(q.toward),
    spanning: setOf(q.spanning),
    lasting: setOf(q.lasting),
    particleVerbs: setOf(q.particleVerbs),
    far: lexiconOf<Hedge>(q.far ?? {}),
    wide: q.wide ? lexiconOf<Hedge>(q.wide) : null,
    bridge: backLexiconOf({ bridge: q.bridge ?? "" }),
    articleBridge: setOf(q.articleBridge),
    unsureMonths: setOf(pack.dates.unsureMonths),
    vagueMonths: setOf(pack.dates.vagueMonths),
    pluralUnits: setOf(pack.dates.pluralUnits),
    firstOf: setOf(pack.dates.firstOf),
    echo: pack.dates.echo ? echoSets(pack.dates.echo) : null,
  };
}
