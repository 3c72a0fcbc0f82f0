import { type Compiled, compilePack } from "./compile.ts";
import type { Pack } from "./pack.ts";
import { en } from "./packs/en.ts";

const packs: Readonly<Record<string, Pack>> = { en };

const compiled = new Map<string, Compiled>();

/** Languages with a pack, ISO 639-1. */
export const packLanguages: readonly string[] = Object.keys(packs);

/** The prepared pack of a language ("pt-BR" gives "pt"); English where there is none. */
export function compiledPack(language: string): Compiled {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? "";
  const code = base in packs ? base : "en";
  let found = compiled.get(code);
  if (!found) {
    found = compilePack(packs[code]!);
    compiled.set(code, found);
  }
  return found;
}
