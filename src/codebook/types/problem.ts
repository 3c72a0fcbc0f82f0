/** A problem with input: data, worded once. `path` is `file:line:column` or a field path. */
export interface Problem {
  readonly code: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  /** What to do about it. */
  readonly hint?: string;
}
