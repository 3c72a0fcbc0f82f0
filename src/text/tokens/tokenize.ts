import { classes, classOf, DIGIT, IDEOGRAPH, LETTER, MARK, SPACE, UNKNOWN, UNSEEN } from "./characters.ts";
import { hashOf } from "./filter.ts";
import { characterKey, foldWord } from "./keys.ts";
import { numberEnd, numberKey } from "./numbers.ts";
import { BREAK, DENSE, NUMBER, SIGN, type Token, WORD } from "./token.ts";

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
      tokens.push({
        start: i,
        end: i,
        kind: BREAK,
        key: "\n\n",
        hash: 0,
        gap: true,
        thin: false,
        caps: 0,
        stem: "",
        stemHash: 0,
      });
    lines = 0;
    if (c === UNSEEN) {
      i++;
      continue;
    }
    if (c === DIGIT) {
      const end = numberEnd(part, i);
      const key = numberKey(part, i, end);
      tokens.push({
        start: i,
        end,
        kind: NUMBER,
        key,
        hash: hashOf(key),
        gap,
        thin,
        caps: 0,
        stem: "",
        stemHash: 0,
      });
      i = end;
    } else if (c === LETTER) {
      const end = wordEnd(part, i);
      const key = foldWord(part.slice(i, end));
      tokens.push({
        start: i,
        end,
        kind: WORD,
        key,
        hash: hashOf(key),
        gap,
        thin,
        caps: capsOf(part, i, end),
        stem: "",
        stemHash: 0,
      });
      i = end;
    } else if (c === IDEOGRAPH) {
      const key = characterKey(code);
      tokens.push({
        start: i,
        end: i + 1,
        kind: DENSE,
        key,
        hash: hashOf(key),
        gap,
        thin,
        caps: 0,
        stem: "",
        stemHash: 0,
      });
      i++;
    } else {
      const end = code >= 0xd800 && code < 0xdc00 && i + 1 < to ? i + 2 : i + 1;
      const single = end === i + 1;
      const minus = code === EN_DASH && joinsOrNegates(part, end, gap);
      const key = minus ? "-" : single ? characterKey(code) : part.slice(i, end);
      tokens.push({
        start: i,
        end,
        kind: SIGN,
        key,
        hash: hashOf(key),
        gap,
        thin,
        caps: 0,
        stem: "",
        stemHash: 0,
      });
      i = end;
    }
    gap = false;
    thin = false;
  }
  return tokens;
}

/** Letters that folding leaves as they are, but for their case. */
const PLAIN = /^[A-Za-zÀ-ÖØ-öø-ÿ]+(?: [A-Za-zÀ-ÖØ-öø-ÿ]+)*$/;
const PLAIN_WORD = /^[A-Za-zÀ-ÖØ-öø-ÿ]+$/;

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
