import type { EntityName } from "../entity-names.ts";
import type { GapPhrase, LanguageLexicon, Lexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { longest } from "./spans.ts";
import type { ClassMention, CodeMention, Cue, FrameCue, HeadMention } from "./types.ts";

/** What the phrases of a language and of the codebook say in a sentence. */
export interface Tagged {
  cues: readonly Cue[];
  frames: readonly FrameCue[];
  classes: readonly ClassMention[];
  codes: readonly CodeMention[];
  heads: readonly HeadMention[];
}

/** Most sentences have nothing of a sort: such lists are one and the same. */
const NONE: readonly never[] = [];

/** A list with one item more: its own from the first on. */
function and<T>(list: readonly T[], item: T): readonly T[] {
  if (list === NONE) return [item];
  (list as T[]).push(item);
  return list;
}

/** Most words between the two parts of a phrase with a gap. */
const WIDEST_GAP = 5;

/** The second part of a phrase behind its first, with no mark between: the whole tells its code. */
function closeGap(
  words: readonly Word[],
  first: { readonly from: number; readonly to: number } | undefined,
  { gap, from, to }: { readonly gap: GapPhrase; readonly from: number; readonly to: number },
  found: Tagged,
): void {
  if (!first || from < first.to || from - first.to > WIDEST_GAP) return;
  if (words.slice(first.to, from).some(word => /^[,;:.!?]$/.test(word.key))) return;
  found.codes = and(found.codes, { ...gap, span: [words[first.from]!.start, words[to - 1]!.end] });
}

/** Whether words stand in the one form that is asked for; any does where none is. */
const isWrittenSo = (form: string | undefined, words: readonly Word[], from: number, to: number): boolean =>
  form === undefined ||
  form === words[from]!.key ||
  (to - from > 1 &&
    form ===
      words
        .slice(from, to)
        .map(({ key }) => key)
        .join(" "));

type Opened = Map<GapPhrase, { readonly from: number; readonly to: number }>;

export function tag(words: readonly Word[], language: LanguageLexicon | null): Tagged {
  const found: Tagged = { cues: NONE, frames: NONE, classes: NONE, codes: NONE, heads: NONE };
  let opened: Opened | null = null;
  language?.index.match(words, (tags, from, to) => {
    const span: Span = [words[from]!.start, words[to - 1]!.end];
    for (const value of tags) {
      if (value.type === "cue") found.cues = and(found.cues, { name: value.name, span });
      else if (value.type === "frame")
        found.frames = and(found.frames, { frame: value.frame, part: value.part, span });
      else if (value.type === "class") {
        if (isWrittenSo(value.written, words, from, to))
          found.classes = and(found.classes, { series: value.series, code: value.code, span });
      } else if (value.type === "gap" && value.part === "first") {
        opened ??= new Map();
        opened.set(value.gap, { from, to });
      } else if (value.type === "gap")
        closeGap(words, opened?.get(value.gap), { gap: value.gap, from, to }, found);
      else if (value.type === "head")
        found.heads = and(found.heads, { kind: value.kind, field: value.field, span });
      else found.codes = and(found.codes, { list: value.list, code: value.code, span });
    }
  });
  if (found.classes.length > 1) found.classes = longest(found.classes);
  if (found.codes.length > 1) found.codes = longest(found.codes);
  return found;
}

/** A name found, before the text has decided whether a weak one counts. */
export interface NameFound {
  readonly span: Span;
  readonly name: EntityName;
}

/** Names of the book in a sentence, those that are sure and those that are words as well. */
export function namesIn(
  text: string,
  words: readonly Word[],
  { inflected, names }: Pick<Lexicon, "inflected" | "names">,
  isCyrillic = true,
): readonly NameFound[] {
  let found: readonly NameFound[] = NONE;
  const visit = (values: readonly EntityName[], from: number, to: number) => {
    const span: Span = [words[from]!.start, words[to - 1]!.end];
    let caps = 0;
    for (let i = from; i < to; i++) caps = Math.max(caps, words[i]!.caps);
    const caseless = text[span[0]]!.toLowerCase() === text[span[0]]!.toUpperCase();
    const isNew = ({ id }: EntityName) =>
      !found.some(({ name, span: [start, end] }) => name.id === id && start === span[0] && end === span[1]);
    for (const name of values)
      if ((caps >= name.caps || (name.caps === 1 && caseless)) && isNew(name))
        found = and(found, { span, name });
  };
  // Only names in Cyrillic are inflected.
  if (isCyrillic) inflected.match(words, visit);
  names.match(words, visit, "key");
  return found.length > 1 ? longest(found) : found;
}
