/** Numbers of some rows of a column, in their order, that stand nowhere by themselves. */
export interface Taken {
  readonly source: Float64Array;
  readonly rows: Int32Array;
  readonly length: number;
}

export type Numbers = Float64Array | Taken;

export const takenOf = (source: Float64Array, rows: Int32Array): Taken => ({
  source,
  rows,
  length: rows.length,
});

/** Writes the numbers from place `from` to `to - 1` to a list. */
export function copyNumbers(
  numbers: Numbers,
  { from, to }: { from: number; to: number },
  out: Float64Array,
): void {
  if (numbers instanceof Float64Array) {
    out.set(numbers.subarray(from, to));
    return;
  }
  const { source, rows } = numbers;
  for (let i = from; i < to; i++) out[i - from] = source[rows[i]!]!;
}

/** Numbers that are looked at together: they stay in the cache. */
const CHUNK = 8192;

/** Visits the numbers some thousands at a time. */
export function eachNumbers(numbers: Numbers, visit: (part: Float64Array, from: number) => void): void {
  if (numbers instanceof Float64Array) {
    visit(numbers, 0);
    return;
  }
  const room = new Float64Array(Math.min(CHUNK, numbers.length));
  for (let from = 0; from < numbers.length; from += CHUNK) {
    const to = Math.min(numbers.length, from + CHUNK);
    copyNumbers(numbers, { from, to }, room);
    visit(room.subarray(0, to - from), from);
  }
}

const numberAt = (numbers: Numbers, i: number): number =>
  numbers instanceof Float64Array ? numbers[i]! : numbers.source[numbers.rows[i]!]!;

/** NaN where there is none. */
export const firstOf = (numbers: Numbers): number =>
  numbers.length === 0 ? Number.NaN : numberAt(numbers, 0);

export function areAlike(numbers: Numbers): boolean {
  for (let i = 1; i < numbers.length; i++) if (numberAt(numbers, i) !== firstOf(numbers)) return false;
  return true;
}

const standing = new WeakMap<object, Taken>();

/** An object whose column `key` is written down when somebody asks for it; `numbersIn` gives it without. A copy of the object has it written down. */
export function withTaken<T extends object, K extends string>(
  object: T,
  key: K,
  taken: Taken,
): T & { readonly [key in K]: Float64Array } {
  let written: Float64Array | null = null;
  const get = () => {
    written ??= writtenDown(taken);
    return written;
  };
  const result = Object.defineProperty(object, key, { get, enumerable: true, configurable: true });
  standing.set(result, taken);
  return result as T & { readonly [key in K]: Float64Array };
}

function writtenDown(taken: Taken): Float64Array {
  const values = new Float64Array(taken.length);
  copyNumbers(taken, { from: 0, to: taken.length }, values);
  return values;
}

/** The numbers of an object that `withTaken` made; else those that stand in it. */
export const numbersIn = (object: object, written: () => Float64Array): Numbers =>
  standing.get(object) ?? written();
