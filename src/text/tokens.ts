import { remembering } from "./remember.ts";

/**
 * Words, numbers and signs of a text with their places in it. A token's `key` is folded (case, width, digits of any
 * script, zero-width and direction marks, Arabic letter variants), so that packs list each word once; `start` and `end`
 * always are UTF-16 offsets of the text as given. Characters of scripts without spaces are tokens of their own.
 */

/** What a token is. */
export const WORD = 1;
export const NUMBER = 2;
export const DENSE = 3;
export const SIGN = 4;
/** An empty line: nothing reaches across it. */
export const BREAK = 5;

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly key: string;
  /** White space stands before it. */
  readonly gap: boolean;
  /** The white space before it is one thin or no-break space. */
  readonly thin: boolean;
  /** 0 lower case or no case, 1 capital first, 2 all capitals (two or more letters). */
  readonly caps: 0 | 1 | 2;
  /** The light stem, once a reader has stemmed its words; a token has the place for it, since objects that grow are slow. */
  readonly stem: string;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const IDEOGRAPH = 3;
const SPACE = 4;
const MARK = 5;
const UNSEEN = 6;
const UNKNOWN = 255;

const classes = new Uint8Array(0x10000).fill(UNKNOWN);

const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}〇ー]/u;

/** Classes of the Latin letters and the usual punctuation, told without the tables of Unicode, which a text in them would be the first to need. */
function classifyUsual(code: number): number | null {
  if (code < 0x80) {
    const letter = code | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) return LETTER;
    if (code >= 0x30 && code <= 0x39) return DIGIT;
    return code === 0x20 || (code >= 9 && code <= 13) ? SPACE : OTHER;
  }
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? OTHER : LETTER;
  return code >= 0x2010 && code <= 0x2027 ? OTHER : null;
}

function classify(code: number): number {
  const usual = classifyUsual(code);
  if (usual !== null) return usual;
  const ch = String.fromCharCode(code);
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e))
    return UNSEEN;
  if ((code >= 0x2060 && code <= 0x2069) || code === 0xfeff || code === 0x640 || code === 0x61c)
    return UNSEEN;
  if (/\s/.test(ch)) return SPACE;
  if (/\p{Nd}/u.test(ch)) return DIGIT;
  if (DENSE_SCRIPT.test(ch)) return IDEOGRAPH;
  if (/\p{L}/u.test(ch)) return LETTER;
  if (/\p{M}/u.test(ch)) return MARK;
  return OTHER;
}

function classOf(code: number): number {
  let c = classes[code]!;
  if (c === UNKNOWN) {
    c = classify(code);
    classes[code] = c;
  }
  return c;
}

/** Whether a UTF-16 unit is part of a word in a script that separates words by spaces. */
export function isWordUnit(code: number): boolean {
  const c = classOf(code);
  return c === LETTER || c === MARK || c === UNSEEN;
}

/** Whether a UTF-16 unit is a decimal digit of any script. */
export function isDigitUnit(code: number): boolean {
  return classOf(code) === DIGIT;
}

/** Whether a UTF-16 unit belongs to a script written without spaces (Han, kana, Hangul). */
export function isDenseUnit(code: number): boolean {
  return classOf(code) === IDEOGRAPH;
}

/** Value of a decimal digit of any script in the basic plane. */
export function digitValue(code: number): number {
  if (code < 0x80) return code - 48;
  let zero = code;
  while (classOf(zero - 1) === DIGIT && code - zero < 9 && (zero - 1) % 16 !== 15) zero--;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : code - zero;
}

const ARABIC_FOLD: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  ک: "ك",
  ی: "ي",
};
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u061c]/g;
const ARABIC_MARKS = /[\u064b-\u065f\u0670]/g;

/** The folded form under which a word is looked up. */
export function foldWord(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) > 0x7f) {
      plain = false;
      break;
    }
  }
  return plain ? word.toLowerCase() : foldedUnicode(word);
}

const foldedUnicode = remembering((word): string => {
  let out = word.normalize("NFKC").replace(INVISIBLE, "").replace(/İ/g, "i").toLowerCase();
  out = out.replace(/\u0307/g, "");
  if (/[\u0600-\u06ff]/.test(out)) {
    out = out.replace(ARABIC_MARKS, "").replace(/[أإآٱىةکی]/g, ch => ARABIC_FOLD[ch] ?? ch);
  }
  return out.replace(/ё/g, "е").replace(/[’ʼ`´]/g, "'");
});

const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;

function capsOf(text: string, start: number, end: number): 0 | 1 | 2 {
  // Most words say so in their first two letters.
  const code = text.charCodeAt(start);
  if (isSmall(code)) return 0;
  if (isCapital(code) && (end - start < 2 || isSmall(text.charCodeAt(start + 1)))) return 1;
  const first = text[start]!;
  if (first === first.toLowerCase() || first.toUpperCase() !== first) return 0;
  if (end - start < 2) return 1;
  const word = text.slice(start, end);
  return word === word.toUpperCase() ? 2 : 1;
}

const SIGN_FOLD: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "«": '"',
  "»": '"',
  "＂": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "–",
  "—": "—",
  "―": "—",
  "−": "-",
  "－": "-",
  "﹣": "-",
  "～": "~",
  "〜": "~",
  "∼": "~",
  "％": "%",
  "﹪": "%",
  "٪": "%",
  "，": ",",
  "、": ",",
  "،": ",",
  "。": ".",
  "．": ".",
  "｡": ".",
  "：": ":",
  "；": ";",
  "؛": ";",
  "（": "(",
  "）": ")",
  "／": "/",
  "＄": "$",
  "﹩": "$",
  "￥": "¥",
  "￡": "£",
  "？": "?",
  "؟": "?",
  "！": "!",
  "＋": "+",
  º: "°",
  "˚": "°",
  "′": "′",
  "…": "…",
  "۔": ".",
  "।": ".",
  "＜": "<",
  "＞": ">",
  "＝": "=",
  "×": "×",
  "⁄": "/",
  "∕": "/",
};

/** The keys of characters that are tokens of their own, 256 a page: one string each for all texts, which maps compare by its address. */
const CHARACTERS: (string | undefined)[][] = [];

export function characterKey(code: number): string {
  CHARACTERS[code >> 8] ??= [];
  const page = CHARACTERS[code >> 8]!;
  let key = page[code & 255];
  if (key === undefined) {
    const ch = String.fromCharCode(code);
    key = SIGN_FOLD[ch] ?? ch;
    page[code & 255] = key;
  }
  return key;
}

/** What may stand inside a number between two digits. */
const INNER = new Set([".", ",", "'", "’", "٫", "٬", "．", "，", "،", "·"]);

function numberEnd(text: string, from: number): number {
  let i = from;
  for (;;) {
    while (
      i < text.length &&
      (classOf(text.charCodeAt(i)) === DIGIT || classOf(text.charCodeAt(i)) === UNSEEN)
    )
      i++;
    if (i + 1 >= text.length || !INNER.has(text[i]!)) break;
    let next = i + 1;
    while (next < text.length && classOf(text.charCodeAt(next)) === UNSEEN) next++;
    if (next >= text.length || classOf(text.charCodeAt(next)) !== DIGIT) break;
    i = next;
  }
  while (i > from && classOf(text.charCodeAt(i - 1)) === UNSEEN) i--;
  return i;
}

function numberKey(text: string, start: number, end: number): string {
  let key = "";
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const c = classOf(code);
    if (c === DIGIT) key += digitValue(code);
    else if (c !== UNSEEN) {
      const ch = text[i]!;
      key +=
        ch === "٫"
          ? "٫"
          : ch === "٬"
            ? "٬"
            : ch === "．"
              ? "."
              : ch === "，" || ch === "،"
                ? ","
                : ch === "’"
                  ? "'"
                  : ch;
    }
  }
  return key;
}

function wordEnd(text: string, from: number): number {
  let i = from + 1;
  let c = LETTER;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Looked up here and not by `classOf`: a call for each letter of a text is the most that a reader does.
    const known = classes[code]!;
    const next = known === UNKNOWN ? classOf(code) : known;
    if (next !== LETTER && next !== MARK && next !== UNSEEN) break;
    c = next;
  }
  if (c !== UNSEEN) return i;
  while (i > from + 1 && classOf(text.charCodeAt(i - 1)) === UNSEEN) i--;
  return i;
}

const EN_DASH = 0x2013;

/** An en dash without a space after it joins ("10–15") or, after a space and before a digit, is a minus sign. */
function joinsOrNegates(text: string, end: number, gap: boolean): boolean {
  if (end >= text.length) return false;
  const next = classOf(text.charCodeAt(end));
  return next === DIGIT || (!gap && next !== SPACE);
}

/** Splits `text.slice(from, to)` into tokens; offsets stay those of `text`. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const part = to === text.length ? text : text.slice(0, to);
  let gap = false;
  let thin = false;
  let lines = 0;
  let i = from;
  while (i < to) {
    const code = part.charCodeAt(i);
    const known = classes[code]!;
    const c = known === UNKNOWN ? classOf(code) : known;
    if (c === SPACE) {
      if (code === 10 || code === 0x2029) lines++;
      thin = !gap && (code === 0xa0 || code === 0x202f || code === 0x2009);
      gap = true;
      i++;
      continue;
    }
    if (lines >= 2)
      tokens.push({ start: i, end: i, kind: BREAK, key: "\n\n", gap: true, thin: false, caps: 0, stem: "" });
    lines = 0;
    if (c === UNSEEN) {
      i++;
      continue;
    }
    if (c === DIGIT) {
      const end = numberEnd(part, i);
      tokens.push({
        start: i,
        end,
        kind: NUMBER,
        key: numberKey(part, i, end),
        gap,
        thin,
        caps: 0,
        stem: "",
      });
      i = end;
    } else if (c === LETTER) {
      const end = wordEnd(part, i);
      tokens.push({
        start: i,
        end,
        kind: WORD,
        key: foldWord(part.slice(i, end)),
        gap,
        thin,
        caps: capsOf(part, i, end),
        stem: "",
      });
      i = end;
    } else if (c === IDEOGRAPH) {
      tokens.push({
        start: i,
        end: i + 1,
        kind: DENSE,
        key: characterKey(code),
        gap,
        thin,
        caps: 0,
        stem: "",
      });
      i++;
    } else {
      const end = code >= 0xd800 && code < 0xdc00 && i + 1 < to ? i + 2 : i + 1;
      const single = end === i + 1;
      const minus = code === EN_DASH && joinsOrNegates(part, end, gap);
      const key = minus ? "-" : single ? characterKey(code) : part.slice(i, end);
      tokens.push({ start: i, end, kind: SIGN, key, gap, thin, caps: 0, stem: "" });
      i = end;
    }
    gap = false;
    thin = false;
  }
  return tokens;
}

/** Longest stretch of text that is worked on at once; bounds memory on a file of one line. */
const CHUNK = 1 << 16;

function cutBefore(text: string, limit: number, floor: number): number {
  const window = text.slice(floor, limit);
  for (const mark of ["\n\n", "\n", ". ", "。", " "]) {
    const at = window.lastIndexOf(mark);
    if (at >= 0) return floor + at + mark.length;
  }
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}

/** Cuts a long text into stretches at paragraph, line, sentence or word ends, in this order of preference. */
export function chunks(text: string): readonly (readonly [number, number])[] {
  const out: [number, number][] = [];
  let from = 0;
  while (text.length - from > CHUNK) {
    const to = cutBefore(text, from + CHUNK, from + CHUNK / 2);
    out.push([from, to]);
    from = to;
  }
  out.push([from, text.length]);
  return out;
}

/** Longest text whose tokens are kept for the next reader; a longer one is cut anew by each. */
const KEPT = 1 << 20;

interface Kept {
  readonly text: string;
  readonly stretches: readonly (readonly Token[])[];
}

/** A text shorter than this is kept beside the last longer one, of which it mostly is a phrase. */
const SHORT = 2048;

const kept: { short: Kept | null; long: Kept | null } = { short: null, long: null };

function keptOf(text: string): Kept {
  const place = text.length < SHORT ? "short" : "long";
  const known = kept[place];
  if (known?.text === text) return known;
  const made = { text, stretches: [...cut(text)] };
  kept[place] = made;
  return made;
}

/**
 * The tokens of a text, stretch by stretch. Numbers, dates, places and speakers are mostly read from the same text one after the
 * other, so the tokens of the last texts are kept.
 */
export function stretches(text: string): Iterable<readonly Token[]> {
  return text.length > KEPT ? cut(text) : keptOf(text).stretches;
}

/** Whether a token would be another if its text began or ended with it: dashes look at what stands around them. */
const looksAround = ({ kind, key }: Token): boolean => kind === SIGN && (key === "-" || key === "–");

/** `tokenize(text, from, to)` out of the tokens that are kept, if there are any and the part is cut at their ends. */
export function tokensIn(text: string, [from, to]: readonly [number, number]): Token[] {
  const known = kept[text.length < SHORT ? "short" : "long"];
  if (known?.text !== text) return tokenize(text, from, to);
  const all = known.stretches.findLast(tokens => tokens.length > 0 && tokens[0]!.start <= from) ?? [];
  const first = indexFrom(all, from);
  const end = indexFrom(all, to);
  const [opening, last] = [all[first], all[end - 1]];
  const cut =
    opening?.start === from &&
    opening.kind !== BREAK &&
    last !== undefined &&
    last.end <= to &&
    all.at(-1)!.end >= to &&
    !looksAround(opening) &&
    !looksAround(last);
  if (!cut) return tokenize(text, from, to);
  const tokens = all.slice(first, end);
  if (opening.gap) tokens[0] = { ...opening, gap: false, thin: false };
  return tokens;
}

/** The first token that begins at an offset or behind it, by bisection; a break counts before the token it stands at. */
function indexFrom(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start, kind } = tokens[middle]!;
    if (start < offset || (start === offset && kind === BREAK)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* cut(text: string): Generator<readonly Token[]> {
  for (const [from, to] of chunks(text)) yield tokenize(text, from, to);
}

const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
const PLAIN_WORD = /^[A-Za-z]+$/;

/** The only key of a phrase that is one plain word, as most are; else null. */
export const keyOfWord = (phrase: string): string | null =>
  PLAIN_WORD.test(phrase) ? phrase.toLowerCase() : null;

/** The keys of a phrase's tokens. The phrases of a language are thousands, and most are plain words, which in lower case are their own keys. */
export function keysOf(phrase: string): readonly string[] {
  if (PLAIN.test(phrase)) return phrase.toLowerCase().split(" ");
  const keys: string[] = [];
  for (const { key } of tokenize(phrase)) keys.push(key);
  return keys;
}
