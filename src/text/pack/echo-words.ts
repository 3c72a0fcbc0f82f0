/** "the quarter", "the same period", "year-earlier": a time that the text named before. */
export interface EchoWords {
  readonly year: string;
  readonly quarter: string;
  readonly period: string;
  readonly weekend: string;
  /** Between article and noun: `same|latest`. */
  readonly same: string;
  /** After "year-": `ago|earlier`. */
  readonly earlier: string;
  readonly article: string;
  /** Words after "the year" that show that another year is meant. */
  readonly notAfter: string;
}
