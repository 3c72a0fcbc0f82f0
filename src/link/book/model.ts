import type { Kind } from "../../codebook/types.ts";
import { randomFrom } from "../random.ts";
import { comparisonsOf, type FieldComparison, type Value, type WideRow } from "./fields.ts";

/** A pair of records whose sameness somebody has judged. */
export interface Judged {
  readonly records: readonly [string, string];
  readonly same: boolean;
}

/** The evidence model of a kind in one book: what each level of each field says, in bits. */
export interface KindModel {
  readonly rows: readonly WideRow[];
  readonly ids: readonly string[];
  readonly fields: readonly FieldModel[];
  /** Log2 odds of being one thing before anything is compared. */
  readonly prior: number;
  /** Pairs that u was counted on. */
  readonly sampled: number;
  /** Judged pairs of this kind that m was counted on, beside what the codebook sets. */
  readonly judged: number;
}

export interface FieldModel {
  readonly name: string;
  readonly levels: readonly string[];
  readonly m: readonly number[];
  readonly u: readonly number[];
  readonly contradicts: boolean;
  readonly needed: boolean;
  /** Share of the records that state it. */
  readonly filled: number;
  /** Level of two rows, -1 where it cannot be told. */
  readonly level: (a: number, b: number) => number;
  readonly value: (row: number) => Value | null;
  /** Bits for a level of two rows; 0 for none. */
  readonly weight: (a: number, b: number, level: number) => number;
}

/** Records of one thing that a record is expected to have beside it, on average, before anything is compared. */
const EXPECTED_DUPLICATES = 0.05;

/** Pairs that u is counted on: all of them in a small book, else as many at random, from a fixed seed. */
const U_SAMPLE = 60_000;

export interface ModelOptions {
  /** Pairs that people judged: m is counted on them too. */
  readonly judged?: readonly Judged[] | undefined;
  /** Rows, the first ones, that u and the frequency of values are counted on; all unless told. The others are only compared. */
  readonly counted?: number | undefined;
}

export function modelOf(
  kind: Kind,
  rows: readonly WideRow[],
  { judged = [], counted = rows.length }: ModelOptions = {},
): KindModel {
  const ids = rows.map(row => String(row["id"]));
  const sample = samplePairs(counted);
  const places = new Map(ids.map((id, at) => [id, at]));
  const same = judged
    .filter(one => one.same)
    .map(({ records: [a, b] }) => [places.get(a), places.get(b)] as const)
    .filter((pair): pair is readonly [number, number] => pair[0] !== undefined && pair[1] !== undefined);
  const lambda = Math.min(0.5, EXPECTED_DUPLICATES / Math.max(1, counted - 1));
  return {
    rows,
    ids,
    fields: comparisonsOf(kind).map(comparison => fieldModel(comparison, rows, { sample, same, counted })),
    prior: Math.log2(lambda / (1 - lambda)),
    sampled: sample.length,
    judged: same.length,
  };
}

function samplePairs(rows: number): (readonly [number, number])[] {
  const all = (rows * (rows - 1)) / 2;
  const pairs: (readonly [number, number])[] = [];
  if (all <= U_SAMPLE) {
    for (let a = 0; a < rows; a++) for (let b = a + 1; b < rows; b++) pairs.push([a, b]);
    return pairs;
  }
  const random = randomFrom(1);
  while (pairs.length < U_SAMPLE) {
    const a = Math.floor(random() * rows);
    const b = Math.floor(random() * (rows - 1));
    pairs.push([a, b >= a ? b + 1 : b]);
  }
  return pairs;
}

type Pairs = readonly (readonly [number, number])[];

function fieldModel(
  comparison: FieldComparison,
  rows: readonly WideRow[],
  { sample, same, counted }: { sample: Pairs; same: Pairs; counted: number },
): FieldModel {
  const { name, levels, contradicts, needed, compare } = comparison;
  const values = rows.map(comparison.read);
  const level = cachedLevel(values, compare);
  const u = shares(
    counts(
      sample,
      level,
      levels.map(() => 0.5),
    ),
  );
  const m = shares(
    counts(
      same,
      level,
      comparison.m.map(share => share * SET_PAIRS),
    ),
  );
  const weights = m.map((share, at) => Math.log2(share / u[at]!));
  const adjust = frequencyAdjustment(values.slice(0, counted), u.at(-1)!);
  const filled = values.filter(value => value !== null).length / Math.max(1, rows.length);
  const weight = (a: number, b: number, at: number) => {
    if (at < 0) return 0;
    const text = values[a]!.text;
    return weights[at]! + (at === levels.length - 1 && text === values[b]!.text ? adjust(text) : 0);
  };
  return { name, levels, m, u, contradicts, needed, filled, level, value: row => values[row]!, weight };
}

/** Distinct values of a field up to which every pair of them is remembered once it has been compared. */
const MOST_REMEMBERED = 3000;

const UNKNOWN = 127;

/** Values repeat, and every pair is looked at more than once: to count u, to be weighed, to be explained. */
function cachedLevel(
  values: readonly (Value | null)[],
  compare: FieldComparison["compare"],
): (a: number, b: number) => number {
  const codes = new Map<string, number>();
  const coded = Int32Array.from(values, value => {
    if (value === null) return -1;
    const key = `${value.items.join("\u0000")}\u0000${value.low} ${value.high}`;
    const known = codes.get(key) ?? codes.size;
    codes.set(key, known);
    return known;
  });
  const size = codes.size;
  const plain = (a: number, b: number) => compare(values[a]!, values[b]!);
  if (size > MOST_REMEMBERED) return (a, b) => (coded[a]! < 0 || coded[b]! < 0 ? -1 : plain(a, b));
  const known = new Int8Array(size * size).fill(UNKNOWN);
  return (a, b) => {
    const [x, y] = [coded[a]!, coded[b]!];
    if (x < 0 || y < 0) return -1;
    const at = Math.min(x, y) * size + Math.max(x, y);
    const before = known[at]!;
    if (before !== UNKNOWN) return before;
    const level = plain(a, b);
    known[at] = level;
    return level;
  };
}

/** Judged pairs that the m of the codebook counts for: fewer than so many judgements move it little. */
const SET_PAIRS = 50;

function counts(pairs: Pairs, level: (a: number, b: number) => number, start: readonly number[]): number[] {
  const counted = [...start];
  for (const [a, b] of pairs) {
    const at = level(a, b);
    if (at >= 0) counted[at]!++;
  }
  return counted;
}

function shares(counted: readonly number[]): number[] {
  const total = counted.reduce((sum, one) => sum + one, 0);
  return counted.map(one => one / total);
}

/** Bits that a shared value can have beside those of its level. */
const MOST_ADJUSTMENT = 4;

/**
 * A shared rare value says more than a shared common one (term-frequency adjustment): log2 of u of equality over the chance that another
 * record has this value, counted on the records beside the two. A value that only these two have is as rare as half a record.
 */
function frequencyAdjustment(values: readonly (Value | null)[], equal: number): (text: string) => number {
  const filled = values.filter(value => value !== null);
  const times = new Map<string, number>();
  for (const { text } of filled) times.set(text, (times.get(text) ?? 0) + 1);
  const all = Math.max(1, filled.length - 1);
  return text => {
    const others = Math.max(0, (times.get(text) ?? 0) - 2);
    const chance = others > 0 ? others / all : Math.min(equal, 0.5 / all);
    return Math.max(-MOST_ADJUSTMENT, Math.min(MOST_ADJUSTMENT, Math.log2(equal / chance)));
  };
}

/** Log2 odds of two rows. */
export const weigh = ({ fields, prior }: KindModel, a: number, b: number): number =>
  fields.reduce((sum, field) => sum + field.weight(a, b, field.level(a, b)), prior);
