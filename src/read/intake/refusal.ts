/** A document that cannot be read for a reason that its owner can do something about. */
export class Refusal extends Error {
  /** Stable: `encrypted`, `needs-ocr`, `archive-bomb`, `ocr`. */
  readonly code: string;
  readonly hint: string;
  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** What is told of a failure across a worker's border. */
export interface Failure {
  readonly failure: string;
  readonly code: string;
  readonly hint: string;
}

export const failureOf = (error: unknown): Failure => ({
  failure: error instanceof Error ? error.message : String(error),
  code: error instanceof Refusal ? error.code : "parse-parse",
  hint: error instanceof Refusal ? error.hint : "check that the file opens elsewhere",
});
