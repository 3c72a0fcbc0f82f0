import { readPlaces } from "../../text/places/places.ts";
import type { PlaceMention } from "../../text/types.ts";
import { type Material, wordIndex } from "./material.ts";

/** A preposition written together with its name ("لكينيا"): the rest alone is the same place. */
function attached({ grammar, language }: Material, { text, country }: PlaceMention): string {
  const first = text[0] ?? "";
  if (!grammar.attached.has(first)) return "";
  return readPlaces(text.slice(1), { language })[0]?.country === country ? first : "";
}

/** The word that governs what begins at a word, stepping over articles. */
export function governing(
  { sentence: { words }, grammar }: Pick<Material, "sentence" | "grammar">,
  from: number,
): number {
  let at = from - 1;
  while (at >= 0 && (grammar.articles.has(words[at]!.key) || words[at]!.key === '"')) at--;
  return at;
}

/**
 * The preposition that governs a place, stepping over articles. "to the police of Vanuatu" is governed by what governs the
 * police.
 */
export function preposition(m: Material, place: PlaceMention): string {
  const { sentence, grammar } = m;
  const { words } = sentence;
  const joined = attached(m, place);
  if (joined !== "") return joined;
  const at = governing(m, wordIndex(words, place.span[0]));
  const word = words[at];
  if (!word) return "";
  const governed = grammar.prepositions.has(word.key);
  if (!governed && grammar.bareNames) return "";
  if (governed && (!grammar.of.has(word.key) || grammar.locating.has(word.key))) return word.key;
  const state = stateBefore(m, governed ? at : at + 1);
  if (state < 0) return governed ? word.key : "";
  const holder = words[governing(m, state)];
  return holder && grammar.prepositions.has(holder.key) ? holder.key : "";
}

/** Words that may stand between the noun of a force and its country ("Policía Nacional de Colombia", "Академия МВД России"). */
const STATE_REACH = 3;

/** The first word of the noun of a force that ends before a word, or -1: adjectives and initials may stand behind it. */
function stateBefore({ sentence: { words, cues }, grammar }: Material, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - STATE_REACH); at--) {
    const word = words[at]!;
    const first = stateAt(at);
    if (first >= 0) {
      let from = first;
      for (let more = stateAt(from - 1); more >= 0; more = stateAt(from - 1)) from = more;
      return from;
    }
    if (word.caps === 0 || grammar.prepositions.has(word.key)) return -1;
  }
  return -1;

  function stateAt(at: number): number {
    const word = words[at];
    const state = word && cues.find(cue => cue.name === "state" && cue.span[1] === word.end);
    return state ? wordIndex(words, state.span[0]) : -1;
  }
}
