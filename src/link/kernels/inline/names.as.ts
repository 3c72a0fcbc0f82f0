// Names compared: their similarity, words and initials, as `../compare/comparisons.ts` says in plain code, and quicker bounds on them.

import { bothAscii, bothShort, entry, lengthOf, points, record, signatureOf, word, wordStart, wordsOf } from "./fields.as";
import { jaroWinkler, jaroWinklerShort, oneEditApart, oneEditApartShort } from "../strings.as";

/** Equal first characters of two values, four at most. */
@inline
export function samePrefix(f: usize, a: usize, b: usize): i32 {
  const most = min(4, min(lengthOf(a), lengthOf(b)));
  if (bothAscii(a, b)) return min(most, <i32>ctz(load<u32>(a + 16) ^ load<u32>(b + 16)) >> 3);
  const pa = points(f, a);
  const pb = points(f, b);
  let prefix = 0;
  while (prefix < most && load<u32>(pa + (<usize>prefix << 2)) == load<u32>(pb + (<usize>prefix << 2))) prefix++;
  return prefix;
}

/** What rounding may lose: a pair that is so close to the least similarity is compared. */
const MARGIN: f64 = 1e-9;

/** Is the Jaro-Winkler similarity of two values below `least`, for all that their lengths, signatures and first characters say? Without a division. */
export function surelyBelow(f: usize, a: usize, b: usize, least: f64): bool {
  const la = lengthOf(a);
  const lb = lengthOf(b);
  const sa = signatureOf(a);
  const sb = signatureOf(b);
  const matches = min(la - <i32>popcnt(sa & ~sb), lb - <i32>popcnt(sb & ~sa));
  if (matches <= 0) return true;
  // Three times the Jaro similarity times both lengths.
  const whole = <f64>(la * lb);
  const jaro = <f64>(matches * (la + lb)) + whole;
  const limit = (3 * least - MARGIN) * whole;
  if (jaro >= limit) return false;
  return jaro + <f64>samePrefix(f, a, b) * 0.1 * (3 * whole - jaro) < limit;
}

export function sharedWords(f: usize, a: i32, b: i32): i32 {
  let i = wordStart(f, a);
  let j = wordStart(f, b);
  const endA = wordStart(f, a + 1);
  const endB = wordStart(f, b + 1);
  let shared = 0;
  while (i < endA && j < endB) {
    const first = word(f, i);
    const second = word(f, j);
    if (first == second) shared++;
    if (first <= second) i++;
    if (first >= second) j++;
  }
  return shared;
}

@inline
function initialFits(f: usize, first: i32, second: i32): bool {
  const isInitial = entry(f, 7);
  if (load<u8>(isInitial + <usize>first) != 1 && load<u8>(isInitial + <usize>second) != 1) return false;
  const initials = entry(f, 6);
  return load<i32>(initials + (<usize>first << 2)) == load<i32>(initials + (<usize>second << 2));
}

function abbreviates(f: usize, a: i32, b: i32): bool {
  const aIsShort = wordsOf(record(f, a)) >> 1 <= wordsOf(record(f, b)) >> 1;
  const short = aIsShort ? a : b;
  const long = aIsShort ? b : a;
  for (let i = wordStart(f, short); i < wordStart(f, short + 1); i++) {
    let fits = false;
    for (let j = wordStart(f, long); j < wordStart(f, long + 1) && !fits; j++)
      fits = word(f, i) == word(f, j) || initialFits(f, word(f, i), word(f, j));
    if (!fits) return false;
  }
  return true;
}

@inline
export function similarityOf(f: usize, a: usize, b: usize): f64 {
  if (bothShort(a, b)) return jaroWinklerShort(a + 16, lengthOf(a), b + 16, lengthOf(b));
  return jaroWinkler(points(f, a), lengthOf(a), points(f, b), lengthOf(b));
}

/** Are two different values one edit apart? */
@inline
export function near(f: usize, a: usize, b: usize): bool {
  if (bothShort(a, b)) return oneEditApartShort(a + 16, lengthOf(a), b + 16, lengthOf(b));
  return oneEditApart(points(f, a), lengthOf(a), points(f, b), lengthOf(b));
}

export function namesDiffer(f: usize, a: i32, b: i32): bool {
  const ra = record(f, a);
  const rb = record(f, b);
  return wordsOf(ra) == 2 && wordsOf(rb) == 2 && surelyBelow(f, ra, rb, 0.7);
}

/** Two names that are surely below the level "close": they cannot reach its similarity, are more than an edit apart, and share no word or initial. */
export function namesFar(f: usize, a: i32, b: i32): bool {
  const ra = record(f, a);
  const rb = record(f, b);
  if (!surelyBelow(f, ra, rb, 0.85)) return false;
  if (withinEdit(ra, rb)) return false;
  const wordsA = wordsOf(ra);
  const wordsB = wordsOf(rb);
  if (((wordsA | wordsB) & 1) == 1) return false;
  return (wordsA == 2 && wordsB == 2) || sharedWords(f, a, b) == 0;
}

/** Can two values be an edit apart, for all that their lengths and signatures say? */
@inline
function withinEdit(a: usize, b: usize): bool {
  const sa = signatureOf(a);
  const sb = signatureOf(b);
  return popcnt(sa & ~sb) <= 1 && popcnt(sb & ~sa) <= 1 && abs(lengthOf(a) - lengthOf(b)) <= 1;
}

export function compareNames(f: usize, a: i32, b: i32): i32 {
  const ra = record(f, a);
  const rb = record(f, b);
  const wordsA = wordsOf(ra);
  const wordsB = wordsOf(rb);
  const shared = wordsA >> 1 > 1 || wordsB >> 1 > 1 ? sharedWords(f, a, b) : 0;
  const short = shared > 0 || ((wordsA | wordsB) & 1) == 1;
  if (!short && surelyBelow(f, ra, rb, 0.7)) return 0;
  if (shared > 0 && shared == wordsA >> 1 && shared == wordsB >> 1) return 3;
  const similarity = similarityOf(f, ra, rb);
  if (similarity >= 0.92) return 3;
  if (max(lengthOf(ra), lengthOf(rb)) >= 4 && near(f, ra, rb)) return 3;
  if (similarity >= 0.85 || (short && abbreviates(f, a, b))) return 2;
  return similarity >= 0.7 ? 1 : 0;
}
