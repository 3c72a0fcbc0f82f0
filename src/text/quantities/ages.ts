import type { Part, Reader } from "./part.ts";
import type { UnitRead } from "./units.ts";

/** "tenía cinco años", "âgé de 20 ans": a time after a word of age is an age. */
export function agedUnit(r: Reader, part: Part): UnitRead | null {
  if (
    !part.unit ||
    !/^(?:year|month|week|day)$/.test(part.unit.unit) ||
    !r.c.aged.endsBefore(r.tokens, part.from)
  )
    return null;
  return { ...part.unit, unit: `${part.unit.unit} of age` };
}

/** The unit of an age that names none ("aged 25"). */
export function ageUnit(r: Reader, part: Part): UnitRead {
  const from = r.c.aged.endsBefore(r.tokens, part.from)?.to ?? part.to - 1;
  return { unit: "year of age", from, to: part.to, money: false, how: "known" };
}

/** "aged 25". */
export function ageBefore(r: Reader, part: Part, noun: UnitRead | null): boolean {
  if (noun || part.number.value > 130 || part.number.value < 0) return false;
  return r.c.aged.endsBefore(r.tokens, part.from) !== null;
}
