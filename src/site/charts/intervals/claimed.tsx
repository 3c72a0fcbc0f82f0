import { PAD, type Scale } from "./geometry.ts";
import type { IntervalChart } from "./types.ts";

interface ClaimedArea {
  readonly chart: IntervalChart;
  readonly x: Scale;
  readonly width: number;
  readonly bottom: number;
}

/** What a text claims, as an area behind the rows, with what still counts as near. */
export function Claimed({ chart, x, width, bottom }: ClaimedArea) {
  const [low, high] = chart.claimed ?? [null, null];
  const clip = (value: number) => Math.min(width - PAD, Math.max(PAD, value));
  const left = low === null ? PAD : clip(x(low));
  const right = high === null ? width - PAD : clip(x(high));
  const band = chart.band ?? 0;
  const outerLeft = low === null ? PAD : clip(x(low - band));
  const outerRight = high === null ? width - PAD : clip(x(high + band));
  return (
    <g>
      {band > 0 && (
        <rect class="band" x={outerLeft} y={18} width={outerRight - outerLeft} height={bottom - 18} />
      )}
      <rect class="claimed" x={left - 1} y={18} width={Math.max(2, right - left + 2)} height={bottom - 18} />
      <text
        class="claimed-words"
        x={Math.min(Math.max((left + right) / 2, 70), width - 70)}
        y={12}
        text-anchor="middle"
      >
        {chart.claimedWords ?? ""}
      </text>
    </g>
  );
}

/** A number of its own, as a line through all rows. */
export function Rule({
  rule,
  x,
  bottom,
}: {
  rule: NonNullable<IntervalChart["rule"]>;
  x: Scale;
  bottom: number;
}) {
  return (
    <g>
      <path class="rule" d={`M${x(rule.value)} 18V${bottom}`} />
      <text
        class="claimed-words"
        x={x(rule.value)}
        y={12}
        text-anchor={x(rule.value) < 90 ? "start" : "middle"}
      >
        {rule.words}
      </text>
    </g>
  );
}
