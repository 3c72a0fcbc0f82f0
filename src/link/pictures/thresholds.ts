import { axes, HEIGHT, WIDTH } from "./axes.ts";
import { AGAINST, curve, FOR, line, PLAIN, percent, picture, words } from "./svg.ts";

/** Precision and recall by threshold, and the one that is used. */
export interface ThresholdsData {
  readonly used: number;
  readonly rows: readonly {
    readonly threshold: number;
    /** Pairs from it on; where there are none, precision says nothing and is not drawn. */
    readonly pairs: number;
    readonly precision: number;
    readonly recall: number;
  }[];
  /** How they are known: `as the model expects`, `from 200 labelled pairs`. */
  readonly method: string;
}

/** What is gained and lost by joining from a higher probability on. */
export function thresholdsPicture({ used, rows, method }: ThresholdsData): string {
  const { x, y, right, parts } = axes(rows.map(({ threshold }) => threshold));
  const last = rows.at(-1)!;
  const end = rows.filter(({ pairs }) => pairs > 0).at(-1) ?? last;
  const some = rows.filter(({ pairs }) => pairs > 0);
  const path = (share: "precision" | "recall", list = rows) =>
    list.map(row => [x(row.threshold), y(row[share])] as const);
  // Where both end at one height, the two words would stand on each other.
  const gap = end.threshold === last.threshold && Math.abs(y(end.precision) - y(last.recall)) < 16 ? 16 : 0;
  return picture(
    {
      width: WIDTH,
      height: HEIGHT,
      title: `Precision and recall by threshold, ${method}`,
      description: rows
        .map(
          ({ threshold, precision, recall }) =>
            `from ${threshold}: precision ${percent(precision)}, recall ${percent(recall)}`,
        )
        .join("; "),
    },
    [
      ...parts,
      line(x(used), 16, x(used), HEIGHT - 46, PLAIN, "3 3"),
      curve(path("precision", some), FOR),
      curve(path("recall"), AGAINST, "6 3"),
      words(x(end.threshold) + 8, y(end.precision) + 4, "precision"),
      words(right + 8, y(last.recall) + 4 + gap, "recall"),
      words(x(used) + 4, 28, "used", { muted: true }),
    ],
  );
}
