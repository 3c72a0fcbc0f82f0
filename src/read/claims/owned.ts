import type { PlaceMention } from "../../text/types.ts";
import { cuesNamed, hasCueNamed } from "../analysis/cues.ts";
import { inside, sameSpan } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Grammar } from "../grammar.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { isMadeThere } from "./made-there.ts";
import { type Material, wordIndex } from "./material.ts";

/** What a country's adjective is told from. */
type Modified = Pick<Material, "sentence" | "grammar" | "frame">;

/** How far after a demonym the noun stands that it belongs to, in words ("Chinese surveillance giants"). */
const NOUN_REACH = 4;

/** A word or mark behind which a noun phrase is over. */
const ends = (word: Word | undefined, grammar: Grammar): boolean =>
  !word || word.key === "," || word.key === "." || grammar.prepositions.has(word.key);

/** Whether a verb of giving or taking begins at a place, and no noun that may be one. */
function isVerbAt({ frames }: Sentence, at: number): boolean {
  let verb = false;
  for (const { part, span } of frames) {
    if (span[0] !== at) continue;
    if (part === "nouns" || part === "made") return false;
    if (part === "gives" || part === "takes") verb = true;
  }
  return verb;
}

/** The stretch in which the noun of a country's adjective or possessive stands; null where the name modifies nothing. */
function nounReach({ sentence, grammar }: Modified, place: PlaceMention): Span | null {
  const { words } = sentence;
  const after = wordIndex(words, place.span[1]);
  const possessive = words[after]?.key === "'" && words[after + 1]?.key === "s";
  const adjective = place.form === "demonym" || possessive || words[after]?.key === "-" || grammar.bareNames;
  if (!adjective) return null;
  // "向巴基斯坦出售了系统", "British councils use cameras": behind the verb stands what is given, not what the name belongs to.
  if (grammar.behind && place.form === "demonym") {
    let from = wordIndex(words, place.span[0]);
    for (let n = 0; n < NOUN_REACH && from > 0 && !ends(words[from - 1], grammar); n++) {
      if (isVerbAt(sentence, words[from - 1]!.start)) break;
      from--;
    }
    return [words[from]!.start, place.span[0]];
  }
  let to = possessive ? after + 2 : after;
  const start = to;
  while (
    to - start < NOUN_REACH * (grammar.bareNames ? 2 : 1) &&
    !ends(words[to], grammar) &&
    !isVerbAt(sentence, words[to]!.start)
  )
    to++;
  return to > start ? [place.span[1], words[to - 1]!.end] : null;
}

/**
 * What a country's adjective or possessive stands before: a firm or product, a noun of the frame, people of the state, or nothing. Of the
 * country where what is given was made it is the origin.
 */
type Owned = "thing" | "origin" | "noun" | "state" | "";

/** Whether a country is named only as the maker of a thing. */
export const isOfMaker = (owned: Owned): boolean => owned === "thing" || owned === "origin";

/** "La italiana Hacking Team": the adjective says where the firm behind it is at home. */
const isHome = ({ sentence, grammar }: Modified, { span, form }: PlaceMention): boolean =>
  grammar.behind &&
  form === "demonym" &&
  sentence.entities.some(
    ({ span: [from] }) => sentence.words[wordIndex(sentence.words, span[1])]?.start === from,
  );

/** "Chinese firms", "empresas chinas", "Chinese police training", "China's exports", "Chinese-made": the country as maker or giver. */
export function ownedBy(m: Modified, place: PlaceMention): Owned {
  const { frames, codes } = m.sentence;
  if (isHome(m, place)) return "thing";
  if (isMadeThere(m, place)) return "origin";
  const reach = nounReach(m, place);
  if (!reach) return "";
  const { frame } = m;
  const has = (items: readonly { readonly span: Span }[]) => items.some(item => inside(item.span, reach));
  if (frames.some(cue => cue.frame === frame && cue.part === "nouns" && inside(cue.span, reach)))
    return "noun";
  // "捐赠尼泊尔警方40辆警车": in a script without spaces the noun right behind the name is the one that it belongs to.
  const states = cuesNamed(m.sentence, "state");
  if (m.grammar.bareNames && states.some(cue => cue.span[0] === reach[0])) return "state";
  // "De fabricación china": of a phrase of making its last word is the noun.
  const made = frames.some(
    cue => cue.frame === frame && cue.part === "made" && cue.span[1] > reach[0] && cue.span[1] <= reach[1],
  );
  if (made || hasCueNamed(m.sentence, "firms", reach)) return "thing";
  // "gardes-frontières nigériens", "riot police": these are people first, whatever topic their name is as well.
  const people = (span: Span): boolean =>
    states.some(
      cue =>
        sameSpan(cue.span, span) ||
        inside(span, cue.span) ||
        (inside(cue.span, span) && cue.span[1] === span[1]),
    );
  if (has(codes.filter(code => code.list === frame.object.list && !people(code.span)))) return "thing";
  return has(states) ? "state" : "";
}
