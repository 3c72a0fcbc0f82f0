/** The first page of a memory is left free but for this: how far it has been given out, in units of 64 bytes. */
const TOP = 16;
const UNIT = 64;
const PAGE = 65_536;
/** Bytes that 32 bits can address. */
export const MOST_BYTES = 65_536 * PAGE;

export type Numbers = Int32Array | Uint32Array | Uint8Array | Int8Array | Float64Array;

/** Makes a new memory ready for `take`. */
export function startArena(memory: WebAssembly.Memory): void {
  new Int32Array(memory.buffer)[TOP] = PAGE / UNIT;
}

/** Takes the next so many bytes, all zero, which may be in use by no other thread. Never given back. The memory grows where it must. */
export function take(memory: WebAssembly.Memory, bytes: number): number {
  const units = Math.max(1, Math.ceil(bytes / UNIT));
  const from = Atomics.add(new Int32Array(memory.buffer, 4 * TOP, 1), 0, units) * UNIT;
  const end = from + units * UNIT;
  if (end > MOST_BYTES) throw new RangeError("a table is too large for the memory of the kernels");
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return from;
}

/** Copies an array into the memory, and returns where it stands. */
export function put(memory: WebAssembly.Memory, array: Numbers): number {
  const from = take(memory, array.byteLength);
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  new Uint8Array(memory.buffer, from, bytes.length).set(bytes);
  return from;
}
