import { LETTERS, shorten } from "../drawing.tsx";
import { Mark, type Shape } from "../marks.tsx";
import { PAD, type Scale } from "./geometry.ts";
import { extraOf, Low, linesOfName, Name } from "./names.tsx";
import type { IntervalRow } from "./types.ts";

const SHAPE_OF: Readonly<Record<string, Shape>> = {
  against: "square",
  related: "diamond",
  second: "square",
  third: "diamond",
  fourth: "triangle",
};

interface Placed {
  readonly row: IntervalRow;
  readonly y: number;
  readonly x: Scale;
  readonly width: number;
  readonly bars: boolean;
  readonly wrap: boolean;
}

/** A row: its name and words over the track, and its marks on it. */
export function Row({ row, y, x, width, bars, wrap }: Placed) {
  const extra = extraOf(row, { width, wrap });
  const head = y - 12 - extra;
  // Only a telephone's letters need the second line: else the row keeps close to its mark.
  const low = extra > 0 && linesOfName(row, width, { size: LETTERS, wrap }).length === 1;
  return (
    <g>
      {row.group !== undefined && (
        <text class="group" x={PAD} y={head - 22}>
          {shorten(row.group.charAt(0).toUpperCase() + row.group.slice(1), width - 2 * PAD)}
        </text>
      )}
      <text class="who" x={PAD} y={head}>
        <Name row={row} width={width} wrap={wrap} low={low} />
      </text>
      <text class="words" x={width - PAD} y={head} text-anchor="end">
        {low ? <Low>{row.words}</Low> : row.words}
      </text>
      <path class="track" d={`M${PAD} ${y}H${width - PAD}`} />
      {row.marks.map(point => (
        <Mark
          point={point}
          x={x}
          y={y}
          tone={row.tone}
          shape={row.shape ?? SHAPE_OF[row.tone] ?? "circle"}
          ends={[PAD, width - PAD]}
          bar={bars}
        />
      ))}
    </g>
  );
}
