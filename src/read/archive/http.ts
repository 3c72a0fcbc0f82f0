import { indexOf } from "./chunk-reader.ts";
import { concat, inflateBounded } from "./inflate.ts";
import { headersOf } from "./warc.ts";

/** An answer of a web server as an archive keeps it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly warnings: readonly string[];
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const LINE = bytesOf("\r\n");
const ENDS = [bytesOf("\r\n\r\n"), bytesOf("\n\n")];

/** Joins the chunks of a body that was sent in pieces. Archives that say so but keep the body whole give it as it is. */
function joinChunks(body: Uint8Array): { body: Uint8Array; whole: boolean } {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    const end = indexOf(body, LINE, at);
    const line = end < 0 ? "" : new TextDecoder("latin1").decode(body.subarray(at, Math.min(end, at + 40)));
    const size = /^\s*([\da-f]{1,8})\s*(?:;|$)/i.exec(line)?.[1];
    if (size === undefined) return at === 0 ? { body, whole: true } : { body: concat(parts), whole: false };
    const length = Number.parseInt(size, 16);
    if (length === 0) return { body: concat(parts), whole: true };
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return { body: concat(parts), whole: false };
}

async function brotli(body: Uint8Array, most: number): Promise<Uint8Array> {
  if (typeof process === "undefined" || !process.versions?.node)
    throw new Error("its body is packed with brotli, which a browser does not unpack");
  const { brotliDecompressSync } = await import("node:zlib");
  return new Uint8Array(brotliDecompressSync(body, { maxOutputLength: most }));
}

/** zlib begins with its method and a check; some servers send bare deflate. */
const isZlib = (body: Uint8Array): boolean =>
  (body[0]! & 0x0f) === 8 && ((body[0]! << 8) | (body[1] ?? 0)) % 31 === 0;

async function unpackBody(
  body: Uint8Array,
  encoding: string,
  most: number,
): Promise<{ body: Uint8Array; whole: boolean }> {
  const inflated = (packing: "gzip" | "zlib" | "deflate") => {
    const { bytes, whole } = inflateBounded(body, packing, most);
    return { body: bytes, whole };
  };
  if (encoding === "gzip" || encoding === "x-gzip")
    // Some archives keep the body unpacked and the header as it was.
    return body[0] === 0x1f && body[1] === 0x8b ? inflated("gzip") : { body, whole: true };
  if (encoding === "deflate") return inflated(isZlib(body) ? "zlib" : "deflate");
  if (encoding === "br") return { body: await brotli(body, most), whole: true };
  if (encoding === "" || encoding === "identity") return { body, whole: true };
  throw new Error(`its body is packed with ${encoding.slice(0, 20)}, which is not read`);
}

/** Status, headers and unpacked body of an answer. Throws with the reason where it is none or cannot be unpacked. */
export async function httpAnswer(block: Uint8Array, most: number): Promise<HttpAnswer> {
  const [end, mark] = ENDS.map(sign => [indexOf(block, sign), sign.length] as const)
    .filter(([at]) => at >= 0)
    .sort((a, b) => a[0] - b[0])[0] ?? [-1, 0];
  const lines = new TextDecoder("latin1").decode(block.subarray(0, Math.max(0, end))).split(/\r?\n/);
  const status = Number(/^HTTP\/\d(?:\.\d)?\s+(\d{3})/i.exec(lines[0] ?? "")?.[1] ?? "0");
  if (end < 0 || status === 0) throw new Error("it is no answer of a web server");
  const headers = headersOf(lines.slice(1));
  let body = block.subarray(end + mark);
  let whole = true;
  if (/\bchunked\b/i.test(headers.get("transfer-encoding") ?? "")) ({ body, whole } = joinChunks(body));
  const encodings = (headers.get("content-encoding") ?? "")
    .toLowerCase()
    .split(/\s*,\s*/)
    .reverse();
  for (const encoding of encodings.slice(0, 3)) {
    const unpacked = await unpackBody(body, encoding.trim(), most);
    body = unpacked.body;
    whole &&= unpacked.whole;
  }
  return { status, headers, body, warnings: whole ? [] : ["The answer breaks off; what had come was read."] };
}
