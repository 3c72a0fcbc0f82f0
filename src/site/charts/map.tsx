import { raw } from "hono/html";
import { formatNumber } from "../format.ts";
import { WORLD_LAND, WORLD_OUTLINE, WORLD_POINTS, WORLD_SHAPES, WORLD_SIZE } from "../maps/world.data.ts";
import type { Cell, Cut } from "./cut.ts";
import type { Drawing } from "./drawing.tsx";

const WIDTH = 960;
/** Where the drawing of the world is cut: nobody lives below. */
const CUT = 690;

/** Upper ends of at most five classes that hold about equally many of the values, at round numbers. */
export function breaksOf(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const most = sorted.at(-1);
  if (most === undefined) return [];
  const ends = [0.2, 0.4, 0.6, 0.8].map(share => roundUp(sorted[Math.floor(share * (sorted.length - 1))]!));
  return [...new Set([...ends.filter(end => end < most), most])];
}

/** The next number with one digit that is not smaller. */
function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return Number((Math.ceil(value / power - 1e-9) * power).toPrecision(2));
}

/** Tone of a value, 1 to 5: with few classes the darker ones, so that a country with a number stands out. */
export const toneOf = (value: number, breaks: readonly number[]): number =>
  breaks.findIndex(end => value <= end) + 1 + Math.max(0, 5 - breaks.length);

function Country({ cell, breaks }: { cell: Cell; breaks: readonly number[] }) {
  const code = cell.codes[0] ?? "";
  const name = `q${toneOf(cell.value, breaks)}`;
  const point = WORLD_POINTS[code];
  return (
    <g>
      <title>{`${cell.words[0]}: ${cell.text}`}</title>
      {WORLD_SHAPES[code] !== undefined && <path class={`land ${name}`} d={WORLD_SHAPES[code]} />}
      {point !== undefined && <circle class={`small ${name}`} cx={point[0]} cy={point[1]} r={6.5} />}
    </g>
  );
}

/** What each class holds: whole numbers are named, others bounded. */
export function classWords(breaks: readonly number[], whole: boolean): string[] {
  return breaks.map((end, i) => {
    const before = breaks[i - 1] ?? 0;
    if (!whole)
      return i === 0 ? `up to ${formatNumber(end)}` : `over ${formatNumber(before)} to ${formatNumber(end)}`;
    return before + 1 === end ? formatNumber(end) : `${formatNumber(before + 1)} to ${formatNumber(end)}`;
  });
}

function Key({ breaks, whole, y }: { breaks: readonly number[]; whole: boolean; y: number }) {
  const words = ["no record here", ...classWords(breaks, whole)];
  return (
    <g class="map-key">
      {words.map((word, i) => (
        <g>
          <rect
            class={i === 0 ? "q0" : `q${toneOf(breaks[i - 1]!, breaks)}`}
            x={10 + i * 155}
            y={y}
            width={22}
            height={14}
          />
          <text x={38 + i * 155} y={y + 11}>
            {word}
          </text>
        </g>
      ))}
    </g>
  );
}

const rest = (named: ReadonlySet<string>): string =>
  Object.entries(WORLD_SHAPES)
    .filter(([code]) => !named.has(code))
    .map(([, d]) => d)
    .join("");

const onMap = ({ codes: [code = ""] }: Cell): boolean => code in WORLD_SHAPES || code in WORLD_POINTS;

/** What a map cannot show: cells without a country, in words; empty where there are none. */
export const offMap = (cut: Cut): string =>
  cut.cells
    .filter(cell => !onMap(cell))
    .map(cell => `${cell.words[0] || "not stated"} ${cell.text}`)
    .join("; ");

/** Numbers by country on a map of the world with its key; small states are dots. */
export function mapDrawing(cut: Cut): Drawing {
  const placed = cut.cells.filter(onMap);
  const off = offMap(cut);
  const breaks = breaksOf(placed.map(({ value }) => value));
  const named = new Set(placed.map(({ codes }) => codes[0] ?? ""));
  const most = [...placed].sort((a, b) => b.value - a.value);
  const height = (CUT * WIDTH) / WORLD_SIZE.width;
  return {
    width: WIDTH,
    height: height + 24,
    form: "map",
    title: cut.title,
    description: `${placed.length} countries with a number, in ${cut.unit}. Most: ${most
      .slice(0, 5)
      .map(cell => `${cell.words[0]} ${cell.text}`)
      .join("; ")}.${off === "" ? "" : ` Not on the map: ${off}.`}`,
    body: (
      <>
        <svg width={WIDTH} height={height} viewBox={`0 0 ${WORLD_SIZE.width} ${CUT}`} role="presentation">
          <path class="sphere" d={WORLD_OUTLINE} />
          {raw(`<path class="land" d="${rest(named)}${WORLD_LAND}"/>`)}
          {most.map(cell => (
            <Country cell={cell} breaks={breaks} />
          ))}
        </svg>
        <Key breaks={breaks} whole={placed.every(({ value }) => Number.isInteger(value))} y={height + 8} />
      </>
    ),
  };
}
