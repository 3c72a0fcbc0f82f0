import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { UserError } from "../codebook/errors.ts";
import type { OcrOptions } from "../read/index.ts";
import type { Effects } from "./effects.ts";

/** What reading pictures of pages may cost: a page of dense print takes a few seconds. */
const PAGE_TIMEOUT = 60_000;
const DOCUMENT_TIMEOUT = 3_600_000;
const MEMORY = 2048;

function onPath(name: string, path: string): string | null {
  const names = process.platform === "win32" ? [`${name}.exe`, name] : [name];
  for (const folder of path.split(delimiter).filter(Boolean))
    for (const each of names) {
      const file = join(folder, each);
      try {
        accessSync(file, constants.X_OK);
        if (statSync(file).isFile()) return file;
      } catch {
        // Not in this folder.
      }
    }
  return null;
}

/** The `tesseract` that is installed, as `--ocr` uses it. Throws a `UserError` with the way out where there is none. */
export function findTesseract({ env }: Pick<Effects, "env">, languages: string | null): OcrOptions {
  const path = env["PATH"] ?? "";
  const command = onPath("tesseract", path);
  if (!command)
    throw new UserError({
      code: "no-tesseract",
      message: "--ocr needs the program `tesseract`, which is not on the path",
      hint: "install it (Debian, Ubuntu: `apt install tesseract-ocr`; macOS: `brew install tesseract`; Windows: the UB Mannheim installer) with the data of the languages you need, or leave --ocr out",
    });
  const prefix = env["TESSDATA_PREFIX"];
  return {
    command,
    languages: languages?.split(/[+,\s]+/).filter(Boolean) ?? [],
    pageTimeout: PAGE_TIMEOUT,
    timeout: DOCUMENT_TIMEOUT,
    memory: MEMORY,
    env: { PATH: path, ...(prefix ? { TESSDATA_PREFIX: prefix } : {}) },
  };
}
