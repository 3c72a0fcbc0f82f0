import type { Kernels } from "./wasm.ts";

/** Kernels that give nothing back, so that their calls can be written down and made elsewhere. */
export type Calls = {
  readonly [Name in keyof Kernels as ReturnType<Kernels[Name]> extends void ? Name : never]: Kernels[Name];
};

/** Numbers that a list of calls has room for: those of 40 million rows. Memory that is not written to takes none. */
const ROOM = 2 ** 20;

export const listOfCalls = (): Float64Array => new Float64Array(new SharedArrayBuffer(8 * ROOM));

/** Writes calls down: for each the place of the kernel among all, the number of its arguments, and these. */
export class Notes {
  readonly list: Float64Array;
  /** The kernels by name; what is called here is only written down. */
  readonly calls: Calls;
  #length = 0;

  /** `names` are those of all kernels, in the order that the reader has too. */
  constructor(list: Float64Array, names: readonly string[]) {
    this.list = list;
    const entries = names.map((name, place) => [name, (...given: number[]) => this.#note(place, given)]);
    this.calls = Object.fromEntries(entries) as Calls;
  }

  get length(): number {
    return this.#length;
  }

  /** Whether all was written down. */
  get isWhole(): boolean {
    return this.#length <= this.list.length;
  }

  clear(): void {
    this.#length = 0;
  }

  #note(place: number, given: readonly number[]): void {
    const at = this.#length;
    this.#length += 2 + given.length;
    if (!this.isWhole) return;
    this.list[at] = place;
    this.list[at + 1] = given.length;
    this.list.set(given, at + 2);
  }
}

/** Makes the calls that were written down. */
export function makeCalls(
  list: Float64Array,
  length: number,
  kernels: readonly ((...given: number[]) => unknown)[],
): void {
  for (let at = 0; at < length; ) {
    const count = list[at + 1]!;
    kernels[list[at]!]!(...list.subarray(at + 2, at + 2 + count));
    at += 2 + count;
  }
}
