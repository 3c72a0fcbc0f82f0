import { readPlaces } from "../../text/places/places.ts";
import { NUMBER, SIGN } from "../../text/tokens/token.ts";
import type { PlaceMention } from "../../text/types.ts";
import { inside, sameSpan } from "../analysis/spans.ts";
import type { FrameCue, Sentence } from "../analysis/types.ts";
import type { Frame } from "../frames/types.ts";
import type { Grammar } from "../grammar.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";

/** What the part of a place in a clause is told from. */
export interface Material {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly lexicon: Lexicon;
  readonly frame: Frame;
  readonly grammar: Grammar;
  /** ISO 639-1. */
  readonly language: string;
  /** Whether the stem of a noun is counted as people. */
  readonly people: (stem: string) => boolean;
  /** Where a pointer back to the frame's telling in the sentences before ends; null without one. */
  readonly assumed: number | null;
}

/** The first word that begins at an offset or behind it. */
export const wordIndex = (words: readonly Word[], offset: number): number => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (words[mid]!.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
};

/** The part that a place plays in giving and taking. */
export type Part = "giver" | "taker" | "none";

/** Characters before a place that opens a sentence ("In the "). */
const OPENING = 10;

/** How far after a demonym the noun stands that it belongs to, in words ("Chinese surveillance giants"). */
const NOUN_REACH = 4;

/** A word or mark behind which a noun phrase is over. */
const ends = (word: Word | undefined, grammar: Grammar): boolean =>
  !word || word.key === "," || word.key === "." || grammar.prepositions.has(word.key);

/** The stretch in which the noun of a country's adjective or possessive stands; null where the name modifies nothing. */
function nounReach({ sentence, grammar }: Material, place: PlaceMention): Span | null {
  const { words } = sentence;
  const after = wordIndex(words, place.span[1]);
  const possessive = words[after]?.key === "'" && words[after + 1]?.key === "s";
  const adjective = place.form === "demonym" || possessive || words[after]?.key === "-" || grammar.bareNames;
  if (!adjective) return null;
  if (grammar.behind && place.form === "demonym") {
    let from = wordIndex(words, place.span[0]);
    for (let n = 0; n < NOUN_REACH && from > 0 && !ends(words[from - 1], grammar); n++) from--;
    return [words[from]!.start, place.span[0]];
  }
  let to = possessive ? after + 2 : after;
  const start = to;
  // "向巴基斯坦出售了系统", "British councils use cameras": behind the verb stands what is given, not what the name belongs to.
  const nouns = new Set(
    sentence.frames.filter(c => c.part === "nouns" || c.part === "made").map(c => c.span[0]),
  );
  const verbs = new Set(
    sentence.frames
      .filter(c => (c.part === "gives" || c.part === "takes") && !nouns.has(c.span[0]))
      .map(c => c.span[0]),
  );
  while (
    !verbs.has(words[to]?.start ?? -1) &&
    to - start < NOUN_REACH * (grammar.bareNames ? 2 : 1) &&
    !ends(words[to], grammar)
  )
    to++;
  return to > start ? [place.span[1], words[to - 1]!.end] : null;
}

/** What a country's adjective or possessive stands before: a firm or product, a noun of the frame, people of the state, or nothing. */
type Owned = "thing" | "noun" | "state" | "";

/** "Chinese firms", "empresas chinas", "Chinese police training", "China's exports", "Chinese-made": the country as maker or giver. */
export function ownedBy(m: Material, place: PlaceMention): Owned {
  const { cues, frames, codes } = m.sentence;
  const reach = nounReach(m, place);
  if (!reach) return "";
  const { frame } = m;
  const has = (items: readonly { readonly span: Span }[]) => items.some(item => inside(item.span, reach));
  if (frames.some(cue => cue.frame === frame && cue.part === "nouns" && inside(cue.span, reach)))
    return "noun";
  // "捐赠尼泊尔警方40辆警车": in a script without spaces the noun right behind the name is the one that it belongs to.
  if (m.grammar.bareNames && cues.some(cue => cue.name === "state" && cue.span[0] === reach[0]))
    return "state";
  const made = frames.some(cue => cue.frame === frame && cue.part === "made" && inside(cue.span, reach));
  if (made || has(cues.filter(cue => cue.name === "firms"))) return "thing";
  // "gardes-frontières nigériens": border guards are people first, whatever topic their name is as well.
  const people = (span: Span): boolean =>
    cues.some(cue => cue.name === "state" && (sameSpan(cue.span, span) || inside(span, cue.span)));
  if (has(codes.filter(code => code.list === frame.object.list && !people(code.span)))) return "thing";
  return has(cues.filter(cue => cue.name === "state")) ? "state" : "";
}

/** A preposition written together with its name ("لكينيا"): the rest alone is the same place. */
function attached({ grammar, language }: Material, { text, country }: PlaceMention): string {
  const first = text[0] ?? "";
  if (!grammar.attached.has(first)) return "";
  return readPlaces(text.slice(1), { language })[0]?.country === country ? first : "";
}

/** The word that governs what begins at a word, stepping over articles. */
function governing({ sentence: { words }, grammar }: Material, from: number): number {
  let at = from - 1;
  while (at >= 0 && (grammar.articles.has(words[at]!.key) || words[at]!.key === '"')) at--;
  return at;
}

/**
 * The preposition that governs a place, stepping over articles. "to the police of Vanuatu" is governed by what governs the
 * police.
 */
function preposition(m: Material, place: PlaceMention): string {
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

/** Whether only joints of a list stand between two places. */
export function sameList({ sentence, grammar }: Material, a: PlaceMention, b: PlaceMention): boolean {
  const { words } = sentence;
  const from = wordIndex(words, a.span[1]);
  let at = from;
  for (; at < words.length && words[at]!.start < b.span[0]; at++)
    if (!grammar.listJoints.has(words[at]!.key)) return false;
  return at > from;
}

/** Where a place stands to the verb of its clause. */
interface Told {
  readonly before: boolean;
  readonly place: PlaceMention;
  readonly trigger: FrameCue;
}

/** Words between a seat and its verb ("has since"). */
const SEAT_REACH = 2;

/** "The police academy in Yunnan has hosted": where the giver sits, right before the verb. */
function isSeat({ sentence, grammar, frame }: Material, place: PlaceMention, trigger: FrameCue): boolean {
  const { words, frames } = sentence;
  const at = wordIndex(words, place.span[0]);
  if (wordIndex(words, trigger.span[0]) - wordIndex(words, place.span[1]) > SEAT_REACH) return false;
  const noun = words[at - 2];
  if (!noun || !grammar.locating.has(words[at - 1]!.key)) return false;
  return frames.some(({ frame: of, part, span }) => of === frame && part === "nouns" && span[1] === noun.end);
}

/** The part of a place behind or before a verb of giving. */
function partInGiving(m: Material, governed: string, { before, place, trigger }: Told): Part {
  const { grammar, to } = { grammar: m.grammar, to: m.grammar.to(m.frame) };
  if (grammar.agents.has(governed)) return "giver";
  if (!before) return governed === "" || to.has(governed) ? "taker" : "none";
  if (governed === "" || isSeat(m, place, trigger)) return "giver";
  // "向肯尼亚出售": the taker may stand before the verb, if its preposition says so.
  return grammar.locating.has(governed) || (to.has(governed) && grammar.bareNames) ? "taker" : "none";
}

/** "полицейских из Казахстана": people of a place, who are taught and teach nobody. */
function isOrigin(m: Material, place: PlaceMention): boolean {
  const { sentence, grammar, people } = m;
  const at = governing(m, wordIndex(sentence.words, place.span[0]));
  const [noun, word] = [sentence.words[at - 1], sentence.words[at]];
  return (
    word !== undefined &&
    noun !== undefined &&
    grammar.prepositions.has(word.key) &&
    !grammar.locating.has(word.key) &&
    people(noun.stem)
  );
}

/** "Recibieron formación de Australia": what is taken is that of whoever stands behind it, with a word for the giver between. */
function isOfWhatIsTaken(m: Material, place: PlaceMention, trigger: FrameCue): boolean {
  const { sentence, grammar, frame } = m;
  const { words, frames } = sentence;
  const at = governing(m, wordIndex(words, place.span[0]));
  const [noun, word] = [words[at - 1], words[at]];
  if (!noun || !word || noun.start < trigger.span[0] || !grammar.by(frame).has(word.key)) return false;
  return (
    !grammar.locating.has(word.key) &&
    frames.some(({ frame: of, part, span }) => of === frame && part === "nouns" && span[1] === noun.end)
  );
}

/** The part of a place behind or before a verb of taking. */
function partInTaking(m: Material, governed: string, { before, place, trigger }: Told): Part {
  const { grammar, sentence, clause } = m;
  const by = m.grammar.by(m.frame);
  if (isOfWhatIsTaken(m, place, trigger)) return "giver";
  if (isOrigin(m, place)) return "taker";
  // "completed a course taught by Italian experts": whoever stands behind the agent's word teaches.
  if (!before && grammar.agents.has(governed)) return "giver";
  // "In China, 500 officers from Kenya were trained": with people from elsewhere, the place before is where they are taught.
  const guests = sentence.places.some(
    other => other !== place && inside(other.span, clause) && isOrigin(m, other),
  );
  if (guests && before && grammar.locating.has(governed) && by.has(governed) && trigger) return "giver";
  // "were trained in China" tells the host; "were installed in Kenya" the taker, since that frame has no "in" of the giver.
  if (by.has(governed) && (!before || grammar.bareNames)) return "giver";
  if (before) return "taker";
  return grammar.locating.has(governed) ? "taker" : "none";
}

/** Words between a verb and the subject behind it ("اشترت وزارة الداخلية المصرية"). */
const SUBJECT_REACH = 4;

/** In a language whose verb stands first: whether a place belongs to the subject right behind the verb. */
function isSubjectBehind({ sentence, grammar }: Material, place: PlaceMention, trigger: FrameCue): boolean {
  const taking = trigger.part === "takes";
  if (!grammar.verbFirst || place.span[0] < trigger.span[1]) return false;
  // "لتزويد الأردن": behind a verb that a preposition is written together with stands its object.
  const verb = sentence.words[wordIndex(sentence.words, trigger.span[0])];
  if (
    grammar.attached.has(verb?.key[0] ?? "") &&
    sentence.places.some(({ span }) => span[1] <= trigger.span[0])
  )
    return false;
  const from = wordIndex(sentence.words, trigger.span[1]);
  const to = wordIndex(sentence.words, place.span[0]);
  if (to - from > SUBJECT_REACH) return false;
  const named = [...sentence.entities, ...sentence.places];
  if (named.some(({ span }) => span[0] >= trigger.span[1] && span[1] <= place.span[0])) return false;
  const between = sentence.words.slice(from, to);
  return between.every(
    ({ key, kind }) => (taking || kind !== NUMBER) && kind !== SIGN && !grammar.prepositions.has(key),
  );
}

/** Who gives and who takes, told by the verb, the preposition and what the name belongs to. */
export function partOf(m: Material, place: PlaceMention, trigger: FrameCue | null): Part {
  const before = trigger !== null && place.span[1] <= trigger.span[0];
  const governed = preposition(m, place);
  const owned = ownedBy(m, place);
  const taking = trigger?.part === "takes";
  // "Russia's academies took 380": whose courses they are gives, whatever the verb.
  const taken = m.grammar.bareNames && m.grammar.to(m.frame).has(governed);
  // "为菲律宾警方举办课程": a preposition that marks the taker says more than what the name stands before.
  if (taken && trigger && !taking && before && !m.grammar.locating.has(governed)) return "taker";
  if (owned === "noun" && (governed === "" || (before && !taken))) return "giver";
  if (
    owned !== "" &&
    (governed === "" || before) &&
    !(before && taking) &&
    !(owned === "state" && !before && trigger)
  )
    return "giver";
  if (trigger && owned !== "thing" && governed === "" && isSubjectBehind(m, place, trigger))
    return taking ? "taker" : "giver";
  // "trained 15,000 Afghan police": people of a state behind a verb of giving take.
  const reached = governed === "" || m.grammar.to(m.frame).has(governed);
  if (owned === "state" && trigger && !before && !taking && reached) return "taker";
  if (owned !== "" && place.form === "demonym" && !(before && taking && owned === "state")) return "giver";
  // Without a verb "in Brisbane" is where it is, and only "for Kenya" whom it is for.
  // Only a sentence that opens with a place ("In Kenya, ... after Chinese training") is about it as the taker.
  if (trigger === null) {
    const opens = place.span[0] - m.sentence.span[0] < OPENING && place.form !== "demonym";
    const settled = !m.grammar.locating.has(governed) || opens;
    return m.grammar.to(m.frame).has(governed) && settled ? "taker" : "none";
  }
  // "was sold to Hungary by NSO": behind a passive "to" still marks who takes.
  const passive =
    taking &&
    m.sentence.frames.some(
      ({ part, span }) => (part === "gives" || part === "passives") && inside(span, trigger.span),
    );
  if (passive && !before && m.grammar.to(m.frame).has(governed)) return "taker";
  return taking
    ? partInTaking(m, governed, { before, place, trigger })
    : partInGiving(m, governed, { before, place, trigger });
}
