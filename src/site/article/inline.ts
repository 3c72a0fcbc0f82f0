import type { Inlined } from "../layout.tsx";

/**
 * Style and script of the article page from `assets/`. Node's modules are asked for by `process.getBuiltinModule`, so that
 * this room can still be loaded by a browser, where the caller passes the texts instead.
 */
export function inlinedAssets(): { style: Inlined; script: Inlined } {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  const crypto = globalThis.process?.getBuiltinModule?.("node:crypto");
  if (fs === undefined || crypto === undefined)
    throw new Error("no file system here: pass `inlined` with the style and the script");
  const read = (name: string) =>
    fs.readFileSync(new URL(`../../../assets/${name}`, import.meta.url), "utf8").trim();
  const inlined = (text: string): Inlined => ({
    text,
    hash: `sha256-${crypto.createHash("sha256").update(text).digest("base64")}`,
  });
  return {
    style: inlined(["base.css", "chart.css", "article.css"].map(read).join("\n")),
    script: inlined(read("article.js")),
  };
}
