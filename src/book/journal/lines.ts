import type { FileHandle } from "node:fs/promises";

const CHUNK = 256 * 1024;
const NEWLINE = 10;

export interface PlacedLine {
  /** Without the line end. */
  readonly bytes: Buffer;
  readonly start: number;
  /** First byte after the line end. */
  readonly end: number;
}

/** The complete lines between two offsets of a file; `from` must be the start of a line. */
export async function* linesOf(file: FileHandle, from: number, to: number): AsyncGenerator<PlacedLine> {
  let rest: Buffer = Buffer.alloc(0);
  let start = from;
  for (let offset = from; offset < to; ) {
    const chunk = await readAt(file, offset, Math.min(CHUNK, to - offset));
    if (chunk.length === 0) return;
    offset += chunk.length;
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let lineStart = 0;
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE, lineStart)) {
      const end = start + (at - lineStart) + 1;
      yield { bytes: rest.subarray(lineStart, at), start, end };
      start = end;
      lineStart = at + 1;
    }
    rest = rest.subarray(lineStart);
  }
}

export interface TailOfFile {
  /** Last complete line without its end, null where there is none. */
  readonly line: Buffer | null;
  readonly lineStart: number;
  /** Bytes after the last line end. */
  readonly torn: Buffer;
}

/** Looks at the end of the first `size` bytes of a file, reading no more of it than the last line needs. */
export async function tailOf(file: FileHandle, size: number): Promise<TailOfFile> {
  for (let window = CHUNK; ; window *= 4) {
    const from = Math.max(0, size - window);
    const bytes = await readAt(file, from, size - from);
    const last = bytes.lastIndexOf(NEWLINE);
    const before = last <= 0 ? -1 : bytes.lastIndexOf(NEWLINE, last - 1);
    if (from > 0 && before < 0) continue;
    const torn = bytes.subarray(last + 1);
    if (last < 0) return { line: null, lineStart: 0, torn };
    return { line: bytes.subarray(before + 1, last), lineStart: from + before + 1, torn };
  }
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}
