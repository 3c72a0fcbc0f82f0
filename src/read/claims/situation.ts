import type { PlaceMention } from "../../text/types.ts";
import { distance, inside } from "../analysis/spans.ts";
import type { FrameCue, Sentence } from "../analysis/types.ts";
import type { Frame } from "../frames/types.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";

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

/** How far after a demonym the noun stands that it belongs to, in words ("Chinese surveillance giants"). */
const NOUN_REACH = 4;

/** "Chinese firms", "Chinese police training", "China's exports", "Chinese-made": the country as a maker or giver. */
function modifiesGiver({ sentence, frame }: Material, place: PlaceMention): boolean {
  const { words, cues, frames, codes } = sentence;
  const at = wordIndex(words, place.span[1]);
  const possessive = words[at]?.key === "'" && words[at + 1]?.key === "s";
  if (place.form !== "demonym" && !possessive && words[at]?.key !== "-") return false;
  const from = possessive ? at + 2 : at;
  const end = words[Math.min(from + NOUN_REACH, words.length) - 1]?.end ?? place.span[1];
  let stop = end;
  for (let i = from; i < words.length && words[i]!.end <= end; i++)
    if (words[i]!.key === "," || PREPOSITIONS.has(words[i]!.key)) {
      stop = words[i]!.start;
      break;
    }
  const reach: Span = [place.span[1], stop];
  return (
    frames.some(
      cue => cue.frame === frame && (cue.part === "nouns" || cue.part === "made") && inside(cue.span, reach),
    ) ||
    cues.some(cue => (cue.name === "firms" || cue.name === "state") && inside(cue.span, reach)) ||
    codes.some(code => code.list === frame.object.list && inside(code.span, reach))
  );
}

const PREPOSITIONS = new Set([
  "to",
  "in",
  "for",
  "from",
  "by",
  "across",
  "of",
  "like",
  "at",
  "with",
  "on",
  "through",
  "throughout",
]);
const ARTICLES = new Set(["the", "both", "neighbouring", "neighboring", "several"]);

/** The preposition that governs a place, stepping over articles and over other places of a list. */
function preposition({ sentence }: Material, place: PlaceMention): string {
  const { words } = sentence;
  let at = wordIndex(words, place.span[0]) - 1;
  while (at >= 0 && (ARTICLES.has(words[at]!.key) || words[at]!.key === '"')) at--;
  const word = words[at];
  return word && PREPOSITIONS.has(word.key) ? word.key : "";
}

const LIST_JOINTS = new Set([",", "and", "or", "the", "y", "e", "et", "и", "as", "well", "both"]);

/** Whether only joints of a list stand between two places. */
function sameList({ sentence }: Material, a: PlaceMention, b: PlaceMention): boolean {
  const { words } = sentence;
  for (let i = wordIndex(words, a.span[1]); i < words.length && words[i]!.start < b.span[0]; i++)
    if (!LIST_JOINTS.has(words[i]!.key)) return false;
  return true;
}

function words(list: string | undefined): ReadonlySet<string> {
  return new Set((list ?? "").split("|"));
}

function partOf(m: Material, place: PlaceMention, trigger: FrameCue | null, language: string): Part {
  const by = words(m.frame.words[language]?.by);
  const to = words(m.frame.words[language]?.to);
  const before = trigger !== null && place.span[1] <= trigger.span[0];
  const governed = preposition(m, place);
  if (governed === "" || before)
    if (modifiesGiver(m, place) && !(before && trigger?.part === "takes")) return "giver";
  if (modifiesGiver(m, place) && place.form === "demonym") return "giver";
  if (trigger === null) return governed !== "" && to.has(governed) ? "taker" : "none";
  if (trigger.part === "takes") {
    if (before) return "taker";
    return governed !== "" && by.has(governed) && !["in", "at"].includes(governed)
      ? "giver"
      : governed === "in"
        ? "taker"
        : "none";
  }
  if (before)
    return governed === "" ? "giver" : governed === "in" || governed === "across" ? "taker" : "none";
  if (governed === "by") return "giver";
  return governed === "" || to.has(governed) ? "taker" : "none";
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
export function situationOf(m: Material, language: string): Situation | null {
  const { sentence, clause, frame, lexicon } = m;
  const inClause = <T extends { span: Span }>(items: readonly T[]) =>
    items.filter(i => inside(i.span, clause));
  const objects = inClause(sentence.codes).filter(code => code.list === frame.object.list);
  const cues = inClause(sentence.frames).filter(cue => cue.frame === frame);
  const entities = inClause(sentence.entities).filter(mention =>
    frame.giverKinds.includes(lexicon.entities.get(mention.id)?.kind ?? ""),
  );
  const nouns = cues.some(cue => cue.part === "nouns" || cue.part === "made");
  const trigger = triggerOf(m);
  const firms = inClause(sentence.cues).some(cue => cue.name === "firms");
  const verb = cues.some(cue => cue.part === "tells");
  const evidence =
    verb ||
    objects.length > 0 ||
    nouns ||
    entities.length > 0 ||
    (firms && frame.needsObject && trigger !== null);
  if (!evidence || (frame.needsObject && !trigger && !cues.some(cue => cue.part === "made"))) return null;
  const givers: string[] = [];
  const giverCountries: string[] = [];
  const takers: { country: string; span: Span }[] = [];
  let previous: PlaceMention | null = null;
  let part: Part = "none";
  for (const place of inClause(sentence.places)) {
    part =
      previous && part !== "none" && sameList(m, previous, place) && !modifiesGiver(m, place)
        ? part
        : partOf(m, place, trigger, language);
    if (part === "giver") giverCountries.push(place.country);
    else if (part === "taker") takers.push({ country: place.country, span: place.span });
    previous = place;
  }
  for (const { id } of entities) for (const giver of makersOf(id, lexicon, frame)) givers.push(giver);
  const countries =
    giverCountries.length > 0 ? giverCountries : givers.map(id => lexicon.entities.get(id)?.country ?? "");
  const unique = [...new Set(countries.filter(Boolean))];
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

/** A product's maker gives as well; a name of the book that is no entity of it gives nothing. */
function makersOf(id: string, lexicon: Lexicon, frame: Frame): string[] {
  const entity = lexicon.entities.get(id);
  const parent = entity ? lexicon.entities.get(entity.parent) : undefined;
  return parent && frame.giverKinds.includes(parent.kind) && entity?.kind === "product"
    ? [id, parent.id]
    : [id];
}

function firstOfEach<T extends { country: string; span: Span }>(takers: readonly T[]): T[] {
  const seen = new Set<string>();
  return takers.filter(({ country }) => !seen.has(country) && seen.add(country));
}

export { distance, wordIndex };
