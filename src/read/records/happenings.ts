import type { Context, Scene } from "../claims/context.ts";
import type { HappeningFrame } from "../happenings/frame.ts";
import { type Happening, joined } from "../happenings/join.ts";
import { toldIn } from "../happenings/told.ts";
import type { CandidateRecord } from "../types.ts";
import { rated } from "./confidence.ts";
import { Fields } from "./fields.ts";

function recordOf(
  { kind, code }: HappeningFrame,
  { code: told, tellings, args }: Happening,
): CandidateRecord {
  const fields = new Fields(kind);
  const [first] = tellings;
  fields.put(code.id, told, (tellings.find(each => each.code === told) ?? first!).trigger.span);
  for (const { field, words, span } of args) fields.put(field, words, span);
  const date = tellings.find(each => each.date)?.date;
  if (date && kind.when) fields.put(kind.when, date.text, date.span);
  for (const { id, type } of kind.fields)
    if (type === "country")
      for (const place of tellings.flatMap(({ sentence }) => sentence.places))
        fields.put(id, place.country, place.span);
  return rated(kind, fields, {
    sentence: first!.sentence,
    clause: first!.sentence.span,
    trigger: first!.trigger.voice === "noun" ? "noun" : "verb",
    at: first!.trigger.span,
    weakened: false,
  });
}

/**
 * Candidates of the kinds of happening that the codebook declares, each told by one sentence or more. One that nothing and
 * nobody is named for that it could have happened to is talk of its kind.
 */
export function happeningRecords(
  context: Context,
  scenes: readonly Scene[],
  frames: readonly HappeningFrame[],
): CandidateRecord[] {
  return frames.flatMap(frame => {
    const told = scenes.flatMap(({ sentence }) => toldIn(context, sentence, frame) ?? []);
    return joined(told, frame)
      .filter(({ tellings }) => tellings.some(({ affects }) => affects))
      .map(happening => recordOf(frame, happening));
  });
}
