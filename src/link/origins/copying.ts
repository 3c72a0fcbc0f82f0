import { findAttributions, identifyLanguage } from "../../text/index.ts";
import { normalise } from "../compare/normalise.ts";
import { isOwnVoice, sharedVoice } from "./voices.ts";
import { characterShingles, containment, resemblance, type Shingles, wordShingles } from "./wording.ts";

/** A source as far as it tells from whom it has what it says. Empty strings are not known. */
export interface Report {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** Partial date; the earlier of two is taken for the origin. */
  readonly published: string;
  /** What it says, as read from its capture; null where there is none. */
  readonly text: string | null;
  /** ISO 639-1, or empty. */
  readonly language: string;
  /** What it states of the event, by field. */
  readonly values: ReadonlyMap<string, string>;
}

/** One reason to think that two reports have one origin, in bits for (or against, when negative). */
export interface CopySign {
  readonly code:
    | "publisher"
    | "title"
    | "wording"
    | "attribution"
    | "shared-speaker"
    | "shared-error"
    | "own-value";
  readonly text: string;
  readonly bits: number;
}

/** Two reports and why they are taken for one voice, or for two. */
export interface Copying {
  /** The one that the other has it from, as far as can be told: the one named, else the earlier, else the first by id. */
  readonly from: string;
  readonly to: string;
  readonly signs: readonly CopySign[];
  /** Log2 odds of a common origin. */
  readonly bits: number;
}

/** Reports that count as one, because they have what they say from one place. */
export interface OriginGroup {
  /** Id of the report that the others go back to. */
  readonly origin: string;
  readonly reports: readonly string[];
}

export interface Origins {
  readonly groups: readonly OriginGroup[];
  /** Pairs with any sign, strongest first, joined or not. */
  readonly copying: readonly Copying[];
}

/** Log2 odds that two reports of one event have one origin before anything is known: one in nine. */
const PRIOR = -3;

/** Bits of each sign. Set with care and not estimated: no labelled set of copied reports of this field is at hand. */
const BITS = {
  publisher: 8,
  title: 6,
  wordingMost: 9,
  wordingSome: 5,
  attribution: 6,
  speaker: 3.5,
  error: 4,
  own: -1.5,
};

/** Do two names mean one publisher or speaker? */
export type SameName = (a: string, b: string) => boolean;

/**
 * Who copied whom within one event. Signs: one publisher; one headline; shared wording (word 5-shingles, Broder 1997); a report that names the
 * other's publisher as its source, or the same named speaker as the other; a value that only these two give while most give another (shared
 * errors tell of copying, shared truths do not: Dong, Berti-Equille and Srivastava 2009, section 3). Bits are added up, and reports with
 * positive log-odds have one origin.
 */
export function originsWith(reports: readonly Report[], sameName: SameName): Origins {
  const sorted = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1));
  const read = sorted.map(report => reading(report));
  const usual = usualValues(sorted);
  const copying: Copying[] = [];
  for (const [at, a] of read.entries())
    for (const b of read.slice(at + 1)) {
      const found = compared(a, b, { usual, sameName });
      if (found.signs.some(({ bits }) => bits > 0)) copying.push(found);
    }
  copying.sort((x, y) => y.bits - x.bits || (`${x.from} ${x.to}` < `${y.from} ${y.to}` ? -1 : 1));
  return {
    groups: grouped(
      sorted,
      copying.filter(({ bits }) => bits > 0),
    ),
    copying,
  };
}

interface ReadReport extends Report {
  readonly wording: Shingles;
  /** Made when two headlines are compared: most are too short, or have none beside them. */
  readonly heading: () => Shingles;
  /** Whom the text names as its sources. */
  readonly speakers: readonly string[];
}

function reading(report: Report): ReadReport {
  const { text, title, language } = report;
  const speakers =
    text === null
      ? []
      : findAttributions(text, language || identifyLanguage(text))
          .filter(({ unnamed }) => !unnamed)
          .map(attribution => attribution.text);
  return {
    ...report,
    wording: wordShingles(text ?? ""),
    heading: onceAsked(() => characterShingles(title)),
    speakers: [...new Set(speakers)],
  };
}

function onceAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The value of each field that most reports give, where one is given more often than any other. */
function usualValues(reports: readonly Report[]): Map<string, string> {
  const counted = new Map<string, Map<string, number>>();
  for (const { values } of reports)
    for (const [field, value] of values) {
      const times = counted.get(field) ?? new Map<string, number>();
      times.set(value, (times.get(value) ?? 0) + 1);
      counted.set(field, times);
    }
  const usual = new Map<string, string>();
  for (const [field, times] of counted) {
    const [first, second] = [...times].sort(([, n], [, m]) => m - n);
    if (first && first[1] > (second?.[1] ?? 0)) usual.set(field, first[0]);
  }
  return usual;
}

interface Context {
  readonly usual: ReadonlyMap<string, string>;
  readonly sameName: SameName;
}

function compared(a: ReadReport, b: ReadReport, { usual, sameName }: Context): Copying {
  const signs = [
    ...publisherSign(a, b),
    ...titleSign(a, b),
    ...wordingSign(a, b),
    ...attributionSigns(a, b, sameName),
    ...valueSigns(a, b, usual),
  ];
  const [from, to] = namedFirst(a, b, sameName) ? [a, b] : [b, a];
  return { from: from.id, to: to.id, signs, bits: signs.reduce((sum, { bits }) => sum + bits, PRIOR) };
}

function publisherSign(a: ReadReport, b: ReadReport): CopySign[] {
  const shared = sharedVoice(a.publisher, b.publisher);
  if (shared === null) return [];
  const text = shared.both ? `both are published by ${shared.name}` : `both carry ${shared.name}`;
  return [{ code: "publisher", text, bits: BITS.publisher }];
}

/** Words that a headline must have to be recognised: short ones are alike by chance. */
const LEAST_TITLE = 5;

function titleSign(a: ReadReport, b: ReadReport): CopySign[] {
  const long = ({ title }: ReadReport) =>
    normalise(title).split(" ").length >= LEAST_TITLE || /\p{Script=Han}{10}/u.test(title);
  if (!long(a) || !long(b)) return [];
  const likeness = resemblance(a.heading(), b.heading());
  return likeness >= 0.6
    ? [{ code: "title", text: `one headline (${percent(likeness)} alike): ${a.title}`, bits: BITS.title }]
    : [];
}

/** Shingles that the shorter text must have: a sentence or two. */
const LEAST_WORDING = 15;

function wordingSign(a: ReadReport, b: ReadReport): CopySign[] {
  if (Math.min(a.wording.length, b.wording.length) < LEAST_WORDING) return [];
  const share = containment(a.wording, b.wording);
  if (share < 0.1) return [];
  const bits = share >= 0.4 ? BITS.wordingMost : BITS.wordingSome;
  return [
    {
      code: "wording",
      text: `${percent(share)} of the shorter text stands word for word in the longer`,
      bits,
    },
  ];
}

const isNamedBy = (one: ReadReport, other: ReadReport, sameName: SameName) =>
  one.publisher !== "" && other.speakers.some(speaker => sameName(speaker, one.publisher));

function attributionSigns(a: ReadReport, b: ReadReport, sameName: SameName): CopySign[] {
  const chains = (
    [
      [a, b],
      [b, a],
    ] as const
  )
    .filter(([one, other]) => isNamedBy(one, other, sameName))
    .map(
      ([one, other]): CopySign => ({
        code: "attribution",
        text: `${other.id} names ${one.publisher} as its source`,
        bits: BITS.attribution,
      }),
    );
  if (chains.length > 0) return chains.slice(0, 1);
  const speaker = a.speakers.find(one => b.speakers.some(other => sameName(one, other)));
  return speaker === undefined
    ? []
    : [{ code: "shared-speaker", text: `both go back to ${speaker}`, bits: BITS.speaker }];
}

function valueSigns(a: ReadReport, b: ReadReport, usual: ReadonlyMap<string, string>): CopySign[] {
  return [...a.values].flatMap(([field, value]): CopySign[] => {
    const other = b.values.get(field);
    const most = usual.get(field);
    if (other === undefined) return [];
    if (other !== value)
      return [{ code: "own-value", text: `they differ in ${field}: ${value} and ${other}`, bits: BITS.own }];
    return most !== undefined && most !== value
      ? [
          {
            code: "shared-error",
            text: `only they give ${value} for ${field}, most give ${most}`,
            bits: BITS.error,
          },
        ]
      : [];
  });
}

/** Is `a` the one that `b` has it from: named by it, else earlier, else first by id? */
function namedFirst(a: ReadReport, b: ReadReport, sameName: SameName): boolean {
  const names = (one: ReadReport, other: ReadReport) =>
    isNamedBy(one, other, sameName) || isOwnVoice(one.publisher, other.publisher);
  const [named, naming] = [names(a, b), names(b, a)];
  if (named !== naming) return named;
  return isEarlier(a, b);
}

const isEarlier = (a: Report, b: Report) => (a.published || "9999") + a.id < (b.published || "9999") + b.id;

/** Joins reports along copying (single linkage: what is copied from a copy has the same origin). */
function grouped(reports: readonly Report[], copying: readonly Copying[]): OriginGroup[] {
  const groupOf = new Map(reports.map(({ id }) => [id, new Set([id])]));
  for (const { from, to } of copying) {
    const [into, other] = [groupOf.get(from)!, groupOf.get(to)!];
    if (into === other) continue;
    for (const id of other) {
      into.add(id);
      groupOf.set(id, into);
    }
  }
  const copies = new Set(copying.map(({ to }) => to));
  return [...new Set(groupOf.values())]
    .map(ids => {
      const members = reports.filter(({ id }) => ids.has(id));
      const sources = members.filter(({ id }) => !copies.has(id));
      const origin = (sources.length > 0 ? sources : members).reduce((first, one) =>
        isEarlier(one, first) ? one : first,
      );
      return { origin: origin.id, reports: [...ids].sort() };
    })
    .sort((x, y) => (x.origin < y.origin ? -1 : 1));
}

const percent = (share: number) => `${Math.round(100 * share)}%`;
