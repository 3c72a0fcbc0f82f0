import { join } from "node:path";
import { answerInThread } from "../../codebook/thread-worker.ts";
import { CodebookReader } from "../codebook-files.ts";
import { bookEffects } from "../effects.ts";
import { JOURNAL_FILE, Journal } from "../journal/journal.ts";
import { Objects } from "../journal/objects.ts";
import { IndexFile, type PastQuestion } from "./index-file.ts";

/** The thread that makes the index of a book as of an entry, in a file that whoever asks then opens. It only reads the book. */
await answerInThread(async ({ dir, seq, file }: PastQuestion) => {
  // What is wrong with an entry was told when the book was opened.
  const effects = bookEffects({ warn: () => {} });
  const journal = await Journal.open(join(dir, JOURNAL_FILE), { readOnly: true, effects });
  const objects = new Objects(dir, effects);
  const codebooks = new CodebookReader(objects);
  const index = new IndexFile({
    dir,
    journal,
    objects,
    effects,
    codebooks,
    upTo: seq,
    file,
    temporary: true,
  });
  try {
    await index.catchUp();
  } finally {
    await index.close();
    await journal.close();
  }
});
