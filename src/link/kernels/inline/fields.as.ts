// What the memory holds of a field, of a value of it (its record) and of the words of that.

@inline
export function entry(f: usize, at: usize): usize {
  return <usize>load<u32>(f + (at << 2));
}

// Entries of a field.
@inline
export function kindOf(f: usize): i32 {
  return load<i32>(f);
}
@inline
export function highestOf(f: usize): i32 {
  return load<i32>(f + 4);
}
@inline
export function record(f: usize, value: i32): usize {
  return entry(f, 2) + (<usize>value << 5);
}
@inline
export function points(f: usize, r: usize): usize {
  return entry(f, 3) + (<usize>load<u32>(r) << 2);
}

// Entries of a record, as `RECORD` of `../table/values.ts` has them until `packRecords`.
@inline
export function lengthOf(r: usize): i32 {
  return load<i32>(r + 4);
}
@inline
export function signatureOf(r: usize): u32 {
  return load<u32>(r + 8);
}
@inline
export function wordsOf(r: usize): i32 {
  return load<i32>(r + 12) & 0xffffff;
}
/** Are both of these values ASCII, and of at most 16 characters? */
@inline
export function bothShort(a: usize, b: usize): bool {
  return (load<i32>(a + 12) & load<i32>(b + 12) & SHORT) != 0;
}
@inline
export function bothAscii(a: usize, b: usize): bool {
  return (load<i32>(a + 12) & load<i32>(b + 12) & ASCII) != 0;
}

export const ASCII: i32 = 1 << 29;
export const SHORT: i32 = 1 << 30;

// Entries of the words.
@inline
export function word(f: usize, at: i32): i32 {
  return load<i32>(entry(f, 4) + (<usize>at << 2));
}
@inline
export function wordStart(f: usize, value: i32): i32 {
  return load<i32>(entry(f, 5) + (<usize>value << 2));
}
