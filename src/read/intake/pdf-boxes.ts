/** Printed lines out of the pieces of text that a PDF page holds, in the order in which people read them. */

/** A piece of a page's text as pdf.js gives it. */
export interface PdfItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export type Box = readonly [left: number, bottom: number, right: number, top: number];

export type Turn = 0 | 1 | 2 | 3;

/** Quarter turns of a piece, by the direction of its baseline. */
export function turnOf({ transform: [a = 1, b = 0] }: PdfItem): Turn {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 2;
  return b > 0 ? 1 : 3;
}

/** Coordinates of a piece on the page turned upright. */
export function upright(x: number, y: number, turn: Turn): [number, number] {
  return turn === 0 ? [x, y] : turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : [-y, x];
}

export function boxOf({ transform, width, height }: PdfItem, turn: Turn): Box {
  const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
  const [dx, dy] = [
    [width, 0],
    [0, width],
    [-width, 0],
    [0, -width],
  ][turn] as [number, number];
  const [ux, uy] = [
    [0, height],
    [-height, 0],
    [0, -height],
    [height, 0],
  ][turn] as [number, number];
  const xs = [x, x + dx, x + ux, x + dx + ux];
  const ys = [y, y + dy, y + uy, y + dy + uy];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];
