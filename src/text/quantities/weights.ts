import { readNumber } from "../numerals/numerals.ts";
import { NUMBER, WORD } from "../tokens/token.ts";
import type { Part, Reader } from "./part.ts";
import { knownUnit } from "./units.ts";

/** How far back a word of weighing may stand. */
const REACH = 4;

/** "50 pounds of cocaine", "a 200-pound bomb", "weighing 30 pounds": what pays and weighs by one name, where it weighs. */
export function weighed(r: Reader, part: Part): Part {
  const words = r.c.weights;
  if (!words || !part.unit?.money || part.number.scaled) return part;
  const name = r.tokens[part.unit.from]!;
  if (part.unit.to !== part.unit.from + 1 || !words.names.has(name.key)) return part;
  return weighs(r, part) ? { ...part, unit: { ...part.unit, unit: words.unit, money: false } } : part;
}

function weighs(r: Reader, part: Part): boolean {
  const { words, to } = { words: r.c.weights!, to: part.unit!.to };
  for (let i = part.from - 1; i >= Math.max(0, part.from - REACH); i--)
    if (words.before.has(r.tokens[i]!.key)) return true;
  if (words.after.longest(r.tokens, to)) return true;
  const next = r.tokens[to];
  if (next?.kind === NUMBER) return isMeasure(r, to, words.smaller);
  if (next?.kind !== WORD) return false;
  const of = words.of.has(next.key);
  const thing = of ? r.tokens[to + 1] : hyphened(r, part) ? next : undefined;
  return thing?.kind === WORD && !r.c.stop.has(thing.key) && !words.money.has(thing.key);
}

/** "3 ounces" behind it. */
function isMeasure(r: Reader, at: number, unit: string): boolean {
  const rest = readNumber(r.tokens, at, r.c.numerals);
  return rest !== null && knownUnit(r.text, r.tokens, rest.to, r.c)?.unit === unit;
}

/** "200-pound": the measure joined to its number by a hyphen. */
const hyphened = (r: Reader, part: Part): boolean => r.tokens[part.unit!.from - 1]?.key === "-";
