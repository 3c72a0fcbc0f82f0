import { readNumber } from "../numerals/numerals.ts";
import { SIGN } from "../tokens/token.ts";
import type { Part, Reader } from "./part.ts";
import { knownUnit } from "./units.ts";

/** "3 dollars 50 cents", "15 dollars 50": coins add to the amount before them. */
export function withCoins(r: Reader, part: Part): Part {
  if (
    !part.unit?.money ||
    part.number.scaled ||
    part.number.marked ||
    !Number.isInteger(part.number.value) ||
    COIN.test(part.unit.unit)
  )
    return part;
  let at = part.unit.to;
  const key = r.tokens[at]?.key ?? "";
  const joined =
    r.c.numerals.words.longest(r.tokens, at)?.value.kind === "and" ||
    r.c.numerals.fractionAnd.has(key) ||
    (r.c.numerals.dense?.mixed.longest(r.tokens, at) ?? null) !== null ||
    key === ",";
  if (joined) at++;
  const coins = readNumber(r.tokens, at, r.c.numerals);
  if (
    !coins ||
    coins.from !== at ||
    coins.value <= 0 ||
    coins.value > 99 ||
    !Number.isInteger(coins.value) ||
    coins.fraction
  )
    return part;
  const unit = knownUnit(r.text, r.tokens, coins.to, r.c);
  const after = r.tokens[coins.to];
  const bare = !joined && !unit && coins.value >= 10 && (!after || after.kind === SIGN);
  if (!(unit && COIN.test(unit.unit)) && !bare) return part;
  const value = Number(
    (part.number.value + coins.value / (TENTH.test(unit?.unit ?? "") ? 10 : 100)).toFixed(2),
  );
  return {
    ...part,
    number: { ...part.number, value, marked: true },
    unit: { ...part.unit, to: unit?.to ?? coins.to },
  };
}

const TENTH = /^jiao$/;
const COIN = /^(?:cent|penny|sen|fen|jiao|kopek|paisa|centime)$/;
