import type { CodedColumn } from "./columns.ts";
import type { PatternCounts } from "./em.ts";

/** One compared field: a column, and the column that its values may have strayed into. */
export interface ComparedField {
  readonly column: CodedColumn;
  /** What each level means, from the lowest. */
  readonly levels: readonly string[];
  readonly level: (a: number, b: number) => number;
}

/** Compares rows, field by field, into levels; -1 = missing. */
export interface Comparer {
  readonly rows: number;
  readonly fields: readonly ComparedField[];
  readonly into: (a: number, b: number, levels: Int8Array) => void;
}

export const OTHER_COLUMN = "equals the other column";

/** `also` names for some columns the column that their values may stand in by mistake. */
export function comparerOf(
  columns: readonly CodedColumn[],
  also: ReadonlyMap<string, string> = new Map(),
): Comparer {
  const byName = new Map(columns.map(column => [column.name, column]));
  const fields = columns.map(column => {
    const other = byName.get(also.get(column.name) ?? "");
    return other ? strayingField(column, other) : plainField(column);
  });
  return {
    rows: columns[0]?.codes.length ?? 0,
    fields,
    into: (a, b, levels) => {
      for (let field = 0; field < fields.length; field++) levels[field] = fields[field]!.level(a, b);
    },
  };
}

function plainField(column: CodedColumn): ComparedField {
  const { codes, level } = column;
  return { column, levels: column.comparison.levels, level: (a, b) => level(codes[a]!, codes[b]!) };
}

/** Levels up to `close` stay; above them comes equality with the other column of the other record, then the rest. */
function strayingField(column: CodedColumn, other: CodedColumn): ComparedField {
  const { codes, level } = column;
  const meanings = column.comparison.levels;
  const extra = meanings.length - 2;
  const codeInOther = new Map(other.values.text.map((text, code) => [text, code]));
  const there = Int32Array.from(column.values.text, text => codeInOther.get(text) ?? -1);
  const strayed = (a: number, b: number) => {
    const code = codes[a]!;
    return code >= 0 && there[code]! >= 0 && there[code] === other.codes[b];
  };
  return {
    column,
    levels: [...meanings.slice(0, extra), OTHER_COLUMN, ...meanings.slice(extra)],
    level: (a, b) => {
      const own = level(codes[a]!, codes[b]!);
      if (own >= extra) return own + 1;
      return own >= 0 && (strayed(a, b) || strayed(b, a)) ? extra : own;
    },
  };
}

/** Patterns of levels with their number of pairs: mixed radix, a digit per field, 0 for missing and level + 1 otherwise. */
export function countPatterns(
  comparer: Comparer,
  eachPair: (visit: (a: number, b: number) => void) => void,
): PatternCounts {
  const { fields } = comparer;
  const levels = new Int8Array(fields.length);
  const counts = new Map<number, number>();
  eachPair((a, b) => {
    comparer.into(a, b, levels);
    let code = 0;
    for (let field = fields.length - 1; field >= 0; field--)
      code = code * (fields[field]!.levels.length + 1) + levels[field]! + 1;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  });
  const known = [...counts.keys()];
  return {
    fields: fields.map(({ column, levels: meanings }) => ({ name: column.name, levels: meanings.length })),
    levels: Int8Array.from(known.flatMap(code => levelsOf(fields, code))),
    counts: Float64Array.from(known, code => counts.get(code)!),
  };
}

function levelsOf(fields: readonly ComparedField[], code: number): number[] {
  let rest = code;
  return fields.map(({ levels }) => {
    const digit = rest % (levels.length + 1);
    rest = Math.floor(rest / (levels.length + 1));
    return digit - 1;
  });
}
