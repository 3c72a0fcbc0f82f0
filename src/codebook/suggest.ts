/** Edit distance with transpositions of neighbours (optimal string alignment), cut off above `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** The nearest of the known words within a third of its length (at least 1 edit). Ties go to the word with the same letters, then to the one with the same first letter, then to the first. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const far = rank(wanted, candidate.toLowerCase(), Math.min(limit, Math.ceil(least)));
    if (far <= limit + TIE && far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** Parts of an edit by which words at the same distance are told apart. */
const TIE = 0.5;

function rank(wanted: string, candidate: string, limit: number): number {
  const distance = editDistance(wanted, candidate, limit);
  if (distance > limit || distance === 0) return distance;
  if (letters(wanted) === letters(candidate)) return distance;
  return distance + (wanted[0] === candidate[0] ? TIE / 2 : TIE);
}

const letters = (word: string) => [...word].sort().join("");

/** "did you mean KAZ?", or undefined when nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const best = nearest(word, known);
  return best === null ? undefined : `did you mean ${best}?`;
}
