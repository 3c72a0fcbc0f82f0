import { readNumber } from "../numerals/numerals.ts";
import type { Part, Reader } from "./part.ts";
import { knownUnit } from "./units.ts";

/** A measure and the smaller one that it is told with: what it is called, and how many make one. */
const SMALLER: Readonly<Record<string, readonly [unit: string, count: number]>> = {
  foot: ["inch", 12],
  yard: ["foot", 3],
  "pound-mass": ["ounce", 16],
  stone: ["pound-mass", 14],
  metre: ["centimetre", 100],
  kilometre: ["metre", 1000],
  kilogram: ["gram", 1000],
};

/** "5 feet 2 inches", "six feet, two inches", "8 stone 4 pounds": the rest in the next smaller measure adds to the amount. */
export function withSmaller(r: Reader, part: Part): Part {
  const smaller = part.unit && SMALLER[part.unit.unit];
  if (!smaller || part.number.fraction || !Number.isInteger(part.number.value) || part.number.high !== null)
    return part;
  const [name, count] = smaller;
  let at = part.unit!.to;
  const joiner = r.tokens[at]?.key ?? "";
  if (joiner === "," || joiner === "-" || r.c.numerals.and.has(joiner)) at++;
  const rest = readNumber(r.tokens, at, r.c.numerals);
  if (!rest || rest.from !== at || rest.value <= 0 || rest.value >= count) return part;
  const unit = knownUnit(r.text, r.tokens, rest.to, r.c);
  if (!unit || (unit.unit !== name && !(unit.money && name === "pound-mass"))) return part;
  const value = part.number.value + rest.value / count;
  return { ...part, number: { ...part.number, value, marked: true }, unit: { ...part.unit!, to: unit.to } };
}
