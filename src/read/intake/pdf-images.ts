import type { Box } from "./pdf-boxes.ts";

/** A picture on a page: its dots, and where the page shows it. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  /** 1: grey; 3: red, green, blue. One byte each, rows from the top. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
  /** In PDF points. */
  readonly box: Box;
}

/** The part of a pdf.js page that is asked for pictures. */
export interface PictureSource {
  getOperatorList(): Promise<{
    readonly fnArray: readonly number[];
    readonly argsArray: readonly (readonly unknown[])[];
  }>;
  readonly objs: { get(id: string, done: (value: unknown) => void): void };
  readonly commonObjs: { get(id: string, done: (value: unknown) => void): void };
}

type Matrix = readonly [number, number, number, number, number, number];
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Box of the unit square under a matrix: where a picture is painted. */
function boxOf([a, b, c, d, e, f]: Matrix): Box {
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

/** Kinds of pdf.js pictures: one bit a dot, three bytes, four bytes. */
const KIND = { bits: 1, rgb: 2, rgba: 3 } as const;
/** Dots of a picture that is taken; an A3 page at 600 dots an inch has 70 million. */
const MAX_DOTS = 120_000_000;

function dotsOf(
  { width, height, kind, data }: RawImage,
  mask: boolean,
): Pick<PageImage, "channels" | "data"> | null {
  const dots = width * height;
  if (!data || dots > MAX_DOTS || dots === 0) return null;
  if (mask || kind === KIND.bits) return { channels: 1, data: bitsToGrey(data, width, height) };
  if (kind === KIND.rgb) return { channels: 3, data: Uint8Array.from(data.subarray(0, dots * 3)) };
  if (kind === KIND.rgba) return { channels: 3, data: withoutAlpha(data, dots) };
  return data.length >= dots ? { channels: 1, data: Uint8Array.from(data.subarray(0, dots)) } : null;
}

/** A set bit is white; in a mask it is left unpainted, which shows the white page. */
function bitsToGrey(bits: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const grey = new Uint8Array(width * height);
  const stride = (width + 7) >> 3;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      grey[y * width + x] = ((bits[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return grey;
}

/** What is see-through shows the white page. */
function withoutAlpha(data: Uint8Array | Uint8ClampedArray, dots: number): Uint8Array {
  const rgb = new Uint8Array(dots * 3);
  for (let i = 0; i < dots; i++) {
    const alpha = (data[i * 4 + 3] ?? 255) / 255;
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = 255 + alpha * ((data[i * 4 + c] ?? 255) - 255);
  }
  return rgb;
}

/** Numbers of the operators that matter here, from pdf.js. */
export type Operators = Readonly<Record<string, number>>;

/** The pictures of a page in the order of painting, those of at least a share of the page's area. */
export async function pageImages(page: PictureSource, ops: Operators, least: number): Promise<PageImage[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const images: PageImage[] = [];
  const stack: Matrix[] = [];
  let matrix = UNIT;
  for (let i = 0; i < fnArray.length; i++) {
    const op = fnArray[i];
    const args = argsArray[i] ?? [];
    if (op === ops["save"]) stack.push(matrix);
    else if (op === ops["restore"]) matrix = stack.pop() ?? UNIT;
    else if (op === ops["transform"]) matrix = times(matrix, args as unknown as Matrix);
    else if (op === ops["paintFormXObjectBegin"]) {
      stack.push(matrix);
      if (Array.isArray(args[0])) matrix = times(matrix, args[0] as unknown as Matrix);
    } else if (op === ops["paintFormXObjectEnd"]) matrix = stack.pop() ?? UNIT;
    else if (
      op === ops["paintImageXObject"] ||
      op === ops["paintImageMaskXObject"] ||
      op === ops["paintInlineImageXObject"]
    ) {
      const box = boxOf(matrix);
      if ((box[2] - box[0]) * (box[3] - box[1]) < least) continue;
      const raw = await imageOf(page, args[0]);
      const dots = raw && dotsOf(raw, op === ops["paintImageMaskXObject"]);
      if (raw && dots) images.push({ width: raw.width, height: raw.height, ...dots, box });
    }
  }
  return images;
}

async function imageOf(page: PictureSource, arg: unknown): Promise<RawImage | null> {
  const id = typeof arg === "string" ? arg : ((arg as { data?: unknown } | null)?.data ?? null);
  if (typeof id !== "string") return arg as RawImage | null;
  const objects = id.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise(resolve => objects.get(id, value => resolve(value as RawImage | null)));
}
