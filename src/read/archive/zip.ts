import { inflateChunks } from "./inflate.ts";
import { type ByteSource, chunksOf } from "./source.ts";

/** Files of a ZIP archive that is read where it lies, ZIP64 included (APPNOTE 6.3, sections 4.3 and 4.5). */

export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly header: number;
}

const MAX_DIRECTORY = 64 * 1024 * 1024;
const MAX_ENTRIES = 200_000;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the directory is, from the record at the end of the archive. */
async function directoryOf(source: ByteSource): Promise<{ at: number; length: number }> {
  const tailAt = Math.max(0, source.size - 66_000);
  const tail = await source.read(tailAt, source.size - tailAt);
  const data = view(tail);
  for (let i = tail.length - 22; i >= 0; i--) {
    if (data.getUint32(i, true) !== 0x06054b50) continue;
    const [length, at] = [data.getUint32(i + 12, true), data.getUint32(i + 16, true)];
    if (at !== 0xffffffff && length !== 0xffffffff) return { at, length };
    if (i < 20 || data.getUint32(i - 20, true) !== 0x07064b50) break;
    const far = view(await source.read(Number(data.getBigUint64(i - 12, true)), 56));
    if (far.byteLength < 56 || far.getUint32(0, true) !== 0x06064b50) break;
    return { length: Number(far.getBigUint64(40, true)), at: Number(far.getBigUint64(48, true)) };
  }
  throw new Error("the archive has no directory at its end; it breaks off or is damaged");
}

/** Sizes and position of a large entry stand in an extra field, in this order, where the plain field is full. */
function large(extra: DataView, plain: readonly number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const [id, length] = [extra.getUint16(at, true), extra.getUint16(at + 2, true)];
    if (id === 1) {
      let next = at + 4;
      return plain.map(value => {
        if (value !== 0xffffffff || next + 8 > extra.byteLength) return value;
        next += 8;
        return Number(extra.getBigUint64(next - 8, true));
      });
    }
    at += 4 + length;
  }
  return [...plain];
}

/** The files of the archive, by its directory. */
export async function zipEntries(source: ByteSource): Promise<ZipEntry[]> {
  const { at, length } = await directoryOf(source);
  if (length > MAX_DIRECTORY || at + length > source.size)
    throw new Error("the archive's directory is damaged");
  const bytes = await source.read(at, length);
  const data = view(bytes);
  const entries: ZipEntry[] = [];
  for (let i = 0; i + 46 <= bytes.length && data.getUint32(i, true) === 0x02014b50; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(k => data.getUint16(i + k, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(bytes.subarray(i + 46, i + 46 + nameLength));
    const extra = view(bytes.subarray(i + 46 + nameLength, i + 46 + nameLength + extraLength));
    const [size, packed, header] = large(
      extra,
      [24, 20, 42].map(k => data.getUint32(i + k, true)),
    ) as [number, number, number];
    const method = data.getUint16(i + 10, true);
    entries.push({ name, packed, size, method, encrypted: (data.getUint16(i + 8, true) & 1) === 1, header });
    if (entries.length > MAX_ENTRIES) throw new Error(`the archive has more than ${MAX_ENTRIES} files`);
    i += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The content of a file of the archive, piece by piece. */
export async function* entryChunks(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new Error("it is encrypted");
  const local = view(await source.read(entry.header, 30));
  if (local.byteLength < 30 || local.getUint32(0, true) !== 0x04034b50)
    throw new Error("its place in the archive is damaged");
  const start = entry.header + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const stored = chunksOf(source, start, start + entry.packed);
  if (entry.method === 0) yield* stored;
  else if (entry.method === 8) yield* inflateChunks(stored, "deflate");
  else throw new Error(`it is packed by method ${entry.method}, which is not read`);
}
