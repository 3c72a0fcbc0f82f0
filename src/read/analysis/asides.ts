import type { Grammar } from "../grammar.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { overlaps } from "./spans.ts";
import type { Cue } from "./types.ts";

const isMark = (key: string): boolean => /^[,;:.!?()–—，。；：،؛]$/.test(key);

interface Material {
  readonly span: Span;
  readonly words: readonly Word[];
  readonly cues: readonly Cue[];
  readonly quantities: readonly { readonly span: Span }[];
  readonly grammar: Grammar;
}

/**
 * Stretches that name somebody only to set him apart: "Unlike Russia, ...", "..., rather than Moscow, ...". One that opens the
 * sentence or follows a mark runs to the next mark; any other ends at the first preposition or verb as well.
 */
export function asidesOf({ span, words, cues, quantities, grammar }: Material): Span[] {
  const asides = [
    ...rivalsIn(words),
    ...cues
      .filter(cue => cue.name === "apart")
      .map(cue => {
        const first = words.findIndex(word => word.start >= cue.span[1]);
        if (first < 0) return [cue.span[0], span[1]] as const;
        const before = words.findLast(word => word.end <= cue.span[0]);
        const opens = before === undefined || isMark(before.key);
        let end = first;
        while (end < words.length) {
          const { key } = words[end]!;
          if (isMark(key)) break;
          const joint = grammar.listJoints.has(key);
          if (!opens && end > first && !joint && (grammar.prepositions.has(key) || grammar.verbs.has(key)))
            break;
          end++;
        }
        while (end > first + 1 && grammar.listJoints.has(words[end - 1]!.key)) end--;
        // Without a mark behind it an opening is the sentence itself.
        if (opens && end === words.length) return [cue.span[0], cue.span[1]] as const;
        return [cue.span[0], words[Math.max(first, end) - 1]!.end] as const;
      }),
  ];
  // "compared with $1.2 million for Peru" tells of Peru what the rest tells of another.
  return asides.filter(aside => !quantities.some(q => overlaps(q.span, aside)));
}

/** Nouns for those who stand beside whoever owns them. */
const RIVALS = new Set(
  "rival rivals competitor competitors peer neighbour neighbor counterpart ally successor predecessor".split(
    " ",
  ),
);

/** "IBM's rival NEC has sold": who owns the rival takes no part in what is told. */
function rivalsIn(words: readonly Word[]): Span[] {
  const found: Span[] = [];
  for (let i = 3; i < words.length; i++) {
    const word = words[i]!;
    if (!RIVALS.has(word.key) || words[i - 1]!.key !== "s" || !isApostrophe(words[i - 2]!.key)) continue;
    let from = i - 3;
    while (from > 0 && words[from]!.caps > 0 && words[from - 1]!.caps > 0) from--;
    const owner = words[from]!;
    if (owner.caps > 0) found.push([owner.start, word.end]);
  }
  return found;
}

const isApostrophe = (key: string): boolean => key === "'" || key === "’";
