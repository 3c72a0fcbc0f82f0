import { BREAK, SIGN, type Token, withoutGap } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/** Longest stretch of text that is worked on at once; bounds memory on a file of one line. */
const CHUNK = 1 << 16;

function cutBefore(text: string, limit: number, floor: number): number {
  const window = text.slice(floor, limit);
  for (const mark of ["\n\n", "\n", ". ", "。", " "]) {
    const at = window.lastIndexOf(mark);
    if (at >= 0) return floor + at + mark.length;
  }
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}

/** Cuts a long text into stretches at paragraph, line, sentence or word ends, in this order of preference. */
export function chunks(text: string): readonly (readonly [number, number])[] {
  const out: [number, number][] = [];
  let from = 0;
  while (text.length - from > CHUNK) {
    const to = cutBefore(text, from + CHUNK, from + CHUNK / 2);
    out.push([from, to]);
    from = to;
  }
  out.push([from, text.length]);
  return out;
}

/** Longest text whose tokens are kept for the next reader; a longer one is cut anew by each. */
const KEPT = 1 << 20;

interface Kept {
  readonly text: string;
  readonly stretches: readonly (readonly Token[])[];
}

/** A text shorter than this is kept beside the last longer one, of which it mostly is a phrase. */
const SHORT = 2048;

const kept: { short: Kept | null; long: Kept | null } = { short: null, long: null };

function keptOf(text: string): Kept {
  const place = text.length < SHORT ? "short" : "long";
  const known = kept[place];
  if (known?.text === text) return known;
  const made = { text, stretches: [...cut(text)] };
  kept[place] = made;
  return made;
}

/**
 * The tokens of a text, stretch by stretch. Numbers, dates, places and speakers are mostly read from the same text one after the
 * other, so the tokens of the last texts are kept.
 */
export function stretches(text: string): Iterable<readonly Token[]> {
  return text.length > KEPT ? cut(text) : keptOf(text).stretches;
}

/** Whether a token would be another if its text began or ended with it: dashes look at what stands around them. */
const looksAround = ({ kind, key }: Token): boolean => kind === SIGN && (key === "-" || key === "–");

/** Where the last part of a text ended, and the next one mostly begins. */
let reached = 0;

/** `tokenize(text, from, to)` out of the tokens that are kept, if there are any and the part is cut at their ends. */
export function tokensIn(text: string, [from, to]: readonly [number, number]): Token[] {
  const known = kept[text.length < SHORT ? "short" : "long"];
  if (known?.text !== text) return tokenize(text, from, to);
  const all = known.stretches.findLast(tokens => tokens.length > 0 && tokens[0]!.start <= from) ?? [];
  const first = indexFrom(all, from, reached);
  const end = indexFrom(all, to, first);
  reached = end;
  const [opening, last] = [all[first], all[end - 1]];
  const cut =
    opening?.start === from &&
    opening.kind !== BREAK &&
    last !== undefined &&
    last.end <= to &&
    all.at(-1)!.end >= to &&
    !looksAround(opening) &&
    !looksAround(last);
  if (!cut) return tokenize(text, from, to);
  const tokens = all.slice(first, end);
  if (opening.gap) tokens[0] = withoutGap(opening);
  return tokens;
}

/** Most tokens that are stepped over before one is looked for by bisection. */
const STEPS = 128;

/** A break counts before the token it stands at. */
const isBefore = ({ start, kind }: Token, offset: number): boolean =>
  start < offset || (start === offset && kind === BREAK);

/**
 * The first token that begins at an offset or behind it; `near` is one from which it is not far, where parts of a text are asked for one
 * after the other.
 */
function indexFrom(tokens: readonly Token[], offset: number, near: number): number {
  let [low, high] = [0, tokens.length];
  if (near <= high && (near === 0 || isBefore(tokens[near - 1]!, offset))) {
    const last = Math.min(high, near + STEPS);
    for (low = near; low < last; low++) if (!isBefore(tokens[low]!, offset)) return low;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(tokens[middle]!, offset)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* cut(text: string): Generator<readonly Token[]> {
  for (const [from, to] of chunks(text)) yield tokenize(text, from, to);
}
