import { type Grammar, isArticle } from "../grammar.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { inside } from "./spans.ts";

/** Words at least between the two commas. */
const LEAST_WORDS = 3;
/** Words between a comma and the relative at most, where a noun with an article stands between them (", a mission in which"). */
const NOUN_REACH = 7;

/** Words before the first comma among which a name stands ("the Solomon Islands police,"). */
const NAME_REACH = 3;

/**
 * Clauses that are inserted between two commas: ", which was built in 2012,", ", a mission in which 15 countries took part,". What is told beside them is
 * neither of their time nor of their places.
 */
export function insertedIn(words: readonly Word[], grammar: Grammar): readonly Span[] {
  if (grammar.inserting.size === 0) return NONE;
  const commas = commasIn(words);
  if (commas.length < 2) return NONE;
  const found: Span[] = [];
  for (const [index, open] of commas.entries()) {
    const close = commas[index + 1];
    if (close === undefined || close - open <= LEAST_WORDS) continue;
    const first = words[open + 1]!;
    const reach = isArticle(first.key, grammar) ? NOUN_REACH : grammar.prepositions.has(first.key) ? 1 : 0;
    const isOpened = words
      .slice(open + 1, Math.min(close, open + 2 + reach))
      .some(({ key }) => grammar.inserting.has(key));
    if (isOpened || isApposed(words, grammar, [open, close])) found.push([first.start, words[close]!.start]);
  }
  return found;
}

function commasIn(words: readonly Word[]): readonly number[] {
  let found: number[] | null = null;
  for (let at = 0; at < words.length; at++) {
    if (words[at]!.key !== ",") continue;
    if (found === null) found = [at];
    else found.push(at);
  }
  return found ?? NOWHERE;
}

const NOWHERE: readonly number[] = [];

/** ", a force of about 1,500 officers, sent": a noun with an article says what the name before it is, and the verb goes on behind it. */
function isApposed(words: readonly Word[], grammar: Grammar, [open, close]: Span): boolean {
  const [first, next] = [words[open + 1]!, words[close + 1]];
  const isNamed = words.slice(Math.max(0, open - NAME_REACH), open).some(({ caps }) => caps > 0);
  if (!isNamed || !next || next.caps > 0 || !isArticle(first.key, grammar)) return false;
  const isJoint = grammar.joining.has(next.key) || grammar.listJoints.has(next.key);
  return (
    !isJoint &&
    !grammar.prepositions.has(next.key) &&
    !isArticle(next.key, grammar) &&
    !grammar.inserting.has(next.key)
  );
}

const NONE: readonly Span[] = [];

/** The inserted clauses beside which something stands. */
export const insertedBeside = (
  { inserted }: { readonly inserted: readonly Span[] },
  span: Span,
): readonly Span[] => (inserted.length === 0 ? inserted : inserted.filter(each => !inside(span, each)));
