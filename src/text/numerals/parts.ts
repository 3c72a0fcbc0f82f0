import { DENSE, NUMBER, type Token } from "../tokens/token.ts";
import { readDense } from "./dense.ts";
import type { Dense } from "./dense-words.ts";
import { type NumberRead, plain } from "./read.ts";
import type { Numerals } from "./words.ts";

const asPercent = (read: NumberRead, more: Partial<NumberRead> = {}): NumberRead => ({
  ...read,
  percent: true,
  ...more,
});

/** Shares of languages without spaces: 百分之三十, 三分之二, 七成六, 三割五分, 一半, 对折; null where there is none. */
export function readPart(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const t = numerals.dense;
  if (!t || !tokens[i]) return null;
  const lead = t.percentLead.longest(tokens, i);
  if (lead) {
    const number = readDense(tokens, lead.to, numerals);
    return number && asPercent(number, { from: i, core: lead.to });
  }
  const part = t.partLeads.longest(tokens, i);
  if (part) {
    const number = readDense(tokens, part.to, numerals);
    return number && { ...number, from: i, value: number.value / part.value, fraction: true };
  }
  const half = t.half.longest(tokens, i);
  if (half) return plain(i, half.to, 0.5, { words: true, fraction: true });
  const share = t.shares.longest(tokens, i);
  if (share) return asPercent(plain(i, share.to, share.value, { words: true }));
  const kind = tokens[i]!.kind;
  return kind === DENSE || kind === NUMBER ? afterNumber(tokens, i, numerals, t) : null;
}

function afterNumber(tokens: readonly Token[], i: number, numerals: Numerals, t: Dense): NumberRead | null {
  const number = readDense(tokens, i, numerals);
  if (!number) return null;
  const mark = tokens[number.to];
  const mixed = t.mixed.longest(tokens, number.to);
  if (mixed) return mixedNumber(tokens, number, mixed.to, numerals, t);
  const over = t.denominator.longest(tokens, number.to);
  if (over) return fractionOf(tokens, number, over.to, numerals);
  if (!mark || !t.tenths.has(mark.key) || mark.gap || (number.scaled && number.value !== 10)) return null;
  return tenths(tokens, number, numerals, t);
}

/** 三分之二: the denominator stands first. */
function fractionOf(
  tokens: readonly Token[],
  bottom: NumberRead,
  at: number,
  numerals: Numerals,
): NumberRead | null {
  const top = numerator(tokens, at, bottom.value, numerals);
  if (!top || bottom.value === 0) return null;
  return plain(bottom.from, top.to, top.value / bottom.value, { fraction: true, words: bottom.words });
}

/** 三分之壹, 팔분의 일조각, 3분의 일만: a digit that would be no number alone, or part of another word or number. */
function numerator(
  tokens: readonly Token[],
  at: number,
  bottom: number,
  numerals: Numerals,
): NumberRead | null {
  const read = readDense(tokens, at, numerals);
  const digit = numerals.dense!.digits.get(tokens[at]?.key ?? "") ?? 0;
  const beyond = read?.to === at + 2 && read.value > bottom && numerals.dense!.big.has(tokens[at + 1]!.key);
  return digit > 0 && (!read || beyond) ? plain(at, at + 1, digit, { words: true }) : read;
}

/** 五又四分之一, 2と3分の1: a whole number and a proper fraction. */
function mixedNumber(
  tokens: readonly Token[],
  whole: NumberRead,
  at: number,
  numerals: Numerals,
  t: Dense,
): NumberRead | null {
  const bottom = Number.isInteger(whole.value) ? readDense(tokens, at, numerals) : null;
  const over = bottom && t.denominator.longest(tokens, bottom.to);
  const part = over && fractionOf(tokens, bottom, over.to, numerals);
  if (!part || (part.value >= 1 && !t.data.denominator?.includes("分之"))) return null;
  return { ...part, from: whole.from, value: whole.value + part.value, fraction: false, marked: true };
}

/** One digit right behind a mark of the place before it. */
function digitAt(tokens: readonly Token[], at: number, numerals: Numerals): NumberRead | null {
  const read = tokens[at] && !tokens[at]!.gap ? readDense(tokens, at, numerals) : null;
  return read && read.value < 10 && !read.scaled && read.to === at + 1 ? read : null;
}

/** 七成六 is 76 percent, 七成半 75, 三割五分 35; 五五折 is 55. */
function tenths(
  tokens: readonly Token[],
  number: NumberRead,
  numerals: Numerals,
  t: Dense,
): NumberRead | null {
  const after = number.to + 1;
  if (number.value > 10) {
    const digits = number.words && !number.scaled && number.value < 100;
    return digits ? asPercent({ ...number, to: after }) : null;
  }
  let [value, to] = [number.value * 10, after];
  if (tokens[to]?.key === "半") [value, to] = [value + 5, to + 1];
  else {
    const more = digitAt(tokens, to, numerals);
    if (more) {
      [value, to] = [value + more.value, more.to];
      const named = t.hundredths.has(tokens[to]?.key ?? "");
      if (named) to++;
      const last = named ? digitAt(tokens, to, numerals) : null;
      if (last && t.thousandths.has(tokens[last.to]?.key ?? ""))
        [value, to] = [value + last.value / 10, last.to + 1];
    }
  }
  to = t.tenthsEnd.longest(tokens, to)?.to ?? to;
  const high = number.high === null ? null : number.high * 10;
  return asPercent({ ...number, to, value: Number(value.toPrecision(12)), high, words: true });
}
