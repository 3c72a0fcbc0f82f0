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
let gathering = new WeakMap<Numbers, Gathering>();

/** Called when an estimate begins: whoever owns a column may have changed it since the last one. */
export function forgetFacts(): void {
  known = new WeakMap();
  gathering = new WeakMap();
}

/** Facts of a large column, looked up once in an estimate; null for a small one. */
export function factsOf(values: Numbers): Facts | null {
  if (values.length < FEW_ROWS) return null;
  const before = known.get(values);
  if (before !== undefined) return before;
  const facts = lookThrough(values);
  known.set(values, facts);
  return facts;
}

/** The facts of chunks of a column that somebody brings to the kernels for another reason. */
interface Gathering {
  /** Facts of no number yet. */
  readonly first: Float64Array;
  /** States of the kernel, one after the other. */
  readonly states: Float64Array;
  /** The place of the state of a chunk, by the row that it begins with. */
  readonly places: Map<number, number>;
  rows: number;
}

/** Takes note of the facts of a column when it is brought to the kernels next; false where its facts are known, or it is small. */
export function gatherFacts(values: Numbers): boolean {
  if (values.length < FEW_ROWS || known.has(values)) return false;
  // Every block of rows may begin a chunk of its own.
  const states = new Float64Array(4 * NUMBERS * Math.ceil(values.length / CHUNK));
  gathering.set(values, { first: firstState(firstOf(values)), states, places: new Map(), rows: 0 });
  return true;
}

/** Called by who has brought the rows from `from` on to the place `at`; `state` is a place for the state of the kernel. */
export function noteChunk(
  values: Numbers,
  { workspace, state }: { workspace: Workspace; state: number },
  { at, from, rows }: { at: number; from: number; rows: number },
): void {
  const notes = gathering.get(values);
  if (notes === undefined) return;
  const { first, states, places } = notes;
  // Whoever comes to the same rows again has begun anew.
  if (places.has(from)) {
    places.clear();
    notes.rows = 0;
  }
  const place = NUMBERS * places.size;
  notes.rows += rows;
  if (place === states.length || notes.rows > values.length) {
    gathering.delete(values);
    return;
  }
  const view = workspace.doubles(state, NUMBERS);
  view.set(first);
  workspace.run.facts(at, rows, state);
  states.set(view, place);
  places.set(from, place);
  if (notes.rows < values.length) return;
  known.set(values, readState(joined(notes)));
  gathering.delete(values);
}

/** In the order of the rows, so that the digits do not depend on which half of them came first. */
function joined({ first, states, places }: Gathering): Float64Array {
  const all = first.slice();
  for (const [, place] of [...places].sort(([a], [b]) => a - b)) {
    all[0] = Math.min(all[0]!, states[place]!);
    all[1] = Math.max(all[1]!, states[place + 1]!);
    // Sum, squares, missing and fractions; the shift is the same in all.
    for (const i of [2, 3, 5, 6]) all[i]! += states[place + i]!;
  }
  return all;
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
  workspace.doubles(state, NUMBERS).set(firstState(first));
}

/** In the order of the kernel's state: lowest, highest, sum, squares, shift, missing, fractions. */
const firstState = (first: number): Float64Array =>
  Float64Array.of(
    ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, Number.isFinite(first) ? first : 0, 0, 0],
  );

/** Facts of the numbers seen so far. */
export const readFacts = (workspace: Workspace, state: number): Facts =>
  readState(workspace.doubles(state, NUMBERS));

function readState(state: Float64Array): Facts {
  const [low, high, sum, squares, shift, missing, fractions] = state;
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
