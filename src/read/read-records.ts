import type { Context, Scene } from "./claims/context.ts";
import { promotionClaims } from "./claims/promotion.ts";
import { EVENT_FRAMES, type EventFrame } from "./frames/events.ts";
import type { Lexicon } from "./lexicon.ts";
import { rated } from "./records/confidence.ts";
import { continueWith, type Given } from "./records/continued.ts";
import { eventRecords } from "./records/events.ts";
import { givenIn } from "./records/giving.ts";
import { happeningRecords } from "./records/happenings.ts";
import { stages } from "./stage.ts";
import { readTables } from "./tables/index.ts";
import type { CandidateRecord, Document } from "./types.ts";

/**
 * Candidate records of the kinds of the codebook, in order of the text, then those of its tables: typed arguments each with its own span, missing ones
 * left empty, confidence as `confidenceOf` says. They are proposals for review and never evidence by themselves.
 */
export function readRecords(document: Document, lexicon: Lexicon): CandidateRecord[] {
  const events = EVENT_FRAMES.filter(({ kind }) => lexicon.codebook.kinds.has(kind));
  const records: CandidateRecord[] = [];
  const move = (record: CandidateRecord, by: number) =>
    by === 0 ? record : { ...record, spans: movedSpans(record.spans, by) };
  for (const { offset, context, scenes } of stages(document, lexicon)) {
    for (const record of recordsOf(context, scenes, events)) records.push(move(record, offset));
    if (lexicon.happenings.length > 0)
      for (const record of happeningRecords(context, scenes, lexicon.happenings))
        records.push(move(record, offset));
  }
  return [...records, ...readTables(document, lexicon).records];
}

/** Sentences behind a record that may go on with it. */
const REACH = 2;

/** What the sentences tell of giving and of events, each with what the sentences right behind it add. */
function recordsOf(
  context: Context,
  scenes: readonly Scene[],
  frames: readonly EventFrame[],
): CandidateRecord[] {
  const { text } = context.document;
  const found: (() => readonly CandidateRecord[])[] = [];
  let last: { readonly given: Given; readonly scene: Scene } | null = null;
  for (const scene of scenes) {
    const { heading, question, index, span } = scene.sentence;
    // A question asserts nothing, and the answer may be no.
    if (heading || question) continue;
    const told = givenIn(context, scene);
    const given = told.length > 0 && promotionClaims(context, scene).length > 0 ? [] : told;
    const events = eventRecords(context, scene, frames);
    found.push(() => [...given.map(({ kind, fields, telling }) => rated(kind, fields, telling)), ...events]);
    const near: boolean =
      last !== null &&
      index - last.scene.sentence.index <= REACH &&
      !text.slice(last.scene.sentence.span[1], span[0]).includes("\n");
    if (given.length + events.length > 0) last = given.length === 1 ? { given: given[0]!, scene } : null;
    else if (!last || !near || !continueWith(last.given, context, scene)) last = null;
  }
  return found.flatMap(make => make());
}

const movedSpans = (spans: CandidateRecord["spans"], by: number): CandidateRecord["spans"] =>
  Object.fromEntries(
    Object.entries(spans).map(([field, [from, to]]) => [field, [from + by, to + by] as const]),
  );
