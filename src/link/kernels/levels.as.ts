// Levels of two values of a field, as `../compare/comparisons.ts` says in plain code, and of two rows. A field is a row of numbers in memory (`FIELD` of
// `memory.ts`); types that have no kernel are left to the caller.
import { ASCII, SHORT, entry, highestOf, kindOf, lengthOf, points, record, signatureOf, wordsOf } from "./inline/fields.as";
import { compareNames, namesDiffer, namesFar, near, samePrefix, sharedWords, similarityOf, surelyBelow } from "./inline/names.as";
import { levenshtein } from "./strings.as";

/** What a kernel leaves to the caller, and what is not compared yet. */
const UNKNOWN: i32 = -2;

const FIELD: usize = 64;

/** Slots of a field's cache of compared values, as bits. */
const CACHE_BITS: i32 = 15;

let fields: usize = 0;
let width: i32 = 0;
let codes: usize = 0;
let cache: usize = 0;

/** Bytes of the cache of one field. */
export function cacheBytes(): i32 {
  return 8 << CACHE_BITS;
}

/** What is compared: the fields, the codes row by row, and memory of this thread, all zero, that compared pairs of values are kept in. */
export function setFields(fieldsAt: usize, count: i32, codesAt: usize, cacheAt: usize): void {
  fields = fieldsAt;
  width = count;
  codes = codesAt;
  cache = cacheAt;
}

@inline
function fieldAt(field: i32): usize {
  return fields + <usize>field * FIELD;
}

const INLINE: i32 = 16;

/** Puts the first 16 characters of each ASCII value into its record, a byte each, so that most comparisons look at nothing but two records. */
export function packRecords(records: usize, pointsOf: usize, count: i32): void {
  for (let value = 0; value < count; value++) {
    const r = records + (<usize>value << 5);
    const from = pointsOf + (<usize>load<u32>(r) << 2);
    const length = lengthOf(r);
    let all: u32 = 0;
    for (let at = 0; at < length; at++) all |= load<u32>(from + (<usize>at << 2));
    if (all > 127) continue;
    for (let at = 0; at < INLINE; at++)
      store<u8>(r + 16 + <usize>at, at < length ? <u8>load<u32>(from + (<usize>at << 2)) : 0);
    store<i32>(r + 12, load<i32>(r + 12) | ASCII | (length <= INLINE ? SHORT : 0));
  }
}

@inline
function date(f: usize, value: i32): usize {
  return entry(f, 8) + <usize>value * 12;
}

function datesDiffer(f: usize, a: i32, b: i32): bool {
  const da = date(f, a);
  const db = date(f, b);
  const ya = load<i32>(da);
  const yb = load<i32>(db);
  if (ya == yb || ya == 0 || yb == 0) return false;
  return load<i32>(da + 4) != load<i32>(db + 4) || load<i32>(da + 8) != load<i32>(db + 8);
}

function compareDates(f: usize, a: i32, b: i32): i32 {
  const dateA = date(f, a);
  const dateB = date(f, b);
  const ya = load<i32>(dateA);
  const yb = load<i32>(dateB);
  if (ya == 0 || yb == 0) return near(f, record(f, a), record(f, b)) ? 3 : 0;
  const ma = load<i32>(dateA + 4);
  const mb = load<i32>(dateB + 4);
  const da = load<i32>(dateA + 8);
  const db = load<i32>(dateB + 8);
  if (ya == yb) {
    if (ma == 0 || mb == 0 || (ma == mb && (da == 0 || db == 0))) return 3;
    if ((ma == db && da == mb) || near(f, record(f, a), record(f, b))) return 3;
    return ma == mb || da == db ? 2 : 1;
  }
  if (ma == mb && da == db && ma > 0) return near(f, record(f, a), record(f, b)) ? 3 : 2;
  return 0;
}

function codesDiffer(f: usize, a: i32, b: i32): bool {
  const ra = record(f, a);
  const rb = record(f, b);
  if (samePrefix(f, ra, rb) > 0) return false;
  const sa = signatureOf(ra);
  const sb = signatureOf(rb);
  return popcnt(sa & ~sb) > 2 || popcnt(sb & ~sa) > 2;
}

function compareCodes(f: usize, a: i32, b: i32): i32 {
  const ra = record(f, a);
  const rb = record(f, b);
  const sa = signatureOf(ra);
  const sb = signatureOf(rb);
  const pa = points(f, ra);
  const pb = points(f, rb);
  const la = lengthOf(ra);
  const lb = lengthOf(rb);
  const half = (min(la, lb) + 1) >> 1;
  let prefix = 0;
  while (prefix < half && load<i32>(pa + (<usize>prefix << 2)) == load<i32>(pb + (<usize>prefix << 2))) prefix++;
  const sameHalf = half >= 2 && prefix == half;
  const atLeast = max(<i32>popcnt(sa & ~sb), <i32>popcnt(sb & ~sa));
  if (atLeast > 2) return sameHalf ? 1 : 0;
  if (atLeast <= 1 && near(f, ra, rb)) return 2;
  return sameHalf || (la > 4 && levenshtein(pa, la, pb, lb) <= 2) ? 1 : 0;
}

function compareNumbers(f: usize, a: i32, b: i32): i32 {
  const first = load<f64>(entry(f, 9) + (<usize>a << 3));
  const second = load<f64>(entry(f, 9) + (<usize>b << 3));
  const larger = max(abs(first), abs(second));
  const apart = abs(first - second);
  return apart <= 0.01 * larger ? 2 : apart <= 0.1 * larger ? 1 : 0;
}

function jaccard(f: usize, a: i32, b: i32): f64 {
  const shared = sharedWords(f, a, b);
  const both = (wordsOf(record(f, a)) >> 1) + (wordsOf(record(f, b)) >> 1) - shared;
  return <f64>shared / <f64>both;
}

function compareSets(f: usize, a: i32, b: i32): i32 {
  const shared = jaccard(f, a, b);
  return shared >= 0.5 ? 2 : shared > 0 ? 1 : 0;
}

function compareTexts(f: usize, a: i32, b: i32): i32 {
  const shared = jaccard(f, a, b);
  if (shared >= 0.6) return 3;
  if (shared >= 1.0 / 3.0) return 2;
  if (shared >= 1.0 / 6.0) return 1;
  const ra = record(f, a);
  const rb = record(f, b);
  if (surelyBelow(f, ra, rb, 0.88)) return 0;
  return similarityOf(f, ra, rb) >= 0.88 ? 1 : 0;
}

// Types by number, in the order of `KINDS` of `memory.ts`.
function surelyDifferent(f: usize, kind: i32, a: i32, b: i32): bool {
  if (kind == 1) return namesDiffer(f, a, b);
  if (kind == 2) return datesDiffer(f, a, b);
  if (kind == 3) return codesDiffer(f, a, b);
  return kind == 4;
}

function compare(f: usize, kind: i32, a: i32, b: i32): i32 {
  if (kind == 1) return compareNames(f, a, b);
  if (kind == 2) return compareDates(f, a, b);
  if (kind == 3) return compareCodes(f, a, b);
  if (kind == 5) return compareNumbers(f, a, b);
  if (kind == 6) return compareSets(f, a, b);
  return compareTexts(f, a, b);
}

/**
 * Two different values that are there, the smaller code first: from the cache where they were compared before. `sifting`: what is below the rare levels
 * may be given any level below them.
 */
@inline
function unequal(f: usize, field: i32, kind: i32, a: i32, b: i32, sifting: bool): i32 {
  if (sifting && kind == 1 ? namesFar(f, a, b) : surelyDifferent(f, kind, a, b)) return 0;
  const first = min(a, b);
  const second = max(a, b);
  const slot = <u32>((first * <i32>0x9e3779b1) ^ (second * <i32>0x85ebca6b)) >> (32 - CACHE_BITS);
  const place = cache + (((<usize>field << CACHE_BITS) + <usize>slot) << 3);
  const key = ((<u64>first) << 34) | ((<u64>second) << 4);
  const known = load<u64>(place);
  if ((known & ~(<u64>15)) == key) return <i32>(known & 15);
  const level = compare(f, kind, first, second);
  store<u64>(place, key | <u64>level);
  return level;
}

@inline
function strayed(there: usize, code: i32, other: i32): bool {
  if (code < 0) return false;
  const place = load<i32>(there + (<usize>code << 2));
  return place >= 0 && place == other;
}

@inline
function codeAt(r: i32, field: i32): i32 {
  return load<i32>(codes + (<usize>(r * width + field) << 2));
}

/** Level of two rows in one field, -1 where a value is missing, `UNKNOWN` where the field has no kernel and the values differ. */
export function levelOf(field: i32, a: i32, b: i32): i32 {
  return levelWhen(field, a, b, false);
}

/** As `levelOf`, but of what is below the rare levels of the field only that it is. */
export function rareLevelOf(field: i32, a: i32, b: i32): i32 {
  return levelWhen(field, a, b, true);
}

@inline
function levelWhen(field: i32, a: i32, b: i32, sifting: bool): i32 {
  const first = codeAt(a, field);
  const second = codeAt(b, field);
  if (first < 0 || second < 0) return -1;
  const f = fieldAt(field);
  const other = load<i32>(f + 40);
  const highest = highestOf(f);
  if (first == second) return other < 0 ? highest : highest + 1;
  const kind = kindOf(f);
  if (kind == 0) return UNKNOWN;
  const own = unequal(f, field, kind, first, second, sifting);
  if (other < 0) return own;
  // Above what is close, and below equality: the value stands in the other column of the other row.
  const extra = highest - 1;
  if (own >= extra) return own + 1;
  const there = entry(f, 11);
  return strayed(there, first, codeAt(b, other)) || strayed(there, second, codeAt(a, other)) ? extra : own;
}

/** Levels of two rows in all fields, a byte each. */
export function levelsInto(a: i32, b: i32, into: usize): void {
  for (let field = 0; field < width; field++) store<i8>(into + <usize>field, <i8>levelOf(field, a, b));
}

@inline
export function widthOf(): i32 {
  return width;
}

@inline
export function codeOfRow(r: i32, field: i32): i32 {
  return codeAt(r, field);
}

@inline
export function highestLevel(field: i32): i32 {
  const f = fieldAt(field);
  return load<i32>(f + 40) < 0 ? highestOf(f) : highestOf(f) + 1;
}
