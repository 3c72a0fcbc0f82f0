import type { Problem } from "../types.ts";

/** Text of a file of the book, or why its bytes are no text. A UTF-8 byte order mark is passed over. */
export function decodeText(file: string, bytes: Uint8Array): { text: string; problems: readonly Problem[] } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return refuse(file, 1, "the file is UTF-16");
  const nul = bytes.indexOf(0);
  if (nul >= 0) return refuse(file, lineAt(bytes, nul), "the file is binary: it has a zero byte");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), problems: [] };
  } catch {
    return refuse(file, lineAt(bytes, firstBadByte(bytes)), "the file is not UTF-8 from this line on");
  }
}

function refuse(file: string, line: number, message: string): { text: string; problems: readonly Problem[] } {
  const hint = "save it as UTF-8 (in a spreadsheet program: CSV UTF-8)";
  return { text: "", problems: [{ code: "not-utf-8", file, line, message, expected: "UTF-8", hint }] };
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
  return line;
}

/** Halves the file until one byte is left: decoding a prefix as a stream fails only where a wrong byte stands in it. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
