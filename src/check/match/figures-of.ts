import type { Figure, Shelf } from "../gather/types.ts";

/** Figures of a shelf by measure, which many claims look for. */
const BY_MEASURE = new WeakMap<readonly Figure[], ReadonlyMap<string, readonly Figure[]>>();

function byMeasure(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const known = BY_MEASURE.get(figures);
  if (known) return known;
  const sorted = new Map<string, Figure[]>();
  for (const figure of figures) {
    const same = sorted.get(figure.measure);
    if (same) same.push(figure);
    else sorted.set(figure.measure, [figure]);
  }
  BY_MEASURE.set(figures, sorted);
  return sorted;
}

const BY_VALUE = new WeakMap<readonly Figure[], ReadonlyMap<number, readonly Figure[]>>();

/** The figures that give a number, in the order of the shelf. */
export function figuresGiving({ figures }: Pick<Shelf, "figures">, value: number): readonly Figure[] {
  const known = BY_VALUE.get(figures);
  if (known) return known.get(value) ?? [];
  const sorted = new Map<number, Figure[]>();
  for (const figure of figures) {
    const same = sorted.get(figure.value);
    if (same) same.push(figure);
    else sorted.set(figure.value, [figure]);
  }
  BY_VALUE.set(figures, sorted);
  return sorted.get(value) ?? [];
}

/** The figures of the measures that are wanted, in the order of the shelf. */
export function figuresOf(
  { figures }: Pick<Shelf, "figures">,
  measures: readonly string[],
): readonly Figure[] {
  const sorted = byMeasure(figures);
  const wanted = measures.filter(measure => sorted.has(measure));
  const [only] = wanted;
  if (only === undefined) return [];
  if (wanted.length === 1) return sorted.get(only) ?? [];
  return together(figures, wanted);
}

const TOGETHER = new WeakMap<readonly Figure[], Map<string, readonly Figure[]>>();

/** Figures of several measures, which are those near to one and wanted again with each of its claims. */
function together(figures: readonly Figure[], wanted: readonly string[]): readonly Figure[] {
  const known = TOGETHER.get(figures) ?? new Map<string, readonly Figure[]>();
  TOGETHER.set(figures, known);
  const key = wanted.join(" ");
  const found = known.get(key);
  if (found) return found;
  const made: Figure[] = [];
  for (const figure of figures) if (wanted.includes(figure.measure)) made.push(figure);
  known.set(key, made);
  return made;
}
