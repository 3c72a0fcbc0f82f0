import { Layout, passing, type Workspace } from "../kernels/workspace.ts";
import { copyNumbers, firstOf, type Numbers } from "./taken.ts";

/** What one visit of a column of numbers shows. */
export interface Facts {
  /** Of the finite numbers. */
  readonly low: number;
  readonly high: number;
  /** Sums over the finite numbers less `shift`, and of their squares. */
  readonly shift: number;
  readonly sum: number;
  readonly squares: number;
  /** Numbers that are NaN or infinite. */
  readonly missing: number;
  /** Whether all others are whole. */
  readonly whole: boolean;
}

/** Rows that are copied to the kernels at a time: they stay in the cache. */
export const CHUNK = 8192;
/** With fewer rows the kernels gain nothing. */
const FEW_ROWS = 4096;

let known = new WeakMap<Numbers, Facts>();

/** Called when an estimate begins: whoever owns a column may have changed it since the last one. */
export function forgetFacts(): void {
  known = new WeakMap();
}

/** Whether the facts of a large column are still to be looked up. */
export const lacksFacts = (values: Numbers): boolean => values.length >= FEW_ROWS && !known.has(values);

/** Facts of a large column, looked up once in an estimate; null for a small one. */
export function factsOf(values: Numbers): Facts | null {
  if (values.length < FEW_ROWS) return null;
  const before = known.get(values);
  if (before !== undefined) return before;
  const facts = lookThrough(values);
  known.set(values, facts);
  return facts;
}

function lookThrough(values: Numbers): Facts {
  const layout = new Layout();
  const [state, chunk] = [layout.take(STATE), layout.take(8 * CHUNK)];
  const workspace = passing.take(layout.bytes, null)!;
  beginFacts(workspace, state, firstOf(values));
  for (let from = 0; from < values.length; from += CHUNK) {
    const to = Math.min(values.length, from + CHUNK);
    copyNumbers(values, { from, to }, workspace.doubles(chunk, to - from));
    workspace.run.facts(chunk, to - from, state);
  }
  return readFacts(workspace, state);
}

/** Numbers of the state of the kernel, and bytes of its place. */
const NUMBERS = 7;
export const STATE = 64;

/** Facts of no number yet; `first` is the first of the column. */
export function beginFacts(workspace: Workspace, state: number, first: number): void {
  const shift = Number.isFinite(first) ? first : 0;
  // In the order of the kernel's state: lowest, highest, sum, squares, shift, missing, fractions.
  workspace
    .doubles(state, NUMBERS)
    .set([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, shift, 0, 0]);
}

/** Facts of the numbers seen so far. */
export function readFacts(workspace: Workspace, state: number): Facts {
  const [low, high, sum, squares, shift, missing, fractions] = workspace.doubles(state, NUMBERS);
  return {
    low: low!,
    high: high!,
    shift: shift!,
    sum: sum!,
    squares: squares!,
    missing: missing!,
    whole: fractions === 0,
  };
}

/** Copies a column through a place in the memory, a chunk at a time. */
export function eachChunk(
  workspace: Workspace,
  values: Float64Array | Int32Array,
  at: number,
  visit: (n: number, from: number) => void,
): void {
  for (let from = 0; from < values.length; from += CHUNK) {
    const to = Math.min(values.length, from + CHUNK);
    if (values instanceof Float64Array) workspace.doubles(at, to - from).set(values.subarray(from, to));
    else workspace.ints(at, to - from).set(values.subarray(from, to));
    visit(to - from, from);
  }
}
