import { ar } from "../packs/ar.ts";
import { de } from "../packs/de.ts";
import { en } from "../packs/en.ts";
import { es } from "../packs/es.ts";
import { fr } from "../packs/fr.ts";
import { hi } from "../packs/hi.ts";
import { id } from "../packs/id.ts";
import { it } from "../packs/it.ts";
import { ja } from "../packs/ja.ts";
import { ko } from "../packs/ko.ts";
import { nl } from "../packs/nl.ts";
import { pt } from "../packs/pt.ts";
import { ru } from "../packs/ru.ts";
import { tr } from "../packs/tr.ts";
import { zh } from "../packs/zh.ts";
import { type Compiled, compilePack } from "./compile.ts";
import type { Pack } from "./pack.ts";

export const packs: Readonly<Record<string, Pack>> = {
  en,
  zh,
  es,
  fr,
  ru,
  ar,
  pt,
  de,
  it,
  tr,
  id,
  ja,
  ko,
  hi,
  nl,
};

const compiled = new Map<string, Compiled>();

/** Languages with a pack, ISO 639-1. */
export const packLanguages: readonly string[] = Object.keys(packs);

/** The prepared pack of a language ("pt-BR" gives "pt"); English where there is none. */
export function compiledPack(language: string): Compiled {
  const code = codeOf(language);
  let found = compiled.get(code);
  if (!found) {
    found = compilePack(packs[code]!);
    compiled.set(code, found);
  }
  return found;
}

/** The pack of a language as it is written, in the same way. */
export const packOf = (language: string): Pack => packs[codeOf(language)]!;

function codeOf(language: string): string {
  if (Object.hasOwn(packs, language)) return language;
  const base = language.toLowerCase().split(/[-_]/)[0] ?? "";
  return base in packs ? base : "en";
}
