import { SIGN } from "../../text/tokens/token.ts";
import type { PlaceMention } from "../../text/types.ts";
import { inside } from "../analysis/spans.ts";
import type { FrameCue } from "../analysis/types.ts";
import { isGiverBehind } from "./giver-behind.ts";
import { governing, preposition } from "./governing.ts";
import { type Material, wordIndex } from "./material.ts";
import { ownedBy } from "./owned.ts";
import { isAgainst, isAgent, isReached, ownsObject } from "./parties.ts";
import { isNext, isSubjectBehind, isSubjectNext } from "./subject-behind.ts";
import { isPassive, isTaken } from "./trigger.ts";

/** The part that a place plays in giving and taking. */
export type Part = "giver" | "taker" | "none";

/** Characters before a place that opens a sentence ("In the "). */
const OPENING = 10;

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

/** "Built the Safe City of Malta": the state of the system that a giver of the book puts up. */
function isOfWhatIsGiven(m: Material, place: PlaceMention, trigger: FrameCue): boolean {
  const { sentence, grammar, frame } = m;
  const { words, codes, entities } = sentence;
  const at = governing(m, wordIndex(words, place.span[0]));
  const [noun, word] = [words[at - 1], words[at]];
  if (!frame.needsObject || !noun || !word || !grammar.of.has(word.key) || noun.start < trigger.span[1])
    return false;
  return (
    codes.some(({ list, span }) => list === frame.object.list && span[1] === noun.end) &&
    entities.some(({ span }) => span[1] <= trigger.span[0])
  );
}

/** The part of a place behind or before a verb of giving. */
function partInGiving(m: Material, governed: string, { before, place, trigger }: Told): Part {
  const { grammar, to } = { grammar: m.grammar, to: m.grammar.to(m.frame) };
  if (grammar.agents.has(governed)) return "giver";
  if (isOfWhatIsGiven(m, place, trigger)) return "taker";
  if (!before && governed === "" && isSubjectNext(m, place, trigger)) return "giver";
  if (!before) return governed === "" || to.has(governed) ? "taker" : "none";
  if (isGiverBehind(m, trigger)) return "taker";
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

/** "华为建设了巴基斯坦平安城市": what a firm puts up stands where its bare name says. */
function isPutUpThere(
  { sentence, grammar, frame, lexicon }: Material,
  place: PlaceMention,
  trigger: FrameCue | null,
): boolean {
  if (!grammar.bareNames || trigger?.part !== "gives" || place.span[0] < trigger.span[1]) return false;
  const puts = sentence.frames.some(
    ({ frame: of, part, span }) => of === frame && part === "owns" && span[0] === trigger.span[0],
  );
  const firm = sentence.entities.find(({ span }) => span[1] <= trigger.span[0]);
  const home = firm && lexicon.entities.get(firm.id)?.country;
  return puts && firm !== undefined && home !== place.country;
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

/** Words between "by" and the home of whoever it names ("by a liaison team from China"). */
const AGENT_REACH = 8;

function isAgentPlace(m: Material, place: PlaceMention): boolean {
  const { grammar, sentence } = m;
  const governed = preposition(m, place);
  if (grammar.agents.has(governed)) return true;
  if (!grammar.makers.has(governed) || grammar.bareNames) return false;
  const at = governing(m, wordIndex(sentence.words, place.span[0]));
  const before = sentence.words.slice(Math.max(0, at - AGENT_REACH), at);
  const agent = before.findLastIndex(({ key }) => grammar.agents.has(key));
  return (
    agent >= 0 &&
    before
      .slice(agent + 1)
      .every(({ key, kind }) => kind !== SIGN && (grammar.of.has(key) || !grammar.prepositions.has(key)))
  );
}

/** Another place or an entity stands behind the word for "by". */
const hasAgent = (m: Material, place: PlaceMention): boolean =>
  m.sentence.places.some(
    other => other !== place && inside(other.span, m.clause) && isAgentPlace(m, other),
  ) || m.sentence.entities.some(({ span }) => inside(span, m.clause) && isAgent(m, span));

/** "flew to China", "sent 60 officers to Russia's academy": who moves to be taught is taught there. */
function isDestination(m: Material, place: PlaceMention, trigger: FrameCue): boolean {
  const { sentence, grammar, frame } = m;
  if (frame.needsObject) return false;
  const word = sentence.words[governing(m, wordIndex(sentence.words, place.span[0]))];
  if (!word || !grammar.to(frame).has(word.key) || grammar.locating.has(word.key)) return false;
  // "Viajó a Pekín para recibir formación": a verb of going before the one of being taught.
  if (place.span[0] < trigger.span[1])
    return sentence.frames.some(
      cue =>
        cue.frame === frame &&
        cue.part === "takes" &&
        cue.span[1] === word.end &&
        cue.span[0] < word.start &&
        cue.span[1] <= trigger.span[0],
    );
  const sends = sentence.frames.some(
    cue => cue.frame === frame && cue.part === "sends" && cue.span[0] === trigger.span[0],
  );
  return (
    word.end === trigger.span[1] || (sends && grammar.prepositions.has(word.key) && !grammar.of.has(word.key))
  );
}

/** "以色列Circles公司的系统": the home before the name of whoever owns what is given. */
const isHomeOfOwner = (m: Material, place: PlaceMention): boolean =>
  m.sentence.entities.some(
    ({ id, span }) =>
      span[0] === place.span[1] &&
      m.lexicon.entities.get(id)?.country === place.country &&
      ownsObject(m, span),
  );

/** The part of a place behind or before a verb of taking. */
function partInTaking(m: Material, governed: string, { before, place, trigger }: Told): Part {
  const { grammar, sentence, clause } = m;
  const by = m.grammar.by(m.frame);
  if (isTaken(m, trigger)) return before ? "none" : grammar.agents.has(governed) ? "taker" : "none";
  if (isOfWhatIsTaken(m, place, trigger) || isDestination(m, place, trigger)) return "giver";
  if (isReached(m, place.span) || isHomeOfOwner(m, place)) return "giver";
  if (isOrigin(m, place)) return "taker";
  // "completed a course taught by Italian experts": whoever stands behind the agent's word teaches.
  if (!before && grammar.agents.has(governed)) return "giver";
  // "In China, 500 officers from Kenya were trained": with people from elsewhere, the place before is where they are taught.
  const guests = sentence.places.some(
    other => other !== place && inside(other.span, clause) && isOrigin(m, other),
  );
  if (guests && before && grammar.locating.has(governed) && by.has(governed) && trigger) return "giver";
  // "was given in Honiara by Chinese instructors": beside whoever gives, where it was given is no giver.
  if (!before && grammar.locating.has(governed) && by.has(governed) && hasAgent(m, place))
    return sentence.places.some(
      other => other !== place && inside(other.span, clause) && !isAgentPlace(m, other),
    )
      ? "none"
      : "taker";
  // "were trained in China" tells the host; "were installed in Kenya" the taker, since that frame has no "in" of the giver.
  if (by.has(governed) && (!before || grammar.bareNames)) return "giver";
  if (before) return "taker";
  // "Lo compró Etiopía": a name right behind the verb is its subject, where what is bought stands before.
  if (trigger && grammar.behind && governed === "" && isNext(m, place, trigger)) return "taker";
  return grammar.locating.has(governed) ? "taker" : "none";
}

/** Letters of the shortest short form that names a mission. */
const SHORTEST = 4;

/** "EUCAP Sahel Niger", "EUTM Mali": the country behind a short form in capitals is where a body works, not who acts. */
function isStation({ sentence: { words, places, entities } }: Material, place: PlaceMention): boolean {
  const at = wordIndex(words, place.span[0]);
  if (place.form === "demonym" || (words[at - 1]?.caps ?? 0) === 0) return false;
  const short = [words[at - 1], words[at - 2]].find(
    word => word?.caps === 2 && word.end - word.start >= SHORTEST,
  );
  // "ILEA Budapest": what the book knows by its short form is told by its own row.
  const known = [...places, ...entities];
  return short !== undefined && !known.some(({ span }) => inside([short.start, short.end], span));
}

/** Who gives and who takes, told by the verb, the preposition and what the name belongs to. */
export function partOf(m: Material, place: PlaceMention, trigger: FrameCue | null): Part {
  if (isAgainst(m, place)) return "none";
  const before = trigger !== null && place.span[1] <= trigger.span[0];
  if (isStation(m, place)) return before && trigger.part === "gives" ? "taker" : "none";
  const governed = preposition(m, place);
  const owned = ownedBy(m, place);
  if (owned === "origin") return "giver";
  const taking = trigger?.part === "takes";
  // "Russia's academies took 380": whose courses they are gives, whatever the verb.
  const taken = m.grammar.bareNames && m.grammar.to(m.frame).has(governed);
  // "为菲律宾警方举办课程": a preposition that marks the taker says more than what the name stands before.
  if (taken && trigger && !taking && before && !m.grammar.locating.has(governed)) return "taker";
  if (owned === "noun" && (governed === "" || (before && !taken))) return "giver";
  if (owned === "thing" && governed === "" && isPutUpThere(m, place, trigger)) return "taker";
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
  const passive = isPassive(m, trigger);
  if (taking && !before && !isTaken(m, trigger) && isAgentPlace(m, place)) return "giver";
  const venue = m.grammar.locating.has(governed) && m.grammar.by(m.frame).has(governed);
  if (passive && !before && !venue && m.grammar.to(m.frame).has(governed)) return "taker";
  return taking
    ? partInTaking(m, governed, { before, place, trigger })
    : partInGiving(m, governed, { before, place, trigger });
}
