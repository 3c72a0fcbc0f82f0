import type { CodedColumn } from "./columns.ts";
import type { PatternCounts } from "./em.ts";

/**
 * Patterns of levels as one number each: mixed radix, a digit per field, 0 for missing and level + 1 otherwise. Millions of pairs
 * show a few thousand patterns, and everything after the comparison works on those.
 */
export interface PatternCode {
  readonly columns: readonly CodedColumn[];
  readonly radix: readonly number[];
  /** Number of the pattern that two rows show. */
  readonly of: (a: number, b: number) => number;
}

export function patternCode(columns: readonly CodedColumn[]): PatternCode {
  const radix = columns.map(({ comparison }) => comparison.levels.length + 1);
  const of = (a: number, b: number) => {
    let code = 0;
    for (let field = columns.length - 1; field >= 0; field--) {
      const { codes, level } = columns[field]!;
      code = code * radix[field]! + level(codes[a]!, codes[b]!) + 1;
    }
    return code;
  };
  return { columns, radix, of };
}

/** Levels by field of a pattern number; -1 = missing. */
export function levelsOf({ radix }: Pick<PatternCode, "radix">, code: number): number[] {
  const levels: number[] = [];
  let rest = code;
  for (const base of radix) {
    levels.push((rest % base) - 1);
    rest = Math.floor(rest / base);
  }
  return levels;
}

/** Pattern counts for EM, from the number of pairs by pattern number. */
export function countsFrom(code: PatternCode, pairs: ReadonlyMap<number, number>): PatternCounts {
  const known = [...pairs.keys()];
  return {
    fields: code.columns.map(({ name, comparison }) => ({ name, levels: comparison.levels.length })),
    levels: Int8Array.from(known.flatMap(pattern => levelsOf(code, pattern))),
    counts: Float64Array.from(known, pattern => pairs.get(pattern)!),
  };
}
