import { BREAK, type Token, WORD } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";
import { keyAt } from "./parts.ts";

const FUTURE_WINDOW = 8;

/** A word of the future stands shortly before, in the same sentence; in some languages its verb comes last. */
export function pointsAhead(x: DateContext, i: number): boolean {
  if (x.c.pack.dates.futureEndings !== undefined) return looksAhead(x, i);
  for (let k = i - 1; k >= Math.max(0, i - FUTURE_WINDOW); k--) {
    const token = x.tokens[k]!;
    if (token.kind === BREAK || (token.key === "." && x.tokens[k + 1]?.gap)) return false;
    if (x.w.future.has(token.key) || endsAhead(x, token, k === 0)) return true;
    if (x.c.saying.has(token.key)) return false;
  }
  return false;
}

/** "votera", "seront": a verb by its ending, which names have too. */
const endsAhead = (x: DateContext, { key, kind, caps }: Token, first: boolean): boolean =>
  kind === WORD &&
  (caps === 0 || first) &&
  x.w.futureEnds.some(e => key.length > e.length && key.endsWith(e));

const VERB_WINDOW = 14;

/** A verb in the future, or in the present of what is or goes on, follows in the same sentence. */
export function looksAhead(x: DateContext, i: number): boolean {
  const { dates } = x.c.pack;
  const [future, present, perfect, ongoing] = [
    dates.futureEndings,
    dates.presentVerbs,
    dates.perfectEndings,
    dates.ongoingEndings,
  ].map(list => list?.split("|") ?? []) as [string[], string[], string[], string[]];
  for (let k = i; k < Math.min(i + VERB_WINDOW, x.tokens.length); k++) {
    const token = x.tokens[k]!;
    if (token.key === "." && k > i) return false;
    if (token.kind !== WORD) continue;
    if (future.some(e => token.key.endsWith(e) && token.key.length > e.length)) return true;
    const ends = (list: string[]): boolean => list.some(e => keyAt(x, k - 1).endsWith(e));
    if (k > i && present.includes(token.key)) return ends(ongoing) || !ends(perfect);
  }
  return false;
}
