/**
 * Arrays that several threads may read: over shared memory where there is such a thing (Node, isolated pages), over memory of this thread
 * otherwise. What is made here is sent to a worker without being copied.
 */
type Numbers = Int32Array | Uint32Array | Uint8Array | Int8Array | Float64Array;

const memory = (bytes: number): ArrayBufferLike =>
  typeof SharedArrayBuffer === "undefined" ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);

export const int32s = (length: number): Int32Array => new Int32Array(memory(4 * length));
export const uint32s = (length: number): Uint32Array => new Uint32Array(memory(4 * length));
export const bytesOf = (length: number): Uint8Array => new Uint8Array(memory(length));
export const float64s = (length: number): Float64Array => new Float64Array(memory(8 * length));

/** A larger array that begins with what is in `array`. */
export function grown<T extends Numbers>(array: T, length: number): T {
  const Type = array.constructor as new (buffer: ArrayBufferLike) => T;
  const larger = new Type(memory(length * array.BYTES_PER_ELEMENT));
  larger.set(array as never);
  return larger;
}

/** A copy of the first `length` entries, in memory that is just as large. */
export function cut<T extends Numbers>(array: T, length: number): T {
  if (array.length === length) return array;
  const Type = array.constructor as new (buffer: ArrayBufferLike) => T;
  const exact = new Type(memory(length * array.BYTES_PER_ELEMENT));
  exact.set(array.subarray(0, length) as never);
  return exact;
}
