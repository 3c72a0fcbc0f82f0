import { NUMBER } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";
import type { Length } from "./lengths.ts";

/** السنوات الخمس, "the five years": a definite count stands behind its unit; الخمس سنوات: or before it. */
export function countedBehind(x: DateContext, i: number): Length | null {
  const key = x.tokens[i]?.key ?? "";
  if (!x.w.countedUnits.begins(key) && !x.w.countsBehind.begins(key)) return null;
  const ahead = x.w.countsBehind.longest(x.tokens, i);
  const counted = ahead && x.w.units.longest(x.tokens, ahead.to);
  if (counted) return { n: ahead.value, unit: counted.value, to: counted.to };
  const unit = x.w.units.longest(x.tokens, i);
  if (!unit) return null;
  const count = x.w.countsBehind.longest(x.tokens, unit.to);
  return count ? { n: count.value, unit: unit.value, to: count.to } : oneAlone(x, i, unit);
}

/** قبل عام, لمدة ساعة, عام ونصف: a unit alone is one of it where a word for lengths stands before, or a half behind. */
function oneAlone(x: DateContext, i: number, unit: { value: string; to: number }): Length | null {
  if (!x.w.unitsAlone.longest(x.tokens, i)) return null;
  const half = x.c.numerals.andHalf.longest(x.tokens, unit.to);
  if (half) return { n: 1 + half.value, unit: unit.value, to: half.to };
  const led =
    [x.w.lasting, x.w.within, x.w.awayBack].some(words => words.endsBefore(x.tokens, i) !== null) ||
    x.c.before.endsBefore(x.tokens, i) !== null;
  const next = x.tokens[unit.to];
  const counted = next?.kind === NUMBER || x.w.join.longest(x.tokens, unit.to) !== null;
  return led && !counted ? { n: 1, unit: unit.value, to: unit.to, article: true } : null;
}
