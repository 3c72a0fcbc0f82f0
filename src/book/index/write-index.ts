import { rename } from "node:fs/promises";
import type { ParsedFacts } from "../../codebook/types.ts";
import type { CodebookReader } from "../codebook-files.ts";
import type { BookEffects } from "../effects.ts";
import { Evidence } from "../evidence/evidence.ts";
import type { Journal, PlacedEntry } from "../journal/journal.ts";
import type { Objects } from "../journal/objects.ts";
import type { JournalState, Survey } from "../journal/survey.ts";
import { Derivation } from "./derive.ts";
import { closeToFolder, openForWriting } from "./duck.ts";
import { writeMeta } from "./index-meta.ts";

/** The entries that an index takes in at once, and what is in force behind the last of them. */
export interface IndexedSpan {
  readonly state: JournalState;
  /** What the whole journal says about itself, where the index is made from nothing. */
  readonly survey: Survey | null;
  readonly last: PlacedEntry;
  /** Where to read on; from the first entry when left out. */
  readonly from: Parameters<Journal["read"]>[0];
}

/** The parts of a book that an index is made of. */
export interface IndexedBook {
  readonly journal: Journal;
  readonly objects: Objects;
  readonly codebooks: CodebookReader;
  readonly effects: BookEffects;
  /** Facts that have been parsed already, by their object. */
  readonly parsed: Map<string, ParsedFacts>;
}

/** Takes entries into the index in this file, in one transaction; the file is made if it is not there. Nobody else may have it open. */
export async function writeIndex(
  file: string,
  { state, survey, last, from }: IndexedSpan,
  { journal, objects, codebooks, effects, parsed }: IndexedBook,
): Promise<void> {
  const codebook = await codebooks.of(state);
  const evidence = new Evidence({
    objects,
    redactions: state.redactions,
    codebook,
    warn: effects.warn,
    parsed,
  });
  const { instance, path } = await openForWriting(file);
  const connection = await instance.connect();
  try {
    await closeToFolder(connection, objects.folder);
    // Each commit goes straight into the file: a log beside it would be written for nothing and flushed twice.
    await connection.run("SET checkpoint_threshold = '1KB'");
    await connection.run("BEGIN TRANSACTION");
    const derivation = new Derivation({ connection, codebook, evidence, objects, survey });
    await derivation.begin();
    for await (const { entry } of journal.read(from)) {
      if (entry.seq > last.entry.seq) break;
      await derivation.apply(entry);
    }
    await derivation.finish();
    await writeMeta(connection, { last, state, codebook });
    await connection.run("COMMIT");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  if (path !== file) await rename(path, file);
}
