import {
  identifyLanguage,
  type Precision,
  pointOf,
  readDates,
  readPlaces,
  readQuantities,
} from "../text/index.ts";
import type { Lexicon } from "./lexicon.ts";
import { readClaims } from "./read-claims.ts";
import { readRecords } from "./read-records.ts";
import type { CandidateRecord, Claim, Document, Span } from "./types.ts";

/** A short text to read. */
export interface Line {
  readonly id: string;
  readonly text: string;
  /** ISO 639-1; identified where it is left out. */
  readonly language?: string;
  /** Day of publication, for dates like "last year". */
  readonly date?: string;
}

/** What was read of it; spans count UTF-16 units of its text. */
export interface LineReading {
  readonly id: string;
  readonly language: string;
  readonly quantities: readonly {
    readonly span: Span;
    readonly text: string;
    readonly value: number;
    readonly high: number | null;
    readonly unit: string;
    readonly qualifier: string;
    readonly direction: string;
  }[];
  readonly dates: readonly {
    readonly span: Span;
    readonly text: string;
    readonly start: string;
    readonly end: string;
    readonly timex: string;
  }[];
  /** Each with its point: the town, the middle of a region or of a country; null where the gazetteer has none. */
  readonly places: readonly {
    readonly span: Span;
    readonly text: string;
    readonly country: string;
    readonly lat: number | null;
    readonly lon: number | null;
    readonly precision: Precision | null;
  }[];
  readonly claims: readonly Claim[];
  readonly records: readonly CandidateRecord[];
}

/** A line that could not be read, and why. */
export interface LineError {
  readonly id: string;
  readonly line: number;
  readonly error: string;
}

function documentOf({ text, date = "" }: Line, language: string): Document {
  return {
    title: "",
    language,
    sha256: "",
    characters: text.length,
    text,
    url: "",
    publisher: "",
    authors: [],
    published: date,
    format: "text",
    links: [],
    warnings: [],
  };
}

const NOWHERE = { lat: null, lon: null, precision: null };

/** Reads one short text: numbers, dates, places, claims and candidate records. */
export function readLine(line: Line, lexicon: Lexicon): LineReading {
  const { id, text, date = "" } = line;
  const language = line.language ?? identifyLanguage(text);
  const options = { language, date };
  const document = documentOf(line, language);
  return {
    id,
    language,
    quantities: readQuantities(text, options).map(
      ({ span, text: words, value, high, unit, qualifier, direction }) => ({
        span,
        text: words,
        value,
        high,
        unit,
        qualifier,
        direction,
      }),
    ),
    dates: readDates(text, options).map(({ span, text: words, start, end, timex }) => ({
      span,
      text: words,
      start,
      end,
      timex,
    })),
    places: readPlaces(text, options).map(mention => {
      const { lat, lon, precision } = pointOf(mention) ?? NOWHERE;
      return { span: mention.span, text: mention.text, country: mention.country, lat, lon, precision };
    }),
    claims: readClaims(document, lexicon),
    records: readRecords(document, lexicon),
  };
}

function parseLine(source: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return 'is not an object; expected {"id", "text"}';
  const { id, text, language, date } = value as Record<string, unknown>;
  if (typeof text !== "string") return 'has no "text"; expected {"id", "text", "language"?, "date"?}';
  return {
    id: typeof id === "string" || typeof id === "number" ? String(id) : "",
    text,
    ...(typeof language === "string" && language !== "" ? { language } : {}),
    ...(typeof date === "string" ? { date } : {}),
  };
}

/** Reads JSON Lines of short texts, one reading a line in the same order; a line that cannot be read gives its error and the rest goes on. */
export function* readLines(
  source: string,
  lexicon: Lexicon,
  { name = "" } = {},
): Generator<LineReading | LineError> {
  let number = 0;
  for (const row of source.split("\n")) {
    number++;
    if (row.trim() === "") continue;
    const line = parseLine(row);
    if (typeof line === "string")
      yield { id: "", line: number, error: `${name === "" ? "" : `${name}:`}${number}: ${line}` };
    else yield readLine(line, lexicon);
  }
}
