import { cuesNamed, hasCueNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { CueName } from "../lexicon.ts";
import type { Claim, Span } from "../types.ts";
import type { Scene } from "./context.ts";

/** "Uganda will also receive training: a firm has promised ...": what a colon announces is told by whoever is named behind it, and he tells nothing before. */
const isAnnounced = ({ words }: Sentence, clause: Span): boolean =>
  words.findLast(word => word.end <= clause[0])?.key === ":";

/** "..., but the ministry denied it" speaks against what stands before it. */
const isAgainst = (sentence: Sentence, clause: Span): boolean =>
  cuesNamed(sentence, "contrasting").some(({ span }) => span[0] === clause[0]) ||
  cuesNamed(sentence, "subordinating").some(({ span }) => span[0] === clause[0]) ||
  isAnnounced(sentence, clause);

/** "..., although the ministry denies it": whoever is granted something speaks in that clause alone. */
const isGranted = (sentence: Sentence, clause: Span): boolean =>
  cuesNamed(sentence, "conceding").some(({ span }) => span[0] === clause[0]);

const parts = (name: CueName): boolean => name === "joining" || name === "contrasting";

/** Whoever a clause is attributed to. A coordinate clause with a subject of its own speaks for itself again. */
export function attributionAt({ sentence, clauses }: Scene, clause: Span): Claim["attribution"] {
  const { attribution, voices } = sentence;
  const voice = voices.length > 0 ? voices.find(({ span }) => inside(clause, span)) : undefined;
  if (voice) return voice.attribution;
  if (!attribution) return null;
  if (hasCueNamed(sentence, "accordingTo", [sentence.span[0], attribution.span[0]])) return attribution;
  const own = clauses.find(({ span }) => attribution.span[0] < span[1]);
  if (own && !inside(clause, own.span) && isGranted(sentence, own.span)) return null;
  if (own && clause[0] < own.span[0] && isAgainst(sentence, own.span)) return null;
  if (!own || clause[0] <= own.span[0]) return attribution;
  const between: Span = [own.span[1], clause[1]];
  const parted = clauses.some(
    ({ span }) =>
      inside(span, between) && sentence.cues.some(cue => parts(cue.name) && cue.span[0] === span[0]),
  );
  return parted ? null : attribution;
}
