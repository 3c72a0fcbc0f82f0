import type { PlaceMention } from "../../text/types.ts";
import { governing } from "./governing.ts";
import { type Material, wordIndex } from "./material.ts";

/** Words between a thing and the participle that tells where it was made ("cameras of the brand DJI made in"). */
const THING_REACH = 4;

/** "4,300 cameras made in China": where what is given was made, which tells neither who has it nor what was done. */
export function isMadeThere(
  m: Pick<Material, "sentence" | "grammar" | "frame">,
  place: PlaceMention,
): boolean {
  const { sentence, grammar, frame } = m;
  const { words, frames, codes } = sentence;
  if (!frame.needsObject || !frames.some(cue => cue.part === "made" && cue.span[1] < place.span[0]))
    return false;
  const last = words[governing(m, wordIndex(words, place.span[0]))];
  const made =
    last && frames.find(({ part, span }) => part === "made" && span[1] === last.end && span[0] < last.start);
  if (!made) return false;
  const at = wordIndex(words, made.span[0]);
  return words
    .slice(Math.max(0, at - THING_REACH), at)
    .some(
      ({ key, end }) =>
        grammar.goodsAtLarge.has(key) ||
        codes.some(({ list, span }) => list === frame.object.list && span[1] === end),
    );
}
