import type { PlaceMention } from "../../text/types.ts";
import { inside } from "../analysis/spans.ts";
import type { FrameCue, Sentence } from "../analysis/types.ts";
import type { Frame } from "../frames/types.ts";
import type { Grammar } from "../grammar.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { makersOf, speaks } from "./givers.ts";

/** Who gives what to whom in one clause, as one frame sees it. */
export interface Situation {
  readonly frame: Frame;
  /** The verb, or null where only a noun brings the frame to mind. */
  readonly trigger: FrameCue | null;
  /** Countries of the givers. */
  readonly giverCountries: readonly string[];
  /** Entities of the book that give. */
  readonly givers: readonly string[];
  readonly takers: readonly { readonly country: string; readonly span: Span }[];
  readonly objects: readonly { readonly code: string; readonly span: Span }[];
  /** The clause points back to a giver named before ("this training", "they"). */
  readonly pointsBack: boolean;
}

interface Material {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly lexicon: Lexicon;
  readonly frame: Frame;
  readonly grammar: Grammar;
}

const wordIndex = (words: readonly Word[], offset: number): number => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (words[mid]!.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
};

type Part = "giver" | "taker" | "none";

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
function ownedBy(m: Material, place: PlaceMention): Owned {
  const { cues, frames, codes } = m.sentence;
  const reach = nounReach(m, place);
  if (!reach) return "";
  const { frame } = m;
  const has = (items: readonly { readonly span: Span }[]) => items.some(item => inside(item.span, reach));
  if (frames.some(cue => cue.frame === frame && cue.part === "nouns" && inside(cue.span, reach)))
    return "noun";
  const made = frames.some(cue => cue.frame === frame && cue.part === "made" && inside(cue.span, reach));
  if (made || has(cues.filter(cue => cue.name === "firms"))) return "thing";
  if (has(codes.filter(code => code.list === frame.object.list))) return "thing";
  return has(cues.filter(cue => cue.name === "state")) ? "state" : "";
}

/** The preposition that governs a place, stepping over articles. */
function preposition({ sentence, grammar }: Material, place: PlaceMention): string {
  const { words } = sentence;
  let at = wordIndex(words, place.span[0]) - 1;
  while (at >= 0 && (grammar.articles.has(words[at]!.key) || words[at]!.key === '"')) at--;
  const word = words[at];
  return word && grammar.prepositions.has(word.key) ? word.key : "";
}

/** Whether only joints of a list stand between two places. */
function sameList({ sentence, grammar }: Material, a: PlaceMention, b: PlaceMention): boolean {
  const { words } = sentence;
  for (let i = wordIndex(words, a.span[1]); i < words.length && words[i]!.start < b.span[0]; i++)
    if (!grammar.listJoints.has(words[i]!.key)) return false;
  return true;
}

/** The part of a place behind or before a verb of giving. */
function partInGiving(m: Material, governed: string, before: boolean): Part {
  const { grammar, to } = { grammar: m.grammar, to: m.grammar.to(m.frame) };
  if (grammar.agents.has(governed)) return "giver";
  if (!before) return governed === "" || to.has(governed) ? "taker" : "none";
  if (governed === "") return "giver";
  // "向肯尼亚出售": the taker may stand before the verb, if its preposition says so.
  return grammar.locating.has(governed) || (to.has(governed) && grammar.bareNames) ? "taker" : "none";
}

/** The part of a place behind or before a verb of taking. */
function partInTaking(m: Material, governed: string, before: boolean): Part {
  const { grammar } = m;
  const by = m.grammar.by(m.frame);
  // "were trained in China" tells the host; "were installed in Kenya" the taker, since that frame has no "in" of the giver.
  if (by.has(governed) && (!before || grammar.bareNames)) return "giver";
  if (before) return "taker";
  return grammar.locating.has(governed) ? "taker" : "none";
}

function partOf(m: Material, place: PlaceMention, trigger: FrameCue | null): Part {
  const before = trigger !== null && place.span[1] <= trigger.span[0];
  const governed = preposition(m, place);
  const owned = ownedBy(m, place);
  const taking = trigger?.part === "takes";
  // "Russia's academies took 380": whose courses they are gives, whatever the verb.
  if (owned === "noun" && (governed === "" || before)) return "giver";
  if (
    owned !== "" &&
    (governed === "" || before) &&
    !(before && taking) &&
    !(owned === "state" && !before && trigger)
  )
    return "giver";
  // "trained 15,000 Afghan police": people of a state behind a verb of giving take.
  if (owned === "state" && trigger && !before && !taking && governed === "") return "taker";
  if (owned !== "" && place.form === "demonym" && !(before && taking && owned === "state")) return "giver";
  // Without a verb "in Brisbane" is where it is, and only "for Kenya" whom it is for.
  // Only a sentence that opens with a place ("In Kenya, ... after Chinese training") is about it as the taker.
  if (trigger === null) {
    const opens = place.span[0] - m.sentence.span[0] < OPENING && place.form !== "demonym";
    const settled = !m.grammar.locating.has(governed) || opens;
    return m.grammar.to(m.frame).has(governed) && settled ? "taker" : "none";
  }
  return (trigger.part === "takes" ? partInTaking : partInGiving)(m, governed, before);
}

function triggerOf({ sentence, clause, frame }: Material): FrameCue | null {
  const verbs = sentence.frames.filter(
    cue => cue.frame === frame && (cue.part === "gives" || cue.part === "takes") && inside(cue.span, clause),
  );
  // A longer phrase says more ("was trained by" over "trained").
  return (
    verbs.sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || a.span[0] - b.span[0])[0] ?? null
  );
}

/** What a frame sees in a clause; null where nothing of the clause belongs to it. */
export function situationOf(m: Material): Situation | null {
  const { sentence, clause, frame, lexicon } = m;
  const inClause = <T extends { span: Span }>(items: readonly T[]) =>
    items.filter(i => inside(i.span, clause));
  const objects = inClause(sentence.codes).filter(code => code.list === frame.object.list);
  const cues = inClause(sentence.frames).filter(cue => cue.frame === frame);
  const trigger = triggerOf(m);
  const entities = inClause(sentence.entities).filter(
    ({ id, span }) =>
      frame.giverKinds.includes(lexicon.entities.get(id)?.kind ?? "") &&
      // Who stands before a verb of taking takes.
      !(trigger?.part === "takes" && span[1] <= trigger.span[0]),
  );
  const nouns = cues.some(cue => cue.part === "nouns" || cue.part === "made");
  const firms = inClause(sentence.cues).some(cue => cue.name === "firms");
  const verb = cues.some(cue => cue.part === "tells");
  const evidence =
    verb ||
    objects.length > 0 ||
    nouns ||
    entities.some(({ id }) => speaks(lexicon, frame, id)) ||
    (firms && frame.needsObject && trigger !== null);
  if (!evidence || (frame.needsObject && !trigger && !cues.some(cue => cue.part === "made"))) return null;
  const givers: string[] = [];
  const giverCountries: string[] = [];
  const takers: { country: string; span: Span }[] = [];
  let previous: PlaceMention | null = null;
  let part: Part = "none";
  for (const place of inClause(sentence.places)) {
    part =
      previous && part !== "none" && sameList(m, previous, place) && ownedBy(m, place) === ""
        ? part
        : partOf(m, place, trigger);
    if (part === "giver") giverCountries.push(place.country);
    else if (part === "taker") takers.push({ country: place.country, span: place.span });
    previous = place;
  }
  for (const { id } of entities) for (const giver of makersOf(id, lexicon, frame)) givers.push(giver);
  const countries =
    giverCountries.length > 0 ? giverCountries : givers.map(id => lexicon.entities.get(id)?.country ?? "");
  const first = trigger?.part === "takes" ? takers.filter(taker => taker.span[1] <= trigger.span[0]) : [];
  const named = new Set(first.map(taker => taker.country));
  const home = [...new Set(countries.filter(Boolean))];
  // A taker that is named outweighs the home of a local partner among the givers.
  const abroad = home.filter(country => !named.has(country));
  const unique = giverCountries.length === 0 && abroad.length > 0 ? abroad : home;
  const kept = takers.filter(taker => !unique.includes(taker.country));
  return {
    frame,
    trigger,
    giverCountries: unique,
    givers: [...new Set(givers)],
    takers: firstOfEach(kept),
    objects,
    pointsBack: unique.length === 0,
  };
}

function firstOfEach<T extends { country: string; span: Span }>(takers: readonly T[]): T[] {
  const seen = new Set<string>();
  return takers.filter(({ country }) => !seen.has(country) && seen.add(country));
}

export { wordIndex };
