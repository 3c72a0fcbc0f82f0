import type { FrameCue } from "../analysis/types.ts";
import { type Material, wordIndex } from "./material.ts";

/** "Центр данных Кении построила китайская Huawei": a firm right behind the verb gives, and what stands before is given. */
export function isGiverBehind(m: Material, trigger: FrameCue): boolean {
  const { sentence, grammar, frame, lexicon } = m;
  if (!grammar.freeOrder || !frame.needsObject) return false;
  const from = wordIndex(sentence.words, trigger.span[1]);
  const next = sentence.words.slice(from, from + GIVER_REACH);
  return sentence.entities.some(
    ({ id, span }) =>
      frame.giverKinds.includes(lexicon.entities.get(id)?.kind ?? "") &&
      next.some(
        ({ start }, i) =>
          start === span[0] && next.slice(0, i).every(({ key }) => !grammar.prepositions.has(key)),
      ),
  );
}

/** Words from a verb to the name of the firm behind it ("построила китайская компания Huawei"). */
const GIVER_REACH = 4;
