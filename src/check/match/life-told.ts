import type { Claim, Document } from "../../read/types.ts";
import { idiom, readDates } from "../../text/index.ts";
import { type Period, yearOf } from "../rule/period.ts";
import { type SentenceIn, sentenceOf } from "./sentence.ts";

/** What a sentence says of the life of a body: its name as it stands there, the verb, and when it was begun or came to its end. */
export interface LifeTold {
  readonly name: string;
  readonly verb: string;
  readonly is: "begun" | "ended";
  readonly when: Period;
  /** Where the date stands in the sentence. */
  readonly at: readonly [number, number];
}

/** Letters between a verb and its date ("in", "back in"). */
const GAP = 12;

/** "ICITAP, the programme that ..., was set up in 1986": a name, an aside or none, the verb and right behind it the date. Null for all else. */
export function lifeTold(sentence: string, language: string, published: string): LifeTold | null {
  for (const [is, words] of [
    ["begun", "founds"],
    ["ended", "ceases"],
  ] as const)
    for (const [from, to] of idiom(words, language).find(sentence)) {
      const name = nameBefore(sentence.slice(0, from));
      if (name === "") continue;
      const date = readDates(sentence, { language, date: published }).find(({ span: [at] }) => at >= to);
      if (!date || date.start === "" || date.end === "") continue;
      if (!isGap(sentence.slice(to, date.span[0])) || !/^\s*[.!]?\s*$/.test(sentence.slice(date.span[1])))
        continue;
      // "Around 1986" may be 1988.
      if (yearOf(date.start) !== yearOf(date.end) || isSmall(/^\p{L}*/u.exec(date.text)?.[0] ?? "")) continue;
      const when = { start: date.start, end: date.end };
      return { name, verb: sentence.slice(from, to), is, when, at: date.span };
    }
  return null;
}

const LIVES = new WeakMap<SentenceIn, LifeTold | null>();

/** What the sentence of a claim says of the life of a body; looked for once in each sentence of a document. */
export function lifeToldBy(claim: Pick<Claim, "sentence">, document: Document): LifeTold | null {
  const sentence = sentenceOf(claim, document);
  const known = LIVES.get(sentence);
  if (known !== undefined) return known;
  const told = lifeTold(sentence.sentence, sentence.language, document.published);
  LIVES.set(sentence, told);
  return told;
}

/** What stands before the verb, without the aside that two commas part from it, or the small words before the verb ("was"). */
function nameBefore(before: string): string {
  const [name = "", ...rest] = before.split(",");
  const tail = rest.at(-1);
  if (tail === undefined) return withoutSmall(name);
  // "..., was to be set up": what is planned or denied is another thing.
  return rest.length >= 2 && withoutSmall(tail) === "" && !/[;:—–()]/.test(before) ? name.trim() : "";
}

function withoutSmall(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter(word => word !== "");
  return words.slice(0, words.findLastIndex(word => !isSmall(word)) + 1).join(" ");
}

const isSmall = (word: string) => idiom("small").words.has(word) || idiom("counting").words.has(word);

const isGap = (text: string): boolean => text.length <= GAP && /^[\p{Ll}\s]*$/u.test(text);
