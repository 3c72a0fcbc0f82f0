import type { IndexFile, Outlook } from "./index-file.ts";

/** Indexes of the past that are kept although nobody uses them, so that the same question need not make them again. */
const KEPT = 2;

/** An open index and what is in force at its entry. */
export interface PastIndex {
  readonly index: IndexFile;
  readonly outlook: Outlook;
}

interface Kept {
  readonly past: Promise<PastIndex>;
  users: number;
}

/** Indexes of a book as of earlier entries. Each is shared by whoever asks for the same entry. */
export class PastIndexes {
  private readonly indexes = new Map<number, Kept>();
  private readonly make: (seq: number, apart: boolean) => Promise<PastIndex>;

  constructor(make: (seq: number, apart: boolean) => Promise<PastIndex>) {
    this.make = make;
  }

  /** The index as of an entry, and the function that says that it is not needed any more; `apart`: made in a thread of its own. */
  async borrow(seq: number, apart: boolean): Promise<PastIndex & { giveBack: () => Promise<void> }> {
    const kept = this.indexes.get(seq) ?? { past: this.make(seq, apart), users: 0 };
    // Last used stands last, so that the first unused one is the one to drop.
    this.indexes.delete(seq);
    this.indexes.set(seq, kept);
    kept.users++;
    try {
      return { ...(await kept.past), giveBack: () => this.giveBack(kept) };
    } catch (error) {
      this.indexes.delete(seq);
      throw error;
    }
  }

  /** Makes every index anew from now on: after a redaction none may hold what was destroyed. Those in use go when they are given back. */
  async forget(): Promise<void> {
    const unused = [...this.indexes.values()].filter(({ users }) => users === 0);
    this.indexes.clear();
    for (const { past } of unused) await (await past.catch(() => null))?.index.close();
  }

  async close(): Promise<void> {
    const all = [...this.indexes.values()];
    this.indexes.clear();
    for (const { past } of all) await (await past.catch(() => null))?.index.close();
  }

  private async giveBack(kept: Kept): Promise<void> {
    kept.users--;
    if (kept.users === 0 && ![...this.indexes.values()].includes(kept)) {
      await (await kept.past).index.close();
      return;
    }
    const unused = [...this.indexes].filter(([, { users }]) => users === 0);
    for (const [seq, { past }] of unused.slice(0, Math.max(0, unused.length - KEPT))) {
      this.indexes.delete(seq);
      await (await past).index.close();
    }
  }
}
