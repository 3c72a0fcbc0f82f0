import { wordIndex } from "../claims/material.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Cue } from "./types.ts";

type Spanned = { readonly span: Span };

interface Around {
  readonly words: readonly Word[];
  readonly marks: ReadonlySet<string>;
  /** Names, places and numbers. */
  readonly things: readonly (readonly Spanned[])[];
}

/** A cue that the word may be: of one character. */
const mayMark = ({ name, span: [from, to] }: Cue): boolean => name === "planned" && to - from === 1;

function isMark(cue: Cue, { words, marks, things }: Around): boolean {
  const [from, to] = cue.span;
  return (
    mayMark(cue) &&
    marks.has(words[wordIndex(words, from)]!.key) &&
    things.some(items => items.some(({ span }) => span[0] === to))
  );
}

/**
 * "将海康威视列入实体清单": before a name or a number the word marks what something is done to, where elsewhere it tells of a plan
 * ("将安装"). The cues without those of such words.
 */
export const withoutObjectMarks = (cues: readonly Cue[], around: Around): readonly Cue[] =>
  around.marks.size > 0 && cues.some(mayMark) ? cues.filter(cue => !isMark(cue, around)) : cues;
