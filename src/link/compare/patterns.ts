import { BATCH, type BoundKernels } from "../kernels/comparing.ts";
import type { PatternCounts } from "../train/em.ts";
import type { ComparedField, Comparer } from "./compare.ts";

/** Pairs of rows. */
export interface RowPairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Hands the levels of pairs to `visit` a batch at a time, field by field. */
function eachBatch(
  { fields }: Comparer,
  kernels: BoundKernels,
  { a, b }: RowPairs,
  visit: (length: number) => void,
  { rareOnly = false }: { rareOnly?: boolean } = {},
): void {
  const levelsIn = rareOnly ? kernels.run.rareLevelsOfField : kernels.run.levelsOfField;
  const { batch, plain } = kernels;
  for (let from = 0; from < a.length; from += BATCH) {
    const length = Math.min(BATCH, a.length - from);
    const places = batch();
    places.a.set(a.subarray(from, from + length));
    places.b.set(b.subarray(from, from + length));
    for (const [field, { level }] of fields.entries()) {
      if (!plain.includes(field)) levelsIn(field, length);
      else
        for (let pair = 0; pair < length; pair++)
          places.levels[field * BATCH + pair] = level(a[from + pair]!, b[from + pair]!);
    }
    visit(length);
  }
}

/** How many pairs have each level, by field. `rareOnly`: pairs below the rare levels of a field may be counted for any level below them. */
export function countLevels(
  comparer: Comparer,
  pairs: RowPairs,
  options: { rareOnly?: boolean } = {},
): Int32Array[] {
  const counts = comparer.fields.map(({ levels }) => new Int32Array(levels.length));
  const { kernels } = comparer;
  if (kernels) {
    const at = kernels.room(4 * counts.reduce((sum, { length }) => sum + length, 0), "levels");
    const starts = counts.map((_, field) =>
      counts.slice(0, field).reduce((sum, { length }) => sum + length, 0),
    );
    const all = new Int32Array(kernels.memory.buffer, at, starts.at(-1)! + counts.at(-1)!.length).fill(0);
    const count = (length: number) => {
      for (const [field, start] of starts.entries()) kernels.run.countField(field, length, at + 4 * start);
    };
    eachBatch(comparer, kernels, pairs, count, options);
    return starts.map((start, field) => all.slice(start, start + counts[field]!.length));
  }
  const levels = new Int8Array(comparer.fields.length);
  for (let pair = 0; pair < pairs.a.length; pair++) {
    comparer.into(pairs.a[pair]!, pairs.b[pair]!, levels);
    for (let field = 0; field < levels.length; field++)
      if (levels[field]! >= 0) counts[field]![levels[field]!]!++;
  }
  return counts;
}

/** Patterns of levels with their number of pairs, in the order in which they are first seen. */
export function countPatterns(comparer: Comparer, pairs: RowPairs): PatternCounts {
  const { fields, kernels } = comparer;
  const counted = kernels ? inKernels(comparer, kernels, pairs) : inPlainCode(comparer, pairs);
  return {
    fields: fields.map(({ column, levels: meanings }) => ({ name: column.name, levels: meanings.length })),
    ...counted,
  };
}

/** Patterns as numbers of 64 bits: more fields than this could not be told apart, and are counted by plain code. */
const fitsKernel = (fields: readonly ComparedField[]) =>
  fields.reduce((bits, { levels }) => bits + Math.log2(levels.length + 1), 0) < 63;

type Counted = Pick<PatternCounts, "levels" | "counts">;

function inKernels(comparer: Comparer, kernels: BoundKernels, pairs: RowPairs): Counted {
  if (!fitsKernel(comparer.fields)) return inPlainCode(comparer, pairs);
  const { run, memory, levelsAt } = kernels;
  const width = comparer.fields.length;
  const most = 2 ** Math.ceil(Math.log2(Math.max(2, pairs.a.length)));
  run.startPatterns(kernels.room(run.patternBytes(most), "patterns"), most);
  let known = 0;
  eachBatch(comparer, kernels, pairs, length => {
    known = run.countPatterns(levelsAt, length);
  });
  return {
    levels: new Int8Array(memory.buffer, run.patternLevels() >>> 0, known * width).slice(),
    counts: new Float64Array(memory.buffer, run.patternCounts() >>> 0, known).slice(),
  };
}

function inPlainCode(comparer: Comparer, { a, b }: RowPairs): Counted {
  const levels = new Int8Array(comparer.fields.length);
  const places = new Map<string, number>();
  const seen: number[] = [];
  const counts: number[] = [];
  for (let pair = 0; pair < a.length; pair++) {
    comparer.into(a[pair]!, b[pair]!, levels);
    const pattern = levels.join();
    const place = places.get(pattern) ?? counts.length;
    if (place === counts.length) {
      places.set(pattern, place);
      counts.push(0);
      seen.push(...levels);
    }
    counts[place]!++;
  }
  return { levels: Int8Array.from(seen), counts: Float64Array.from(counts) };
}
