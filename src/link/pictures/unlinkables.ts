import { axes, HEIGHT, WIDTH } from "./axes.ts";
import { AGAINST, curve, line, PLAIN, percent, picture, words } from "./svg.ts";

/** Share of the records that say too little to be joined to anything, even to a copy of themselves, by threshold. */
export interface UnlinkablesData {
  readonly records: number;
  readonly used: number;
  readonly rows: readonly { readonly threshold: number; readonly unlinkable: number }[];
}

/** What no threshold brings back: a record with a country and a year alone is like too many others. */
export function unlinkablesPicture({ records, used, rows }: UnlinkablesData): string {
  const { x, y, parts } = axes(rows.map(({ threshold }) => threshold));
  const at = rows.find(({ threshold }) => threshold >= used) ?? rows.at(-1)!;
  return picture(
    {
      width: WIDTH,
      height: HEIGHT,
      title: "Records that say too little to be linked",
      description: `of ${records} records: ${rows.map(({ threshold, unlinkable }) => `${percent(unlinkable)} at ${threshold}`).join(", ")}`,
    },
    [
      ...parts,
      line(x(used), 16, x(used), HEIGHT - 46, PLAIN, "3 3"),
      curve(
        rows.map(({ threshold, unlinkable }) => [x(threshold), y(unlinkable)] as const),
        AGAINST,
      ),
      words(x(used) + 4, Math.max(28, y(at.unlinkable) - 8), percent(at.unlinkable)),
    ],
  );
}
