import { analyse } from "./analysis/analyse.ts";
import type { Context, Scene } from "./claims/context.ts";
import { scenesOf } from "./claims/focus.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Document } from "./types.ts";

export interface Stage {
  readonly context: Context;
  readonly scenes: readonly Scene[];
}

/** Claims and records are read from one analysis; it is kept as long as the document and the lexicon are. */
const known = new WeakMap<Document, WeakMap<Lexicon, Stage>>();

/** A document analysed: sentences with everything found in them, and who gives what to whom in each clause. */
export function stage(document: Document, lexicon: Lexicon): Stage {
  const of = known.get(document) ?? new WeakMap<Lexicon, Stage>();
  known.set(document, of);
  let found = of.get(lexicon);
  if (!found) {
    const sentences = analyse(document, lexicon);
    const language = lexicon.language(document.language);
    const context: Context = { document, lexicon, language, sentences };
    found = { context, scenes: scenesOf(sentences, lexicon, language) };
    of.set(lexicon, found);
  }
  return found;
}
