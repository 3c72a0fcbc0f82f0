import type { Codebook } from "../codebook/types.ts";
import { foldEntry, type JournalState } from "./survey.ts";
import type { Entry } from "./types.ts";

/** What is in force at the head of an open book, kept up with every append, so that no question about it needs the index. */
export class Live {
  state: JournalState;
  codebook: Codebook;
  private readonly codebookOf: (state: JournalState) => Promise<Codebook>;

  private constructor(
    state: JournalState,
    codebook: Codebook,
    codebookOf: (state: JournalState) => Promise<Codebook>,
  ) {
    this.state = state;
    this.codebook = codebook;
    this.codebookOf = codebookOf;
  }

  static async of(
    state: JournalState,
    codebookOf: (state: JournalState) => Promise<Codebook>,
  ): Promise<Live> {
    return new Live(structuredClone(state), await codebookOf(state), codebookOf);
  }

  /** Takes an entry that has just been appended. */
  async take(entry: Entry): Promise<void> {
    foldEntry(this.state, entry);
    if (entry.act === "codebook") this.codebook = await this.codebookOf(this.state);
  }
}
