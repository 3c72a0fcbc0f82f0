import { FACE } from "./style.ts";

export interface PngOptions {
  /** Pixels of the picture for each unit of the drawing, 2 by default: sharp on screens and in print. */
  readonly scale?: number;
}

/** Pixels beyond which no picture is made: about 500 MB of memory. */
const MOST_PIXELS = 60e6;

// Paths as the two packages keep them; weights are those that charts use.
const ENGINE = "@resvg/resvg-wasm/index_bg.wasm";
const FONTS = ["400Regular/IBMPlexSans_400Regular.ttf", "600SemiBold/IBMPlexSans_600SemiBold.ttf"].map(
  file => `@expo-google-fonts/ibm-plex-sans/${file}`,
);

type Engine = { readonly Resvg: typeof import("@resvg/resvg-wasm").Resvg; readonly fonts: Uint8Array[] };

let engine: Promise<Engine> | null = null;

async function open(): Promise<Engine> {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  const module = globalThis.process?.getBuiltinModule?.("node:module");
  if (fs === undefined || module === undefined) throw new Error("PNG is made where there is a file system");
  const require = module.createRequire(import.meta.url);
  const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
  await initWasm(fs.readFileSync(require.resolve(ENGINE)));
  return { Resvg, fonts: FONTS.map(name => fs.readFileSync(require.resolve(name))) };
}

/**
 * An SVG text as the bytes of a PNG, the same on every machine: it is drawn by resvg with the fonts that the package brings, and
 * nothing is fetched. Letters that the face does not have (Chinese, Arabic) come out as boxes. Throws a `RangeError` for a
 * picture beyond 60 million pixels.
 */
export async function svgToPng(
  svg: string,
  { scale = 2 }: PngOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  engine ??= open();
  const { Resvg, fonts } = await engine;
  const drawn = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    background: "#fff",
    font: { fontBuffers: fonts, defaultFontFamily: FACE, sansSerifFamily: FACE },
  });
  try {
    if (drawn.width * drawn.height * scale ** 2 > MOST_PIXELS)
      throw new RangeError(`the picture would have ${drawn.width * scale} by ${drawn.height * scale} pixels`);
    const image = drawn.render();
    const png = new Uint8Array(image.asPng());
    image.free();
    return png;
  } finally {
    drawn.free();
  }
}
