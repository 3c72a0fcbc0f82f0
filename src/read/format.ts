import { splitSentences } from "../text/index.ts";
import { claimQuoted } from "./claim-words.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Proposals } from "./model/index.ts";
import type { CandidateRecord, Claim, Document, Span } from "./types.ts";
import { unreadOf } from "./unread.ts";

/** Breaks words into lines of a width; a word longer than a line stands alone. */
function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    if (line.length > indent.length && line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent;
    }
    line += line.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, line].join("\n");
}

function period([from, to]: Claim["period"]): string {
  if (from === null && to === null) return "";
  if (from === to) return from ?? "";
  return from === null ? `until ${to}` : to === null ? `since ${from}` : `${from} to ${to}`;
}

/** A claim in one line of words: what kind, which number of what, when, where, whose word. */
export function describeClaim(claim: Claim): string {
  const { value, high, unit, qualifier, measure, population, roles, attribution, quoted, parts } = claim;
  const range = value === null ? "" : high === null ? `${value}` : `${value} to ${high}`;
  const number =
    value === null ? "" : `${qualifier === "exact" ? "" : `${qualifier} `}${range} ${unit}`.trim();
  const ends = parts.map(part => `${part.value}${part.period ? ` (${part.period})` : ""}`).join(" -> ");
  const filled = Object.entries(roles).map(([role, values]) => `${role} ${values.join(", ")}`);
  return [
    claim.form === "statement" || claim.form === claim.kind ? claim.kind : `${claim.kind}, ${claim.form}`,
    measure,
    number,
    ends,
    population && `of ${population}`,
    period(claim.period),
    claim.periodKind,
    claim.polarity === "negative" ? "negated" : "",
    claim.status,
    ...filled,
    quoted && `"${quoted}"`,
    attribution && attribution.to !== "" && `says ${attribution.to}`,
    ...(attribution?.chain ?? []).map(({ role, to }) => `${role} ${to}`),
  ]
    .filter(Boolean)
    .join(" | ");
}

const several = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Everything that was read of a document. */
export interface Reading {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly records: readonly CandidateRecord[];
  /** What a language model proposes beside it, where one was asked. */
  readonly proposals?: Proposals;
}

/** A record in one line: its kind, its fields, and how sure each is. */
export function describeRecord({ kind, fields, confidences, confidence }: CandidateRecord): string {
  const filled = Object.entries(fields).map(
    ([id, value]) =>
      `${id} ${value}${confidences[id] === undefined ? "" : ` (${confidences[id].toFixed(2)})`}`,
  );
  return [`${kind} record, confidence ${confidence.toFixed(2)}`, ...filled].join(" | ");
}

/** Where a record stands: where the first of its fields does that was not taken over from an earlier sentence. */
function placeOf({ spans, bases }: CandidateRecord): number {
  const own = Object.keys(spans).filter(id => !/ (before|implied) /.test(bases[id] ?? ""));
  return Math.min(...(own.length > 0 ? own : Object.keys(spans)).map(id => spans[id]![0]));
}

/** Hands out items that stand in order of the text, sentence by sentence. */
function dealer<T>(items: readonly T[], start: (item: T) => number): (to: number) => T[] {
  const sorted = [...items].sort((a, b) => start(a) - start(b));
  let next = 0;
  return to => {
    const from = next;
    while (next < sorted.length && start(sorted[next]!) < to) next++;
    return sorted.slice(from, next);
  };
}

/** What a model proposes, apart from what was read. */
function proposed({ model, records, claims, rejected }: Proposals, text: string, wide: number): string[] {
  const words = ([from, to]: Span) => text.slice(from, to);
  const listed = [
    ...claims.map(({ span, value, unit, measure }) =>
      [`"${words(span)}"`, `${value} ${unit}`.trim(), measure].filter(Boolean).join(" | "),
    ),
    ...records.map(({ kind, span, fields }) =>
      [`"${words(span)}"`, kind, ...Object.entries(fields).map(([id, value]) => `${id} ${value}`)].join(
        " | ",
      ),
    ),
  ].map(line => wrap(line, wide, "    "));
  const refused =
    rejected.length > 0 ? ` ${rejected.length} more do not stand in the text or do not fit it.` : "";
  return [
    `Proposed by ${model}, to be looked at; its words stand in the text:`,
    ...(listed.length > 0 ? listed : ["    (nothing)"]),
    `${several(records.length + claims.length, "proposal")}.${refused}`,
  ];
}

/**
 * Terminal list: each sentence, what was read of it (claims, then records), and the numbers, dates, places and names in it
 * that nothing uses; at the end what a model proposes, and how much was left unread.
 */
export function formatReading(reading: Reading, lexicon: Lexicon, { width = 100 } = {}): string {
  const { document, claims, records, proposals } = reading;
  const { text } = document;
  const wide = Math.max(40, Math.min(width || 100, 120));
  const sentences = splitSentences(text, document.language);
  const left = unreadOf(document, lexicon, claims, records);
  const ownClaims = dealer(claims, claim => claim.span[0]);
  const ownRecords = dealer(records, placeOf);
  const ownLeft = dealer(left, ({ span }) => span[0]);
  let unread = 0;
  const blocks = sentences.map((sentence: Span) => {
    const listed = ownClaims(sentence[1]).map(claim =>
      [
        wrap(`${claim.id} ${claimQuoted(claim)}`, wide, "    "),
        wrap(describeClaim(claim), wide, "       "),
      ].join("\n"),
    );
    for (const record of ownRecords(sentence[1])) listed.push(wrap(describeRecord(record), wide, "    "));
    if (listed.length === 0) {
      unread++;
      const isNote = sentence[0] >= (document.notesFrom ?? text.length);
      listed.push(isNote ? "    (a note: no claims are read in it)" : "    (nothing was read here)");
    }
    const rest = ownLeft(sentence[1]).map(({ text: words, what }) => `${words} (${what})`);
    if (rest.length > 0) listed.push(wrap(`left unread: ${rest.join(", ")}`, wide, "    "));
    return `${wrap(text.slice(sentence[0], sentence[1]), wide, "")}\n${listed.join("\n")}`;
  });
  const head = [
    document.title,
    `${document.language}, ${document.characters} characters`,
    ...document.warnings,
    document.omitted
      ? `${document.omitted} more characters of the original are no part of it (menus, captions, related links, running heads, marks of notes).`
      : "",
  ]
    .filter(Boolean)
    .join("\n");
  const model = proposals ? [proposed(proposals, text, wide).join("\n")] : [];
  const counts = `${several(claims.length, "claim")} and ${several(records.length, "candidate record")} in ${several(sentences.length, "sentence")}; ${several(unread, "sentence")} without anything that was read, and ${several(left.length, "number, date, place or name", "numbers, dates, places and names")} left unread.`;
  return `${[head, ...blocks, ...model, wrap(counts, wide, "")].join("\n\n")}\n`;
}
