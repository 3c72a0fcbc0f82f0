/** What a checked page says in one language, as data: `{slots}` stand for values. */
export interface PageTexts {
  /** BCP 47. */
  readonly language: string;
  readonly kicker: string;
  /** Behind the title of a file: `{title}`. */
  readonly fileTitle: string;
  readonly characters: string;
  readonly published: string;
  readonly notes: string;
  readonly notRead: string;
  /** Titles of notes on the whole text, by their codes. */
  readonly noteTitles: Readonly<Record<string, string>>;
  readonly how: string;
  readonly rule: string;
  readonly codebook: string;
  readonly keepNote: string;
  readonly keep: string;
  readonly findings: string;
  /** `{entry}`, `{book}` and `{text}` are digests. */
  readonly stamp: string;
  /** Behind each key of the keyboard. */
  readonly keys: Readonly<Record<"next" | "previous" | "open" | "verdict" | "all" | "on", string>>;
  readonly filter: string;
  readonly allClaims: string;
  readonly toCorrect: string;
  readonly noClaims: string;
  /** `{claims}: {parts}`; the last two parts are joined by `lastJoiner`. */
  readonly summary: string;
  readonly joiner: string;
  readonly lastJoiner: string;
  readonly claim: string;
  readonly claims: string;
  /** What a mark says to whoever does not see it: `{n}`, `{verdict}`. */
  readonly spoken: string;
  /** Name of the link to a claim: `{n}`. */
  readonly claimLink: string;
  /** `{origins}`, `{interested}`. */
  readonly whose: string;
  readonly none: string;
  readonly origin: string;
  readonly origins: string;
  readonly furtherOrigin: string;
  readonly furtherOrigins: string;
  readonly columns: Readonly<Record<"who" | "standing" | "for" | "against", string>>;
  readonly independent: string;
  readonly interested: string;
  readonly thisBook: string;
  readonly readAs: string;
  readonly readJoiner: string;
  readonly accordingTo: string;
  readonly nobody: string;
  readonly ofPopulation: string;
  readonly quoted: string;
  readonly sides: Readonly<Record<"for" | "against" | "related", string>>;
  readonly nothing: string;
  readonly missing: string;
  readonly more: string;
  readonly further: string;
  /** Behind a heading whose list is not printed. */
  readonly unprinted: string;
  readonly original: string;
  readonly ofOriginal: string;
  readonly recomputed: string;
  /** `{amount}`, `{documented}`, `{indicator}`, `{entry}`. */
  readonly recomputedBy: string;
  readonly documented: string;
  readonly query: string;
  readonly editor: string;
  /** The link to where a finding is corrected. */
  readonly appeal: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly chart: Readonly<
    Record<
      | "title"
      | "text"
      | "point"
      | "range"
      | "from"
      | "upTo"
      | "noInterval"
      | "open"
      | "fullCount"
      | "least"
      | "shaded"
      | "band"
      | "value"
      | "percent"
      | "cut",
      string
    >
  >;
  readonly correction: Readonly<
    Record<
      "advert" | "noSource" | "counter" | "has" | "hasSaid" | "work" | "date" | "context" | "source",
      string
    >
  >;
  /** Name, what completes "1 claim ..." and "3 claims ...", and meaning of each verdict. */
  readonly verdicts: Readonly<Record<string, { label: string; one: string; many: string; meaning: string }>>;
}
