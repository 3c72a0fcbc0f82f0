import { idiom } from "../../text/index.ts";
import { SIGN } from "../../text/tokens/token.ts";
import { inside, overlaps } from "../analysis/spans.ts";
import type { Grammar } from "../grammar.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { draft } from "./draft.ts";

/** Words at least of what is told behind an aside. */
const LEAST_WORDS = 3;

/** The first word behind a comma that opens an aside; -1 without one. */
function asideAt(words: readonly Word[], { relatives }: Grammar): number {
  for (let at = 2; at < words.length; at++)
    if (words[at - 1]!.key === "," && relatives.has(words[at]!.key)) return at;
  return -1;
}

/**
 * "The system, which was to have 12,000 cameras, watches the capital today": behind an aside with a number of its own, what is said to be so now is
 * a claim about the name before it.
 */
export function claimBehindAside(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence } = scene;
  const { language, document } = context;
  if (!language || sentence.quantities.length === 0) return [];
  const { words } = sentence;
  const opens = asideAt(words, language.grammar);
  if (opens < 0) return [];
  const closes = words.findIndex(({ kind, key }, at) => at > opens && kind === SIGN && key === ",");
  const first = words[closes + 1];
  if (closes < 0 || !first) return [];
  const [, end] = sentence.span;
  const span: Span = [first.start, words.findLast(({ kind }) => kind !== SIGN)?.end ?? end];
  const aside: Span = [words[opens]!.start, words[closes]!.start];
  const isNumbered = ({ span: [from] }: { readonly span: Span }) => from >= aside[0] && from < aside[1];
  const isFree =
    !taken.some(each => overlaps(each, span)) && !sentence.quantities.some(q => overlaps(q.span, span));
  const told = idiom("atPresent", document.language).find(document.text.slice(...span));
  const count = words.filter(({ kind, start, end: to }) => kind !== SIGN && inside([start, to], span)).length;
  if (!isFree || count < LEAST_WORDS || told[0]?.[0] !== 0 || !sentence.quantities.some(isNumbered))
    return [];
  const within = scene.clauses.filter(each => overlaps(each.span, span));
  const places = sentence.places.filter(place => inside(place.span, span)).map(({ country }) => country);
  const clause: Clause = {
    span,
    situations: [],
    places: [...new Set([...places, ...within.flatMap(each => each.places)])],
    entities: [...new Set(scene.clauses.flatMap(each => each.entities))],
  };
  if (clause.places.length === 0) return [];
  const made = draft({ context, scene, span, clause }, { kind: "attribute", form: "statement" });
  // The plan is of the aside, and what stands behind it is said of today.
  return [{ ...made, status: "", period: [null, null] }];
}
