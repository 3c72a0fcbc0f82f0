import type { Html } from "../html.ts";
import { extentOf, type Point } from "./bounds.ts";

/** Shapes that tell marks apart, so that colour alone tells nothing. */
export const SHAPES = ["circle", "square", "diamond", "triangle"] as const;
export type Shape = (typeof SHAPES)[number];

/** One shape at a place; `r` is half its width. */
export function Sign({
  shape,
  x,
  y,
  r,
  tone,
}: {
  shape: Shape;
  x: number;
  y: number;
  r: number;
  tone: string;
}): Html {
  const name = `pt ${tone}`;
  if (shape === "square")
    return <rect class={name} x={x - r * 0.9} y={y - r * 0.9} width={r * 1.8} height={r * 1.8} />;
  if (shape === "diamond")
    return (
      <path
        class={name}
        d={`M${x} ${y - r * 1.2}l${r * 1.2} ${r * 1.2}-${r * 1.2} ${r * 1.2}-${r * 1.2}-${r * 1.2}z`}
      />
    );
  if (shape === "triangle")
    return <path class={name} d={`M${x} ${y - r * 1.15}l${r * 1.15} ${r * 2.1}h-${r * 2.3}z`} />;
  return <circle class={name} cx={x} cy={y} r={r} />;
}

const STUB = 18;

/** A point on a horizontal axis with its interval or open end; `ends` are where the axis begins and stops. */
export function Mark({
  point,
  x,
  y,
  tone,
  shape = "circle",
  ends,
  bar = false,
}: {
  point: Point;
  x: (value: number) => number;
  y: number;
  tone: string;
  shape?: Shape;
  ends: readonly [number, number];
  bar?: boolean;
}): Html {
  const { value, bounds } = point;
  const span = extentOf(point);
  const up = bounds.kind === "floor";
  const open = (up || bounds.kind === "ceiling") && value !== null;
  const edge = up ? ends[1] : ends[0];
  // On a bar the length is the number, and a long arrow would drown it.
  const tip = bar && value !== null ? Math.min(edge, x(value) + STUB) : edge;
  return (
    <g>
      {bar && value !== null && (
        <rect
          class="bar"
          x={x(Math.min(0, value))}
          y={y - 5}
          width={Math.max(1, Math.abs(x(value) - x(0)))}
          height={10}
        />
      )}
      {bounds.kind === "interval" && (
        <path
          class={`iv ${tone}`}
          d={`M${x(bounds.low)} ${y}H${x(bounds.high)}M${x(bounds.low)} ${y - 4}v8M${x(bounds.high)} ${y - 4}v8`}
        />
      )}
      {open && Math.abs(tip - x(value)) > 6 && (
        <path
          class={`iv open ${tone}`}
          d={`M${x(value)} ${y}H${tip}m${up ? "-5 -4l5 4-5 4" : "5 -4l-5 4 5 4"}`}
        />
      )}
      {value !== null && span.length > 0 && !bar && (
        <Sign shape={shape} x={x(value)} y={y} r={5} tone={tone} />
      )}
    </g>
  );
}
