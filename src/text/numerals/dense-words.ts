import type { DenseWords } from "../pack/dense-words.ts";
import { listOf, pairsOf } from "../pack/lists.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { Keys } from "../tokens/filter.ts";

/** The characters and phrases of numerals without spaces, ready to be read. */
export interface Dense {
  readonly data: DenseWords;
  readonly digits: ReadonlyMap<string, number>;
  /** Ten, hundred, thousand. */
  readonly small: ReadonlyMap<string, number>;
  /** Ten thousand and up. */
  readonly big: ReadonlyMap<string, number>;
  readonly point: ReadonlySet<string>;
  readonly some: ReadonlySet<string>;
  readonly more: ReadonlySet<string>;
  readonly hundreds: ReadonlySet<string>;
  readonly native: Lexicon<number>;
  readonly nativeBound: ReadonlySet<string>;
  /** Null where a lone character needs nothing after it. */
  readonly particles: Lexicon<1> | null;
  readonly notAlone: ReadonlySet<string>;
  readonly tail: Lexicon<1>;
  readonly formal: ReadonlySet<string>;
  readonly leadOnly: ReadonlySet<string>;
  readonly percentLead: Lexicon<1>;
  readonly partLeads: Lexicon<number>;
  readonly denominator: Lexicon<1>;
  readonly mixed: Lexicon<1>;
  readonly half: Lexicon<1>;
  readonly tenths: ReadonlySet<string>;
  readonly hundredths: ReadonlySet<string>;
  readonly thousandths: ReadonlySet<string>;
  readonly tenthsEnd: Lexicon<1>;
  /** Parts of numerals in kana. */
  readonly spelled: Lexicon<number>;
  readonly power: ReadonlySet<string>;
  readonly powerOf: ReadonlySet<string>;
  /** More than the number before it, in several characters (余り). */
  readonly moreWords: Lexicon<1>;
  readonly shares: Lexicon<number>;
  readonly unitHeads: ReadonlySet<string>;
  readonly unitPrefixes: ReadonlySet<string>;
  readonly ordinalBefore: ReadonlySet<string>;
  readonly ordinalAfter: Lexicon<1>;
  readonly counters: Lexicon<1>;
  /** Characters with which a numeral may begin, and those with which a share may as well. */
  readonly begins: Keys;
  readonly opens: Keys;
}

const setOf = (list: string | undefined): ReadonlySet<string> => new Set(listOf(list));

const mapOf = (list: string): ReadonlyMap<string, number> =>
  new Map(pairsOf(list).map(([text, value]) => [text, Number(value)]));

function phrases(list: string | undefined): Lexicon<1> {
  const lexicon = new Lexicon<1>();
  for (const phrase of listOf(list)) lexicon.add(phrase, 1);
  return lexicon;
}

function valued(list: string | undefined): Lexicon<number> {
  const lexicon = new Lexicon<number>();
  for (const [phrase, value] of pairsOf(list)) lexicon.add(phrase, Number(value));
  return lexicon;
}

/** Prepares the dense numerals of a pack; `counters` stand between a number and what it counts. */
export function compileDense(
  data: DenseWords,
  { counters, minus }: { readonly counters: string | undefined; readonly minus: Lexicon<1> },
): Dense {
  const native = valued(data.native);
  const spelled = valued(data.spelled);
  const made = {
    data,
    digits: mapOf(data.digits),
    small: mapOf(data.small),
    big: mapOf(data.big),
    point: setOf(data.point),
    some: setOf(data.some),
    more: setOf(data.more),
    hundreds: setOf(data.hundreds),
    native,
    nativeBound: new Set(pairsOf(data.nativeBound).map(([text]) => text)),
    particles: data.particles === undefined ? null : phrases(data.particles),
    notAlone: setOf(data.notAlone),
    tail: phrases(data.tail),
    formal: setOf(data.formal),
    leadOnly: setOf(data.leadOnly),
    percentLead: phrases(data.percentLead),
    partLeads: valued(data.partLeads),
    denominator: phrases(data.denominator),
    mixed: phrases(data.mixed),
    half: phrases(data.half),
    tenths: setOf(data.tenths),
    hundredths: setOf(data.hundredths),
    thousandths: setOf(data.thousandths),
    tenthsEnd: phrases(data.tenthsEnd),
    spelled,
    power: setOf(data.power),
    powerOf: setOf(data.powerOf),
    moreWords: phrases(data.more),
    shares: valued(data.shares),
    unitHeads: setOf(data.unitHeads),
    unitPrefixes: setOf(data.unitPrefixes),
    ordinalBefore: setOf(data.ordinalBefore),
    ordinalAfter: phrases(data.ordinalAfter),
    counters: phrases(counters),
  };
  const opens = [...denseStarts(made), ...minus.firstKeys()];
  return { ...made, begins: new Keys(numeralStarts(made)), opens: new Keys(opens) };
}

type Starting = Omit<Dense, "begins" | "opens">;

const firstKeys = (lexicons: readonly Lexicon<unknown>[]): readonly string[] =>
  lexicons.flatMap(lexicon => [...lexicon.firstKeys()]);

const numeralStarts = (t: Starting): readonly string[] => [
  ...t.digits.keys(),
  ...t.small.keys(),
  ...t.big.keys(),
  ...t.some,
  ...t.hundreds,
  ...firstKeys([t.native, t.spelled]),
];

/** Characters with which a number may begin, those of shares (百分之, 一半, 对折) included. */
export const denseStarts = (t: Starting): readonly string[] => [
  ...numeralStarts(t),
  ...firstKeys([t.percentLead, t.partLeads, t.half, t.shares]),
];
