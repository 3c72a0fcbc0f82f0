import { bytesOf, float64s } from "../memory.ts";

/** Distinct cells as bytes (UTF-8), one after the other: what threads hand to each other instead of strings. */
export interface Cells {
  readonly bytes: Uint8Array;
  /** First byte of each cell; one more entry than cells. */
  readonly starts: Float64Array;
}

/** Bytes that are decoded at once where all of them are ASCII. */
const AT_ONCE = 1 << 24;

/** The cells as strings; what is not UTF-8 becomes U+FFFD. */
export function decodeCells({ bytes, starts }: Cells): string[] {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const cells = new Array<string>(starts.length - 1);
  for (let first = 0; first < cells.length; ) {
    let end = first + 1;
    while (end < cells.length && starts[end + 1]! - starts[first]! <= AT_ONCE) end++;
    // A copy, because a browser does not decode shared memory.
    const stretch = bytes.slice(starts[first]!, starts[end]!);
    const whole = isAscii(stretch, 0, stretch.length) ? decoder.decode(stretch) : null;
    for (let cell = first; cell < end; cell++) {
      const from = starts[cell]! - starts[first]!;
      const to = starts[cell + 1]! - starts[first]!;
      cells[cell] = whole === null ? decoder.decode(stretch.subarray(from, to)) : whole.slice(from, to);
    }
    first = end;
  }
  return cells;
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! > 127) return false;
  return true;
}

/** Strings as cells; lone surrogates become U+FFFD. */
export function encodeCells(texts: readonly string[]): Cells {
  const encoder = new TextEncoder();
  const encoded = texts.map(text => encoder.encode(text));
  const starts = float64s(texts.length + 1);
  for (const [cell, one] of encoded.entries()) starts[cell + 1] = starts[cell]! + one.length;
  const bytes = bytesOf(starts.at(-1)!);
  for (const [cell, one] of encoded.entries()) bytes.set(one, starts[cell]!);
  return { bytes, starts };
}
