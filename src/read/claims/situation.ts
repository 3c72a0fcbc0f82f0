import type { PlaceMention } from "../../text/types.ts";
import { cuesNamed } from "../analysis/cues.ts";
import { inside, sifted } from "../analysis/spans.ts";
import type { FrameCue } from "../analysis/types.ts";
import { distinct } from "../distinct.ts";
import type { Frame } from "../frames/types.ts";
import type { Span } from "../types.ts";
import { buyersIn, isListed } from "./buyers.ts";
import { isAttended, isSubject, teachesPeople } from "./evidence.ts";
import { makersOf, speaks } from "./givers.ts";
import type { Material } from "./material.ts";
import { isOfMaker, ownedBy } from "./owned.ts";
import {
  isAgent,
  isHost,
  isLocated,
  isOfStudy,
  isReached,
  isSource,
  ownsObject,
  ownsPeople,
  speakerBehind,
} from "./parties.ts";
import { type Part, partOf, sameList } from "./place-parts.ts";
import { isPassive, isTaken, triggerOf } from "./trigger.ts";

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
  /** Without a verb: people from elsewhere are counted at what the frame's noun names ("a seminar for 35 officials from Laos"). */
  readonly counted: boolean;
  /** The clause points back to a giver named before ("this training", "they"). */
  readonly pointsBack: boolean;
}

type Spanned = { readonly span: Span };

/** Whether what stands at a place is of the clause: told by it, and not of whoever is set apart or speaks. */
const isTold = (span: Span, { sentence, clause }: Material, speaker: Span | null): boolean =>
  inside(span, clause) &&
  (sentence.asides.length === 0 || !sentence.asides.some(aside => inside(span, aside))) &&
  !(speaker !== null && inside(span, speaker));

/** What a frame sees in a clause; null where nothing of the clause belongs to it. */
export function situationOf(m: Material): Situation | null {
  const { sentence, frame, lexicon } = m;
  const speaker = speakerBehind(m);
  const cues = sifted(sentence.frames, cue => cue.frame === frame && isTold(cue.span, m, speaker));
  const trigger = triggerOf(m);
  if (frame.needsObject && !trigger && !cues.some(cue => cue.part === "made")) return null;
  const inClause = <T extends Spanned>(items: readonly T[]): readonly T[] =>
    sifted(items, ({ span }) => isTold(span, m, speaker));
  const places = inClause(sentence.places);
  const buyers = trigger && buyersIn(m, trigger);
  // "Pegasus was sold to Hungary": what stands before a passive is what is given.
  const passive = trigger !== null && isPassive(m, trigger);
  const taken = trigger !== null && isTaken(m, trigger);
  const isGiven = (id: string): boolean => taken || (passive && lexicon.entities.get(id)?.kind === "product");
  const objects = sifted(inClause(sentence.codes), code => code.list === frame.object.list);
  const entities = inClause(sentence.entities).filter(
    ({ id, span }) =>
      frame.giverKinds.includes(lexicon.entities.get(id)?.kind ?? "") &&
      // Who stands before a verb of taking takes; "used the firm's technicians" takes people and no system.
      !(
        trigger?.part === "takes" &&
        !buyers &&
        ((span[1] <= trigger.span[0] &&
          !isGiven(id) &&
          !isHost(m, span) &&
          !isReached(m, span) &&
          !ownsObject(m, span) &&
          !isAgent(m, span) &&
          !isSource(m, span)) ||
          ownsPeople(m, span))
      ),
  );
  const nouns = cues.some(cue => cue.part === "nouns" || cue.part === "made");
  const firms = cuesNamed(sentence, "firms").some(cue => isTold(cue.span, m, speaker));
  const verb = cues.some(cue => cue.part === "tells");
  const evidence =
    isSubject(m, trigger) ||
    verb ||
    objects.length > 0 ||
    nouns ||
    entities.some(({ id }) => speaks(lexicon, frame, id)) ||
    teachesPeople(m, trigger) ||
    (firms && frame.needsObject && trigger !== null);
  if (!evidence) return null;
  const givers: string[] = [];
  const giverCountries: string[] = [];
  const takers: { country: string; span: Span }[] = [];
  let previous: PlaceMention | null = null;
  let part: Part = "none";
  for (const place of places) {
    if (isOfStudy(m, place)) continue;
    part =
      previous && part !== "none" && sameList(m, previous, place) && ownedBy(m, place) === ""
        ? part
        : partOf(m, place, trigger);
    if (buyers && part === "none" && isListed(m, place.span, buyers)) part = "taker";
    // "Togo bought cameras for Lomé": a town of whoever takes is where things go.
    const town = place.form === "place" && frame.needsObject && takers.some(t => t.country === place.country);
    if (town) part = "taker";
    // "Recruits from Tonga completed a course in Tonga": at home nobody else gives.
    const home = trigger?.part === "takes" && isLocated(m, place) && takers.some(isOf(place.country));
    // "Huawei supplied cameras made in Malaysia": whoever gives is at home elsewhere.
    const origin = part === "giver" && entities.length > 0 && ownedBy(m, place) === "origin";
    if (part === "giver" && !home && !origin) giverCountries.push(place.country);
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
    const own = places.filter(
      place => giverCountries.includes(place.country) && !isOfMaker(ownedBy(m, place)),
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
  const counted = trigger === null && takers.length > 0 && isAttended(m);
  if (counted && giverCountries.length === 0)
    for (const place of places)
      if (isLocated(m, place) && !takers.some(isOf(place.country))) giverCountries.push(place.country);
  const countries =
    giverCountries.length > 0 ? giverCountries : givers.map(id => lexicon.entities.get(id)?.country ?? "");
  const isNamed = (country: string): boolean =>
    trigger?.part === "takes" &&
    takers.some(taker => taker.country === country && taker.span[1] <= trigger.span[0]);
  const home = distinct(countries.filter(Boolean));
  // A taker that is named outweighs the home of a local partner among the givers.
  const abroad = home.filter(country => !isNamed(country));
  const unique = giverCountries.length === 0 && abroad.length > 0 ? abroad : home;
  const kept = takers.filter(taker => !unique.includes(taker.country));
  return {
    frame,
    trigger,
    giverCountries: unique,
    givers: distinct(givers),
    takers: firstOfEach(kept),
    objects,
    counted,
    pointsBack: unique.length === 0,
  };
}

const isOf =
  (country: string) =>
  (taker: { readonly country: string }): boolean =>
    taker.country === country;

function firstOfEach<T extends { country: string; span: Span }>(takers: readonly T[]): readonly T[] {
  if (takers.length < 2) return takers;
  const seen = new Set<string>();
  return takers.filter(({ country }) => !seen.has(country) && seen.add(country));
}
