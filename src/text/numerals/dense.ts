import { DENSE, NUMBER, type Token, WORD } from "../tokens/token.ts";
import { finish, isUnitPrefix, multiplier, type Scan, scan } from "./dense-scan.ts";
import type { Dense } from "./dense-words.ts";
import { keepingReads } from "./kept-reads.ts";
import { type NumberRead, plain } from "./read.ts";
import { readSpelled } from "./spelled.ts";
import type { Numerals } from "./words.ts";

const HIRAGANA = /^[ぁ-ん]$/;

/** 一二十, 三四百, 七八: two neighbouring digits before a multiplier or a counter mean either. */
function eitherOf(tokens: readonly Token[], i: number, t: Dense): NumberRead | null {
  const [a, b, after] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (a?.kind !== DENSE || b?.kind !== DENSE || b.gap) return null;
  const [low, high] = [t.digits.get(a.key), t.digits.get(b.key)];
  if (low === undefined || high === undefined || low < 1 || high - low !== 1) return null;
  const unit = after && !after.gap ? multiplier(after, t) : undefined;
  if (unit === undefined && (after?.kind !== DENSE || t.digits.has(after.key))) return null;
  if (unit === undefined && t.tail.longest(tokens, i + 1) !== null) return null;
  let [factor, to] = [unit ?? 1, unit ? i + 3 : i + 2];
  const big = unit && tokens[to] && !tokens[to]!.gap ? t.big.get(tokens[to]!.key) : undefined;
  if (big) [factor, to] = [factor * big, to + 1];
  return plain(i, to, low * factor, { high: high * factor, words: true, approximate: true });
}

/** 几十, 数百, 数千万, 上百: from one to ten of the unit. */
function someOf(tokens: readonly Token[], i: number, t: Dense): NumberRead | null {
  const first = tokens[i];
  if (first?.kind !== DENSE || !(t.some.has(first.key) || t.hundreds.has(first.key))) return null;
  let [at, factor] = [i + 1, 1];
  for (let unit = unitAt(tokens, at, t); unit !== undefined; unit = unitAt(tokens, at, t))
    [factor, at] = [factor * unit, at + 1];
  if (factor === 1 || (t.hundreds.has(first.key) && factor < 100)) return null;
  return plain(i, at, factor, { high: factor * 10, words: true, indefinite: factor });
}

function unitAt(tokens: readonly Token[], at: number, t: Dense): number | undefined {
  const token = tokens[at];
  return token && !token.gap ? multiplier(token, t) : undefined;
}

/** 100多万, 二十几万: the multiplier may follow the mark. */
function thenBig(tokens: readonly Token[], read: NumberRead, t: Dense): NumberRead {
  const token = tokens[read.to];
  const big = token && !token.gap && !isUnitPrefix(tokens, read.to, t) ? t.big.get(token.key) : undefined;
  if (big === undefined) return read;
  return {
    ...read,
    to: read.to + 1,
    value: read.value * big,
    high: read.high === null ? null : read.high * big,
    scaled: true,
  };
}

/** Spoken Korean numerals up to 99: 스물여섯, 열두, 세. */
function nativeNumber(tokens: readonly Token[], i: number, t: Dense): NumberRead | null {
  const first = t.native.longest(tokens, i);
  if (!first || spaced(tokens, i, first.to)) return null;
  const ones = first.value >= 10 ? t.native.longest(tokens, first.to) : null;
  const joins = ones !== null && ones.value < 10 && !spaced(tokens, first.to - 1, ones.to);
  const to = joins ? ones.to : first.to;
  const last = tokens[to - 1]!.key;
  const bound = joins
    ? t.nativeBound.has(last) && ones.to - first.to === 1
    : t.nativeBound.has(textOf(tokens, i, to));
  if (bound && !t.counters.longest(tokens, to)) return null;
  return plain(i, to, first.value + (joins ? ones.value : 0), { words: true });
}

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(token => token.key)
    .join("");

function spaced(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (tokens[k]!.gap) return true;
  return false;
}

/** A lone character counts where it stands free, and only an ending, a counter or nothing follows it. */
function standsFree(tokens: readonly Token[], i: number, to: number, t: Dense): boolean {
  if (t.particles === null) return true;
  const [before, after] = [tokens[i - 1], tokens[to]];
  if (before?.kind === DENSE && !tokens[i]!.gap) return false;
  if (!after || after.kind !== DENSE) return true;
  if (after.gap) return !t.notAlone.has(tokens[i]!.key) || t.counters.longest(tokens, to) !== null;
  const ending = t.particles.longest(tokens, to);
  const next = ending && tokens[ending.to];
  if (ending && (!next || next.gap || next.kind !== DENSE)) return true;
  return t.counters.longest(tokens, to) !== null || t.denominator.longest(tokens, to) !== null;
}

const kept = keepingReads(denseAt);

/** The number at token `i`: 三百五十, 3.5亿, 十几, 二〇一九; null where a lone character is no number. */
export function readDense(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const token = tokens[i];
  const t = numerals.dense;
  if (!t || !token || (token.kind !== NUMBER && !t.begins.hold(token))) return null;
  return kept(tokens, i, numerals);
}

function denseAt(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const token = tokens[i]!;
  const t = numerals.dense!;
  const spelled = readSpelled(tokens, i, t);
  if (spelled || HIRAGANA.test(token.key)) return spelled;
  const either = nativeNumber(tokens, i, t) ?? eitherOf(tokens, i, t) ?? someOf(tokens, i, t);
  if (either) return either;
  const found = scan(tokens, i, t, numerals.data);
  if (!found) return null;
  const lone = token.kind === DENSE && found.characters === 1;
  if (lone && (t.formal.has(token.key) || !standsFree(tokens, i, found.to, t))) return null;
  if (lone && found.state.multiplied && tokens[found.to]?.kind === WORD) return null;
  return withMark(tokens, i, found, t);
}

/** Adds 几 and 多 after the number. */
function withMark(tokens: readonly Token[], i: number, found: Scan, t: Dense): NumberRead {
  const { state } = found;
  const token = tokens[i]!;
  const [scaled, words] = [state.multiplied, token.kind === DENSE];
  const value = finish(state, t);
  const open = tokens[found.to];
  if (open && !open.gap && t.some.has(open.key) && value % 10 === 0 && value >= 10) {
    const high = value + found.lastUnit;
    return thenBig(tokens, plain(i, found.to + 1, value, { high, words, approximate: true, scaled }), t);
  }
  const more = open && !open.gap && value >= 10 ? t.moreWords.longest(tokens, found.to) : null;
  if (more) return thenBig(tokens, plain(i, more.to, value, { words, scaled, more: true }), t);
  const last = found.lastUnit > 1 ? Math.log10(found.lastUnit) : 0;
  const digits = scaled && state.pending === null && state.last >= 1e4 ? last - found.decimals : null;
  return plain(i, found.to, value, {
    words,
    scaled,
    marked: found.decimals > 0 || /\D/.test(token.kind === NUMBER ? token.key : ""),
    digits,
  });
}
