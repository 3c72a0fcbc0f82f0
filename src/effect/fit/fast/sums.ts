import type { FastPanel } from "./panel.ts";

/** Before a visit that adds to the sums of the parts. */
export function clearSums({ workspace, places }: FastPanel): void {
  for (const { sums } of places.parts) workspace.zero(sums, 64);
}

/** The first sums of all parts, added up, to the place for sums. */
export function joinSums({ workspace, places }: FastPanel, count: number): void {
  const joined = new Float64Array(count);
  for (const { sums } of places.parts) {
    const own = workspace.doubles(sums, count);
    for (let i = 0; i < count; i++) joined[i]! += own[i]!;
  }
  workspace.doubles(places.sums, count).set(joined);
}

/** What the parts of the rows of a Poisson model add up to in a visit, or the largest of them. */
export function joinVisit({ workspace, places }: FastPanel) {
  const parts = places.parts.map(({ sums }) => workspace.doubles(sums, 6));
  const total = (at: number) => parts.reduce((sum, part) => sum + part[at]!, 0);
  const most = (at: number) => Math.max(...parts.map(part => part[at]!));
  return {
    ...{ likelihood: total(0), product: total(1), squares: total(2) },
    ...{ base: most(3), widest: most(4), change: most(5) },
  };
}
