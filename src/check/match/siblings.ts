import type { Figure, Shelf } from "../gather/types.ts";
import { plainWords } from "./words.ts";

/**
 * "The State Department paid 55%": one counter gives one number for each part of a thing. Where the clause has the words of another part,
 * and none of those that part the figure from it, the figure is of something else than the text names.
 */
export function isOfSibling(figure: Figure, clause: string, { figures }: Pick<Shelf, "figures">): boolean {
  const said = new Set(plainWords(clause));
  const own = wordsOf(figure);
  return figures.some(other => {
    if (other.value === figure.value || !isOfSame(figure, other)) return false;
    const theirs = wordsOf(other);
    const apart = [...theirs].filter(word => !own.has(word));
    const rest = [...own].filter(word => !theirs.has(word));
    return (
      rest.length > 0 &&
      apart.length > 0 &&
      apart.every(word => said.has(word)) &&
      !rest.some(word => said.has(word))
    );
  });
}

/** Counts of one counter and time in one unit, of one thing. */
const isOfSame = (a: Figure, b: Figure): boolean =>
  a.counter === b.counter &&
  a.measure === b.measure &&
  a.unit === b.unit &&
  a.start === b.start &&
  a.end === b.end &&
  a.asOf === b.asOf &&
  a.about.join() === b.about.join();

/** Words that part nothing. */
const GENERAL = new Set(["found", "named", "used", "counted", "said", "from"]);

const WORDS = new WeakMap<Figure, ReadonlySet<string>>();

/** Words of what is counted, with four letters or more; a plural and its noun are one. */
function wordsOf(figure: Figure): ReadonlySet<string> {
  const known = WORDS.get(figure);
  if (known) return known;
  const words = (figure.counted.match(/\p{L}{4,}/gu) ?? []).flatMap(word => plainWords(word).slice(-1));
  const found = new Set(words.filter(word => word !== figure.unit && !GENERAL.has(word)));
  WORDS.set(figure, found);
  return found;
}
