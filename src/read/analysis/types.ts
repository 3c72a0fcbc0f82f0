import type { DateMention, PlaceMention, Quantity } from "../../text/types.ts";
import type { Part } from "../claims/number-parts.ts";
import type { Frame, FrameWords } from "../frames/types.ts";
import type { CueName } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Attribution, Span, Status } from "../types.ts";
import type { PartVoice } from "./attribution-parts.ts";

export interface Cue {
  readonly name: CueName;
  readonly span: Span;
}

export interface FrameCue {
  readonly frame: Frame;
  readonly part: keyof FrameWords;
  readonly span: Span;
}

export interface EntityMention {
  readonly id: string;
  readonly span: Span;
  /** "The firm": it is not named here. */
  readonly pointed?: true;
}

export interface ClassMention {
  readonly series: string;
  readonly code: string;
  readonly span: Span;
}

export interface CodeMention {
  readonly list: string;
  readonly code: string;
  readonly span: Span;
}

/** A noun that can be a part of a happening. */
export interface HeadMention {
  readonly kind: string;
  readonly field: string;
  readonly span: Span;
}

/** Stems with the places where each stands. */
export type Places = ReadonlyMap<string, readonly number[]>;

/** A word that tells how far something has come. */
export interface State {
  readonly span: Span;
  readonly status: Status;
}

/** What builders of claims work out of a sentence and ask for again; kept with it, as weak maps cost more than they save. */
export interface Derived {
  /** Its cues by name. */
  cues: ReadonlyMap<CueName, readonly Cue[]> | null;
  /** Its words of a state, the weakest state first. */
  states: readonly State[] | null;
  /** Parts of its clauses that belong to single numbers, by the clause's first character. */
  parts: Map<number, readonly Part[]> | null;
}

/** A sentence with everything found in it, each list in order of the text. */
export interface Sentence {
  readonly index: number;
  readonly span: Span;
  /** Sentences of one line or block share a paragraph. */
  readonly paragraph: number;
  /** A line without an end mark: a headline or a caption, which asserts nothing. */
  readonly heading: boolean;
  /** Of a list, where it ends without a mark. */
  readonly item: boolean;
  readonly question: boolean;
  readonly words: readonly Word[];
  readonly clauses: readonly Span[];
  readonly cues: readonly Cue[];
  readonly frames: readonly FrameCue[];
  readonly classes: readonly ClassMention[];
  readonly codes: readonly CodeMention[];
  readonly heads: readonly HeadMention[];
  readonly entities: readonly EntityMention[];
  readonly places: readonly PlaceMention[];
  readonly dates: readonly DateMention[];
  readonly quantities: readonly Quantity[];
  readonly quotes: readonly QuoteMention[];
  readonly attribution: Attribution | null;
  /** Who tells the parts behind its semicolons, where somebody else does. */
  readonly voices: readonly PartVoice[];
  /** Stretches that name somebody only to set him apart. */
  readonly asides: readonly Span[];
  /** Clauses that are inserted between two commas and say more of what stands before them. */
  readonly inserted: readonly Span[];
  readonly derived: Derived;
}

export interface QuoteMention {
  /** With the marks. */
  readonly span: Span;
  /** The words alone. */
  readonly words: Span;
}
