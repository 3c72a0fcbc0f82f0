import type { CueName } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { CodeMention, Cue, FrameCue } from "./types.ts";

interface Material {
  readonly frames: readonly FrameCue[];
  readonly codes: readonly CodeMention[];
  readonly words: readonly Word[];
  readonly joining: ReadonlySet<string>;
}

/** Cues that say that something was done, besides the verbs of frames. */
export const DONE: ReadonlySet<CueName> = new Set(["signed", "delivered", "operating", "brings", "happens"]);

const spansNamed = (cues: readonly Cue[], name: CueName): Span[] =>
  cues.filter(cue => cue.name === name).map(({ span }) => span);

/** Names of what may deny; most sentences have none of it. */
const mayDeny = ({ name }: Cue): boolean =>
  name === "negation" || name === "averts" || name === "falseThat" || name === "reportThat";

/** "It is false that ...", "Reports that ... are wrong": the words that bring what is denied. */
function deniedThat(cues: readonly Cue[]): Span[] {
  const closing = spansNamed(cues, "isFalse");
  const reported = spansNamed(cues, "reportThat").filter(([, to]) => closing.some(([from]) => from >= to));
  return [...spansNamed(cues, "falseThat"), ...reported];
}

/** "Nearly sold", "stopped short of signing": what stands right before a verb and says that it came to nothing. */
function averted(cues: readonly Cue[], { frames, codes }: Material): Span[] {
  const averts = spansNamed(cues, "averts");
  if (averts.length === 0) return averts;
  const done = cues.filter(({ name }) => DONE.has(name));
  const verbs = [...frames, ...codes, ...done].map(({ span }) => span[0]);
  return averts.filter(([, to]) => verbs.some(from => from >= to && from - to <= 1));
}

/** ", not Huawei,": whoever is named behind a negation that follows a mark is set apart. */
function setsApart(cues: readonly Cue[], words: readonly Word[], joining: ReadonlySet<string>): Span[] {
  return spansNamed(cues, "negation").filter(([from, to]) => {
    const at = words.findIndex(({ start }) => start === from);
    const before = words[at - 1];
    const mark = before && joining.has(before.key) ? words[at - 2] : before;
    const next = words.find(({ start }) => start >= to);
    return mark !== undefined && isComma(mark.key) && next !== undefined && next.caps > 0;
  });
}

const isComma = (key: string): boolean => /^[,，،]$/.test(key);

/**
 * Cues with those denials that are no words of negation by themselves, as negations: what reads polarity need not know them
 * apart. (Event factuality: Saurí and Pustejovsky, Language Resources and Evaluation 43, 2009.)
 */
export function withDenials(cues: readonly Cue[], material: Material): readonly Cue[] {
  if (!cues.some(mayDeny)) return cues;
  const { words, joining } = material;
  const denials = [...deniedThat(cues), ...averted(cues, material)];
  const apart = setsApart(cues, words, joining);
  if (denials.length + apart.length === 0) return cues;
  const isApart = ({ name, span }: Cue) => name === "negation" && apart.includes(span);
  return [
    ...cues.filter(cue => !isApart(cue)),
    ...denials.map(span => ({ name: "negation" as const, span })),
    ...apart.map(span => ({ name: "apart" as const, span })),
  ];
}

/** "It is unclear whether ...": a sentence that opens so asks, and asserts nothing. */
export function leavesOpen(cues: readonly Cue[], frames: readonly FrameCue[]): boolean {
  const first = cues.find(({ name }) => name === "unclear");
  return first !== undefined && !frames.some(({ span }) => span[1] <= first.span[0]);
}
