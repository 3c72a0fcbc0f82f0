import type { PlaceMention } from "../../text/types.ts";
import { inside } from "../analysis/spans.ts";
import type { FrameCue } from "../analysis/types.ts";
import type { Frame } from "../frames/types.ts";
import type { Span } from "../types.ts";
import { makersOf, speaks } from "./givers.ts";
import { type Material, ownedBy, type Part, partOf, sameList, wordIndex } from "./place-parts.ts";

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

/**
 * "signed a $12 million deal with Dahua", "scrapped its contract with Hikvision": where a giver of the book and a country are named, an
 * agreement made or cancelled tells of taking, or of giving where the giver is named first.
 */
function dealOf(
  { cues, entities, places }: Material["sentence"],
  clause: Span,
  frame: Frame,
  lexicon: Material["lexicon"],
): FrameCue | null {
  if (!frame.needsObject) return null;
  const deal = cues.find(
    ({ name, span }) => (name === "cancelled" || name === "signed") && inside(span, clause),
  );
  const giver = entities.find(
    ({ id, span }) => inside(span, clause) && frame.giverKinds.includes(lexicon.entities.get(id)?.kind ?? ""),
  );
  const taker = places.find(({ span }) => inside(span, clause));
  if (!deal || !giver || !taker) return null;
  return { frame, part: taker.span[0] < giver.span[0] ? "takes" : "gives", span: deal.span };
}

/** "government buildings" are built by nobody here: an English verb in -ing has no plural. */
const isNoun = ({ words }: Material["sentence"], { frame, span }: FrameCue): boolean =>
  frame.needsObject && /ings$/.test(words[wordIndex(words, span[0])]?.key ?? "");

/** "由中兴通讯承建": whoever does it stands between the word for "by" and the verb. */
function isByNamed(
  { words, entities, places }: Material["sentence"],
  grammar: Material["grammar"],
  [start]: Span,
): boolean {
  const named = [...entities, ...places].find(({ span }) => span[1] === start);
  return named !== undefined && grammar.agents.has(words[wordIndex(words, named.span[0]) - 1]?.key ?? "");
}

function triggerOf({ sentence, clause, frame, grammar, lexicon }: Material): FrameCue | null {
  const verbs = sentence.frames.filter(
    cue =>
      cue.frame === frame &&
      (cue.part === "gives" || cue.part === "takes" || cue.part === "passives") &&
      inside(cue.span, clause) &&
      !isNoun(sentence, cue),
  );
  // A longer phrase says more ("was trained by" over "trained"). Where verbs stand first, one behind a verb of taking belongs to what is taken
  // ("took part in a course that Spain's police held").
  const size = ({ span }: FrameCue): number => span[1] - span[0];
  const sorted = verbs.sort((a, b) => size(b) - size(a) || a.span[0] - b.span[0]);
  const [first] = grammar.verbFirst
    ? verbs.toSorted((a, b) => a.span[0] - b.span[0] || size(b) - size(a))
    : [];
  const verb = first?.part === "takes" ? first : sorted[0];
  if (!verb) return dealOf(sentence, clause, frame, lexicon);
  if (verb.part === "passives") return { ...verb, part: "takes" };
  // "a scheme financed by", "the project was financed": the subject takes.
  const { words } = sentence;
  const before = words[wordIndex(words, verb.span[0]) - 1]?.key ?? "";
  const behind = words[wordIndex(words, verb.span[1])]?.key ?? "";
  const active = /ing$/.test(words[wordIndex(words, verb.span[0])]?.key ?? "");
  const passive =
    verb.part === "gives" &&
    !active &&
    (grammar.passive.has(before) || grammar.agents.has(behind) || isByNamed(sentence, grammar, verb.span));
  return passive ? { ...verb, part: "takes" } : verb;
}

/** Words between "it" and its verb ("it has since reached"). */
const POINTER_REACH = 3;

/** The pointer back is the subject of the verb. */
function isSubject({ assumed, sentence: { words } }: Material, trigger: FrameCue | null): boolean {
  if (assumed === null || trigger === null || trigger.span[0] < assumed) return false;
  const between = wordIndex(words, trigger.span[0]) - wordIndex(words, assumed);
  return between <= POINTER_REACH;
}

/** ", the embassy in Nairobi said": whoever is credited behind what is told takes no part in it. */
function speakerBehind({ sentence: { attribution, frames, words }, frame }: Material): Span | null {
  if (!attribution) return null;
  const told = frames.some(
    cue =>
      cue.frame === frame &&
      (cue.part === "gives" || cue.part === "takes") &&
      cue.span[1] <= attribution.span[0],
  );
  const comma = words[wordIndex(words, attribution.span[0]) - 1]?.key === ",";
  return told && comma ? attribution.span : null;
}

/** "在中国人民公安大学接受培训": who stands before a verb of taking takes, unless a preposition makes it the host. */
function isHost({ sentence: { words }, grammar, frame }: Material, span: Span): boolean {
  const before = words[wordIndex(words, span[0]) - 1]?.key ?? "";
  return grammar.locating.has(before) && grammar.by(frame).has(before);
}

/** "由中兴通讯承建": whoever stands behind the word for "by" gives. */
const isAgent = ({ sentence: { words }, grammar }: Material, span: Span): boolean =>
  grammar.agents.has(words[wordIndex(words, span[0]) - 1]?.key ?? "");

/** "从海康威视采购": where prepositions stand before names, one that marks the giver alone does so before a verb of taking too. */
function isSource({ sentence: { words }, grammar, frame }: Material, span: Span): boolean {
  const before = words[wordIndex(words, span[0]) - 1]?.key ?? "";
  return (
    grammar.bareNames &&
    grammar.by(frame).has(before) &&
    !grammar.of.has(before) &&
    !grammar.listJoints.has(before) &&
    !grammar.locating.has(before)
  );
}

/** Words from what follows a number to the people it counts ("200 таджикских пограничников"). */
const COUNTED_REACH = 2;

/** "formará a 150 gendarmes": people who are counted behind the verb can only be taught. */
function teachesPeople(
  { sentence, clause, frame, people, grammar }: Material,
  trigger: FrameCue | null,
): boolean {
  if (!trigger || frame.needsObject) return false;
  return sentence.quantities.some(({ span, unitSpan }) => {
    if (!unitSpan || !inside(span, clause)) return false;
    const behind = span[0] >= trigger.span[1];
    if (!grammar.verbFirst && behind !== (trigger.part === "gives")) return false;
    const at = wordIndex(sentence.words, unitSpan[0]);
    const counted = sentence.words.slice(at, at + COUNTED_REACH);
    return counted.some(
      ({ stem, start, end }) =>
        people(stem) && sentence.cues.some(cue => cue.name === "state" && inside([start, end], cue.span)),
    );
  });
}

/** "Huawei technicians", "the firm's employees": people stand right behind the name. */
function ownsPeople({ sentence: { words }, frame, people }: Material, [, end]: Span): boolean {
  if (!frame.needsObject) return false;
  let at = wordIndex(words, end);
  while (words[at]?.key === "'" || words[at]?.key === "s" || words[at]?.key === "’") at++;
  return people(words[at]?.stem ?? "");
}

/** Without a word of the frame only what is given, or who gives such things, can bring it to mind. */
function maySee({ sentence, clause, frame }: Material): boolean {
  if (sentence.frames.some(cue => cue.frame === frame && inside(cue.span, clause))) return true;
  return !frame.needsObject && (sentence.codes.length > 0 || sentence.entities.length > 0);
}

/** What a frame sees in a clause; null where nothing of the clause belongs to it. */
export function situationOf(m: Material): Situation | null {
  if (!maySee(m)) return null;
  const { sentence, clause, frame, lexicon } = m;
  const speaker = speakerBehind(m);
  const inClause = <T extends { span: Span }>(items: readonly T[]) =>
    items.filter(
      i =>
        inside(i.span, clause) &&
        !sentence.asides.some(aside => inside(i.span, aside)) &&
        !(speaker && inside(i.span, speaker)),
    );
  const objects = inClause(sentence.codes).filter(code => code.list === frame.object.list);
  const cues = inClause(sentence.frames).filter(cue => cue.frame === frame);
  const trigger = triggerOf(m);
  const entities = inClause(sentence.entities).filter(
    ({ id, span }) =>
      frame.giverKinds.includes(lexicon.entities.get(id)?.kind ?? "") &&
      // Who stands before a verb of taking takes; "used the firm's technicians" takes people and no system.
      !(
        trigger?.part === "takes" &&
        ((span[1] <= trigger.span[0] && !isHost(m, span) && !isAgent(m, span) && !isSource(m, span)) ||
          ownsPeople(m, span))
      ),
  );
  const nouns = cues.some(cue => cue.part === "nouns" || cue.part === "made");
  const firms = inClause(sentence.cues).some(cue => cue.name === "firms");
  const verb = cues.some(cue => cue.part === "tells");
  const evidence =
    isSubject(m, trigger) ||
    verb ||
    objects.length > 0 ||
    nouns ||
    entities.some(({ id }) => speaks(lexicon, frame, id)) ||
    teachesPeople(m, trigger) ||
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
    // "Togo bought cameras for Lomé": a town of whoever takes is where things go.
    const town = place.form === "place" && frame.needsObject && takers.some(t => t.country === place.country);
    if (town) part = "taker";
    if (part === "giver") giverCountries.push(place.country);
    else if (part === "taker") takers.push({ country: place.country, span: place.span });
    previous = place;
  }
  for (const { id } of entities) for (const giver of makersOf(id, lexicon, frame)) givers.push(giver);
  // "Belize is to install cameras": a country that installs for nobody else is the one that has them.
  const owning =
    trigger !== null &&
    takers.length === 0 &&
    cues.some(cue => cue.part === "owns" && cue.span[0] === trigger.span[0]);
  if (owning) {
    const own = inClause(sentence.places).filter(
      place => giverCountries.includes(place.country) && ownedBy(m, place) !== "thing",
    );
    for (const { country, span } of own) {
      takers.push({ country, span });
      giverCountries.splice(giverCountries.indexOf(country), 1);
    }
  }
  // "Peru's police installed Dahua's cameras in Lima": of a giver from elsewhere, whoever puts them up at home takes.
  const abroadGiver = givers.some(id => !takers.some(t => t.country === lexicon.entities.get(id)?.country));
  if (frame.needsObject && givers.length > 0 && abroadGiver)
    for (const { country } of takers) {
      const at = giverCountries.indexOf(country);
      if (at >= 0) giverCountries.splice(at, 1);
    }
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
