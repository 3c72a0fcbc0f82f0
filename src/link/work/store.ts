import type { Clusters } from "../cluster/cluster.ts";
import { int32s } from "../memory.ts";
import type { Work } from "./steps.ts";

/**
 * Keeps parts of a long piece of work by name. What it gives back must be of the same table, specification and program: that is for
 * whoever makes the store to see to.
 */
export interface WorkStore {
  /** What an earlier run kept under a name, null where there is nothing. */
  readonly get: (name: string) => Uint8Array | null;
  readonly put: (name: string, bytes: Uint8Array) => void;
}

/** A part of the work that is a value of JSON: what was kept of it, or made now and kept. */
export function* keptJson<T>(name: string, store: WorkStore | undefined, make: () => Work<T>): Work<T> {
  const before = store?.get(`${name}.json`);
  if (before) return JSON.parse(new TextDecoder().decode(before)) as T;
  const made = yield* make();
  store?.put(`${name}.json`, new TextEncoder().encode(JSON.stringify(made)));
  return made;
}

/** As `keptJson`, for which row is in which cluster. */
export function* keptClusters(
  name: string,
  store: WorkStore | undefined,
  make: () => Work<Pick<Clusters, "of" | "count">>,
): Work<Pick<Clusters, "of" | "count">> {
  const before = store?.get(`${name}.bin`);
  if (before) {
    const numbers = int32s(before.length / 4);
    new Uint8Array(numbers.buffer).set(before);
    return { count: numbers[0]!, of: numbers.subarray(1) };
  }
  const made = yield* make();
  if (store) store.put(`${name}.bin`, bytesOf(Int32Array.of(made.count), made.of));
  return made;
}

/** Arrays one after the other as bytes, in the order of bytes of this machine. */
export function bytesOf(...arrays: readonly (Int32Array | Float64Array)[]): Uint8Array {
  const bytes = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}
