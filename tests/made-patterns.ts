import { fileURLToPath } from "node:url";

/** A pattern that code makes of data, and where. */
export interface Made {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const src = fileURLToPath(new URL("../src/", import.meta.url));

/** The line of the source that asked, or nothing where another did (a package, this test). */
function askedFrom(stack: string): string {
  const line = stack.split("\n").find(each => each.includes(src)) ?? "";
  const [, file = "", at = ""] =
    /([^\s(]+\.ts)[^:]*:(\d+)/.exec(line.slice(line.indexOf(src) + src.length)) ?? [];
  return file && `src/${file}:${at}`;
}

/** Runs something, and lists the patterns that the source makes meanwhile, each once. */
export async function patternsMadeBy(run: () => Promise<void>): Promise<Made[]> {
  const plain = globalThis.RegExp;
  const made = new Map<string, Made>();
  globalThis.RegExp = new Proxy(plain, {
    construct(target, given: [string, string?]) {
      const pattern = new target(...given);
      const where = askedFrom(new Error("here").stack ?? "");
      const { source, flags } = pattern;
      if (where) made.set(`${flags} ${source}`, { where, source, flags });
      return pattern;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = plain;
  }
  return [...made.values()];
}

/** Makes all that is made of the packs of languages and of a codebook: idioms, grammars, words of acts, of offers and of names. */
export async function makeAll(): Promise<void> {
  // Some are made while their module loads: none may have been loaded before.
  const { idiom } = await import("../src/text/phrases/idioms.ts");
  const { packs } = await import("../src/text/pack/languages.ts");
  const { LANGUAGES } = await import("../src/read/frames/index.ts");
  const { grammarOf } = await import("../src/read/grammar.ts");
  const { readClaims, readRecords } = await import("../src/read/index.ts");
  const { testDocument, testLexicon } = await import("../src/read/test-book.ts");
  const { readIn } = await import("../src/check/match/sentence.ts");
  await import("../src/check/index.ts");
  // A pattern is made when a text has a phrase of it.
  for (const [language, { idioms }] of Object.entries(packs))
    for (const [name, list] of Object.entries(idioms ?? {})) {
      const text = String(list).split("|")[0]!.replace(/[()*]/g, "");
      for (const each of [idiom(name as never, language), idiom(name as never)]) {
        each.test(text);
        each.find(text);
        each.before(text, text.length);
        each.after(text, 0);
      }
    }
  for (const frames of Object.values(LANGUAGES)) grammarOf(frames);
  for (const language of Object.keys(LANGUAGES)) {
    const document = testDocument("China and Fiji, 2011; Huawei, Hikvision.", language);
    readClaims(document, testLexicon());
    readRecords(document, testLexicon());
  }
  readIn({ sentence: "Shanghai Cooperation Organisation", language: "en" });
}
