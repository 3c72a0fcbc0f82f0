/**
 * String comparison over Unicode code points, without normalisation or case folding: whoever compares names
 * normalises first (`normalise.ts`). Distances are symmetric; Jaro takes the characters of its first string in turn, and may
 * differ when the two are exchanged. Equal strings have distance 0 or similarity 1.
 */

/** The code points of a string; ASCII, by far the most of it, without the iterator. */
export function codePoints(text: string): Uint32Array {
  const points = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!;
    if (point > 0xffff) at++;
    points[count++] = point;
  }
  return points.subarray(0, count);
}

/** Levenshtein (1966): fewest insertions, deletions and substitutions. */
export function levenshtein(a: string, b: string): number {
  return levenshteinPoints(stretchOf(codePoints(a)), stretchOf(codePoints(b)));
}

/**
 * A stretch of an array of code points: what the comparisons of coded values work on, because a view of its own for each value
 * compared would cost more than most comparisons. Kept by the caller and moved from value to value.
 */
export interface Stretch {
  readonly points: Uint32Array;
  from: number;
  length: number;
}

/** All of an array as a stretch. */
export const stretchOf = (points: Uint32Array): Stretch => ({ points, from: 0, length: points.length });

/** As `levenshtein`, over code points. Bit-parallel for up to 32 of them (Myers 1999, in Hyyrö's 2003 form), a row of the table beyond. */
export function levenshteinPoints(a: Stretch, b: Stretch): number {
  const short = a.length <= b.length ? a : b;
  const long = short === a ? b : a;
  if (short.length === 0) return long.length;
  return short.length <= 32 ? myers(short, long) : table(short, long);
}

/** Positions of each ASCII character as bits; all zero between calls. */
const ASCII_MASKS = new Int32Array(128);

/** Sets the positions of each code point of a string of at most 32 as bits: ASCII in the array, the rest in the map returned. */
function setMasks({ points, from, length }: Stretch): Map<number, number> | null {
  let rest: Map<number, number> | null = null;
  for (let at = 0; at < length; at++) {
    const point = points[from + at]!;
    if (point < 128) ASCII_MASKS[point] = ASCII_MASKS[point]! | (1 << at);
    else {
      rest ??= new Map();
      rest.set(point, (rest.get(point) ?? 0) | (1 << at));
    }
  }
  return rest;
}

function clearMasks({ points, from, length }: Stretch): void {
  for (let at = from; at < from + length; at++) if (points[at]! < 128) ASCII_MASKS[points[at]!] = 0;
}

function myers(short: Stretch, long: Stretch): number {
  const rest = setMasks(short);
  const last = 1 << (short.length - 1);
  let positive = -1;
  let negative = 0;
  let score = short.length;
  for (let at = long.from; at < long.from + long.length; at++) {
    const point = long.points[at]!;
    const equal = point < 128 ? ASCII_MASKS[point]! : (rest?.get(point) ?? 0);
    const vertical = equal | negative;
    const horizontal = (((equal & positive) + positive) ^ positive) | equal;
    let up = negative | ~(horizontal | positive);
    let down = positive & horizontal;
    if (up & last) score++;
    if (down & last) score--;
    up = (up << 1) | 1;
    down <<= 1;
    positive = down | ~(vertical | up);
    negative = up & vertical;
  }
  clearMasks(short);
  return score;
}

function table(short: Stretch, long: Stretch): number {
  const row = Uint32Array.from({ length: short.length + 1 }, (_, index) => index);
  for (let i = 1; i <= long.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= short.length; j++) {
      const above = row[j]!;
      const same = short.points[short.from + j - 1] === long.points[long.from + i - 1];
      row[j] = Math.min(diagonal + (same ? 0 : 1), above + 1, row[j - 1]! + 1);
      diagonal = above;
    }
  }
  return row[short.length]!;
}

/** Optimal string alignment: Levenshtein plus transposition of neighbours, each substring edited at most once. */
export function osa(first: string, second: string): number {
  const a = codePoints(first);
  const b = codePoints(second);
  let before = new Uint32Array(b.length + 1);
  let row = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint32Array(b.length + 1);
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(cost, row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** Unrestricted Damerau-Levenshtein (Lowrance and Wagner 1975): transposed neighbours may be edited again. */
export function damerauLevenshtein(first: string, second: string): number {
  const a = codePoints(first);
  const b = codePoints(second);
  const far = a.length + b.length;
  const width = b.length + 2;
  const cost = new Uint32Array((a.length + 2) * width);
  cost[0] = far;
  for (let i = 0; i <= a.length; i++) {
    cost[(i + 1) * width] = far;
    cost[(i + 1) * width + 1] = i;
  }
  for (let j = 0; j <= b.length; j++) {
    cost[j + 1] = far;
    cost[width + j + 1] = j;
  }
  const lastRow = new Map<number, number>();
  for (let i = 1; i <= a.length; i++) {
    let lastColumn = 0;
    for (let j = 1; j <= b.length; j++) {
      const k = lastRow.get(b[j - 1]!) ?? 0;
      const l = lastColumn;
      const same = a[i - 1] === b[j - 1];
      if (same) lastColumn = j;
      cost[(i + 1) * width + j + 1] = Math.min(
        cost[i * width + j]! + (same ? 0 : 1),
        cost[(i + 1) * width + j]! + 1,
        cost[i * width + j + 1]! + 1,
        cost[k * width + l]! + (i - k - 1) + 1 + (j - l - 1),
      );
    }
    lastRow.set(a[i - 1]!, i);
  }
  return cost[(a.length + 1) * width + b.length + 1]!;
}

/** Jaro (1989): 1 equal, 0 nothing in common; both empty 1, one empty 0. Half transpositions are kept. */
export function jaro(a: string, b: string): number {
  return jaroPoints(stretchOf(codePoints(a)), stretchOf(codePoints(b)));
}

/** As `jaro`, over code points. Bit-parallel where the second string has at most 32 of them. */
export function jaroPoints(a: Stretch, b: Stretch): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const window = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  return b.length <= 32 ? jaroBits(a, b, window) : jaroTable(a, b, window);
}

function jaroBits(a: Stretch, b: Stretch, window: number): number {
  const rest = setMasks(b);
  let free = -1;
  let matches = 0;
  const reach = Math.min(a.length, b.length + window);
  const order = MATCHED;
  for (let i = 0; i < reach; i++) {
    const point = a.points[a.from + i]!;
    const places = (point < 128 ? ASCII_MASKS[point]! : (rest?.get(point) ?? 0)) & free;
    if (places === 0) continue;
    const within = places & windowMask(i - window, i + window);
    if (within === 0) continue;
    free &= ~(within & -within);
    order[matches++] = point;
  }
  clearMasks(b);
  if (matches === 0) return 0;
  let outOfOrder = 0;
  let k = 0;
  for (let taken = ~free; taken !== 0; taken &= taken - 1)
    if (b.points[b.from + 31 - Math.clz32(taken & -taken)] !== order[k++]) outOfOrder++;
  return jaroFrom(matches, outOfOrder, a.length, b.length);
}

const jaroFrom = (matches: number, outOfOrder: number, lengthA: number, lengthB: number): number =>
  (matches / lengthA + matches / lengthB + (matches - outOfOrder / 2) / matches) / 3;

/** Code points of the first string that matched, in order; as many as the second string has bits. */
const MATCHED = new Uint32Array(32);

/** Bits `from` to `to`, cut to 0 to 31. */
function windowMask(from: number, to: number): number {
  const below = from <= 0 ? -1 : from > 31 ? 0 : -1 << from;
  return to >= 31 ? below : below & ((1 << (to + 1)) - 1);
}

function jaroTable(a: Stretch, b: Stretch, window: number): number {
  const takenB = new Uint8Array(b.length);
  const matchedA = new Uint32Array(Math.min(a.length, b.length));
  let matches = 0;
  for (let i = 0; i < a.length; i++) {
    const point = a.points[a.from + i]!;
    const end = Math.min(b.length - 1, i + window);
    for (let j = Math.max(0, i - window); j <= end; j++) {
      if (takenB[j] || point !== b.points[b.from + j]) continue;
      takenB[j] = 1;
      matchedA[matches++] = point;
      break;
    }
  }
  if (matches === 0) return 0;
  let outOfOrder = 0;
  for (let j = 0, k = 0; j < b.length; j++)
    if (takenB[j] && b.points[b.from + j] !== matchedA[k++]) outOfOrder++;
  return jaroFrom(matches, outOfOrder, a.length, b.length);
}

/** Jaro-Winkler (Winkler 1990): Jaro raised by a tenth of what is missing for each of up to four equal first characters. */
export function jaroWinkler(a: string, b: string): number {
  return jaroWinklerPoints(stretchOf(codePoints(a)), stretchOf(codePoints(b)));
}

/** As `jaroWinkler`, over code points. */
export function jaroWinklerPoints(a: Stretch, b: Stretch): number {
  const similarity = jaroPoints(a, b);
  const most = Math.min(4, a.length, b.length);
  let prefix = 0;
  while (prefix < most && a.points[a.from + prefix] === b.points[b.from + prefix]) prefix++;
  return similarity + prefix * 0.1 * (1 - similarity);
}

/** Are two strings, known to differ, one insertion, deletion, substitution or exchange of neighbours apart? Linear in their length. */
export function oneEditApart(a: Stretch, b: Stretch): boolean {
  const short = a.length <= b.length ? a : b;
  const long = short === a ? b : a;
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && pointAt(short, at) === pointAt(long, at)) at++;
  if (short.length < long.length) return sameFrom(short, at, long, at + 1);
  if (sameFrom(short, at + 1, long, at + 1)) return true;
  return (
    at + 1 < short.length &&
    pointAt(short, at) === pointAt(long, at + 1) &&
    pointAt(short, at + 1) === pointAt(long, at) &&
    sameFrom(short, at + 2, long, at + 2)
  );
}

const pointAt = ({ points, from }: Stretch, at: number) => points[from + at]!;

function sameFrom(a: Stretch, i: number, b: Stretch, j: number): boolean {
  if (a.length - i !== b.length - j) return false;
  for (let x = i, y = j; x < a.length; x++, y++) if (pointAt(a, x) !== pointAt(b, y)) return false;
  return true;
}
