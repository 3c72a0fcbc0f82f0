import type { CueName } from "../lexicon.ts";
import type { Span } from "../types.ts";
import { inside } from "./spans.ts";
import type { Cue, Sentence } from "./types.ts";

const NONE: readonly Cue[] = [];

function byName(cues: readonly Cue[]): ReadonlyMap<CueName, readonly Cue[]> {
  const sorted = new Map<CueName, Cue[]>();
  for (const cue of cues) {
    const same = sorted.get(cue.name);
    if (same) same.push(cue);
    else sorted.set(cue.name, [cue]);
  }
  return sorted;
}

/** Of so few cues each is looked at sooner than a name is looked up. */
const FEW = 8;

const isThere = (cues: readonly Cue[], name: CueName): boolean => {
  for (let i = 0; i < cues.length; i++) if (cues[i]!.name === name) return true;
  return false;
};

/** Cues of one name, in order of the text. Each claim asks for a dozen names, most of which a sentence does not have. */
export function cuesNamed({ cues, derived }: Sentence, name: CueName): readonly Cue[] {
  if (cues.length <= FEW && !isThere(cues, name)) return NONE;
  derived.cues ??= byName(cues);
  return derived.cues.get(name) ?? NONE;
}

/** Does a cue of the name lie inside a span? */
export function hasCueNamed(sentence: Sentence, name: CueName, span: Span): boolean {
  for (const cue of cuesNamed(sentence, name)) if (inside(cue.span, span)) return true;
  return false;
}
