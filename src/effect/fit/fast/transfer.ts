import type { Factor } from "../../data/factor.ts";
import { beginFacts, readFacts } from "../../data/facts.ts";
import { awaitedShift, noteSums } from "../../data/gathered.ts";
import { copyNumbers, type Numbers } from "../../data/taken.ts";
import { unwrittenOf } from "../../data/unwritten.ts";
import type { Workspace } from "../../kernels/workspace.ts";
import { type BaseOrder, CHUNK } from "./base-order.ts";
import type { Places } from "./places.ts";

/** A panel in the memory of the kernels, as far as it takes to bring rows there and back. */
export interface Placed {
  readonly workspace: Workspace;
  readonly places: Pick<Places, "staging">;
  readonly order: BaseOrder;
}

/** One number or one code a row into the order of the base. */
export function placeRows(
  { workspace, places: { staging }, order }: Placed,
  values: Numbers | Int32Array,
  at: number,
): void {
  const put = ({ from, to }: { from: number; to: number }, place: number) => {
    if (values instanceof Int32Array) workspace.ints(place, to - from).set(values.subarray(from, to));
    else copyNumbers(values, { from, to }, workspace.doubles(place, to - from));
  };
  if (order.sorted) {
    put({ from: 0, to: order.rows }, at);
    return;
  }
  const { run } = workspace;
  const sort = values instanceof Int32Array ? run.sortCodes : run.sortNumbers;
  order.chunks(workspace, staging, chunk => {
    put(chunk, staging.a);
    sort(staging.codes, staging.a, chunk.to - chunk.from, staging.next, at);
  });
}

/** The codes of a factor into the order of the base. */
export function placeCodes(placed: Placed, factor: Pick<Factor, "codes">, at: number): void {
  const unwritten = placed.order.sorted ? unwrittenOf(factor) : undefined;
  if (unwritten === undefined) placeRows(placed, factor.codes, at);
  else unwritten.each((codes, from) => placed.workspace.ints(at + 4 * from, codes.length).set(codes));
}

/** Two columns side by side into the order of the base, 0 where there is none; of the rows of a range if rows are in order already. */
export function placePair(
  placed: Placed,
  [a, b]: readonly [Numbers | null, Numbers | null],
  pair: number,
  range = { from: 0, to: placed.order.rows },
): void {
  const { workspace, places, order } = placed;
  const { staging } = places;
  const { run } = workspace;
  const both: Awaited[] = [
    { values: a, at: staging.a, shift: awaitedShift(a) },
    { values: b, at: staging.b, shift: awaitedShift(b) },
  ];
  const awaited = both.filter(({ shift }) => shift !== null);
  for (const { values, at } of both) if (values === null) workspace.zero(at, 8 * CHUNK);
  order.chunks(
    workspace,
    staging,
    ({ from, to }) => {
      for (const { values, at } of both)
        if (values !== null) copyNumbers(values, { from, to }, workspace.doubles(at, to - from));
      const rows = pair + 16 * from;
      if (!order.sorted) run.sortColumns(staging.codes, staging.a, staging.b, to - from, staging.next, pair);
      else if (awaited.length === 0) run.joinColumns(staging.a, staging.b, to - from, rows);
      else return joinAndNote(placed, both, { from, to }, rows);
      for (const one of awaited) noteOne(placed, one, { from, to });
    },
    range,
  );
}

/** A column on its way, of whose numbers, lessened by a shift, somebody may want the sums. */
interface Awaited {
  readonly values: Numbers | null;
  /** Where a chunk of it stands. */
  readonly at: number;
  readonly shift: number | null;
}

/** Joins two columns and takes note of their sums in the same visit. */
function joinAndNote(
  placed: Placed,
  both: readonly Awaited[],
  { from, to }: { from: number; to: number },
  pair: number,
): void {
  const { workspace, places } = placed;
  const { a, b, facts } = places.staging;
  const state = workspace.doubles(facts, 6);
  state.set([both[0]!.shift ?? 0, both[1]!.shift ?? 0, 0, 0, 0, 0]);
  workspace.run.joinAndSum(a, b, to - from, pair, facts);
  for (const [which, one] of both.entries()) {
    if (one.shift === null) continue;
    const [sum, squares] = [state[2 + which]!, state[4 + which]!];
    // A missing number leaves its mark on the squares; so do numbers too large for them.
    if (Number.isFinite(squares))
      noteSums(one.values!, { from, rows: to - from }, { sum, squares, missing: 0 });
    else noteOne(placed, one, { from, to });
  }
}

function noteOne(
  { workspace, places: { staging } }: Placed,
  { values, at, shift }: Awaited,
  { from, to }: { from: number; to: number },
): void {
  beginFacts(workspace, staging.facts, shift!);
  workspace.run.facts(at, to - from, staging.facts);
  noteSums(values!, { from, rows: to - from }, readFacts(workspace, staging.facts));
}

/** The columns of a pair, in the order of the rows. */
export function takePair(
  { workspace, places: { staging }, order }: Placed,
  pair: number,
): [Float64Array, Float64Array] {
  const a = new Float64Array(order.rows);
  const b = new Float64Array(order.rows);
  order.chunks(workspace, staging, ({ from, to }) => {
    const n = to - from;
    if (order.sorted) workspace.run.partColumns(pair + 16 * from, n, staging.a, staging.b);
    else workspace.run.unsortColumns(staging.codes, n, staging.next, pair, staging.a, staging.b);
    a.set(workspace.doubles(staging.a, n), from);
    b.set(workspace.doubles(staging.b, n), from);
  });
  return [a, b];
}
