import type { PageTexts } from "./page-types.ts";

/** The words of one language: everything that a finding and its page say is put together from these; a new language is one such file. `{name}` stands for a value. */
export interface Wording {
  /** A sentence for each reason code and note code. */
  readonly reasons: Readonly<Record<string, string>>;
  /** A number with its hedge: `{n}`. */
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly range: string;
  /** A unit behind a number, where no label says otherwise: `{unit}`. */
  readonly spaced: string;
  /** A unit behind a number, as the codebook has a label for it: `{unit}`. */
  readonly counted: string;
  /** Words of another language: `{text}`. */
  readonly quoted: string;
  /** Directions of counts: rose, fell, level. */
  readonly trends: Readonly<Record<string, string>>;
  /** How far a thing has come, by the codes of records. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly since: string;
  readonly until: string;
  /** A government as a counter: `{country}`. */
  readonly government: string;
  /** `{n}` with a plural rule of the language for English-like units; null where units do not change. */
  readonly plural: ((noun: string, n: number) => string) | null;
  readonly percent: string;
  readonly points: string;
  /** By how much the count lies above or below the claim: `{amount}`. */
  readonly above: string;
  readonly below: string;
  readonly unknownCounter: string;
  /** The book itself, as a counter. */
  readonly ownCount: string;
  /** ` ({context})` behind a number: its scope and its period, joined by `joiner`. */
  readonly inContext: string;
  readonly joiner: string;
  /** Headings of exports: summary, none, notes, claims, for, against, missing, as-of, untitled. */
  readonly headings: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Record<string, string>>;
  /** What batches of articles and looks at kept ones say: headings, columns and lines with `{slots}`. */
  readonly batch: Readonly<Record<string, string>>;
  readonly locale: string;
  /** Sentences about a finding that a person corrected; `named` is the note at a record that a person named as evidence. */
  readonly correction: Readonly<
    Record<
      | "corrected"
      | "overruled"
      | "confirmed"
      | "measure"
      | "value"
      | "evidence"
      | "without"
      | "none"
      | "named",
      string
    >
  >;
  /** What the page of a checked article says. */
  readonly page: PageTexts;
}
