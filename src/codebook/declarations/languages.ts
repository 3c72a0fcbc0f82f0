import type { Codebook, Measure, Problem, SeriesDeclaration } from "../types.ts";
import type { Source } from "./load.ts";

type Phrases = Readonly<Record<string, readonly string[]>>;
type Unknown = (path: readonly string[], what: string) => void;

/** Adds the phrases of the language files to the measures, classes and groups that they speak of. */
export function addLanguages(codebook: Codebook, sources: readonly Source[], problems: Problem[]): Codebook {
  const measures = new Map(codebook.measures);
  const series = new Map(codebook.series);
  const phrases: Record<string, Phrases> = { ...codebook.phrases };
  for (const { file, located, content } of sources) {
    const { language } = content;
    if (!language) continue;
    const unknown: Unknown = (path, what) => {
      const full = ["language", ...path];
      const place = { file, line: located.lineOf(full), column: full.join(".") };
      const hint = "check the spelling, or remove the entry";
      problems.push({ ...place, code: "unknown-reference", message: `the codebook has no ${what}`, hint });
    };
    for (const [id, words] of Object.entries(language.measures)) {
      const measure = measures.get(id);
      if (measure) measures.set(id, withWords<Measure>(measure, language.code, words));
      else unknown(["measures", id], `measure ${id}`);
    }
    for (const [id, classes] of Object.entries(language.series)) {
      const declared = series.get(id);
      if (declared) series.set(id, withClasses(declared, { classes, language: language.code, unknown }));
      else unknown(["series", id], `series ${id}`);
    }
    for (const [group, words] of Object.entries(language.phrases))
      phrases[group] = joined(phrases[group] ?? {}, language.code, words);
  }
  return { ...codebook, measures, series, phrases };
}

function joined(phrases: Phrases, language: string, words: readonly string[]): Phrases {
  return { ...phrases, [language]: [...new Set([...(phrases[language] ?? []), ...words])] };
}

function withWords<T extends { readonly phrases: Phrases }>(
  entry: T,
  language: string,
  words: readonly string[],
): T {
  return { ...entry, phrases: joined(entry.phrases, language, words) };
}

function withClasses(
  series: SeriesDeclaration,
  { classes, language, unknown }: { classes: Phrases; language: string; unknown: Unknown },
): SeriesDeclaration {
  for (const code of Object.keys(classes))
    if (!series.classes.some(each => each.code === code))
      unknown(["series", series.id, code], `class ${code} of ${series.id}`);
  return {
    ...series,
    classes: series.classes.map(each => {
      const words = classes[each.code];
      return words ? withWords(each, language, words) : each;
    }),
  };
}
