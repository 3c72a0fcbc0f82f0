/** What a UTF-16 unit is to whoever cuts a text into tokens. */
const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const IDEOGRAPH = 3;
export const SPACE = 4;
export const MARK = 5;
export const UNSEEN = 6;
export const UNKNOWN = 255;

/** The class of each unit, told when it is first met. */
export const classes = new Uint8Array(0x10000).fill(UNKNOWN);

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

export function classOf(code: number): number {
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
