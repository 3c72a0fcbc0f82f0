import { compiledPack } from "../pack/languages.ts";
import { listOf } from "../pack/lists.ts";
import { stretches } from "../tokens/stretches.ts";
import type { Token } from "../tokens/token.ts";
import type { Span } from "../types.ts";
import { Lexicon } from "./lexicon.ts";

/** What a cue tells about the clause it stands in. */
export type CueKind =
  | "negation"
  | "planned"
  | "signed"
  | "delivered"
  | "operating"
  | "study"
  | "saying"
  | "up"
  | "down";

export interface Cue {
  readonly span: Span;
  readonly text: string;
  readonly kind: CueKind;
}

const cache = new Map<string, Lexicon<CueKind>>();

function lexiconFor(language: string): Lexicon<CueKind> {
  const c = compiledPack(language);
  const known = cache.get(c.pack.language);
  if (known) return known;
  const made = new Lexicon<CueKind>();
  const { cues, quantity } = c.pack;
  const lists: readonly (readonly [CueKind, string])[] = [
    ["negation", cues.negation],
    ["planned", cues.planned],
    ["signed", cues.signed],
    ["delivered", cues.delivered],
    ["operating", cues.operating],
    ["study", cues.studies],
    ["saying", cues.saying],
    ["up", quantity.up],
    ["down", quantity.down],
  ];
  for (const [kind, list] of lists) for (const phrase of listOf(list)) made.add(phrase, kind);
  cache.set(c.pack.language, made);
  return made;
}

function cuesIn(text: string, tokens: readonly Token[], lexicon: Lexicon<CueKind>, out: Cue[]): void {
  for (let i = 0; i < tokens.length; ) {
    const found = lexicon.longest(tokens, i);
    if (!found) {
      i++;
      continue;
    }
    const span: Span = [tokens[i]!.start, tokens[found.to - 1]!.end];
    out.push({ span, text: text.slice(span[0], span[1]), kind: found.value });
    i = found.to;
  }
}

/**
 * Words that say whether something is denied, planned, signed, delivered or running, rises or falls, or is told by a study or
 * a speaker. A phrase that is in two lists of its pack has the kind that comes first in `CueKind`.
 */
export function findCues(text: string, language: string): Cue[] {
  const out: Cue[] = [];
  const lexicon = lexiconFor(language);
  for (const tokens of stretches(text)) cuesIn(text, tokens, lexicon, out);
  return out;
}
