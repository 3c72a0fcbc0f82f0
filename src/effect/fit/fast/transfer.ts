import type { Factor } from "../../data/factor.ts";
import { noteChunk } from "../../data/facts.ts";
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
  { workspace, places: { staging }, order }: Placed,
  [a, b]: readonly [Numbers | null, Numbers | null],
  pair: number,
  range = { from: 0, to: order.rows },
): void {
  const { run } = workspace;
  const bring = (values: Numbers, at: number, { from, to }: { from: number; to: number }) => {
    copyNumbers(values, { from, to }, workspace.doubles(at, to - from));
    noteChunk(values, { workspace, state: staging.facts }, { at, from, rows: to - from });
  };
  if (a === null) workspace.zero(staging.a, 8 * CHUNK);
  if (b === null) workspace.zero(staging.b, 8 * CHUNK);
  order.chunks(
    workspace,
    staging,
    ({ from, to }) => {
      if (a !== null) bring(a, staging.a, { from, to });
      if (b !== null) bring(b, staging.b, { from, to });
      if (order.sorted) run.joinColumns(staging.a, staging.b, to - from, pair + 16 * from);
      else run.sortColumns(staging.codes, staging.a, staging.b, to - from, staging.next, pair);
    },
    range,
  );
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
