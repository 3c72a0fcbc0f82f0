import { UserError } from "../errors.ts";
import { didYouMean } from "../suggest.ts";
import type { Codebook, CodeList, Kind, Measure, Problem, SeriesDeclaration } from "../types.ts";
import { crossProblems } from "./cross-check.ts";
import { addLanguages } from "./languages.ts";
import { type CodebookFile, fileSchema } from "./schema.ts";
import { type Located, problemsOfSchema, readYaml } from "./yaml.ts";

/** A read file with the lines of its parts. */
export interface Source {
  readonly file: string;
  readonly located: Located;
  readonly content: CodebookFile;
}

/**
 * Makes a codebook of its YAML files (relative path -> text). Which file holds what does not matter: each may have the
 * sections `codebook`, `kind`, `measures`, `lists`, `series`, `indicators`, `studies`, `phrases` and `language`. Kinds come in the order that
 * `codebook.kinds` names, the rest as their files are named.
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
  const section = <T>(name: "measures" | "lists" | "series" | "indicators" | "studies" | "phrases") =>
    collect<T>(name, content => Object.entries(content[name] ?? {}) as unknown as [string, T][]);
  const heads = collect("codebook", ({ codebook }) => (codebook ? [["", codebook]] : []));
  if (!heads.has("") && problems.length === 0) problems.push(noHead(sources));
  const kinds = collect("kind", ({ kind }) => (kind ? [[kind.id, kind]] : []));
  const { kinds: order, ...head } = heads.get("") ?? { id: "", title: { en: "" }, version: "", kinds: [] };
  const place = placeIn(owners);
  for (const id of order) if (!kinds.has(id)) problems.push(unknownKind(id, [...kinds.keys()], place));
  const codebook: Codebook = {
    ...head,
    kinds: mapWith(inOrder(kinds, order), (_, kind) => kindOf(kind)),
    measures: mapWith(section<Omit<Measure, "id">>("measures"), (id, measure) => ({ id, ...measure })),
    lists: mapWith(section<ListEntry>("lists"), listOf),
    series: mapWith(section<SeriesEntry>("series"), seriesOf),
    indicators: mapWith(section<IndicatorEntry>("indicators"), (id, indicator) => ({ id, ...indicator })),
    studies: mapWith(section<StudyEntry>("studies"), (id, study) => ({ id, ...study })),
    phrases: Object.fromEntries(section<Record<string, string[]>>("phrases")),
  };
  return { codebook: addLanguages(codebook, sources, problems), place };
}

/** The entries that the order names first, in that order; the rest as they come. */
function inOrder<T>(entries: ReadonlyMap<string, T>, order: readonly string[]): ReadonlyMap<string, T> {
  const first = order.flatMap(id => (entries.has(id) ? [[id, entries.get(id)!] as const] : []));
  return new Map([...first, ...[...entries].filter(([id]) => !order.includes(id))]);
}

function unknownKind(id: string, known: readonly string[], place: Place): Problem {
  return {
    ...place("codebook", "", "kinds"),
    code: "unknown-reference",
    message: `there is no kind "${id}"`,
    expected: known.join(", "),
    hint: didYouMean(id, known) ?? "take it out of `kinds`",
  };
}

function placeIn(owners: ReadonlyMap<string, Source>): Place {
  return (name, id, ...path) => {
    const source = owners.get(`${name} ${id}`);
    const full = name === "kind" || name === "codebook" ? [name, ...path] : [name, id, ...path];
    return { file: source?.file ?? "codebook", line: source?.located.lineOf(full), column: full.join(".") };
  };
}

function mapWith<T, U>(entries: ReadonlyMap<string, T>, make: (id: string, entry: T) => U): Map<string, U> {
  return new Map([...entries].map(([id, entry]) => [id, make(id, entry)]));
}

type IndicatorEntry = NonNullable<CodebookFile["indicators"]>[string];
type StudyEntry = NonNullable<CodebookFile["studies"]>[string];
type ListEntry = NonNullable<CodebookFile["lists"]>[string];
type SeriesEntry = NonNullable<CodebookFile["series"]>[string];

function kindOf(kind: NonNullable<CodebookFile["kind"]>): Kind {
  return { ...kind, fields: Object.entries(kind.fields).map(([id, field]) => ({ id, ...field })) };
}

function listOf(id: string, { label, codes }: ListEntry): CodeList {
  return { id, label, codes: new Map(Object.entries(codes)) };
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
