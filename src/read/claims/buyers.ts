import { inside } from "../analysis/spans.ts";
import type { FrameCue } from "../analysis/types.ts";
import type { Frame } from "../frames/types.ts";
import type { Span } from "../types.ts";
import type { Material } from "./material.ts";

/** "NSO's clients include Hungary": the noun of those who take, where something of its clause lists them; null without. */
export function listOfBuyers({ sentence, clause, frame }: Material): FrameCue | null {
  const noun = cueOf(sentence.frames, { frame, part: "buyers", clause });
  return noun && cueOf(sentence.frames, { frame, part: "lists", clause }) ? noun : null;
}

function cueOf(
  cues: readonly FrameCue[],
  { frame, part, clause }: { frame: Frame; part: FrameCue["part"]; clause: Span },
): FrameCue | null {
  for (const cue of cues)
    if (cue.part === part && cue.frame === frame && inside(cue.span, clause)) return cue;
  return null;
}

/** A place is one of those listed: "include" or "are" stands between it and the noun, or before both where verbs stand first. */
export function isListed(m: Material, [from, to]: Span, noun: Span): boolean {
  const behind: Span = [m.grammar.verbFirst ? m.clause[0] : noun[1], from];
  const between: Span = from >= noun[1] ? behind : [to, noun[0]];
  return m.sentence.frames.some(
    ({ frame, part, span }) => frame === m.frame && part === "lists" && inside(span, between),
  );
}

/** The noun of those who take that a verb of taking is, or stands in ("are clients of"). */
export const buyersIn = (m: Material, { frame, part, span }: FrameCue): Span | null =>
  part === "takes"
    ? (m.sentence.frames.find(cue => cue.frame === frame && cue.part === "buyers" && inside(cue.span, span))
        ?.span ?? null)
    : null;
