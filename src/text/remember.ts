/** The shortest string of which the engine keeps the whole text that it was cut from. */
const SLICED = 13;

/** A word that may be kept: it does not hold the text that it was cut from. */
const apart = (word: string): string => (word.length < SLICED ? word : ` ${word}`.slice(1));

/**
 * A function of words that remembers what it has answered, since the words of a language repeat; up to a bound that a hostile text cannot
 * pass. Words longer than `longest` are seldom met again and are not kept.
 */
export function remembering<V>(
  answer: (word: string) => V,
  { limit = 20_000, longest = 40 }: { readonly limit?: number; readonly longest?: number } = {},
): (word: string) => V {
  const known = new Map<string, V>();
  return word => {
    if (word.length > longest) return answer(word);
    let found = known.get(word);
    if (found === undefined) {
      const own = apart(word);
      found = answer(own);
      if (known.size >= limit) known.clear();
      known.set(own, found);
    }
    return found;
  };
}
