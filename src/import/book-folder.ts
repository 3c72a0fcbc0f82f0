import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../book/canonical.ts";
import { UserError } from "../codebook/errors.ts";
import { decodeText } from "../codebook/facts/decode.ts";
import type { Problem } from "../codebook/types.ts";

/** A folder as people edit and review it: `codebook/*.yaml`, `facts/*.csv`, `articles/*`. Paths are relative to it. */
export interface BookFolder {
  readonly folder: string;
  /** `codebook/training.yaml` -> text. */
  readonly codebook: ReadonlyMap<string, string>;
  /** `facts/training.csv` -> text. */
  readonly facts: ReadonlyMap<string, string>;
  /** `articles/sample.html` -> bytes: texts that are checked against the book. */
  readonly articles: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 over the paths and contents of all of them: equal folders have equal fingerprints. */
  readonly fingerprint: string;
}

/** Parts of a folder, the files that belong to each, and whether a book can do without. */
const PARTS = [
  { name: "codebook", end: /\.ya?ml$/, needed: true },
  { name: "facts", end: /\.csv$/, needed: false },
  { name: "articles", end: /\.(?:txt|md|html?|pdf|docx|epub|eml)$/, needed: false },
] as const;

/** Names of articles that are words about the folder and no texts to check. */
const ABOUT = /^(?:readme|license|licence|notice)\b/i;

/** Reads the files of a folder. Throws a `UserError` where it has no codebook or a file is no text. */
export async function readBookFolder(folder: string): Promise<BookFolder> {
  const problems: Problem[] = [];
  const [codebook, facts, articles] = await Promise.all(
    PARTS.map(async ({ name, end, needed }) => {
      const files = await filesOf(folder, name, end);
      if (needed && files.size === 0) problems.push(missingPart(folder, name));
      return files;
    }),
  );
  const textsOf = (files: ReadonlyMap<string, Uint8Array>) =>
    new Map(
      [...files].map(([path, bytes]) => {
        const decoded = decodeText(path, bytes);
        problems.push(...decoded.problems);
        return [path, decoded.text];
      }),
    );
  const texts = { codebook: textsOf(codebook!), facts: textsOf(facts!) };
  if (problems.length > 0) throw new UserError(problems);
  const all = [...codebook!, ...facts!, ...articles!].map(([path, bytes]) => `${path} ${sha256(bytes)}\n`);
  return { folder, ...texts, articles: articles!, fingerprint: sha256(all.sort().join("")) };
}

async function filesOf(folder: string, part: string, end: RegExp): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = await namesIn(join(folder, part));
  const wanted = names.filter(name => end.test(name) && !ABOUT.test(name)).sort();
  const read = wanted.map(
    async name => [`${part}/${name}`, await readFile(join(folder, part, name))] as const,
  );
  return new Map(await Promise.all(read));
}

/** A part that is not there is empty; any other fault of the disk is one. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function missingPart(folder: string, part: string): Problem {
  return {
    code: "missing-folder",
    file: join(folder, part),
    message: `the folder has no YAML files in ${part}/`,
    hint: "name the folder of a book as people edit it, with codebook/ and facts/ in it",
  };
}
