import type { Attribution as Found } from "../../text/index.ts";
import type { Attribution, Span } from "../types.ts";
import { inside } from "./spans.ts";
import type { Cue } from "./types.ts";

interface Material {
  readonly text: string;
  /** What the text room found in the sentence. */
  readonly found: readonly Found[];
  readonly cues: readonly Cue[];
  /** Spans between quotation marks, marks included. */
  readonly quoted: readonly Span[];
}

/** Longest name of a study, in characters ("research from the university's centre for ..."). */
const STUDY_REACH = 90;

/** "research from X shows": the study with its maker, up to the verb of finding. */
function studyIn({ text, cues }: Material): Attribution | null {
  for (const study of cues) {
    if (study.name !== "studies") continue;
    const verb = cues.find(cue => cue.name === "findings" && cue.span[0] >= study.span[1]);
    if (!verb || verb.span[0] - study.span[0] > STUDY_REACH) continue;
    const between = text.slice(study.span[1], verb.span[0]);
    if (/[,;:.!?–—]/.test(between)) continue;
    const span: Span = [
      study.span[0],
      study.span[0] + text.slice(study.span[0], verb.span[0]).trimEnd().length,
    ];
    return { to: small(text.slice(...span), true), span };
  }
  return null;
}

/** "Research shows": a study or people without a name are written small, even where they open the sentence. */
const small = (words: string, common: boolean): string =>
  common ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** A phrase that only gives a thing its name ("what one analyst calls ...") attributes that name and not the sentence. */
const onlyNames = (cues: readonly Cue[], cue: Span): boolean =>
  cues.some(each => each.name === "calls" && inside(each.span, cue));

/** Whoever a sentence names as the one who says, counts or shows what it tells; null where it speaks for itself. */
export function attributionOf(m: Material): Attribution | null {
  const study = studyIn(m);
  const outside = (span: Span) => !m.quoted.some(quote => inside(span, quote));
  const first = m.found.find(each => outside(each.cue) && !onlyNames(m.cues, each.cue));
  if (study && (!first || first.span[1] > study.span[0])) return study;
  return first ? { to: small(first.text, first.unnamed), span: first.speaker } : null;
}
