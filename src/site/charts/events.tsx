import { formatNumber } from "../format.ts";
import { YearAxis, yearTicks } from "./axis.tsx";
import type { Bounds } from "./bounds.ts";
import { type Drawing, shorten, widthOf } from "./drawing.tsx";
import { SHAPES, type Shape, Sign } from "./marks.tsx";
import { linear } from "./scale.ts";

/** What is known of one row in one year; null: no year is known. */
export interface EventMark {
  readonly year: number | null;
  readonly value: number;
  readonly bounds: Bounds;
  /** Index of the shape. */
  readonly sort: number;
}

export interface EventRow {
  readonly name: string;
  readonly group?: string | undefined;
  readonly marks: readonly EventMark[];
}

export interface EventsChart {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly EventRow[];
  /** What the shapes stand for, in their order; empty where there is one only. */
  readonly sorts: readonly string[];
  readonly width?: number;
}

const LINE = 19;
const HEADING = 24;
/** Widest column of names. */
const NAMES = 210;
const UNDATED = 46;
const TONES = ["plain", "second", "third", "fourth"];

const shapeOf = (sort: number): Shape => SHAPES[sort % SHAPES.length]!;

function Key({ sorts, y, left }: { sorts: readonly string[]; y: number; left: number }) {
  let at = left + 6;
  return (
    <g>
      {sorts.map((sort, i) => {
        const x = at;
        at += sort.length * 6.2 + 34;
        return (
          <g>
            <Sign shape={shapeOf(i)} x={x} y={y - 4} r={4.5} tone={TONES[i % TONES.length]!} />
            <text x={x + 10} y={y}>
              {sort}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The marks of one row and year side by side, with the number where it is more than one. */
function Cluster({ marks, x, y, room }: { marks: readonly EventMark[]; x: number; y: number; room: number }) {
  const step = Math.min(13, room / marks.length);
  const large = Math.max(4.5, Math.min(6.5, step / 1.9));
  const start = x - ((marks.length - 1) * step) / 2;
  return (
    <g>
      {marks.map(({ value, sort }, i) => (
        <>
          <Sign
            shape={shapeOf(sort)}
            x={start + i * step}
            y={y}
            r={value > 1 ? large : Math.min(4.5, large)}
            tone={TONES[sort % TONES.length]!}
          />
          {value > 1 && (
            <text class="in" x={start + i * step} y={y + 3.2} text-anchor="middle">
              {formatNumber(value)}
            </text>
          )}
        </>
      ))}
    </g>
  );
}

function byYear(marks: readonly EventMark[]): [number | null, EventMark[]][] {
  const years = new Map<number | null, EventMark[]>();
  for (const mark of marks) years.set(mark.year, [...(years.get(mark.year) ?? []), mark]);
  return [...years];
}

function layOut(rows: readonly EventRow[], top: number): { lines: number[]; bottom: number } {
  let at = top;
  const lines = rows.map(({ group }) => {
    at += LINE + (group === undefined ? 0 : HEADING);
    return at;
  });
  return { lines, bottom: at + 8 };
}

function sentence({ rows, sorts }: EventsChart, [first, last]: readonly [number, number]): string {
  const all = rows.flatMap(({ marks }) => marks);
  const sum = (marks: readonly EventMark[]) => marks.reduce((total, { value }) => total + value, 0);
  const undated = sum(all.filter(({ year }) => year === null));
  const parts = sorts.map((sort, i) => `${sort} ${sum(all.filter(mark => mark.sort === i))}`).join(", ");
  // A row is named with its group, which stands once over all of its rows: "Fiji, China".
  let group = "";
  const named = rows.map(row => {
    group = row.group ?? group;
    return { name: group === "" ? row.name : `${group}, ${row.name}`, marks: row.marks };
  });
  const names = named.sort((a, b) => sum(b.marks) - sum(a.marks)).slice(0, 3);
  return `${rows.length} rows, ${first} to ${last}, at least ${sum(all)} in all${parts === "" ? "" : `: ${parts}`}. Most: ${names
    .map(({ name, marks }) => `${name} ${sum(marks)}`)
    .join(
      "; ",
    )}.${undated > 0 ? ` ${undated} without a year.` : ""} An empty place is no report, not a zero.`;
}

/** What happened in which year, a row for each party: one time line for all of them; what has no year stands at the left. */
export function eventsDrawing(chart: EventsChart): Drawing {
  const { rows, sorts, title, width = 900 } = chart;
  const years = rows.flatMap(({ marks }) => marks.flatMap(({ year }) => year ?? []));
  const [first, last] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [0, 1];
  const undated = rows.some(({ marks }) => marks.some(({ year }) => year === null));
  const left = Math.min(NAMES, Math.max(...rows.map(({ name }) => widthOf(name))) + 24);
  const from = left + (undated ? UNDATED : 0) + 12;
  const right = width - 22;
  const x = linear([first, Math.max(last, first + 1)], [from, right - 8]);
  const { lines, bottom } = layOut(rows, sorts.length > 1 ? 34 : 14);
  const ticks = yearTicks(first, last, 8);
  const room = x(first + 1) - x(first) - 1;
  return {
    width,
    height: bottom + 22,
    form: "events",
    title,
    description: sentence(chart, [first, last]),
    body: (
      <>
        {sorts.length > 1 && <Key sorts={sorts} y={12} left={left} />}
        <path class="grid" d={ticks.map(year => `M${x(year)} 24V${bottom}`).join("")} />
        {undated && <path class="axis-rule" d={`M${left + UNDATED - 4} 24V${bottom}`} />}
        <YearAxis years={ticks} x={x} y={bottom + 14} right={right} />
        {undated && (
          <g class="axis">
            <text x={left + UNDATED / 2 - 4} y={bottom + 14} text-anchor="middle">
              undated
            </text>
          </g>
        )}
        {rows.map(({ name, group, marks }, i) => (
          <g>
            {group !== undefined && (
              <text class="group" x={0} y={lines[i]! - LINE}>
                {group}
              </text>
            )}
            <text
              class="who"
              x={group === undefined && rows.every(row => row.group === undefined) ? 0 : 10}
              y={lines[i]! + 4}
            >
              {shorten(name, left - 22)}
            </text>
            <path class="track" d={`M${left} ${lines[i]!}H${right}`} />
            {byYear(marks).map(([year, same]) => (
              <Cluster
                room={year === null ? 30 : room}
                marks={same}
                x={year === null ? left + UNDATED / 2 - 4 : x(year)}
                y={lines[i]!}
              />
            ))}
          </g>
        ))}
      </>
    ),
  };
}
