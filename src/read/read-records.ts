import { EVENT_FRAMES } from "./frames/events.ts";
import type { Lexicon } from "./lexicon.ts";
import { eventRecords } from "./records/events.ts";
import { givingRecords } from "./records/giving.ts";
import { stage } from "./stage.ts";
import type { CandidateRecord, Document } from "./types.ts";

/**
 * Candidate records of the kinds of the codebook, in order of the text: typed arguments each with its own span, missing ones
 * left empty, confidence as `confidenceOf` says. They are proposals for review and never evidence by themselves.
 */
export function readRecords(document: Document, lexicon: Lexicon): CandidateRecord[] {
  const { context, scenes } = stage(document, lexicon);
  const events = EVENT_FRAMES.filter(({ kind }) => lexicon.codebook.kinds.has(kind));
  return scenes
    .filter(({ sentence }) => !sentence.heading)
    .flatMap(scene => [...givingRecords(context, scene), ...eventRecords(context, scene, events)]);
}
