import type { Book } from "../../book/types.ts";
import { counterNames } from "../../check/index.ts";
import type { IndicatorDeclaration } from "../../codebook/index.ts";
import type { IndicatorResult } from "../../count/index.ts";
import { dimensionWords } from "../charts/indicator.ts";
import { Library } from "./library.ts";
import { SqlReader } from "./sql-reader.ts";

/** Words for the values of dimensions: dimension -> value -> words. */
export type DimensionWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

const declaredOf = ({ codebook }: Library, { indicator }: IndicatorResult): IndicatorDeclaration =>
  codebook.indicators.get(indicator)!;

/**
 * Names of those who count, from the slugs that figures keep: as the records behind the result name them, by an entity, or by a publisher
 * of their sources.
 */
async function counterWords(library: Library, result: IndicatorResult, slugs: readonly string[]) {
  const [known, records] = await Promise.all([
    library.instances(slugs.flatMap(slug => [slug, slug.replace(/^gov-/, "org-")])),
    library.instances(result.rows.flatMap(row => row.records)),
  ]);
  const cited = [...records.values()].flatMap(({ row }) => row["sources"] ?? []);
  const sources = await library.sources(cited.map(String).sort());
  return counterNames({
    entities: new Map([...known].map(([id, instance]) => [id, { name: library.nameOf(instance) }])),
    sources: new Map(sources.map(source => [source.id, source])),
  });
}

/** What a value of a dimension means, in words. */
function worder(library: Library, result: IndicatorResult) {
  const { domains } = declaredOf(library, result);
  const { measures, series } = library.codebook;
  const classes = [...series.values()].flatMap(each => each.classes);
  return async (name: string, values: readonly string[]): Promise<Map<string, string>> => {
    const domain = domains[name] ?? "text";
    const instances = domain === "text" ? await library.instances(values) : new Map<string, never>();
    const counters = domain === "counter" ? await counterWords(library, result, values) : String;
    const wordOf = (value: string): string => {
      if (value === "") return "not stated";
      if (domain === "country") return library.countryName(value);
      if (domain === "class") return classes.find(({ code }) => code === value)?.label.en ?? value;
      if (domain === "counter") return counters(value);
      const instance = instances.get(value);
      if (instance !== undefined) return library.nameOf(instance);
      return domain === "text" ? (measures.get(value)?.label.en ?? value) : library.codeLabel(domain, value);
    };
    return new Map(values.map(value => [value, wordOf(value)]));
  };
}

/** Words for the values in the rows, by dimension, so that nobody need read codes. */
export async function wordsOf(library: Library, result: IndicatorResult): Promise<DimensionWords> {
  const wordsFor = worder(library, result);
  const words: Record<string, Readonly<Record<string, string>>> = {};
  for (const name of Object.keys(result.rows[0]?.by ?? {})) {
    const values = [...new Set(result.rows.map(row => row.by[name] ?? ""))];
    words[name] = Object.fromEntries(await wordsFor(name, values));
  }
  return words;
}

/** What the result was kept to, in words. */
export async function keptOf(library: Library, result: IndicatorResult): Promise<string> {
  const wordsFor = worder(library, result);
  const parts = Object.entries(result.where).map(async ([name, value]) => {
    const words = await wordsFor(name, value.split(";"));
    return `${dimensionWords(name)} ${[...words.values()].join(" or ")}`;
  });
  return (await Promise.all(parts)).join("; ");
}

/** The same for a program that needs nothing else of the book: it asks for these names alone. */
export async function wordsFromBook(book: Book, result: IndicatorResult): Promise<DimensionWords> {
  return wordsOf(await Library.open(book, new SqlReader(book)), result);
}
