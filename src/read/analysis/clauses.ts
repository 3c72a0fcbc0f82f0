import { SIGN } from "../../text/tokens/token.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { Cutting, type Material, PARTING } from "./cutting.ts";
import { longest } from "./spans.ts";
import type { Cue } from "./types.ts";

const isOpener = ({ name }: Cue): boolean => name === "clauseOpeners" || name === "strongOpeners";
const isStrong = ({ name }: Cue): boolean => name === "strongOpeners";

const NOWHERE: ReadonlySet<number> = new Set();

/** Openers by their start; one that stands inside a longer one ("because" in "that's because") opens nothing. */
function startsOf(cues: readonly Cue[], is: (cue: Cue) => boolean): ReadonlySet<number> {
  return cues.some(is) ? new Set(longest(cues.filter(is)).map(cue => cue.span[0])) : NOWHERE;
}

/** Whether a sentence has a mark or an opener that may part it; most have none, and are of one clause. */
function mayPart(words: readonly Word[], openers: ReadonlySet<number>): boolean {
  for (let i = 1; i < words.length; i++) {
    const { kind, key } = words[i - 1]!;
    if (kind === SIGN && (PARTING.has(key) || key === "-" || (key === "," && words[i + 1]?.key === "%")))
      return true;
    if (openers.size > 0 && openers.has(words[i]!.start)) return true;
  }
  return false;
}

/**
 * Cuts a sentence into clauses by its marks and openers. "and" and "or" open a clause only where a verb of a frame or of
 * happening follows before the next comma, so that lists stay whole.
 */
export function clausesOf(material: Material): readonly Span[] {
  const openers = startsOf(material.cues, isOpener);
  if (!mayPart(material.words, openers)) return [material.span];
  const strong = openers.size > 0 ? startsOf(material.cues, isStrong) : NOWHERE;
  return new Cutting(material, openers, strong).clauses();
}
