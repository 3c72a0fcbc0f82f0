import type { Grammar } from "../grammar.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Cue } from "./types.ts";

interface Around {
  readonly words: readonly Word[];
  readonly grammar: Grammar | undefined;
  /** Spans of names, places and numbers. */
  readonly things: () => readonly Span[];
}

/**
 * "将海康威视列入实体清单": before a name or a number the word marks what something is done to, where elsewhere it tells of a plan
 * ("将安装"). The cues without those of such words.
 */
export function withoutObjectMarks(cues: readonly Cue[], { words, grammar, things }: Around): readonly Cue[] {
  const marks = grammar?.marksObject;
  if (!marks || marks.size === 0) return cues;
  const starts = new Set(words.filter(({ key }) => marks.has(key)).map(({ start }) => start));
  if (starts.size === 0) return cues;
  const begin = new Set(things().map(([from]) => from));
  const isMark = ({ name, span: [from, to] }: Cue): boolean =>
    name === "planned" && to - from === 1 && starts.has(from) && begin.has(to);
  return cues.filter(cue => !isMark(cue));
}
