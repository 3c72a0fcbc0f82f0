import { inside } from "../analysis/spans.ts";
import type { FrameCue } from "../analysis/types.ts";
import type { Frame } from "../frames/types.ts";
import type { Span } from "../types.ts";
import { listOfBuyers } from "./buyers.ts";
import { type Material, wordIndex } from "./material.ts";

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
  if (!frame.needsObject || entities.length === 0 || places.length === 0) return null;
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

/** "The capital has face recognition by Acme": a thing right before the word for "by" and a giver of the book is taken by whoever stands before it. */
function thingBy({ sentence, clause, frame, grammar, lexicon }: Material): FrameCue | null {
  if (!frame.needsObject) return null;
  const { words, codes, entities, places } = sentence;
  for (const { id, span } of entities) {
    if (!inside(span, clause) || !frame.giverKinds.includes(lexicon.entities.get(id)?.kind ?? "")) continue;
    const at = wordIndex(words, span[0]) - 1;
    const [thing, by] = [words.slice(Math.max(0, at - THING), at), words[at]];
    const isThing = codes.some(
      code => code.list === frame.object.list && thing.some(({ end }) => end === code.span[1]),
    );
    const taker = places.some(place => inside(place.span, clause) && place.span[1] <= span[0]);
    if (by && grammar.agents.has(by.key) && isThing && taker)
      return { frame, part: "takes", span: [by.start, by.start] };
  }
  return null;
}

/** Words from the end of what names a thing to the word for "by" ("face recognition system by"). */
const THING = 2;

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

/** "Canada ordered Hikvision to close": whoever is bidden to do something gives nothing. */
function isCommand(
  { sentence: { entities, words }, grammar }: Material,
  { frame, part, span }: FrameCue,
): boolean {
  if (part !== "takes") return false;
  const bidden = entities.find(each => each.span[0] === words[wordIndex(words, span[1])]?.start);
  const behind = words[bidden ? wordIndex(words, bidden.span[1]) : -1]?.key ?? "";
  return grammar.to(frame).has(behind) && !grammar.locating.has(behind);
}

/** "Were taught how to use batons": a verb of things inside a longer one of people is none of its own. */
const isInLonger = ({ frames }: Material["sentence"], { frame, span }: FrameCue): boolean =>
  frame.needsObject &&
  frames.some(
    other =>
      !other.frame.needsObject &&
      VERBS.has(other.part) &&
      inside(span, other.span) &&
      other.span[1] - other.span[0] > span[1] - span[0],
  );

const VERBS: ReadonlySet<string> = new Set(["gives", "takes", "passives", "sends"]);

const size = ({ span }: FrameCue): number => span[1] - span[0];
const bySize = (a: FrameCue, b: FrameCue): number => size(b) - size(a) || a.span[0] - b.span[0];
const byPlace = (a: FrameCue, b: FrameCue): number => a.span[0] - b.span[0] || size(b) - size(a);

const firstOf = (cues: readonly FrameCue[], order: (a: FrameCue, b: FrameCue) => number): FrameCue =>
  cues.reduce((first, cue) => (order(cue, first) < 0 ? cue : first));

/** "sent 60 officers to", but "sent ten trainers to": who teaches stands right behind the verb. */
function sendsPupils({ words, frames }: Material["sentence"], { frame, span }: FrameCue): boolean {
  const to = words.slice(wordIndex(words, span[1]), wordIndex(words, span[1]) + SENT_REACH);
  return !frames.some(
    cue =>
      cue.frame === frame &&
      cue.part === "teachers" &&
      to.some(({ start, end }) => inside(cue.span, [start, end]) || inside([start, end], cue.span)),
  );
}

/** Words behind "sent" in which whom it sends stands. */
const SENT_REACH = 5;

export function triggerOf(material: Material): FrameCue | null {
  const { sentence, clause, frame, grammar, lexicon } = material;
  const verbs = sentence.frames.filter(
    cue =>
      cue.frame === frame &&
      VERBS.has(cue.part) &&
      inside(cue.span, clause) &&
      !isInLonger(sentence, cue) &&
      !isNoun(sentence, cue) &&
      !isCommand(material, cue),
  );
  // A longer phrase says more ("was trained by" over "trained"). Where verbs stand first, one behind a verb of taking belongs to what is taken
  // ("took part in a course that Spain's police held").
  if (verbs.length === 0) {
    const buyers = listOfBuyers(material);
    if (buyers) return { ...buyers, part: "takes" };
    return dealOf(sentence, clause, frame, lexicon) ?? thingBy(material);
  }
  const first = grammar.verbFirst ? firstOf(verbs, byPlace) : null;
  const verb = first?.part === "takes" ? first : firstOf(verbs, bySize);
  if (verb.part === "passives") return { ...verb, part: "takes" };
  if (verb.part === "sends") return { ...verb, part: sendsPupils(sentence, verb) ? "takes" : "gives" };
  // "Serbia signed a contract with Huawei": of an agreement, whoever is named first does not always give.
  const deal = verb.part === "gives" ? dealOf(sentence, clause, frame, lexicon) : null;
  if (deal && inside(deal.span, verb.span)) return { ...deal, span: verb.span };
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

/** "Was sold", "被出售": a verb of giving whose subject is what is given, or whoever takes. */
export const isPassive = (m: Material, trigger: FrameCue): boolean => {
  const { part, span } = trigger;
  return (
    part === "takes" &&
    (isTaken(m, trigger) ||
      m.sentence.frames.some(
        cue =>
          cue.frame === m.frame &&
          (cue.part === "gives" || cue.part === "passives") &&
          inside(cue.span, span),
      ))
  );
};

/** "Was bought by Poland": of a verb of taking in the passive, whoever stands behind the word for "by" takes. */
export function isTaken({ sentence, frame, grammar }: Material, { part, span }: FrameCue): boolean {
  if (part !== "takes" || !frame.needsObject) return false;
  const { words, frames } = sentence;
  const own = frames.some(
    cue => cue.frame === frame && cue.part === "takes" && cue.span[0] === span[0] && cue.span[1] === span[1],
  );
  const last = words[wordIndex(words, span[1]) - 1]?.key ?? "";
  return (
    own &&
    !grammar.agents.has(last) &&
    grammar.passive.has(words[wordIndex(words, span[0]) - 1]?.key ?? "") &&
    grammar.agents.has(words[wordIndex(words, span[1])]?.key ?? "")
  );
}
