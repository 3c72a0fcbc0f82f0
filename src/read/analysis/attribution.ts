import type { Attribution as Found } from "../../text/index.ts";
import type { DateMention } from "../../text/types.ts";
import type { Attribution, Span } from "../types.ts";
import { inside, overlaps } from "./spans.ts";
import type { Cue } from "./types.ts";

interface Material {
  readonly text: string;
  /** The sentence. */
  readonly span: Span;
  readonly dates: readonly DateMention[];
  /** Spans of classes and codes, whose words are no verbs ("authoritarian states"). */
  readonly known: readonly Span[];
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

/** A verb with a capital inside a sentence is a name ("the United States"); a date says nothing. */
function speaks({ text, dates, known }: Material, { cue, speaker, sentence }: Found): boolean {
  const start = text[cue[0]]!;
  const capital = start !== start.toLowerCase() && cue[0] > sentence[0];
  const noun = known.some(span => overlaps(span, cue));
  return !capital && !noun && !dates.some(date => overlaps(date.span, speaker));
}

const PEOPLE_REACH = 60;
/** How much before a verb or a name is looked at, in characters; a sentence may be as long as a file. */
const LOOK_BACK = 200;

const lookBack = (text: string, span: Span, to: number): string =>
  text.slice(Math.max(span[0], to - LOOK_BACK), to);

/** ", said the police commissioner": a speaker without a name behind the verb. */
function behind({ text, cues, quoted, span }: Material): Attribution | null {
  for (const verb of cues) {
    if (verb.name !== "says" || quoted.some(quote => inside(verb.span, quote))) continue;
    if (!/[,”"»’]\s*$/.test(lookBack(text, span, verb.span[0]))) continue;
    const rest = text.slice(verb.span[1], Math.min(span[1], verb.span[1] + PEOPLE_REACH));
    const words = /^\s*([^,.;:–—()“”"!?]+)/.exec(rest);
    const at = verb.span[1] + (words ? words[0].length - words[1]!.length : 0);
    const speaker: Span = [at, at + (words?.[1]?.trimEnd().length ?? 0)];
    if (cues.some(cue => cue.name === "speakers" && inside(cue.span, speaker)))
      return { to: text.slice(...speaker), span: speaker };
  }
  return null;
}

/** "NSO Group, the maker of Pegasus, says": the name before what is put between commas. */
function before({ text, cues, quoted, span }: Material): Attribution | null {
  for (const verb of cues) {
    if (verb.name !== "says" || quoted.some(quote => inside(verb.span, quote))) continue;
    const match = /(?:^|[,;:–—]\s*)(\p{Lu}[^,;:–—“”"]{1,60}),[^,;:–—“”"]{3,80},\s*$/u.exec(
      lookBack(text, span, verb.span[0]),
    );
    if (!match) continue;
    const at = verb.span[0] - match[0].length + match[0].indexOf(match[1]!);
    return { to: match[1]!, span: [at, at + match[1]!.length] };
  }
  return null;
}

/** "Officers in Honiara say": the people before the place are the speakers. */
function widened({ text, cues, span }: Material, found: Attribution): Attribution {
  const lead =
    /(?:^|[,;:–—]\s*|\s)((?:the |some |several |many )?[\p{L}-]+ (?:in|of|at|from|de|en|du) )$/iu.exec(
      lookBack(text, span, found.span[0]),
    );
  if (!lead) return found;
  const from = found.span[0] - lead[1]!.length;
  const wide: Span = [from, found.span[1]];
  const people = cues.some(
    cue =>
      (cue.name === "speakers" || cue.name === "studies" || cue.name === "state") && inside(cue.span, wide),
  );
  return people
    ? { to: small(text.slice(...wide), text[from] !== text[from]!.toLowerCase()), span: wide }
    : found;
}

/** Whoever a sentence names as the one who says, counts or shows what it tells; null where it speaks for itself. */
export function attributionOf(m: Material): Attribution | null {
  const study = studyIn(m);
  const outside = (span: Span) => !m.quoted.some(quote => inside(span, quote));
  const first = m.found.find(each => outside(each.cue) && !onlyNames(m.cues, each.cue) && speaks(m, each));
  if (study && (!first || first.span[1] > study.span[0])) return study;
  // A name before an apposition outweighs words behind the verb ("X, the maker of Y, says it sells ...").
  const apposed =
    first && first.speaker[0] > first.cue[0] && first.speaker[0] >= first.cue[1] ? before(m) : null;
  if (apposed) return apposed;
  if (first) return widened(m, { to: small(first.text, first.unnamed), span: first.speaker });
  return behind(m) ?? before(m);
}
