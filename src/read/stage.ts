import { chunks } from "../text/tokens/stretches.ts";
import { analyse } from "./analysis/analyse.ts";
import { apparatusIn } from "./analysis/apparatus.ts";
import type { Context, Scene } from "./claims/context.ts";
import { scenesOf } from "./claims/focus.ts";
import { newFocus } from "./claims/spoken-of.ts";
import { movedTable } from "./intake/writer.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Document, Span } from "./types.ts";

/** A stretch of a document, analysed: its spans count from `offset`. */
export interface Stage {
  readonly offset: number;
  readonly context: Context;
  /** Of all sentences but those of notes and of lists of sources. */
  readonly scenes: readonly Scene[];
  /** Sentences of notes and of lists of sources: they assert nothing of their own. */
  readonly apparatus: readonly Span[];
}

/** Claims and records are read from one analysis; that of a document of one stretch is kept as long as the document is. */
const known = new WeakMap<Document, WeakMap<Lexicon, readonly Stage[]>>();

/** A part of a document as a document; links and tables are taken along. */
function part(document: Document, [from, to]: readonly [number, number]): Document {
  if (from === 0 && to === document.text.length) return document;
  const links = document.links
    .filter(({ span }) => span[0] >= from && span[1] <= to)
    .map(link => ({ ...link, span: [link.span[0] - from, link.span[1] - from] as const }));
  const { tables = [], ...rest } = document;
  const own = tables
    .filter(({ rows }) => rows[0]!.span[0] >= from && rows[0]!.span[0] < to)
    .map(table => movedTable(table, -from));
  return {
    ...rest,
    text: document.text.slice(from, to),
    links,
    ...(own.length > 0 ? { tables: own } : {}),
  };
}

/**
 * A document analysed stretch by stretch (some 65,000 characters, cut between paragraphs), so that memory does not grow with
 * its length. What was named before goes on from stretch to stretch; what a text is mostly about is told within each.
 */
function* analysed(document: Document, lexicon: Lexicon): Generator<Stage> {
  const language = lexicon.language(document.language);
  const focus = newFocus();
  const sure = new Set<string>();
  const called = language?.grammar.sourceHeads ?? new Set();
  const { notesFrom = document.text.length } = document;
  let open = false;
  for (const stretch of chunks(document.text)) {
    const own = part(document, stretch);
    const sentences = analyse(own, lexicon, sure);
    const context: Context = { document: own, lexicon, language, sentences };
    const apparatus = apparatusIn(own.text, sentences, { called, open });
    open = apparatus.open;
    const scenes: Scene[] = [];
    const beside: Span[] = [];
    for (const scene of scenesOf(sentences, lexicon, { language, focus })) {
      const { index, span } = scene.sentence;
      if (apparatus.sentences.has(index) || stretch[0] + span[0] >= notesFrom) beside.push(span);
      else scenes.push(scene);
    }
    yield { offset: stretch[0], context, scenes, apparatus: beside };
  }
}

/** The stretches of a document with their sentences, and who gives what to whom in each clause. */
export function stages(document: Document, lexicon: Lexicon): Iterable<Stage> {
  if (chunks(document.text).length > 1) return analysed(document, lexicon);
  const of = known.get(document) ?? new WeakMap<Lexicon, readonly Stage[]>();
  known.set(document, of);
  const found = of.get(lexicon) ?? [...analysed(document, lexicon)];
  of.set(lexicon, found);
  return found;
}
