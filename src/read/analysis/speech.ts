import type { Attribution as Found } from "../../text/index.ts";
import type { DateMention } from "../../text/types.ts";
import type { Span } from "../types.ts";
import type { Cue } from "./types.ts";

/** What a sentence holds by which its speaker is found. */
export interface Material {
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
  /** Spans of quantities. */
  readonly numbers: readonly Span[];
  /** Articles and joining words, which name nobody. */
  readonly fillers: ReadonlySet<string>;
  /** "He said": whoever spoke before goes on. */
  readonly pronouns: ReadonlySet<string>;
  /** "A", "une". */
  readonly indefinite: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  /** Subjects stand behind their verbs. */
  readonly verbFirst: boolean;
  /** Words between a study and its maker ("a count by the institute"). */
  readonly makers: ReadonlySet<string>;
  /** What may open what somebody says. */
  readonly openSaid: ReadonlySet<string>;
  readonly listener: RegExp | null;
  readonly peopleAt: RegExp | null;
  readonly makerName: RegExp | null;
  /** Words between a speaker and the verb, which are no part of the name ("has also"). */
  readonly auxiliaries: ReadonlySet<string>;
}

/** "Research shows": a study or people without a name are written small, even where they open the sentence. */
export const small = (words: string, common: boolean): string =>
  common ? words.charAt(0).toLowerCase() + words.slice(1) : words;

export const PEOPLE_REACH = 60;
/** How much before a verb or a name is looked at, in characters; a sentence may be as long as a file. */
export const LOOK_BACK = 200;

export const lookBack = (text: string, span: Span, to: number): string =>
  text.slice(Math.max(span[0], to - LOOK_BACK), to);
