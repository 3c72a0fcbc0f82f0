import { originsWith } from "../../link/origins/copying.ts";
import { wordReason } from "../explain/word.ts";
import type { Figure, RecordRow, Shelf, SourceRow } from "../gather/types.ts";
import { counterName, isInterested } from "../match/counter.ts";
import { isSameName } from "../rule/names.ts";
import { periodLabel } from "../rule/period.ts";
import type { ReasonData } from "../rule/types.ts";
import type { Evidence } from "../types.ts";

interface Options {
  readonly shelf: Shelf;
  readonly note: ReasonData;
  readonly language: string;
}

/** Has it a source that is not the document itself? */
export function isToldByOthers(
  { sources }: { readonly sources: readonly string[] },
  { own }: Pick<Shelf, "own">,
): boolean {
  if (own.size === 0) return sources.length > 0;
  return sources.some(id => !own.has(id));
}

/** Sources that are not the document itself. */
export const othersThan = (sources: readonly string[], { own }: Pick<Shelf, "own">): string[] =>
  own.size === 0 ? [...sources] : sources.filter(id => !own.has(id));

/** A figure as a finding shows it. */
export function figureShown(figure: Figure, { shelf, note, language }: Options): Evidence {
  const sources = othersThan(figure.sources, shelf);
  const period = figure.start || figure.end ? { start: figure.start, end: figure.end } : null;
  return {
    record: figure.id,
    kind: figure.kind,
    label: figure.label,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    unit: figure.unit,
    qualifier: figure.qualifier,
    period: period ? periodLabel(period) : figure.asOf.slice(0, 4),
    source: sources[0] ?? "",
    sources,
    origin: counterName(figure.counter, shelf),
    class: isInterested(figure, shelf) ? "self-interested" : "independent",
    note: wordReason(note, language, shelf.codebook).text,
  };
}

interface RecordOptions extends Options {
  readonly period?: string;
}

/** A record of another kind as a finding shows it: it has no number, and its publisher is its voice. */
export function recordShown(
  record: RecordRow,
  { shelf, note, language, period = "" }: RecordOptions,
): Evidence {
  const sources = othersThan(record.sources, shelf);
  const publisher = originOf(sources, shelf);
  return {
    record: record.id,
    kind: record.kind.id,
    label: record.label,
    value: null,
    low: null,
    high: null,
    unit: "",
    qualifier: "",
    period,
    source: sources[0] ?? "",
    sources,
    origin: publisher,
    class:
      sources.every(id =>
        ["vendor", "state-media", "government"].includes(shelf.sources.get(id)?.kind ?? ""),
      ) && sources.length > 0
        ? "self-interested"
        : "independent",
    note: wordReason(note, language, shelf.codebook).text,
  };
}

/**
 * Origins already told, by the row of the first source and the ids asked about: the same records are shown for claim after claim.
 * Another head of a book has other rows.
 */
const TOLD = new WeakMap<SourceRow, Map<string, string>>();

/** Publisher that the first source has it from: where sources of a record share a headline or a publisher, the earlier is their origin. */
function originOf(sources: readonly string[], shelf: Shelf): string {
  const publisherOf = (id: string | undefined) => shelf.sources.get(id ?? "")?.publisher ?? "";
  const [first] = sources;
  if (sources.length < 2) return publisherOf(first);
  const row = shelf.sources.get(first!);
  if (!row) return "";
  const told = TOLD.get(row) ?? new Map<string, string>();
  TOLD.set(row, told);
  const key = sources.join("\n");
  const known = told.get(key);
  if (known !== undefined) return known;
  const origin = publisherOf(originAmong(sources, shelf) ?? first);
  told.set(key, origin);
  return origin;
}

function originAmong(sources: readonly string[], shelf: Shelf): string | undefined {
  const reports = sources.map(id => {
    const { publisher = "", title = "", published = "" } = shelf.sources.get(id) ?? {};
    return { id, publisher, title, published, language: "", text: null, values: new Map<string, string>() };
  });
  return originsWith(reports, isSameName).groups.find(one => one.reports.includes(sources[0]!))?.origin;
}
