import {
  type BoundKernels,
  bindComparing,
  type SharedKernels,
  sharedCodes,
  shareKernels,
} from "../kernels/comparing.ts";
import { int32s } from "../memory.ts";
import { type CodedColumn, codedColumn, type SharedColumn } from "../table/columns.ts";
import { dictionary, hashOf } from "../table/dictionary.ts";

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
  /** What the comparer is made of, for other threads. */
  readonly shared: SharedComparer;
  readonly into: (a: number, b: number, levels: Int8Array) => void;
  /** What does the same many pairs at a time, where there is such a thing. */
  readonly kernels: BoundKernels | null;
}

/** What a comparer is made of: arrays that every thread reads. */
export interface SharedComparer {
  readonly rows: number;
  /** Codes row by row, a field after the other: what is compared of a row stands together. */
  readonly codes: Int32Array;
  readonly fields: readonly SharedField[];
  readonly kernels: SharedKernels | null;
}

export interface SharedField {
  readonly column: SharedColumn;
  /** The other field, and for each value of this one its code there, -1 where the other has no such value. */
  readonly other: { readonly field: number; readonly there: Int32Array } | null;
}

export const OTHER_COLUMN = "equals the other column";

/** `also` names for some columns the column that their values may stand in by mistake. `plain`: compared without kernels, to the same end. */
export function shareComparer(
  columns: readonly SharedColumn[],
  also: ReadonlyMap<string, string> = new Map(),
  { plain = false }: { plain?: boolean } = {},
): SharedComparer {
  const fields = columns.map(column => {
    const field = columns.findIndex(({ name }) => name === also.get(column.name));
    return { column, other: field < 0 ? null : { field, there: placesIn(columns[field]!, column) } };
  });
  const rows = columns[0]?.codes.length ?? 0;
  const kernels = plain ? null : shareKernels(fields, rows);
  const codes = (kernels && sharedCodes(kernels, rows * columns.length)) ?? rowByRow(columns);
  return { rows, codes, fields, kernels };
}

function rowByRow(columns: readonly SharedColumn[]): Int32Array {
  const width = columns.length;
  const all = int32s(width * (columns[0]?.codes.length ?? 0));
  for (const [field, { codes }] of columns.entries())
    for (let row = 0; row < codes.length; row++) all[row * width + field] = codes[row]!;
  return all;
}

/** For each value of a column its code in another, -1 where that has no such value. */
function placesIn(other: SharedColumn, { values }: SharedColumn): Int32Array {
  const known = dictionary();
  const look = ({ bytes, starts }: SharedColumn["values"]["cells"], visit: (code: number) => void) => {
    for (let cell = 0; cell < starts.length - 1; cell++) {
      const from = starts[cell]!;
      const to = starts[cell + 1]!;
      visit(known.codeOf(bytes, from, to, hashOf(bytes, from, to)));
    }
  };
  look(other.values.cells, () => {});
  const there = int32s(values.count);
  let value = 0;
  look(values.cells, code => {
    there[value++] = code < other.values.count ? code : -1;
  });
  return there;
}

export const comparerOf = (
  columns: readonly SharedColumn[],
  also: ReadonlyMap<string, string> = new Map(),
  options: { plain?: boolean } = {},
): Comparer => comparerFrom(shareComparer(columns, also, options));

export function comparerFrom(shared: SharedComparer): Comparer {
  const fields = shared.fields.map((_, field) => fieldOf(shared, field));
  const types = shared.fields.map(({ column }) => column.type);
  const kernels = shared.kernels && bindComparing(shared.kernels, types);
  const left = kernels?.plain ?? fields.map((_, field) => field);
  return {
    rows: shared.rows,
    fields,
    shared,
    kernels,
    into: (a, b, levels) => {
      kernels?.levelsOf(a, b, levels);
      for (const field of left) levels[field] = fields[field]!.level(a, b);
    },
  };
}

/** Comparers by what they are made of, so that each thread makes one, and keeps what it remembers of compared values. */
const comparers = new WeakMap<SharedComparer, Comparer>();

export function comparerOfShared(shared: SharedComparer): Comparer {
  const known = comparers.get(shared) ?? comparerFrom(shared);
  comparers.set(shared, known);
  return known;
}

/** Levels up to `close` stay; above them comes equality with the other column of the other record, then the rest. */
function fieldOf({ codes, fields }: SharedComparer, field: number): ComparedField {
  const { column: shared, other } = fields[field]!;
  const width = fields.length;
  const column = codedColumn(shared);
  const { level } = column;
  const meanings = column.comparison.levels;
  if (other === null)
    return {
      column,
      levels: meanings,
      level: (a, b) => level(codes[a * width + field]!, codes[b * width + field]!),
    };
  const { there } = other;
  const extra = meanings.length - 2;
  const strayed = (a: number, b: number) => {
    const code = codes[a * width + field]!;
    return code >= 0 && there[code]! >= 0 && there[code] === codes[b * width + other.field];
  };
  return {
    column,
    levels: [...meanings.slice(0, extra), OTHER_COLUMN, ...meanings.slice(extra)],
    level: (a, b) => {
      const own = level(codes[a * width + field]!, codes[b * width + field]!);
      if (own >= extra) return own + 1;
      return own >= 0 && (strayed(a, b) || strayed(b, a)) ? extra : own;
    },
  };
}
