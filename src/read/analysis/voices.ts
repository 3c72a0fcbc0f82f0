import type { Voice } from "../types.ts";
import { inside, overlaps } from "./spans.ts";
import type { Cue, Sentence } from "./types.ts";

type Material = Pick<Sentence, "span" | "words" | "cues" | "quotes"> & {
  readonly text: string;
  /** Words that end a name: verbs, relative and joining words. */
  readonly stops: ReadonlySet<string>;
};

/** Longest name of whoever retells or counted, in words. */
const NAME_REACH = 9;
/** Words between "a figure" and the verb of publishing ("a figure the company had first published"). */
const FIGURE_REACH = 7;

/** The name behind a phrase ("quoted by the Daily Nation"), up to a mark or a word that no name runs through. */
function nameBehind({ text, words, stops }: Material, cue: Cue): Omit<Voice, "role"> | null {
  const from = words.findIndex(word => word.start >= cue.span[1]);
  if (from < 0) return null;
  let to = from;
  while (to < words.length && to - from < NAME_REACH) {
    const { key, caps } = words[to]!;
    if (/^[,;:.!?()"“”«»–—，。；：]$/.test(key) || (caps === 0 && stops.has(key))) break;
    to++;
  }
  if (to === from) return null;
  const span = [words[from]!.start, words[to - 1]!.end] as const;
  return { to: text.slice(...span), span };
}

/** A capital in the first words, or a script without capitals. */
function isName({ text, words }: Material, span: Voice["span"]): boolean {
  const first = words.filter(word => inside([word.start, word.end], span)).slice(0, 2);
  const letters = text.slice(...span);
  return first.some(word => word.caps > 0) || letters.toLowerCase() === letters.toUpperCase();
}

/** "a figure the company had first published": whoever stands between the figure and the verb of publishing. */
function publisherOf({ text, words, cues, stops }: Material): Voice | null {
  for (const verb of cues) {
    if (verb.name !== "publishes") continue;
    const figure = cues.findLast(cue => cue.name === "figures" && cue.span[1] <= verb.span[0]);
    if (!figure) continue;
    const between = words.filter(word => word.start >= figure.span[1] && word.end <= verb.span[0]);
    if (between.length === 0 || between.length > FIGURE_REACH) continue;
    if (between.some(word => /^[,;:.]$/.test(word.key))) continue;
    const first = between.findIndex(word => word.caps > 0 || !stops.has(word.key));
    const rest = between.slice(Math.max(0, first));
    const end = rest.findIndex(word => word.caps === 0 && stops.has(word.key));
    const name = end < 0 ? rest : rest.slice(0, end);
    if (first < 0 || name.length === 0) continue;
    const span = [name[0]!.start, name.at(-1)!.end] as const;
    return { role: "counter", to: text.slice(...span), span };
  }
  return null;
}

/** Cues without one of which nobody else stands behind what is said. */
export const isVoice = ({ name }: Cue): boolean =>
  name === "retold" || name === "sourced" || name === "publishes";

/**
 * Who else stands behind what a sentence says, beside its speaker: whoever passes the words on ("quoted by the Daily Nation",
 * "told Reuters"), and whoever is said to have counted ("citing the ministry", "a figure the company had published").
 */
export function voicesOf(m: Material, speaker: Voice["span"] | null): Voice[] {
  if (m.cues.length === 0) return [];
  const found: Voice[] = [];
  for (const cue of m.cues) {
    const role = cue.name === "retold" ? "reteller" : cue.name === "sourced" ? "counter" : null;
    if (!role || m.quotes.some(quote => inside(cue.span, quote.span))) continue;
    const name = nameBehind(m, cue);
    // "told a forum": only somebody with a name passes words on.
    if (role === "reteller" && name && !isName(m, name.span)) continue;
    if (name) found.push({ role, ...name });
  }
  const publisher = publisherOf(m);
  if (publisher) found.push(publisher);
  if (found.length === 0) return found;
  return found.filter(
    (voice, i) =>
      !(speaker && overlaps(voice.span, speaker)) &&
      !found.slice(0, i).some(other => overlaps(other.span, voice.span)),
  );
}

/** Whether a voice was found as the one who published a figure, which tells who counted and not who speaks. */
export const isPublisher = (m: Material, span: Voice["span"]): boolean => publisherOf(m)?.span[0] === span[0];
