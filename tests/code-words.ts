import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What tests of languages look at: the code of a room, and the words in its strings and patterns. */
export function roomOf(name: string, isData: (file: string) => boolean) {
  const folder = fileURLToPath(new URL(`../src/${name}`, import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    file => /\.ts$/.test(file) && !/\.test\.ts$|(?:^|\/)testing\//.test(file) && !isData(file),
  );
  /** Code without its comments: they may quote what they speak of. */
  const codeOf = (file: string): string =>
    readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(])\/\/.*$/gm, "");
  return { sources, codeOf };
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Strings and patterns of a piece of code. */
export const literalsOf = (code: string): string[] =>
  code.match(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/(?![*/ ])(?:[^/\\\n]|\\.)+\/[a-z]*/g,
  ) ?? [];
