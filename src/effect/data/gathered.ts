import { type Facts, factsOf, lacksFacts } from "./facts.ts";
import { firstOf, type Numbers } from "./taken.ts";

/** Sums over the finite numbers of a column less `shift`, and how many numbers are NaN or infinite. */
export type Sums = Pick<Facts, "shift" | "sum" | "squares" | "missing">;

/** The sums of the chunks of a column that somebody brings to the kernels for another reason. */
interface Gathering {
  readonly shift: number;
  /** By the row that a chunk begins with. */
  readonly chunks: Map<number, Omit<Sums, "shift">>;
  rows: number;
}

let known = new WeakMap<Numbers, Sums>();
let gathering = new WeakMap<Numbers, Gathering>();

/** Called when an estimate begins, as `forgetFacts`. */
export function forgetSums(): void {
  known = new WeakMap();
  gathering = new WeakMap();
}

/** Sums over a large column, taken once in an estimate; null for a small one. */
export const sumsOf = (values: Numbers): Sums | null => known.get(values) ?? factsOf(values);

/** Takes note of the sums of a column when it is brought to the kernels next; false where they are known, or it is small. */
export function gatherSums(values: Numbers): boolean {
  if (!lacksFacts(values) || known.has(values)) return false;
  const first = firstOf(values);
  gathering.set(values, { shift: Number.isFinite(first) ? first : 0, chunks: new Map(), rows: 0 });
  return true;
}

/** What the numbers of a column are lessened by whose sums somebody waits for; null for another. */
export const awaitedShift = (values: Numbers | null): number | null =>
  values === null ? null : (gathering.get(values)?.shift ?? null);

/** Called with the sums of so many rows from `from` on. */
export function noteSums(
  values: Numbers,
  { from, rows }: { from: number; rows: number },
  { sum, squares, missing }: Omit<Sums, "shift">,
): void {
  const notes = gathering.get(values);
  if (notes === undefined) return;
  const { chunks } = notes;
  // Whoever comes to the same rows again has begun anew.
  if (chunks.has(from)) {
    chunks.clear();
    notes.rows = 0;
  }
  chunks.set(from, { sum, squares, missing });
  notes.rows += rows;
  if (notes.rows < values.length) return;
  if (notes.rows === values.length) known.set(values, joined(notes));
  gathering.delete(values);
}

/** In the order of the rows, so that the digits do not depend on which half of them came first. */
function joined({ shift, chunks }: Gathering): Sums {
  const all = { shift, sum: 0, squares: 0, missing: 0 };
  for (const [, { sum, squares, missing }] of [...chunks].sort(([a], [b]) => a - b)) {
    all.sum += sum;
    all.squares += squares;
    all.missing += missing;
  }
  return all;
}
