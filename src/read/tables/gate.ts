import { Phrases, preparedMeasures } from "../claims/measure-phrases.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { wordsOf } from "../phrases.ts";
import type { Document } from "../types.ts";
import type { Known } from "./cells.ts";
import type { Grid } from "./grid.ts";
import { headWords } from "./heads.ts";
import { rolesOfFields } from "./roles.ts";

const made = new WeakMap<Lexicon, Map<LanguageLexicon, Phrases>>();

function phrasesOf(lexicon: Lexicon, language: LanguageLexicon): Phrases {
  const of = made.get(lexicon) ?? new Map<LanguageLexicon, Phrases>();
  made.set(lexicon, of);
  const found = of.get(language) ?? new Phrases(preparedMeasures(lexicon, language));
  of.set(language, found);
  return found;
}

/** Whether some words hold a phrase of any measure of the codebook. */
function nameMeasure(words: readonly string[], { lexicon, language }: Known): boolean {
  const places = new Map<string, number[]>();
  let at = 0;
  for (const each of words)
    for (const { stem } of wordsOf(each, [0, each.length], language.stem)) {
      const known = places.get(stem);
      if (known) known.push(at++);
      else places.set(stem, [at++]);
    }
  const said = { near: places, far: places, whole: places, noun: "" };
  return phrasesOf(lexicon, language)
    .scores(said)
    .some(score => score > 0);
}

/** Rows whose first cells are looked at for what they count. */
const ROWS = 40;

/**
 * Whether a table may say anything that the codebook has words for: its title, its heads or the heads of its rows name a measure, or its heads
 * a giver and a taker. Most tables do not, and are left without reading a cell.
 */
export function maySay(
  { caption, heads, rows }: Grid,
  known: Known & { readonly document: Document },
): boolean {
  const above = heads.flatMap(cells => cells.map(({ words }) => words));
  const first = rows.slice(0, ROWS).flatMap(({ cells }) => cells[0]?.words ?? []);
  if (nameMeasure([caption?.words ?? "", ...above, ...first], known)) return true;
  const { frames } = known.lexicon;
  const fields = above.flatMap(words => headWords(words, known).fields);
  const roles = rolesOfFields(fields, frames);
  return frames.some(frame =>
    [frame.giver, frame.taker].every(role => roles.some(each => each.frame === frame && each.role === role)),
  );
}
