/** Names of places in one language, beside those that CLDR gives. Entries are `code: "name|name"`. */
export interface PlacePack {
  readonly language: string;
  /** CLDR locales whose country names are taken. */
  readonly locales: readonly string[];
  /** Short forms, older names, abbreviations. */
  readonly names: Readonly<Record<string, string>>;
  /** People and adjectives; in languages with endings, stems that `endings` completes. */
  readonly demonyms: Readonly<Record<string, string>>;
  /** Capitals that stand for their government where they speak. */
  readonly capitals: Readonly<Record<string, string>>;
  /** Cities and regions. */
  readonly places: Readonly<Record<string, string>>;
  /** Phrases that hold a country's name and mean none: "South China Sea". */
  readonly traps: string;
  /** Demonyms begin with a capital, as in English. */
  readonly capitalDemonyms: boolean;
  /** How words change: `ru` case endings, `ar` prefixes, `es` plural and gender of demonyms; none for others. */
  readonly endings?: "ru" | "ar" | "romance" | "de";
  /** Characters stand without spaces inside words only, so that a name begins after a space or a sign (Korean). */
  readonly spaced?: boolean;
  /** Countries whose names are first or family names too: `JOR|GEO`. */
  readonly people?: string;
  /** Of those, the ones that name a region of another country as well: `GEO=USA`. */
  readonly regions?: string;
  /** Names are listed in simplified characters and read in traditional ones too. */
  readonly traditional?: boolean;
  /** CLDR names that are common words here and must not be taken. */
  readonly without?: string;
}
