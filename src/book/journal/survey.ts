import type { Entry } from "../types.ts";
import { isSha256 } from "./entry.ts";
import type { Journal, PlacedEntry } from "./journal.ts";

/** What the journal says about itself: which files hold, and what has been destroyed. A pure function of its entries. */
export interface JournalState {
  /** The codebook's files in force, path -> SHA-256. */
  codebook: Record<string, string>;
  /** The facts files in force, path -> SHA-256. */
  facts: Record<string, string>;
  redactions: Redactions;
}

/** What redactions destroyed, and the object of statements that stands in its place, null where nothing does. */
export interface Redactions {
  /** By SHA-256. */
  objects: Record<string, string | null>;
  /** By number of entry. */
  entries: Record<string, string | null>;
}

export function emptyState(): JournalState {
  return { codebook: {}, facts: {}, redactions: { objects: {}, entries: {} } };
}

/** Data of a `codebook` or `facts` entry. Null says that the file is no longer there. */
export interface FilesData {
  readonly files: Readonly<Record<string, string | null>>;
}

/** Data of a `redact` entry. */
export interface RedactData {
  readonly reason: string;
  /** Destroyed object -> object in its place. */
  readonly objects: Readonly<Record<string, string | null>>;
  /** Entry whose data was destroyed -> object in its place. */
  readonly entries: Readonly<Record<string, string | null>>;
  /** The record, and perhaps the field, whose values it was about. */
  readonly record?: string;
  readonly field?: string;
}

/** Files that an entry brings in; empty for entries of another act or form. */
export function filesOf(entry: Entry): [path: string, hash: string | null][] {
  const files = (entry.data as FilesData | null)?.files;
  if (typeof files !== "object" || files === null) return [];
  return Object.entries(files).filter(([, hash]) => hash === null || isSha256(hash));
}

/** Takes one more entry into the state. */
export function foldEntry(state: JournalState, entry: Entry): void {
  if (entry.act === "codebook")
    state.codebook = Object.fromEntries(
      filesOf(entry).filter((file): file is [string, string] => file[1] !== null),
    );
  if (entry.act === "facts")
    for (const [path, hash] of filesOf(entry))
      if (hash === null) delete state.facts[path];
      else state.facts[path] = hash;
  if (entry.act === "redact") foldRedaction(state.redactions, entry);
}

/** Takes a redaction into the list. A replacement may itself be redacted later; `replacementOf` follows the way. */
export function foldRedaction(redactions: Redactions, entry: Entry): void {
  const { objects = {}, entries = {} } = (entry.data ?? {}) as Partial<RedactData>;
  Object.assign(redactions.objects, objects);
  Object.assign(redactions.entries, entries);
}

/** The object that now stands for one that may have been redacted: itself, its replacement, or null. */
export function standingObject(redactions: Redactions, hash: string | null): string | null {
  let standing = hash;
  while (standing !== null && Object.hasOwn(redactions.objects, standing))
    standing = redactions.objects[standing] ?? null;
  return standing;
}

/** What a first pass over the journal tells. */
export interface Survey {
  /** Last entry that counts. */
  readonly last: PlacedEntry;
  readonly state: JournalState;
  /** How often each facts file came, and when last. */
  readonly versions: ReadonlyMap<string, { count: number; last: number }>;
}

/**
 * First pass: the state at entry `upTo`. Redactions count from the whole journal, for what was destroyed is destroyed in the
 * past too.
 */
export async function surveyJournal(journal: Journal, upTo: number): Promise<Survey> {
  const state = emptyState();
  const versions = new Map<string, { count: number; last: number }>();
  let last: PlacedEntry | null = null;
  for await (const placed of journal.read()) {
    const { entry } = placed;
    if (entry.seq > upTo) {
      if (entry.act === "redact") foldRedaction(state.redactions, entry);
      continue;
    }
    foldEntry(state, entry);
    last = placed;
    if (entry.act === "facts")
      for (const [path] of filesOf(entry))
        versions.set(path, { count: (versions.get(path)?.count ?? 0) + 1, last: entry.seq });
  }
  if (last === null) throw new RangeError(`invalid entry number: ${upTo}`);
  return { last, state, versions };
}
