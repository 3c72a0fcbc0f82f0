import { bottomAxis, leftAxis, scaleOf, ticksOf } from "./axis.ts";
import type { Bin } from "./bins.ts";
import { element, type Picture, round, textAt } from "./svg.ts";

export interface ScatterOptions {
  readonly xLabel: string;
  readonly yLabel: string;
  readonly width?: number;
  readonly height?: number;
}

const LEFT = 46;
const TOP = 26;
const BOTTOM = 36;

/** Means of bins that hold as many rows each, with their 95 % intervals. */
export function scatterPicture(
  bins: readonly Bin[],
  { xLabel, yLabel, width = 360, height = 230 }: ScatterOptions,
): Picture {
  const xs = bins.map(bin => bin.x);
  const ys = bins.flatMap(bin => [bin.low, bin.high]);
  const room = (low: number, high: number): [number, number] => {
    const pad = (high - low || 1) * 0.06;
    return [low - pad, high + pad];
  };
  const xDomain = room(Math.min(...xs), Math.max(...xs));
  const yDomain = room(Math.min(...ys), Math.max(...ys));
  const x = scaleOf(xDomain, [LEFT, width - 8]);
  const y = scaleOf(yDomain, [height - BOTTOM, TOP]);
  const body = [
    textAt(0, 13, yLabel, { class: "note" }),
    leftAxis(ticksOf(...yDomain), y, [LEFT, width - 8]),
    ...bins.map(bin =>
      element("path", {
        class: "whisker",
        d: `M${round(x(bin.x))} ${round(y(bin.low))}V${round(y(bin.high))}`,
      }),
    ),
    ...bins.map(bin => element("circle", { class: "dot", cx: x(bin.x), cy: y(bin.y), r: 3.4 })),
    bottomAxis(ticksOf(...xDomain), x, height - BOTTOM + 15),
    textAt(width - 8, height - 4, xLabel, { class: "note", "text-anchor": "end" }),
  ].join("");
  const total = bins.reduce((sum, { rows }) => sum + rows, 0);
  return {
    width,
    height,
    title: `${yLabel} by ${xLabel}`,
    description: `Means of ${bins.length} bins of ${total} rows with 95% intervals.`,
    body,
  };
}
