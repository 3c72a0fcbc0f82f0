import type { Claim, Span } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { besideIt } from "./of-sentence.ts";

/** Marks that end a clause. What stands before a colon sets the scene for what follows it, and does not end. */
const ENDS = /[;—–()（）；]/g;
const COLON = /[:：]/g;
/** What parts two numbers of one sentence, beside words. */
const COMMAS = /[,，、]/g;

const marksIn = (part: string, marks: RegExp): Span[] =>
  [...part.matchAll(marks)].map(({ index }) => [index, index + 1]);

const byPlace = (spans: Span[]): Span[] => spans.sort((a, b) => a[0] - b[0]);

/** Ends of clauses in a part of a sentence: marks, and words like "while" with the comma before them. */
function breaksIn(part: string, language: string): Span[] {
  const words = idiom("clauseJoiner", language)
    .find(part)
    .flatMap(([from, to]): Span[] => {
      const comma = /,\s+$/.exec(part.slice(0, from));
      return comma && /\s/.test(part[to] ?? "") ? [[comma.index, to + 1]] : [];
    });
  return byPlace([...marksIn(part, ENDS), ...words]);
}

/** What parts numbers in a part of a sentence: commas, and words like "and" with the white space around them. */
function jointsIn(part: string, language: string): Span[] {
  const words = idiom("numberJoiner", language)
    .find(part)
    .flatMap(([from, to]): Span[] => {
      if (/\p{Script=Han}/u.test(part[from] ?? "")) return [[from, to]];
      return /\s/.test(part[from - 1] ?? "") && /\s/.test(part[to] ?? "") ? [[from - 1, to + 1]] : [];
    });
  return byPlace([...marksIn(part, COMMAS), ...words]);
}

interface Beside {
  readonly text: string;
  readonly language: string;
  /** Other numbers of the sentence. */
  readonly others: readonly Span[];
}

/** The clause of a sentence around a claim's number; another number of the sentence has its own. */
export function clauseOf({ sentence, span }: Claim, { text, language, others }: Beside): string {
  const whole = text.slice(...sentence);
  const [from, to] = [span[0] - sentence[0], span[1] - sentence[0]];
  const behind = whole.slice(to);
  const before = others.filter(other => other[1] <= span[0]).map(other => other[1] - sentence[0]);
  const after = others.filter(other => other[0] >= span[1]).map(other => other[0] - sentence[0]);
  const joints = (start: number, end: number) => jointsIn(whole.slice(start, end), language)[0];
  const start = Math.max(
    breaksIn(whole.slice(0, from), language).at(-1)?.[1] ?? 0,
    ...before.slice(-1).map(end => (joints(end, from)?.[1] ?? -end) + end),
  );
  const end = Math.min(
    whole.length,
    ...[breaksIn(behind, language)[0], marksIn(behind, COLON)[0]].flatMap(first =>
      first ? [to + first[0]] : [],
    ),
    ...after.slice(0, 1).flatMap(next => {
      const first = joints(to, next);
      return first ? [to + first[0]] : [];
    }),
  );
  return whole.slice(start, end);
}

/** The clause of a claim, without whom it credits. */
export const clauseAround = (
  claim: Claim,
  { text, language, claims }: Omit<Beside, "others"> & { readonly claims: readonly Claim[] },
): string => {
  const known = AROUND.get(claim);
  if (known?.claims === claims) return known.clause;
  const whole = clauseOf(claim, { text, language, others: numbersBeside(claim, claims) });
  const clause = withoutSpeaker(withoutAnswer(whole, claim, language), claim);
  AROUND.set(claim, { claims, clause });
  return clause;
};

/** One rule after the other asks for the clause of a claim, which the claims beside it part from theirs. */
const AROUND = new WeakMap<Claim, { readonly claims: readonly Claim[]; readonly clause: string }>();

/** A clause without what somebody else says to it ("..., a claim that the government in Kigali denies"). */
function withoutAnswer(clause: string, { text }: Claim, language: string): string {
  const behind = clause.indexOf(text) + text.length;
  const denied = idiom("denies", language)
    .find(clause)
    .find(([from]) => from >= behind);
  const comma = denied ? clause.lastIndexOf(",", denied[0]) : -1;
  return comma >= behind ? clause.slice(0, comma) : clause;
}

const numbersBeside = (claim: Claim, claims: readonly Claim[]): Span[] =>
  besideIt(claims, claim)
    .filter(other => other.value !== null)
    .map(other => other.span)
    .filter(other => other[1] <= claim.span[0] || other[0] >= claim.span[1]);

/** A clause without whom it credits: a counter's name narrows nothing. */
function withoutSpeaker(clause: string, { attribution }: Claim): string {
  const name = attribution?.to ?? "";
  return name === "" ? clause : clause.replaceAll(name, " ");
}
