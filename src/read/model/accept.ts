import type { Field } from "../../codebook/types.ts";
import { readDates, readPlaces, readQuantities } from "../../text/index.ts";
import { dateText } from "../claims/period.ts";
import { EVENT_FRAMES } from "../frames/events.ts";
import type { Lexicon } from "../lexicon.ts";
import { wordsOf } from "../phrases.ts";
import type { Document, Span } from "../types.ts";
import type { RawAnswer, RawClaim, RawRecord, RawValue } from "./answer.ts";
import { fieldsOf, kindsOf } from "./prompt.ts";

/** A record that a model proposes; every field was found in the text. */
export interface ProposedRecord {
  readonly kind: string;
  /** The sentence or two that it was read from. */
  readonly span: Span;
  readonly fields: Readonly<Record<string, string>>;
  readonly spans: Readonly<Record<string, Span>>;
}

/** A number that a model proposes; it stands in the span. */
export interface ProposedClaim {
  readonly span: Span;
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  /** Id of a measure of the codebook, or empty. */
  readonly measure: string;
}

/** What a model said that does not count, and why. */
export interface Rejected {
  readonly what: string;
  readonly reason:
    | "not-in-text"
    | "unknown-kind"
    | "unknown-field"
    | "unknown-code"
    | "unknown-measure"
    | "not-in-quote"
    | "names-a-person"
    | "empty";
}

export interface Accepted {
  readonly records: readonly ProposedRecord[];
  readonly claims: readonly ProposedClaim[];
  readonly rejected: readonly Rejected[];
}

interface Reading {
  readonly document: Document;
  readonly lexicon: Lexicon;
  /** The piece of text that the model saw. */
  readonly seen: Span;
}

/** Where words stand verbatim, inside a span; null where they do not. */
function find(text: string, words: string, [from, to]: Span): Span | null {
  const quote = words.trim();
  if (quote === "") return null;
  const at = text.indexOf(quote, from);
  return at >= 0 && at + quote.length <= to ? [at, at + quote.length] : null;
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Whether a number stands in words, as the grammar reads them. */
const statesNumber = (words: string, value: number, { document }: Reading): boolean =>
  readQuantities(words, { language: document.language }).some(
    q => close(q.value, value) || (q.high !== null && close(q.high, value)),
  );

function statesDate(words: string, value: string, { document }: Reading): boolean {
  const { language, published } = document;
  return (
    /^\d{4}(?:-\d{2}){0,2}$/.test(value) &&
    readDates(words, { language, date: published }).some(date => dateText(date).startsWith(value))
  );
}

const statesCountry = (words: string, code: string, { document }: Reading): boolean =>
  readPlaces(words, { language: document.language }).some(place => place.country === code);

/** Entities of the book that words name. */
function entitiesIn(words: string, lexicon: Lexicon): string[] {
  const found: string[] = [];
  lexicon.names.match(
    wordsOf(words, [0, words.length], word => word),
    values => found.push(...values.map(({ id }) => id)),
    "key",
  );
  return found;
}

const AFFECTED = new Set(EVENT_FRAMES.map(({ affected }) => affected).filter(Boolean));

/** A capital behind the first letter could be a person's name. */
const couldName = (words: string): boolean => /\p{Lu}/u.test(words.slice(1));

/** The value of a field as it counts, or why it does not. */
function countedAs(
  field: Field,
  { value, quote }: RawValue,
  reading: Reading,
): { value: string } | Rejected["reason"] {
  const { lexicon } = reading;
  const words = quote.trim();
  switch (field.type) {
    case "country":
      return statesCountry(words, value, reading) ? { value } : "not-in-quote";
    case "code":
      return lexicon.codebook.lists.get(field.list ?? "")?.codes.has(value) ? { value } : "unknown-code";
    case "date":
      return statesDate(words, value, reading) ? { value } : "not-in-quote";
    case "quantity":
    case "money": {
      const number = Number(value.replaceAll(",", ""));
      return value !== "" && statesNumber(words, number, reading)
        ? { value: String(number) }
        : "not-in-quote";
    }
    case "entity": {
      const [id] = entitiesIn(words, lexicon);
      if (id !== undefined) return { value: id };
      return field.states === true && statesCountry(words, value, reading) ? { value } : "not-in-quote";
    }
    default:
      return AFFECTED.has(field.id) && couldName(words) ? "names-a-person" : { value: words };
  }
}

/** Fields of a record that stand in its quote; the others are told with their reason. */
function acceptRecord(
  raw: RawRecord,
  reading: Reading,
): { record: ProposedRecord | null; rejected: Rejected[] } {
  const { document, lexicon, seen } = reading;
  const kind = kindsOf(lexicon.codebook).find(({ id }) => id === raw.kind);
  if (!kind) return { record: null, rejected: [{ what: raw.kind, reason: "unknown-kind" }] };
  const span = find(document.text, raw.quote, seen);
  if (!span) return { record: null, rejected: [{ what: raw.quote, reason: "not-in-text" }] };
  const known = fieldsOf(kind);
  const fields: Record<string, string> = {};
  const spans: Record<string, Span> = {};
  const rejected: Rejected[] = [];
  for (const [key, given] of Object.entries(raw.fields)) {
    const id = key.replace(/#\d+$/, "");
    const what = `${kind.id}.${id}: ${given.value} (${given.quote})`;
    const field = known.find(each => each.id === id);
    const at = find(document.text, given.quote, span);
    if (!field || !at) {
      rejected.push({ what, reason: field ? "not-in-text" : "unknown-field" });
      continue;
    }
    const found = countedAs(field, given, reading);
    if (typeof found === "string") rejected.push({ what, reason: found });
    else if (fields[id] === undefined || !field.many) {
      fields[id] ??= found.value;
      spans[id] ??= at;
    } else if (!fields[id].split(";").includes(found.value)) {
      fields[id] = `${fields[id]};${found.value}`;
      spans[id] = [Math.min(spans[id]![0], at[0]), Math.max(spans[id]![1], at[1])];
    }
  }
  if (Object.keys(fields).length === 0)
    return { record: null, rejected: [...rejected, { what: kind.id, reason: "empty" }] };
  return { record: { kind: kind.id, span, fields, spans }, rejected };
}

function acceptClaim(raw: RawClaim, reading: Reading): ProposedClaim | Rejected {
  const { document, lexicon, seen } = reading;
  const span = find(document.text, raw.quote, seen);
  if (!span) return { what: raw.quote, reason: "not-in-text" };
  const text = document.text.slice(...span);
  if (raw.value === null || !statesNumber(text, raw.value, reading))
    return { what: `${raw.value ?? "no number"} (${raw.quote})`, reason: "not-in-quote" };
  const { measures } = lexicon.codebook;
  if (raw.measure !== "" && !measures.has(raw.measure))
    return { what: raw.measure, reason: "unknown-measure" };
  return { span, text, value: raw.value, unit: raw.unit.slice(0, 60), measure: raw.measure };
}

/**
 * What counts of a model's answer: records of kinds and fields that the codebook declares, and numbers, each with a quote that
 * stands in the text verbatim and that says the value by the grammar's own reading. The only thing that is left to the model
 * is which code of a list fits the words. Everything else is told with its reason.
 */
export function acceptAnswer(answer: RawAnswer, reading: Reading): Accepted {
  const tried = answer.records.map(record => acceptRecord(record, reading));
  const claims = answer.claims.map(claim => acceptClaim(claim, reading));
  return {
    records: tried.flatMap(({ record }) => record ?? []),
    claims: claims.filter((claim): claim is ProposedClaim => !("reason" in claim)),
    rejected: [
      ...tried.flatMap(({ rejected }) => rejected),
      ...claims.filter((claim): claim is Rejected => "reason" in claim),
    ],
  };
}
