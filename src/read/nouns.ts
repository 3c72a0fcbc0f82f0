import type { Codebook } from "../codebook/types.ts";
import { type Stemmer, wordsOf } from "./phrases.ts";

/** The nouns of a language that the codebook counts in, each with the units that it can be a count of. */
export interface Nouns {
  /** By the stems of the noun's words, joined by spaces; the first unit is what the noun mostly means. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  /** The nouns as they are written by their last character, the longest first: for scripts without spaces. */
  readonly writtenBy: ReadonlyMap<string, readonly string[]>;
  /** What a noun of the text can be a count of, remembered for nouns asked for before. */
  readonly unitsOf: (noun: string) => readonly string[];
}

/** Groups of the codebook's phrases that hold nouns: `unit-<unit>`. */
const GROUP = "unit-";

/** Stems of a noun's words, joined by spaces. */
export const nounKey = (noun: string, stem: Stemmer): string =>
  wordsOf(noun, [0, noun.length], stem)
    .map(word => word.stem)
    .join(" ");

/** The nouns of the codebook's `unit-<unit>` groups; in English the units of the measures are nouns themselves. */
export function nounsOf({ phrases, measures }: Codebook, language: string, stem: Stemmer): Nouns {
  const units = new Map<string, string[]>();
  const written = new Set<string>();
  const add = (noun: string, unit: string) => {
    const key = nounKey(noun, stem);
    const known = units.get(key) ?? [];
    if (!known.includes(unit)) units.set(key, [...known, unit]);
    written.add(noun);
  };
  for (const [group, nouns] of Object.entries(phrases))
    if (group.startsWith(GROUP))
      for (const noun of nouns[language] ?? []) add(noun, group.slice(GROUP.length));
  if (language === "en")
    for (const { unit } of measures.values()) if (unit !== "percent" && unit !== "money") add(unit, unit);
  return {
    units,
    writtenBy: byLast([...written].sort((a, b) => b.length - a.length)),
    unitsOf: unitsOf(units, stem),
  };
}

function byLast(nouns: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const noun of nouns) {
    const last = noun.at(-1) ?? "";
    found.set(last, [...(found.get(last) ?? []), noun]);
  }
  return found;
}

const NONE: readonly string[] = [];
/** Nouns remembered at most: a hostile text must not fill the memory. */
const KNOWN = 5000;

function unitsOf(
  units: ReadonlyMap<string, readonly string[]>,
  stem: Stemmer,
): (noun: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return noun => {
    let found = known.get(noun);
    if (!found) {
      found = units.get(nounKey(noun, stem)) ?? NONE;
      if (known.size < KNOWN) known.set(noun, found);
    }
    return found;
  };
}
