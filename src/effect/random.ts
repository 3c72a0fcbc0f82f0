import { random } from "../stats/random.ts";

/** A source of uniform numbers in (0, 1). */
export type Random = () => number;

/** A source of uniform numbers that its seed fixes. */
export function seededRandom(seed: number): Random {
  const stream = random(seed);
  return () => stream.uniform();
}
