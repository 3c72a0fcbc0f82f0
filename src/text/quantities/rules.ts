import type { NumberRead } from "../numerals/read.ts";
import type { Compiled } from "../pack/compile.ts";
import { NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import { isCode, isPhone } from "./identifiers.ts";

/** Signs that, glued to digits, make them part of an address, a hashtag, a path or a name. */
const GLUE = new Set(["#", "@", "_", "\\", "&"]);

function gluedBefore(tokens: readonly Token[], read: NumberRead): boolean {
  const first = tokens[read.from]!;
  const before = tokens[read.from - 1];
  if (!before || first.gap) return false;
  if (GLUE.has(before.key)) return true;
  if (before.kind === WORD && /^(?:ال|بال|لل|وال|ب|ل|و|ك)$/.test(before.key)) return false;
  if (before.kind === WORD) return first.kind === NUMBER && !read.scaled && !read.marked;
  const earlier = tokens[read.from - 2];
  if (before.gap || !earlier) return false;
  if (before.key === "/" || before.key === ":") return earlier.kind === NUMBER || earlier.kind === WORD;
  if (before.key === ".")
    return (
      earlier.kind === WORD &&
      earlier.key.length > 1 &&
      earlier.kind === WORD &&
      !/^(?:rs|rp|no|us|s)$/.test(earlier.key)
    );
  return before.key === "-" && (earlier.kind === WORD || earlier.kind === NUMBER);
}

/** "sub-7 nanometre", "now-18", "5-10W": what stands before the hyphen is no name. */
function hyphenFits(tokens: readonly Token[], read: NumberRead): boolean {
  const earlier = tokens[read.from - 2];
  if (tokens[read.from - 1]?.key !== "-" || !earlier) return false;
  return (
    earlier.kind !== WORD ||
    /^(?:sub|now|minus|plus|non|over|under|mid|up|to|pre|post|then|roughly|nearly|about)$/.test(earlier.key)
  );
}

function gluedAfter(tokens: readonly Token[], read: NumberRead, unitKnown: boolean): boolean {
  const after = tokens[read.to];
  if (!after || after.gap || unitKnown) return false;
  if (after.kind === WORD && tokens[read.to - 1]!.kind === NUMBER) return true;
  const next = tokens[read.to + 1];
  if (!next || next.gap) return false;
  if (after.key === "-" && next.kind === NUMBER && tokens[read.to - 1]!.kind === NUMBER) return true;
  if (after.key === ":" || after.key === "/") return next.kind === NUMBER;
  return GLUE.has(after.key);
}

const isYear = (read: NumberRead): boolean =>
  !read.words &&
  !read.marked &&
  !read.scaled &&
  !read.more &&
  Number.isInteger(read.value) &&
  read.value >= 1000 &&
  read.value <= 2150;

/** A four-digit number that names a year: by what stands before it, or because it counts nothing. */
function namesYear(tokens: readonly Token[], read: NumberRead, counts: boolean, c: Compiled): boolean {
  if (!isYear(read) || tokens[read.from]!.key.length !== 4) return false;
  const before = tokens[read.from - 1];
  if (!counts && c.pack.dense) return read.value >= 1900 && read.value < 2100;
  if (!counts) return read.value >= 1400 || (before !== undefined && c.yearBefore.has(before.key));
  if (before === undefined) return read.value >= 1900;
  return read.value >= 1900 && (c.yearBefore.has(before.key) || (tokens[read.to]?.caps ?? 0) > 0);
}

const isName = (token: Token | undefined): boolean => token?.kind === WORD && token.caps > 0;

const joins = (token: Token | undefined, c: Compiled): boolean =>
  token !== undefined && (token.key === "," || token.key === ";" || c.numerals.and.has(token.key));

/** Words of a name in a list, and small words before it ("et le Pakistan 31"). */
const [NAME_WORDS, SMALL_WORDS] = [4, 2];
/** How many words the number before the name of a list may stand back. */
const LIST_REACH = 3;

/** "India saw 84 and Pakistan 21", "Laos sent 20 officers, Myanmar, 85": what was counted is not said again. */
function goesOn(tokens: readonly Token[], read: NumberRead, c: Compiled): boolean {
  const after = tokens[read.to];
  if (after && after.kind !== SIGN && !c.numerals.and.has(after.key)) return false;
  const apart = tokens[read.from - 1]?.key === ",";
  const last = read.from - (apart ? 2 : 1);
  let at = last;
  while (last - at < NAME_WORDS && isName(tokens[at])) at--;
  if (at === last) return false;
  for (let small = 0; small < SMALL_WORDS && !joins(tokens[at], c); small++) {
    if (tokens[at]?.kind !== WORD || tokens[at]!.caps > 0) return false;
    at--;
  }
  if (!joins(tokens[at], c)) return false;
  while (joins(tokens[at - 1], c)) at--;
  for (let i = at - 1; i >= 0 && i >= at - 1 - LIST_REACH && tokens[i]!.kind !== SIGN; i--)
    // "Senard, 65, and Dupont, 57": with their ages.
    if (tokens[i]!.kind === NUMBER) return !(apart && tokens[i - 1]?.key === ",");
  return false;
}

/** "Nepal 20 and India 84": names that each have their number, in a row. */
function isListed(tokens: readonly Token[], read: NumberRead, c: Compiled): boolean {
  const earlier = joins(tokens[read.from - 2], c) && tokens[read.from - 3]?.kind === NUMBER;
  const later =
    joins(tokens[read.to], c) && isName(tokens[read.to + 1]) && tokens[read.to + 2]?.kind === NUMBER;
  return earlier || later || goesOn(tokens, read, c);
}

/** All capitals. */
const ABBREVIATED = 2;
/** How many words a counted noun may have before its plural. */
const NOUN_WORDS = 4;

/** "27 member states": what is counted comes some words behind its number. */
function pluralAhead(tokens: readonly Token[], at: number, c: Compiled): boolean {
  for (let i = at; i < at + NOUN_WORDS; i++) {
    const token = tokens[i];
    if (token?.kind !== WORD || c.stop.has(token.key)) return false;
    if (/[^s]s$/.test(token.key) || c.irregular.has(token.key)) return true;
  }
  return false;
}

/** "Boeing 737", "Windows 10", "Article 5", "ECU 911 command centre": a name or label and its number. */
function isLabelled(tokens: readonly Token[], read: NumberRead, counts: boolean, c: Compiled): boolean {
  if (read.marked || read.scaled) return false;
  const before = tokens[read.from - 1];
  if (!before) return false;
  if (read.words) return !counts && (before.key === "top" || before.key === "bottom");
  const next = tokens[read.to];
  const label = c.labels.endsBefore(tokens, read.from);
  // "category 4 hurricane": the number belongs to the label, as what follows is no plural.
  const single =
    next?.kind === WORD &&
    c.pack.quantity.noun === "plural" &&
    !/s$/.test(next.key) &&
    !c.irregular.has(next.key);
  if (label && (!counts || single || before.caps > 0 || (next?.caps ?? 0) > 0 || before.key === "iphone"))
    return true;
  if (single && before.caps === ABBREVIATED && !pluralAhead(tokens, read.to, c)) return true;
  if (counts || before.kind !== WORD || before.caps === 0 || c.stop.has(before.key)) return false;
  if (isListed(tokens, read, c)) return false;
  const earlier = tokens[read.from - 2];
  return earlier !== undefined && earlier.key !== "." && c.pack.quantity.noun !== "capital";
}

/** "Senard, 65, now": an age in apposition, told of a person. */
function isApposition(tokens: readonly Token[], read: NumberRead, counts: boolean, c: Compiled): boolean {
  if (read.words || read.marked || counts || read.value > 120 || read.value < 1) return false;
  if (goesOn(tokens, read, c)) return false;
  const [name, comma, after] = [tokens[read.from - 2], tokens[read.from - 1], tokens[read.to]];
  return (
    comma?.key === "," &&
    name?.kind === WORD &&
    name.caps > 0 &&
    after?.kind === SIGN &&
    (after.key === "," || after.key === ".")
  );
}

const AIRCRAFT = /^7[0-8]7$/;

/** "787 Dreamliner", "575 Wilbraham Road": a number before a name in the singular names with it. */
function startsName(
  tokens: readonly Token[],
  read: NumberRead,
  has: { unit: boolean; noun: boolean },
  c: Compiled,
): boolean {
  if (read.words || read.marked || read.scaled || c.pack.quantity.noun !== "plural") return false;
  const next = tokens[read.to];
  if (next?.kind !== WORD || next.caps === 0 || !next.gap) return false;
  if (AIRCRAFT.test(tokens[read.from]!.key)) return true;
  let last = read.to;
  while (tokens[last + 1]?.kind === WORD && last < read.to + 6 && !c.stop.has(tokens[last + 1]!.key)) {
    if (/[^s]s$/.test(tokens[last]!.key)) return false;
    last++;
  }
  return (
    !/[^s]s$/.test(tokens[last]!.key) && read.value !== 1 && !has.unit && !c.irregular.has(tokens[last]!.key)
  );
}

/** "10° posto" is an ordinal; "37°C" and "85°" at the end of a phrase are temperatures. */
const opensWord = (token: Token | undefined): boolean => token?.kind === WORD && token.gap;

/** "45-го", "3-й", "2º". */
function hasOrdinalEnding(tokens: readonly Token[], read: NumberRead, c: Compiled): boolean {
  if (read.words || read.marked) return false;
  const next = tokens[read.to];
  if (next?.key === "-" && !next.gap && tokens[read.to + 1]?.gap === false) {
    return c.ordinalEndings.has(tokens[read.to + 1]!.key);
  }
  if (next?.key === "°" && !opensWord(tokens[read.to + 1])) return false;
  return next !== undefined && !next.gap && next.kind === SIGN && c.ordinalEndings.has(next.key);
}

/** A clock time: "10.45pm". */
function isClock(tokens: readonly Token[], read: NumberRead): boolean {
  const next = tokens[read.to];
  return (next?.key === "pm" || next?.key === "am") && !next.gap && read.value < 13;
}

/** Digits of a section or list mark at the start of a line: "1. Introduction", "2)". */
function isListMark(tokens: readonly Token[], read: NumberRead): boolean {
  const after = tokens[read.to];
  const before = tokens[read.from - 1];
  if (!after || read.marked || read.words || read.value > 99) return false;
  if (after.key === ")" && !after.gap && before?.key !== "(") {
    for (let i = read.from - 1; i >= Math.max(0, read.from - 12); i--) {
      if (tokens[i]!.key === "(") return false;
    }
    return true;
  }
  return false;
}

/** Whether what reads like a number counts or measures nothing. `unit`: a known measure or currency stands with it. */
export function isExcluded(
  tokens: readonly Token[],
  read: NumberRead,
  has: { unit: boolean; noun: boolean; sign?: boolean },
  c: Compiled,
): boolean {
  if (!has.sign && gluedBefore(tokens, read) && !(has.unit && hyphenFits(tokens, read))) return true;
  if (hasOrdinalEnding(tokens, read, c)) return true;
  if (gluedAfter(tokens, read, has.unit) || isClock(tokens, read)) return true;
  if (!has.unit && startsName(tokens, read, has, c)) return true;
  if (isCode(tokens, read) || (!has.unit && isPhone(tokens, read))) return true;
  if (has.unit) return false;
  if (read.fraction && !read.words) return false;
  return (
    namesYear(tokens, read, has.noun, c) ||
    isLabelled(tokens, read, has.noun, c) ||
    isListMark(tokens, read) ||
    isApposition(tokens, read, has.noun, c)
  );
}
