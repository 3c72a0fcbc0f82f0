import { Gunzip, Inflate, Unzlib } from "fflate";

/** Unpacking as a stream, so that no more than a little of what comes out is in memory at a time. */

/** Packed bytes that are given at once: deflate makes at most some thousand bytes of one. */
const STEP = 16 * 1024;
/** What comes out may be this many times what went in, once it is large: more is a bomb. */
const RATIO = 300;
const LARGE = 256 * 1024 * 1024;

interface Stream {
  ondata: (chunk: Uint8Array, final: boolean) => void;
  push(chunk: Uint8Array, final?: boolean): void;
}

export type Packing = "gzip" | "deflate" | "zlib";

const streamOf = (packing: Packing): Stream =>
  (packing === "gzip"
    ? new Gunzip()
    : packing === "zlib"
      ? new Unzlib()
      : new Inflate()) as unknown as Stream;

/** What breaks off or is damaged throws after all that could be unpacked was given. */
export async function* inflateChunks(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
): AsyncGenerator<Uint8Array> {
  const stream = streamOf(packing);
  let ready: Uint8Array[] = [];
  stream.ondata = chunk => ready.push(chunk);
  let [taken, given] = [0, 0];
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += STEP) {
      const piece = chunk.slice(at, at + STEP);
      let failure: unknown = null;
      try {
        stream.push(piece);
      } catch (error) {
        failure = error;
      }
      taken += piece.length;
      for (const out of ready) {
        given += out.length;
        yield out;
      }
      ready = [];
      if (failure) throw new Error(`the packed data is damaged near byte ${taken}`);
      if (given > LARGE && given > taken * RATIO)
        throw new Error(`the packed data grows ${RATIO} times and more`);
    }
}

/** Unpacks bytes in memory up to a size. `whole` is false where they break off or are damaged, and `bytes` is what came out. */
export function inflateBounded(
  data: Uint8Array,
  packing: Packing,
  most: number,
): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const stream = streamOf(packing);
  const parts: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  stream.ondata = (chunk, final) => {
    parts.push(chunk);
    size += chunk.length;
    whole ||= final;
  };
  try {
    for (let at = 0; at < data.length && size <= most; at += STEP)
      stream.push(data.slice(at, at + STEP), at + STEP >= data.length);
  } catch {
    whole = false;
  }
  if (size > most) throw new Error(`unpacks to more than ${Math.round(most / 1024 / 1024)} MB`);
  return { bytes: concat(parts, size), whole };
}

export function concat(
  parts: readonly Uint8Array[],
  size = parts.reduce((sum, part) => sum + part.length, 0),
): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
