import type { NumberRead } from "./numerals.ts";
import { DENSE, NUMBER, type Token } from "./tokens.ts";

type Read = (tokens: readonly Token[], i: number) => NumberRead | null;

const isText = (tokens: readonly Token[], at: number, text: string): boolean => {
  for (let k = 0; k < text.length; k++) if (tokens[at + k]?.key !== text[k]) return false;
  return true;
};

/** Chinese and Japanese shares: 百分之三十, 三分之二, 七成六, 三割五分, 一半, 对折. */
export function readPart(
  tokens: readonly Token[],
  i: number,
  read: Read,
): { number: NumberRead; percent: boolean; to: number } | null {
  const first = tokens[i];
  if (!first) return null;
  for (const lead of ["百分之", "百份之"]) {
    if (!isText(tokens, i, lead)) continue;
    const number = read(tokens, i + 3);
    return number && { number: { ...number, from: i }, percent: true, to: number.to };
  }
  if (isText(tokens, i, "千分之")) {
    const number = read(tokens, i + 3);
    return (
      number && {
        number: { ...number, from: i, value: number.value / 1000, fraction: true },
        percent: false,
        to: number.to,
      }
    );
  }
  for (const half of ["一半", "半数", "半數", "半分", "절반"]) {
    if (isText(tokens, i, half))
      return { number: fixed(i, i + half.length, 0.5), percent: false, to: i + half.length };
  }
  if (isText(tokens, i, "对折") || isText(tokens, i, "對折"))
    return { number: { ...fixed(i, i + 2, 50), fraction: false }, percent: true, to: i + 2 };
  return first.kind === DENSE || first.kind === NUMBER ? afterNumber(tokens, i, read) : null;
}

function fixed(from: number, to: number, value: number): NumberRead {
  return {
    from,
    to,
    value,
    high: null,
    digits: null,
    fraction: true,
    words: true,
    scaled: false,
    marked: false,
    approximate: false,
    indefinite: 0,
    percent: false,
    more: false,
  };
}

function afterNumber(
  tokens: readonly Token[],
  i: number,
  read: Read,
): { number: NumberRead; percent: boolean; to: number } | null {
  const number = read(tokens, i);
  if (!number) return null;
  const mixed = tokens[number.to]?.key === "又" ? afterNumber(tokens, number.to + 1, read) : null;
  if (mixed?.number.fraction) {
    return {
      number: {
        ...mixed.number,
        from: i,
        value: number.value + mixed.number.value,
        fraction: false,
        marked: true,
      },
      percent: false,
      to: mixed.to,
    };
  }
  for (const mark of ["分之", "分の", "분의"]) {
    if (!isText(tokens, number.to, mark)) continue;
    const top = read(tokens, number.to + 2);
    if (!top || number.value === 0) return null;
    return {
      number: { ...fixed(i, top.to, top.value / number.value), words: number.words },
      percent: false,
      to: top.to,
    };
  }
  const tenth = tokens[number.to]?.key;
  if (
    (tenth !== "成" && tenth !== "割" && tenth !== "折" && tenth !== "할") ||
    number.value > 10 ||
    number.scaled
  )
    return null;
  return tenths(tokens, i, number, read);
}

/** 七成六 is 76 percent, 七成半 75, 三割五分 35. */
function tenths(
  tokens: readonly Token[],
  i: number,
  number: NumberRead,
  read: Read,
): { number: NumberRead; percent: boolean; to: number } {
  let [value, to] = [number.value * 10, number.to + 1];
  if (tokens[to]?.key === "半") [value, to] = [value + 5, to + 1];
  else {
    const more = tokens[to]?.kind === DENSE || tokens[to]?.kind === NUMBER ? read(tokens, to) : null;
    if (more && more.value < 10 && !more.scaled && more.to === to + 1) {
      [value, to] = [value + more.value, more.to];
      if (tokens[to]?.key === "分") to++;
    }
  }
  const high = number.high === null ? null : number.high * 10;
  return { number: { ...number, from: i, to, value, high, words: true }, percent: true, to };
}
