import type { Grammar } from "../grammar.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { overlaps } from "./spans.ts";
import type { Cue } from "./types.ts";

const isMark = (key: string): boolean => /^[,;:.!?()–—，。；：،؛]$/.test(key);

const isApart = ({ name }: Cue): boolean => name === "apart";

const NONE: readonly Span[] = [];

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
export function asidesOf({ span, words, cues, quantities, grammar }: Material): readonly Span[] {
  const rivals = rivalsIn(words, grammar);
  if (rivals.length === 0 && !cues.some(isApart)) return NONE;
  const asides = [
    ...rivals,
    ...cues.filter(isApart).map(cue => {
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

/** Words between a rival and the preposition of whoever owns it ("le concurrent chinois de"). */
const OF_REACH = 2;

/** The first word of a name that ends before a place, or null where none does. */
function nameBefore(words: readonly Word[], end: number): Word | null {
  let from = end;
  while (from > 0 && (words[from]?.caps ?? 0) > 0 && words[from - 1]!.caps > 0) from--;
  return (words[from]?.caps ?? 0) > 0 ? words[from]! : null;
}

/** "a competitor of the Acme Group": the stretch from the rival to the end of the name. */
function rivalOf(words: readonly Word[], i: number, grammar: Grammar): Span | null {
  const of = words.slice(i + 1, i + 2 + OF_REACH).findIndex(({ key }) => grammar.of.has(key));
  if (of < 0) return null;
  let at = i + 2 + of;
  while (grammar.articles.has(words[at]?.key ?? "")) at++;
  if ((words[at]?.caps ?? 0) === 0) return null;
  while ((words[at + 1]?.caps ?? 0) > 0) at++;
  return [words[i]!.start, words[at]!.end];
}

/** "IBM's rival NEC has sold", "IBM competitors", "a rival of IBM": who owns the rival takes no part in what is told. */
function rivalAt(words: readonly Word[], i: number, grammar: Grammar): Span | null {
  const word = words[i]!;
  const owned = words[i - 1]?.key === "s" && isApostrophe(words[i - 2]?.key ?? "");
  const owner = nameBefore(words, owned ? i - 3 : i - 1);
  return owner && (owned || word.caps === 0) ? [owner.start, word.end] : rivalOf(words, i, grammar);
}

function rivalsIn(words: readonly Word[], grammar: Grammar): readonly Span[] {
  const { rivals } = grammar;
  if (rivals.size === 0) return NONE;
  let found: Span[] | null = null;
  for (let i = 0; i < words.length; i++) {
    const rival = rivals.has(words[i]!.key) ? rivalAt(words, i, grammar) : null;
    if (rival === null) continue;
    if (found === null) found = [rival];
    else found.push(rival);
  }
  return found ?? NONE;
}

const isApostrophe = (key: string): boolean => key === "'" || key === "’";
