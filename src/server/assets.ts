import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  readonly files: ReadonlyMap<string, Asset>;
  /** Address of a file, with the hash of all files, so that it can be kept for ever. */
  readonly address: (name: string) => string;
  /** Changes whenever any file does. */
  readonly version: string;
}

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** The style sheets, scripts and drawings of `assets/`, read once. Files of other kinds are not served. */
export function readAssets(folder: URL = new URL("../../assets/", import.meta.url)): Assets {
  const hash = createHash("sha256");
  const files = new Map<string, Asset>();
  for (const name of readdirSync(fileURLToPath(folder)).sort()) {
    const type = TYPES[name.split(".").at(-1) ?? ""];
    if (type === undefined) continue;
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    hash.update(name).update(bytes);
    files.set(name, { type, bytes });
  }
  const version = hash.digest("hex").slice(0, 12);
  return { files, version, address: name => `/assets/${name}?v=${version}` };
}
