import { gzipSync, strToU8, zipSync } from "fflate";
import { concat } from "../inflate.ts";

/** Web archives built by hand, for tests. */

export const bytes = (text: string): Uint8Array => strToU8(text);

/** A record; `length` may lie about the content. */
export function record(
  type: string,
  uri: string,
  block: Uint8Array,
  { headers = "", length = block.length, date = "2024-05-14T08:00:00Z" } = {},
): Uint8Array {
  const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: ${date}\r\n${headers}Content-Length: ${length}\r\n\r\n`;
  return concat([bytes(head), block, bytes("\r\n\r\n")]);
}

/** An answer of a web server. */
export const answer = (headers: string, body: Uint8Array, status = "200 OK"): Uint8Array =>
  concat([bytes(`HTTP/1.1 ${status}\r\n${headers}\r\n`), body]);

export const page = (words: string): Uint8Array =>
  bytes(
    `<html><head><title>${words}</title></head><body><p>${words} was told here of police.</p></body></html>`,
  );

export const html = (uri: string, words: string): Uint8Array =>
  record("response", uri, answer("Content-Type: text/html; charset=utf-8\r\n", page(words)));

/** Each record packed for itself, as archives are. */
export const packed = (records: readonly Uint8Array[]): Uint8Array =>
  concat(records.map(each => gzipSync(each)));

export const wacz = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ "datapackage.json": bytes("{}"), ...files }, { level: 0 });

/** A body sent in chunks of a few bytes. */
export function chunked(body: Uint8Array, size = 10): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(bytes(`${part.length.toString(16)}\r\n`), part, bytes("\r\n"));
  }
  return concat([...parts, bytes("0\r\n\r\n")]);
}
