import { countries } from "../../text/places/countries.ts";
import { didYouMean } from "../suggest.ts";
import type { Codebook, ParsedRecords, Problem } from "../types.ts";

/** Everything a reference in a facts file can point to. */
export interface Known {
  readonly codebook: Codebook;
  readonly countries: ReadonlySet<string>;
  /** Ids of the cited kind. */
  readonly sources: ReadonlySet<string>;
  /** Ids of each kind. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** Kinds with a file that could not be read to its end: what points to them cannot be judged. */
  readonly torn: ReadonlySet<string>;
}

/** Where a value stands. */
export type Cell = Required<Pick<Problem, "file" | "line" | "column">>;

/** Collects what the references of these files can point to. */
export function knownOf(codebook: Codebook, records: readonly ParsedRecords[]): Known {
  const ids = new Map<string, Set<string>>([...codebook.kinds.keys()].map(kind => [kind, new Set()]));
  for (const file of records) for (const row of file.rows) ids.get(file.kind)?.add(row.id);
  const torn = records.filter(({ problems }) => problems.some(({ code }) => TORN.has(code)));
  return {
    codebook,
    countries: new Set(countries.map(country => country.code)),
    sources: ids.get(citedKind(codebook)) ?? new Set(),
    ids,
    torn: new Set(torn.map(file => file.kind)),
  };
}

function citedKind(codebook: Codebook): string {
  return [...codebook.kinds.values()].find(kind => kind.cited)?.id ?? "";
}

/** Problems of a file after which some of its rows, or all, are missing. */
const TORN = new Set(["unclosed-quote", "column-count", "empty-file", "missing-column"]);

/** Sources that no row of the cited kind has. */
export function sourceProblems(sources: readonly string[], cell: Cell, known: Known): Problem[] {
  if (known.torn.has(citedKind(known.codebook))) return [];
  return sources
    .filter(id => !known.sources.has(id))
    .map(id => ({
      ...cell,
      code: "unknown-source",
      message: `no source has the id ${JSON.stringify(id)}`,
      received: id,
      hint: didYouMean(id, known.sources) ?? "add the source to the file of sources first",
    }));
}
