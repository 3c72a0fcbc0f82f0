import type { Codebook } from "../codebook/types.ts";
import type { CodebookReader } from "./codebook-files.ts";
import { foldEntry, type JournalState } from "./journal/survey.ts";
import type { Entry } from "./types.ts";

/** What is in force at the head of an open book, kept up with every append, so that no question about it needs the index. */
export class Live {
  state: JournalState;
  codebook: Codebook;
  private readonly reader: CodebookReader;

  private constructor(state: JournalState, codebook: Codebook, reader: CodebookReader) {
    this.state = state;
    this.codebook = codebook;
    this.reader = reader;
  }

  static async of(state: JournalState, reader: CodebookReader): Promise<Live> {
    return new Live(structuredClone(state), await reader.of(state), reader);
  }

  /** Takes an entry that has just been appended. */
  async take(entry: Entry): Promise<void> {
    foldEntry(this.state, entry);
    if (entry.act === "codebook") this.codebook = await this.reader.of(this.state);
  }
}
