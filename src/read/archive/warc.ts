import { ChunkReader } from "./chunk-reader.ts";

/** Records of a web archive (WARC 1.0 and 1.1, ISO 28500:2017). */

export interface WarcRecord {
  /** `response`, `resource`, `request`, `metadata`, `warcinfo`, `revisit`, `conversion`, `continuation`. */
  readonly type: string;
  readonly uri: string;
  /** Time of the capture, as the record says. */
  readonly date: string;
  readonly headers: ReadonlyMap<string, string>;
  /** Position in the unpacked archive. */
  readonly position: number;
  /** The content block; null where it was not wanted or is larger than what is taken. */
  readonly block: Uint8Array | null;
  readonly length: number;
  /** The archive ends within the record. */
  readonly cut: boolean;
}

export interface WarcOptions {
  /** Types of records whose content is wanted. */
  readonly wanted: ReadonlySet<string>;
  /** Bytes of content that are taken of one record. */
  readonly most: number;
  /** Told of what does not look like a record and is passed over. */
  readonly damaged: (position: number) => void;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const VERSION = bytesOf("WARC/");
const END = bytesOf("\r\n\r\n");
const HEAD = 64 * 1024;

export function headersOf(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** An address may stand in angle brackets, as WARC 1.0 had it by mistake of its grammar. */
const addressOf = (value: string): string => value.replace(/^<(.*)>$/, "$1");

/** The records of an archive in order, one in memory at a time. What is damaged is passed over up to the next record. */
export async function* warcRecords(
  chunks: AsyncIterable<Uint8Array>,
  { wanted, most, damaged }: WarcOptions,
): AsyncGenerator<WarcRecord> {
  const reader = new ChunkReader(chunks);
  for (;;) {
    const start = reader.position;
    if (!(await reader.skipTo(VERSION))) return;
    const { position } = reader;
    // Between records stand two line ends; more is something else.
    if (position - start > 4) damaged(start);
    const head = await reader.until(END, HEAD);
    const headers = headersOf(
      new TextDecoder()
        .decode(head ?? new Uint8Array(0))
        .replace(/\r?\n[ \t]+/g, " ")
        .split(/\r?\n/)
        .slice(1),
    );
    const length = Number(headers.get("content-length") ?? "x");
    if (!head || !Number.isSafeInteger(length) || length < 0) {
      damaged(position);
      if (!head && (await reader.skip(1)) === 0) return;
      continue;
    }
    const type = (headers.get("warc-type") ?? "").toLowerCase();
    const take = wanted.has(type) && length <= most;
    const block = take ? await reader.take(length) : null;
    const had = block ? block.length : await reader.skip(length);
    yield {
      type,
      uri: addressOf(headers.get("warc-target-uri") ?? ""),
      date: headers.get("warc-date") ?? "",
      headers,
      position,
      block,
      length,
      cut: had < length,
    };
  }
}
