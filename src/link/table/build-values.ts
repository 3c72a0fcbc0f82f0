import type { ComparisonType } from "../compare/comparisons.ts";
import { bytesOf, cut, float64s, grown, int32s, uint32s } from "../memory.ts";
import { type Dictionary, dictionary, hashOf } from "./dictionary.ts";
import { fromBytes, isPlainDate, type Prepared, prepare, prepareBytes, WORD_BREAK } from "./prepare.ts";
import { eachShingle } from "./shingle-words.ts";
import { RECORD, type SharedValues } from "./values.ts";

/** Characters of a value that comparisons look at; what follows is compared by its words only. */
export const LONGEST = 400;

/** Prepares cells and gives each prepared value a code; -1 where it is missing. Values that are equal once prepared share a code. */
export function cellCoder(type: ComparisonType) {
  const builder = valuesBuilder(type);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const quick = fromBytes(type);
  const spaces = type !== "code";
  let into = new Uint8Array(256);
  return {
    code: (bytes: Uint8Array, from: number, to: number): number => {
      if (to - from > into.length) into = new Uint8Array(2 * (to - from));
      const ready = quick || (type === "date" && isPlainDate(bytes, from, to));
      const length = ready ? prepareBytes(bytes, { from, to, into, spaces }) : -1;
      if (length >= 0) return length === 0 ? -1 : builder.addAscii(into, length);
      const value = prepare(decoder.decode(bytes.slice(from, to)), type);
      return value === null ? -1 : builder.add(value);
    },
    values: builder.values,
  };
}

function valuesBuilder(type: ComparisonType) {
  const texts = dictionary();
  const words = type === "text" ? shinglesBuilder() : wordsBuilder(WORD_BREAK[type] ?? 0);
  const encoder = new TextEncoder();
  let records = int32s(128 * RECORD.size);
  let starts = int32s(129);
  let points = uint32s(1024);
  let numbers = float64s(type === "number" ? 128 : 0);
  let dates = int32s(type === "date" ? 384 : 0);
  let end = 0;

  const room = (count: number, length: number) => {
    if (RECORD.size * count === records.length) {
      starts = grown(starts, 2 * count + 1);
      records = grown(records, 2 * records.length);
      numbers = grown(numbers, 2 * numbers.length);
      dates = grown(dates, 2 * dates.length);
    }
    if (end + length > points.length) points = grown(points, Math.max(2 * points.length, end + length));
  };
  const keepRecord = (code: number, text: Uint8Array, length: number) => {
    const at = code * RECORD.size;
    const start = starts[code]!;
    let signature = 0;
    for (let point = start; point < end; point++) signature |= 1 << (points[point]! & 31);
    records[at + RECORD.start] = start;
    records[at + RECORD.length] = end - start;
    records[at + RECORD.signature] = signature;
    records[at + RECORD.words] = words.add(text, length);
    for (let place = 0; place < 4 && start + place < end; place++)
      records[at + RECORD.prefix + place] = points[start + place]!;
    starts[code + 1] = end;
  };
  return {
    addAscii: (text: Uint8Array, length: number): number => {
      const before = texts.count();
      const code = texts.codeOf(text, 0, length, hashOf(text, 0, length));
      if (code < before) return code;
      room(code, LONGEST);
      for (let at = 0; at < Math.min(length, LONGEST); at++) points[end++] = text[at]!;
      keepRecord(code, text, length);
      // Only plain dates come here: year, month and day, a space between.
      if (type === "date")
        for (const [part, from, to] of PARTS) dates[3 * code + part] = numberAt(text, from, to);
      return code;
    },
    add: ({ text, number, date }: Prepared): number => {
      const encoded = encoder.encode(text);
      const before = texts.count();
      const code = texts.codeOf(encoded, 0, encoded.length, hashOf(encoded, 0, encoded.length));
      if (code < before) return code;
      room(code, LONGEST);
      const cutText = (text.length > LONGEST ? text.slice(0, LONGEST) : text).toWellFormed();
      for (const letter of cutText) points[end++] = letter.codePointAt(0)!;
      keepRecord(code, encoded, encoded.length);
      if (type === "number") numbers[code] = number;
      if (type === "date") dates.set(date, 3 * code);
      return code;
    },
    values: (): SharedValues => {
      const count = texts.count();
      return {
        count,
        cells: texts.cells(),
        records: cut(records, count * RECORD.size),
        starts: cut(starts, count + 1),
        points: cut(points, end),
        numbers: type === "number" ? cut(numbers, count) : numbers,
        dates: type === "date" ? cut(dates, 3 * count) : dates,
        ...words.result(),
      };
    },
  };
}

/** Where year, month and day stand in a plain date. */
const PARTS = [
  [0, 0, 4],
  [1, 5, 7],
  [2, 8, 10],
] as const;

function numberAt(text: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = 10 * number + text[at]! - 48;
  return number;
}

/** Numbers the words of values. Without a `separator` values have no words. */
function wordsBuilder(separator: number) {
  const known: Dictionary = dictionary();
  let wordStarts = int32s(129);
  let words = int32s(128);
  let initials = uint32s(128);
  let isInitial = bytesOf(128);
  let values = 0;
  let end = 0;

  const numberOf = (text: Uint8Array, from: number, to: number): number => {
    const before = known.count();
    const word = known.codeOf(text, from, to, hashOf(text, from, to));
    if (word < before) return word;
    if (word >= initials.length) {
      initials = grown(initials, 2 * initials.length);
      isInitial = grown(isInitial, 2 * isInitial.length);
    }
    initials[word] = firstPoint(text, from, to);
    // As long as one unit of UTF-16: what needs four bytes is no initial.
    isInitial[word] = to - from === sizeOf(text[from]!) && to - from < 4 ? 1 : 0;
    return word;
  };

  return {
    /** Keeps the words of a value, and returns what a record says of them. */
    add: (text: Uint8Array, length: number): number => {
      if (separator === 0) return 0;
      if (values >= wordStarts.length - 1) wordStarts = grown(wordStarts, 2 * wordStarts.length);
      const start = end;
      let initial = 0;
      for (let from = 0, at = 0; at <= length; at++) {
        if (at < length && text[at] !== separator) continue;
        const word = numberOf(text, from, at);
        from = at + 1;
        initial |= isInitial[word]!;
        if (end === words.length) words = grown(words, 2 * words.length);
        words[end++] = word;
      }
      if (end - start > 1) end = sortDistinct(words, start, end);
      wordStarts[++values] = end;
      return 2 * (end - start) + initial;
    },
    result: () => ({
      words: cut(words, end),
      wordStarts: cut(wordStarts, values + 1),
      initials: cut(initials, known.count()),
      isInitial: cut(isInitial, known.count()),
    }),
  };
}

/** As `wordsBuilder`, with the hashed shingles of a text in place of the numbers of its words. */
function shinglesBuilder() {
  let wordStarts = int32s(129);
  let words = int32s(128);
  let values = 0;
  let end = 0;
  return {
    add: (text: Uint8Array, length: number): number => {
      if (values >= wordStarts.length - 1) wordStarts = grown(wordStarts, 2 * wordStarts.length);
      const start = end;
      eachShingle(text, length, hash => {
        if (end === words.length) words = grown(words, 2 * words.length);
        words[end++] = hash;
      });
      end = sortDistinct(words, start, end);
      wordStarts[++values] = end;
      return 2 * (end - start);
    },
    result: () => ({
      words: cut(words, end),
      wordStarts: cut(wordStarts, values + 1),
      initials: uint32s(0),
      isInitial: bytesOf(0),
    }),
  };
}

/** Sorts a stretch, moves its distinct numbers to its beginning, and returns their end. */
function sortDistinct(words: Int32Array, start: number, end: number): number {
  words.subarray(start, end).sort();
  let kept = start + 1;
  for (let at = start + 1; at < end; at++) if (words[at] !== words[kept - 1]) words[kept++] = words[at]!;
  return kept;
}

/** Bytes of a character by its first byte. */
const sizeOf = (first: number): number => (first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);

function firstPoint(text: Uint8Array, from: number, to: number): number {
  if (from === to) return 0;
  const size = sizeOf(text[from]!);
  if (size === 1) return text[from]!;
  let point = text[from]! & (0xff >> (size + 1));
  for (let at = from + 1; at < Math.min(to, from + size); at++) point = (point << 6) | (text[at]! & 0x3f);
  return point;
}
