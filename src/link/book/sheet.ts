import { writeCsv } from "../../codebook/write-csv.ts";
import { randomFrom } from "../random.ts";
import type { ProposedEvents, RecordPair } from "./propose-events.ts";

/**
 * A sheet of pairs to be judged by a person who sees values and no score. Half of it is drawn from the pairs that the model is least
 * sure of, the rest from all others that were kept; the order is by chance, from a seed. The last column is for 1 (same) or 0.
 */
export function labellingSheet({ joined, near }: ProposedEvents, size: number, seed = 1): string {
  const unsure = (pair: RecordPair) => Math.abs(pair.probability - 0.5);
  const sorted = [...joined, ...near].sort((a, b) => unsure(a) - unsure(b));
  const half = Math.ceil(size / 2);
  const drawn = [...sorted.slice(0, half), ...shuffled(sorted.slice(half), seed).slice(0, size - half)];
  const fields = drawn[0]?.evidence.map(({ field }) => field) ?? [];
  return writeCsv(
    ["a", "b", ...fields.flatMap(field => [`${field} of a`, `${field} of b`]), "same"],
    shuffled(drawn, seed + 1).map(({ records, evidence }) => [
      ...records,
      ...evidence.flatMap(({ values }) => values),
      "",
    ]),
  );
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  return list
    .map(item => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
