/** Bytes that are read piece by piece: a file on disk, a file of the browser, bytes in memory. An archive may be larger than memory. */
export interface ByteSource {
  readonly size: number;
  /** Bytes from a position; fewer where the source ends. */
  read(at: number, length: number): Promise<Uint8Array>;
}

/** Bytes in memory, or a `File` or `Blob` of the browser. */
export function byteSource(data: Uint8Array | Blob): ByteSource {
  if (data instanceof Uint8Array)
    return { size: data.length, read: async (at, length) => data.subarray(at, at + length) };
  return {
    size: data.size,
    read: async (at, length) => new Uint8Array(await data.slice(at, at + length).arrayBuffer()),
  };
}

const STEP = 256 * 1024;

/** A stretch of a source, piece by piece. */
export async function* chunksOf(source: ByteSource, from = 0, to = source.size): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += STEP) {
    const chunk = await source.read(at, Math.min(STEP, to - at));
    if (chunk.length === 0) return;
    yield chunk;
  }
}
