import type { Quantity } from "../../text/types.ts";
import type { Sentence } from "../analysis/types.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import type { Claim, Document, Span } from "../types.ts";
import type { Situation } from "./situation.ts";

/** What the claim builders share. */
export interface Context {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly language: LanguageLexicon | null;
  readonly sentences: readonly Sentence[];
}

/** A sentence with who gives what to whom in each of its clauses, back references resolved. */
export interface Scene {
  readonly sentence: Sentence;
  readonly clauses: readonly Clause[];
}

export interface Clause {
  readonly span: Span;
  readonly situations: readonly Situation[];
  /** Countries that the clause speaks of, "there" and "the country" resolved. */
  readonly places: readonly string[];
  readonly entities: readonly string[];
}

/** A claim before it has its place in the list: `id` and `text` are empty, so that it need not grow. */
export type Draft = Claim;

/** A number of a sentence with the clause that it stands in. */
export interface Numbered {
  readonly context: Context;
  readonly scene: Scene;
  readonly clause: Clause;
  readonly q: Quantity;
}
