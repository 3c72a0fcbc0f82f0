import { YearAxis, yearTicks } from "./axis.tsx";
import { type Drawing, shorten } from "./drawing.tsx";
import { stretches } from "./line.tsx";
import { linear } from "./scale.ts";

/** The places of one thing, year by year. */
export interface Ranked {
  readonly name: string;
  readonly places: readonly { readonly year: number; readonly rank: number; readonly value: number }[];
}

export interface BumpChart {
  readonly title: string;
  readonly unit: string;
  readonly ranked: readonly Ranked[];
  /** Why the places have no interval. */
  readonly words: string;
  readonly width?: number;
}

const STEP = 26;
const TOP = 20;
const BOTTOM = 26;
const SIDE = 150;

interface Numbered {
  readonly name: string;
  readonly year: number;
  readonly value: number;
}

/** Sums up to each year, from the first year of each name to the last of all. */
export function cumulated(rows: readonly Numbered[]): Numbered[] {
  const last = Math.max(...rows.map(({ year }) => year));
  return [...new Set(rows.map(({ name }) => name))].flatMap(name => {
    const own = rows.filter(row => row.name === name);
    const first = Math.min(...own.map(({ year }) => year));
    return Array.from({ length: last - first + 1 }, (_, i) => {
      const year = first + i;
      const value = own.filter(row => row.year <= year).reduce((sum, row) => sum + row.value, 0);
      return { name, year, value };
    });
  });
}

/** The places of each year, largest first; equal numbers keep the order that they had the year before, then that of the alphabet. */
export function rank(rows: readonly Numbered[]): Ranked[] {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const places = new Map<string, { year: number; rank: number; value: number }[]>();
  const before = (name: string) => places.get(name)?.at(-1)?.rank ?? Number.POSITIVE_INFINITY;
  for (const year of years) {
    const ordered = rows
      .filter(row => row.year === year)
      .map(row => ({ ...row, was: before(row.name) }))
      .sort((a, b) => b.value - a.value || a.was - b.was || (a.name < b.name ? -1 : 1));
    ordered.forEach(({ name, value }, i) => {
      places.set(name, [...(places.get(name) ?? []), { year, rank: i + 1, value }]);
    });
  }
  return [...places].map(([name, all]) => ({ name, places: all }));
}

const TONES = ["", "second", "third", "fourth"];

/** Who stood on which place in each year, as lines that cross where two change places. */
export function bumpDrawing({ title, unit, ranked, words, width = 640 }: BumpChart): Drawing {
  const places = ranked.flatMap(thing => thing.places);
  const years = places.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const deepest = Math.max(...places.map(place => place.rank));
  const height = TOP + STEP * deepest + BOTTOM;
  const right = width - SIDE;
  const x = linear([first, Math.max(last, first + 1)], [34, right]);
  const y = (place: number) => TOP + STEP * (place - 0.5);
  return {
    width,
    height,
    form: "bump",
    title,
    description: `Places by ${unit}, ${first} to ${last}. In the last year of each: ${ranked
      .map(({ name, places: all }) => `${name} place ${all.at(-1)!.rank} (${all.at(-1)!.year})`)
      .join("; ")}. ${words}.`,
    body: (
      <>
        <g class="axis">
          {Array.from({ length: deepest }, (_, i) => (
            <text x={22} y={y(i + 1) + 4} text-anchor="end">
              {String(i + 1)}
            </text>
          ))}
        </g>
        <YearAxis years={yearTicks(first, last)} x={x} y={height - 6} right={right} />
        {ranked.map((thing, i) => (
          <g class={TONES[i % TONES.length]}>
            {stretches(thing.places).map(run => (
              <path class="line" d={`M${run.map(place => `${x(place.year)} ${y(place.rank)}`).join("L")}`} />
            ))}
            {thing.places.map(place => (
              <circle class="dot" cx={x(place.year)} cy={y(place.rank)} r={5}>
                <title>{`${thing.name}, ${place.year}: place ${place.rank} with ${place.value}`}</title>
              </circle>
            ))}
            <text x={x(thing.places.at(-1)!.year) + 12} y={y(thing.places.at(-1)!.rank) + 4}>
              {shorten(thing.name, SIDE - 14)}
            </text>
          </g>
        ))}
      </>
    ),
  };
}
