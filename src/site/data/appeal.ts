/** A finding that somebody may correct, and who has. */
export interface AppealData {
  readonly article: string;
  readonly title: string;
  /** Language of the text. */
  readonly language: string;
  readonly claim: string;
  readonly context: { readonly before: string; readonly words: string; readonly after: string };
  /** As it was read; label of the measure. */
  readonly measure: string;
  readonly value: number | null;
  readonly verdict: string;
  readonly reasons: readonly string[];
  /** Records on both sides, each with why it bears on the claim or does not. */
  readonly evidence: readonly { readonly record: string; readonly label: string; readonly note: string }[];
  readonly measures: readonly { readonly id: string; readonly label: string }[];
  readonly corrections: readonly {
    readonly entry: number;
    readonly by: string;
    readonly reason: string;
    /** What it says, in words. */
    readonly says: string;
    readonly everywhere: boolean;
  }[];
}
