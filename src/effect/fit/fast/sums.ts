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
