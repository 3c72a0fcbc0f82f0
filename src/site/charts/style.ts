/** The face of charts that are files, with what to take where it is not at hand. `svgToPng` has it. */
export const FACE = "IBM Plex Sans";

const PROPERTY = /^\s*(--[\w-]+):\s*([^;]+);/gm;

/** The tokens of the first `:root` of a style sheet: those of the light scheme. */
function tokensOf(sheet: string): Map<string, string> {
  const root = /:root\s*\{([^}]*)\}/.exec(sheet)?.[1] ?? "";
  return new Map([...root.matchAll(PROPERTY)].map(([, name = "", value = ""]) => [name, value.trim()]));
}

/**
 * The rules of charts with the tokens of the light scheme put in, for a file that stands alone. Throws where a rule uses a token that
 * the sheet does not have.
 */
export function plainStyle(base: string, charts: string): string {
  const tokens = tokensOf(base).set("--sans", `"${FACE}", "Noto Sans", "DejaVu Sans", sans-serif`);
  return charts
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
      const value = tokens.get(name);
      if (value === undefined) throw new Error(`chart.css uses ${name}, which base.css does not declare`);
      return value;
    })
    .replace(/\s+/g, " ")
    .trim();
}

/** `plainStyle` of the files in `assets/`; in a browser pass the texts to `plainStyle` instead. */
export function assetStyle(): string {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  if (fs === undefined) throw new Error("no file system here: pass the style of the picture");
  const read = (name: string) => fs.readFileSync(new URL(`../../../assets/${name}`, import.meta.url), "utf8");
  return plainStyle(read("base.css"), read("chart.css"));
}
