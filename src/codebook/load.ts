import { crossProblems } from "./cross-check.ts";
import { UserError } from "./errors.ts";
import { type CodebookFile, fileSchema } from "./schema.ts";
import type { Codebook, CodeList, Kind, Measure, Problem, SeriesDeclaration } from "./types.ts";
import { type Located, problemsOfSchema, readYaml } from "./yaml.ts";

/** A read file with the lines of its parts. */
interface Source {
  readonly file: string;
  readonly located: Located;
  readonly content: CodebookFile;
}

/**
 * Makes a codebook of its YAML files (relative path -> text). Which file holds what does not matter: each may have the
 * sections `codebook`, `kind`, `measures`, `lists`, `series`, `indicators`, `phrases` and `language`.
 * Throws a `UserError` with every problem of every file, each with its line.
 */
export function loadCodebook(files: ReadonlyMap<string, string>): Codebook {
  const problems: Problem[] = [];
  const sources: Source[] = [];
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const located = readYaml(file, text);
    problems.push(...located.problems);
    if (located.problems.length > 0 || located.value === null) continue;
    const result = fileSchema.safeParse(located.value);
    if (result.success) sources.push({ file, located, content: result.data });
    else problems.push(...problemsOfSchema(file, located, result.error));
  }
  const merged = merge(sources, problems);
  // References are checked only when every file could be read: a broken file would make each of its ids unknown.
  if (problems.length === 0) problems.push(...crossProblems(merged.codebook, merged.place));
  if (problems.length > 0) throw new UserError(problems.sort(byPlace));
  return merged.codebook;
}

/** Reading order: by file, then by line. */
function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return (a.file ?? "") < (b.file ?? "") ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

/** Where an entry of a section stands. */
export type Place = (
  section: string,
  id: string,
  ...path: readonly string[]
) => Pick<Problem, "file" | "line" | "column">;

function merge(sources: readonly Source[], problems: Problem[]): { codebook: Codebook; place: Place } {
  const owners = new Map<string, Source>();
  const collect = <T>(section: keyof CodebookFile, entriesOf: (content: CodebookFile) => [string, T][]) => {
    const all = new Map<string, T>();
    for (const source of sources)
      for (const [id, entry] of entriesOf(source.content)) {
        const earlier = owners.get(`${section} ${id}`);
        if (earlier) problems.push(twice(section, id, source, earlier));
        else owners.set(`${section} ${id}`, source);
        all.set(id, entry);
      }
    return all;
  };
  const section = <T>(name: "measures" | "lists" | "series" | "indicators" | "phrases") =>
    collect<T>(name, content => Object.entries(content[name] ?? {}) as unknown as [string, T][]);
  const heads = collect("codebook", ({ codebook }) => (codebook ? [["", codebook]] : []));
  const head = heads.get("") ?? { id: "", title: { en: "" }, version: "" };
  if (!heads.has("") && problems.length === 0) problems.push(noHead(sources));
  const kinds = collect("kind", ({ kind }) => (kind ? [[kind.id, kind]] : []));
  const withIds = <T>(entries: Map<string, T>) =>
    new Map([...entries].map(([id, entry]) => [id, { id, ...entry }]));
  const codebook: Codebook = {
    ...head,
    kinds: new Map([...kinds].map(([id, kind]) => [id, kindOf(kind)])),
    measures: withIds(section<Omit<Measure, "id">>("measures")),
    lists: new Map(
      [...section<ListEntry>("lists")].map(([id, list]) => [
        id,
        { id, label: list.label, codes: new Map(Object.entries(list.codes)) } satisfies CodeList,
      ]),
    ),
    series: new Map([...section<SeriesEntry>("series")].map(([id, series]) => [id, seriesOf(id, series)])),
    indicators: withIds(section("indicators")),
    phrases: Object.fromEntries(section<Record<string, string[]>>("phrases")),
  };
  const place: Place = (name, id, ...path) => {
    const source = owners.get(`${name} ${id}`);
    const full = name === "kind" || name === "codebook" ? [name, ...path] : [name, id, ...path];
    return { file: source?.file ?? "codebook", line: source?.located.lineOf(full), column: full.join(".") };
  };
  return { codebook: addLanguages(codebook, sources, problems), place };
}

type ListEntry = NonNullable<CodebookFile["lists"]>[string];
type SeriesEntry = NonNullable<CodebookFile["series"]>[string];

function kindOf(kind: NonNullable<CodebookFile["kind"]>): Kind {
  return { ...kind, fields: Object.entries(kind.fields).map(([id, field]) => ({ id, ...field })) };
}

function seriesOf(id: string, series: SeriesEntry): SeriesDeclaration {
  return {
    id,
    ...series,
    classes: Object.entries(series.classes).map(([code, entry]) => ({ code, ...entry })),
  };
}

function twice(section: string, id: string, source: Source, earlier: Source): Problem {
  const path = section === "kind" || section === "codebook" ? [section] : [section, id];
  return {
    code: "duplicate-id",
    file: source.file,
    line: source.located.lineOf(path),
    column: path.join("."),
    message: `${[section, id].filter(Boolean).join(" ")} is declared in ${earlier.file} already`,
    hint: "remove one of them",
  };
}

function noHead(sources: readonly Source[]): Problem {
  return {
    code: "missing-section",
    file: sources[0]?.file ?? "codebook",
    message: "no file of the codebook has the section `codebook`",
    expected: "codebook: {id, title, version}",
    hint: "add it, best in codebook.yaml",
  };
}

/** Adds the phrases of the language files to the measures, classes and groups that they speak of. */
function addLanguages(codebook: Codebook, sources: readonly Source[], problems: Problem[]): Codebook {
  const measures = new Map(codebook.measures);
  const series = new Map(codebook.series);
  const phrases: Record<string, Readonly<Record<string, readonly string[]>>> = { ...codebook.phrases };
  for (const { file, located, content } of sources) {
    const { language } = content;
    if (!language) continue;
    const unknown = (path: string[], what: string) =>
      problems.push({
        code: "unknown-reference",
        file,
        line: located.lineOf(["language", ...path]),
        column: ["language", ...path].join("."),
        message: `the codebook has no ${what}`,
        hint: "check the spelling, or remove the entry",
      });
    for (const [id, words] of Object.entries(language.measures)) {
      const measure = measures.get(id);
      if (measure) measures.set(id, { ...measure, phrases: { ...measure.phrases, [language.code]: words } });
      else unknown(["measures", id], `measure ${id}`);
    }
    for (const [id, classes] of Object.entries(language.series)) {
      const declared = series.get(id);
      if (!declared) unknown(["series", id], `series ${id}`);
      else {
        for (const code of Object.keys(classes))
          if (!declared.classes.some(each => each.code === code))
            unknown(["series", id, code], `class ${code} of ${id}`);
        series.set(id, {
          ...declared,
          classes: declared.classes.map(each => {
            const words = classes[each.code];
            return words ? { ...each, phrases: { ...each.phrases, [language.code]: words } } : each;
          }),
        });
      }
    }
    for (const [group, words] of Object.entries(language.phrases))
      phrases[group] = { ...phrases[group], [language.code]: words };
  }
  return { ...codebook, measures, series, phrases };
}
