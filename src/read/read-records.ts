import { EVENT_FRAMES } from "./frames/events.ts";
import type { Lexicon } from "./lexicon.ts";
import { eventRecords } from "./records/events.ts";
import { givingRecords } from "./records/giving.ts";
import { happeningRecords } from "./records/happenings.ts";
import { stages } from "./stage.ts";
import type { CandidateRecord, Document } from "./types.ts";

/**
 * Candidate records of the kinds of the codebook, in order of the text: typed arguments each with its own span, missing ones
 * left empty, confidence as `confidenceOf` says. They are proposals for review and never evidence by themselves.
 */
export function readRecords(document: Document, lexicon: Lexicon): CandidateRecord[] {
  const events = EVENT_FRAMES.filter(({ kind }) => lexicon.codebook.kinds.has(kind));
  const records: CandidateRecord[] = [];
  const move = (record: CandidateRecord, by: number) => ({ ...record, spans: movedSpans(record.spans, by) });
  for (const { offset, context, scenes } of stages(document, lexicon)) {
    for (const scene of scenes) {
      // A question asserts nothing, and the answer may be no.
      if (scene.sentence.heading || scene.sentence.question) continue;
      const found = [...givingRecords(context, scene), ...eventRecords(context, scene, events)];
      for (const record of found) records.push(move(record, offset));
    }
    if (lexicon.happenings.length > 0)
      for (const record of happeningRecords(context, scenes, lexicon.happenings))
        records.push(move(record, offset));
  }
  return records;
}

const movedSpans = (spans: CandidateRecord["spans"], by: number): CandidateRecord["spans"] =>
  Object.fromEntries(
    Object.entries(spans).map(([field, [from, to]]) => [field, [from + by, to + by] as const]),
  );
