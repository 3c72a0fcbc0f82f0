// String comparison over code points of four bytes each: what `../compare/strings.ts` says in plain code, bit-parallel for up to 64 points. A string is the
// address of its first point and its length.

/** Of each ASCII character its places in a string as bits, all zero between calls; then points that matched; then rows for long strings. */
let masks: usize = 0;
let matched: usize = 0;
let row: usize = 0;
let taken: usize = 0;

/** Bytes that `setScratch` must be given. */
export function scratchBytes(): i32 {
  return 128 * 8 + 512 * 4 + 512 * 4 + 512;
}

/** Memory, all zero, that the comparisons of this thread work in. Strings have at most 511 points. */
export function setScratch(at: usize): void {
  masks = at;
  matched = masks + 128 * 8;
  row = matched + 512 * 4;
  taken = row + 512 * 4;
}

@inline
function point(a: usize, at: i32): i32 {
  return load<i32>(a + (<usize>at << 2));
}

@inline
function setMasks(b: usize, length: i32): void {
  for (let at = 0; at < length; at++) {
    const p = point(b, at);
    if (p < 128) {
      const place = masks + (<usize>p << 3);
      store<u64>(place, load<u64>(place) | ((<u64>1) << (<u64>at)));
    }
  }
}

@inline
function clearMasks(b: usize, length: i32): void {
  for (let at = 0; at < length; at++) {
    const p = point(b, at);
    if (p < 128) store<u64>(masks + (<usize>p << 3), 0);
  }
}

/** Places of a point in a string: from the masks, or by looking at them all where it is not ASCII. */
@inline
function placesOf(p: i32, b: usize, length: i32): u64 {
  if (p < 128) return load<u64>(masks + (<usize>p << 3));
  let places: u64 = 0;
  for (let at = 0; at < length; at++) if (point(b, at) == p) places |= (<u64>1) << (<u64>at);
  return places;
}

/** Bits `from` to `to`, cut to 0 to 63. */
@inline
function windowMask(from: i32, to: i32): u64 {
  const below: u64 = from <= 0 ? ~(<u64>0) : from > 63 ? 0 : (~(<u64>0)) << (<u64>from);
  return to >= 63 ? below : below & (((<u64>1) << (<u64>(to + 1))) - 1);
}

@inline
function jaroFrom(matches: i32, outOfOrder: i32, la: i32, lb: i32): f64 {
  const m = <f64>matches;
  return (m / <f64>la + m / <f64>lb + (m - <f64>outOfOrder / 2) / m) / 3;
}

function jaroBits(a: usize, la: i32, b: usize, lb: i32, window: i32): f64 {
  setMasks(b, lb);
  let free = ~(<u64>0);
  let matches = 0;
  const reach = min(la, lb + window);
  for (let i = 0; i < reach; i++) {
    const p = point(a, i);
    const places = placesOf(p, b, lb) & free & windowMask(i - window, i + window);
    if (places == 0) continue;
    free &= ~(places & (0 - places));
    store<i32>(matched + (<usize>matches << 2), p);
    matches++;
  }
  clearMasks(b, lb);
  if (matches == 0) return 0;
  let outOfOrder = 0;
  let k: usize = 0;
  for (let left = ~free; left != 0; left &= left - 1) {
    if (point(b, <i32>ctz(left)) != load<i32>(matched + (k << 2))) outOfOrder++;
    k++;
  }
  return jaroFrom(matches, outOfOrder, la, lb);
}

function jaroTable(a: usize, la: i32, b: usize, lb: i32, window: i32): f64 {
  memory.fill(taken, 0, <usize>lb);
  let matches = 0;
  for (let i = 0; i < la; i++) {
    const p = point(a, i);
    const end = min(lb - 1, i + window);
    for (let j = max(0, i - window); j <= end; j++) {
      if (load<u8>(taken + <usize>j) != 0 || p != point(b, j)) continue;
      store<u8>(taken + <usize>j, 1);
      store<i32>(matched + (<usize>matches << 2), p);
      matches++;
      break;
    }
  }
  if (matches == 0) return 0;
  let outOfOrder = 0;
  let k = 0;
  for (let j = 0; j < lb; j++)
    if (load<u8>(taken + <usize>j) != 0) {
      if (point(b, j) != point(matched, k)) outOfOrder++;
      k++;
    }
  return jaroFrom(matches, outOfOrder, la, lb);
}

export function jaro(a: usize, la: i32, b: usize, lb: i32): f64 {
  if (la == 0 || lb == 0) return la == lb ? 1 : 0;
  const window = max(0, (max(la, lb) >> 1) - 1);
  return lb <= 64 ? jaroBits(a, la, b, lb, window) : jaroTable(a, la, b, lb, window);
}

export function jaroWinkler(a: usize, la: i32, b: usize, lb: i32): f64 {
  const similarity = jaro(a, la, b, lb);
  const most = min(4, min(la, lb));
  let prefix = 0;
  while (prefix < most && point(a, prefix) == point(b, prefix)) prefix++;
  return similarity + <f64>prefix * 0.1 * (1 - similarity);
}

/** Myers (1999) in Hyyrö's (2003) form. */
function myers(short: usize, ls: i32, long: usize, ll: i32): i32 {
  setMasks(short, ls);
  const last = (<u64>1) << (<u64>(ls - 1));
  let positive = ~(<u64>0);
  let negative: u64 = 0;
  let score = ls;
  for (let at = 0; at < ll; at++) {
    const equal = placesOf(point(long, at), short, ls);
    const vertical = equal | negative;
    const horizontal = (((equal & positive) + positive) ^ positive) | equal;
    let up = negative | ~(horizontal | positive);
    let down = positive & horizontal;
    if ((up & last) != 0) score++;
    if ((down & last) != 0) score--;
    up = (up << 1) | 1;
    down <<= 1;
    positive = down | ~(vertical | up);
    negative = up & vertical;
  }
  clearMasks(short, ls);
  return score;
}

function table(short: usize, ls: i32, long: usize, ll: i32): i32 {
  for (let j = 0; j <= ls; j++) store<i32>(row + (<usize>j << 2), j);
  for (let i = 1; i <= ll; i++) {
    let diagonal = load<i32>(row);
    store<i32>(row, i);
    for (let j = 1; j <= ls; j++) {
      const place = row + (<usize>j << 2);
      const above = load<i32>(place);
      const other = diagonal + (point(short, j - 1) == point(long, i - 1) ? 0 : 1);
      store<i32>(place, min(other, min(above + 1, load<i32>(place - 4) + 1)));
      diagonal = above;
    }
  }
  return load<i32>(row + (<usize>ls << 2));
}

export function levenshtein(a: usize, la: i32, b: usize, lb: i32): i32 {
  const short = la <= lb ? a : b;
  const ls = min(la, lb);
  const long = la <= lb ? b : a;
  const ll = max(la, lb);
  if (ls == 0) return ll;
  return ls <= 64 ? myers(short, ls, long, ll) : table(short, ls, long, ll);
}

/** Are two strings, known to differ, one insertion, deletion, substitution or exchange of neighbours apart? */
export function oneEditApart(a: usize, la: i32, b: usize, lb: i32): bool {
  const short = la <= lb ? a : b;
  const ls = min(la, lb);
  const long = la <= lb ? b : a;
  const ll = max(la, lb);
  if (ll - ls > 1) return false;
  let at = 0;
  while (at < ls && point(short, at) == point(long, at)) at++;
  if (ls < ll) return sameFrom(short, at, long, at + 1, ls, ll);
  if (sameFrom(short, at + 1, long, at + 1, ls, ll)) return true;
  return (
    at + 1 < ls &&
    point(short, at) == point(long, at + 1) &&
    point(short, at + 1) == point(long, at) &&
    sameFrom(short, at + 2, long, at + 2, ls, ll)
  );
}

function sameFrom(a: usize, i: i32, b: usize, j: i32, la: i32, lb: i32): bool {
  if (la - i != lb - j) return false;
  for (let x = i, y = j; x < la; x++, y++) if (point(a, x) != point(b, y)) return false;
  return true;
}

/**
 * Jaro-Winkler of two ASCII strings of at most 16 characters, a byte each, in a register: one comparison finds all places of a character. What the
 * bytes behind a string are does not matter.
 */
export function jaroWinklerShort(a: usize, la: i32, b: usize, lb: i32): f64 {
  if (la == 0 || lb == 0) return la == lb ? 1 : 0;
  const window = max(0, (max(la, lb) >> 1) - 1);
  const right = v128.load(b);
  let free: u32 = (1 << lb) - 1;
  let within: u32 = (1 << (window + 1)) - 1;
  let places: u32 = 0;
  const reach = min(la, lb + window);
  for (let i = 0; i < reach; i++) {
    const equal = <u32>i8x16.bitmask(i8x16.eq(v128.load8_splat(a + <usize>i), right)) & free & within;
    const first = equal & (0 - equal);
    free ^= first;
    places |= first != 0 ? (1 << i) : 0;
    within = (within << 1) | (i < window ? 1 : 0);
  }
  const matches = <i32>popcnt(places);
  let similarity: f64 = 0;
  if (matches > 0) {
    let outOfOrder = 0;
    for (let taken: u32 = ~free & ((1 << lb) - 1); taken != 0; taken &= taken - 1) {
      if (load<u8>(a + <usize>ctz(places)) != load<u8>(b + <usize>ctz(taken))) outOfOrder++;
      places &= places - 1;
    }
    similarity = jaroFrom(matches, outOfOrder, la, lb);
  }
  const same = i8x16.bitmask(i8x16.eq(v128.load(a), right));
  const prefix = min(min(4, min(la, lb)), <i32>ctz(~same));
  return similarity + <f64>prefix * 0.1 * (1 - similarity);
}

/** As `oneEditApart`, of such short strings. */
export function oneEditApartShort(a: usize, la: i32, b: usize, lb: i32): bool {
  const short = la <= lb ? a : b;
  const ls = min(la, lb);
  const long = la <= lb ? b : a;
  const ll = max(la, lb);
  if (ll - ls > 1) return false;
  const within: u32 = (1 << ls) - 1;
  const differ = ~(<u32>i8x16.bitmask(i8x16.eq(v128.load(short), v128.load(long)))) & within;
  if (ls < ll) {
    if (differ == 0) return true;
    // From the first difference on, the shorter is the longer moved by one.
    const moved = ~(<u32>i8x16.bitmask(i8x16.eq(v128.load(short), v128.load(long + 1)))) & within;
    return moved >> ctz(differ) == 0;
  }
  if ((differ & (differ - 1)) == 0) return true;
  const at = <usize>ctz(differ);
  return (
    differ == <u32>3 << <u32>at &&
    load<u8>(short + at) == load<u8>(long + at + 1) &&
    load<u8>(short + at + 1) == load<u8>(long + at)
  );
}
