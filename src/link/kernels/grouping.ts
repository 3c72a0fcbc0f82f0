import { loadKernels } from "../../stats/kernels/load.ts";
import type { Coded, GroupedRule } from "../blocking/blocking.ts";
import { int32s } from "../memory.ts";
import { MOST_BYTES } from "./arena.ts";
import { type Kernels, wasm } from "./wasm.ts";

const PAGE = 65_536;

/** Groups rows by rules, in a memory of its own. */
export interface Grouper {
  /** The rows by the codes of a rule's keys; the code of each row is written to `keys`, so many to a row, at `place`. */
  readonly group: (
    codes: readonly Coded[],
    options: { largest: number; keys: Int32Array; width: number; place: number },
  ) => Omit<GroupedRule, "keys">;
}

/** A grouper for so many rows; null where there are no kernels, or too many rows for them. */
export function grouperOf(rows: number): Grouper | null {
  let size = 1024;
  while (size < 2 * rows) size *= 2;
  // Codes of two keys and of both together, sizes of groups, grouped rows and starts, then slots.
  const arrays = Array.from({ length: 6 }, (_, at) => PAGE + at * (4 * rows + 64));
  const slots = PAGE + 64 * Math.ceil((6 * (4 * rows + 64)) / 64);
  const bytes = slots + 16 * size;
  if (bytes > MOST_BYTES / 2) return null;
  let kernels: { run: Kernels; memory: WebAssembly.Memory };
  try {
    kernels = loadKernels<Kernels>(wasm, { bytes, shared: typeof SharedArrayBuffer !== "undefined" });
  } catch {
    return null;
  }
  const { run, memory } = kernels;
  const [first, second, both, next, into, starts] = arrays.map(at => 64 * Math.ceil(at / 64)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const numbers = (at: number, length: number) => new Int32Array(memory.buffer, at, length);
  const copy = (at: number, length: number) => {
    const array = int32s(length);
    array.set(numbers(at, length));
    return array;
  };
  const combined = (codes: readonly Coded[]): { at: number; groups: number } => {
    let [at, spare] = [first, both];
    numbers(at, rows).set(codes[0]!.codes);
    let { groups } = codes[0]!;
    for (const { codes: other } of codes.slice(1)) {
      numbers(second, rows).set(other);
      numbers(slots, 4 * size).fill(0);
      groups = run.combine(at, second, rows, spare, slots, size);
      [at, spare] = [spare, at];
    }
    return { at, groups };
  };
  return {
    group: (codes, { largest, keys, width, place }) => {
      const { at, groups } = combined(codes);
      numbers(next, groups).fill(0);
      run.sizes(at, rows, groups, largest, next);
      const found = { pairs: run.pairsCounted(), rowsInGiantGroups: run.rowsInGiants() };
      const [count, grouped] = [run.groupsCounted(), run.rowsGrouped()];
      run.group(at, rows, groups, largest, next, into, starts);
      const own = numbers(at, rows);
      for (let row = 0, to = place; row < rows; row++, to += width) keys[to] = own[row]!;
      return { ...found, rows: copy(into, grouped), starts: copy(starts, count + 1) };
    },
  };
}
