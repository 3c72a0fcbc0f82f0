export interface CueWords {
  /** Verbs of saying and showing. */
  readonly saying: string;
  /** Words between a speaker and such a verb, which belong to neither: `has|also`. */
  readonly auxiliaries?: string;
  /** "according to", before the speaker. */
  readonly accordingTo: string;
  /** Phrases like it that name nobody: `reportedly`, 据称. */
  readonly impersonal?: string;
  /** Where words have no spaces between them, what a speaker made, right behind the name (据自由之家统计). */
  readonly madeBy?: string;
  /** Unnamed authors: `research|studies`. */
  readonly studies: string;
  readonly negation: string;
  /** Status of what is told. */
  readonly planned: string;
  readonly signed: string;
  readonly delivered: string;
  readonly operating: string;
}
