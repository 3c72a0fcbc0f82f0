import { extentOf } from "../bounds.ts";
import { domainOf } from "../scale.ts";
import type { IntervalChart } from "./types.ts";

/** Ends of the axis: all marks, what is claimed, and what lies near it. */
export function domainOfChart(chart: IntervalChart): [number, number] {
  const [low, high] = looseDomain(chart);
  return chart.most === undefined || chart.most <= low ? [low, high] : [low, Math.min(high, chart.most)];
}

function looseDomain({ rows, claimed, band, bars, rule, top }: IntervalChart): [number, number] {
  const ends: readonly (number | null)[] = claimed ?? [];
  const edges = ends.filter((end): end is number => end !== null);
  const [least, most] = [edges[0], edges.at(-1)];
  const near = band == null || least === undefined || most === undefined ? [] : [least - band, most + band];
  return domainOf([
    ...rows.flatMap(row => row.marks.flatMap(extentOf)),
    ...edges,
    ...near.filter(value => value >= 0),
    ...(bars ? [0] : []),
    ...(rule ? [rule.value] : []),
    ...(top === undefined ? [] : [top]),
  ]);
}

const numbersOf = ({ rows, rule }: IntervalChart): number[] => [
  ...rows.flatMap(row => row.marks.flatMap(extentOf)),
  ...(rule ? [rule.value] : []),
];

/** Do the numbers span more than one and a half powers of ten, all above 0? */
export function farApart(chart: IntervalChart): boolean {
  const numbers = numbersOf(chart);
  const least = Math.min(...numbers);
  return least > 0 && Math.max(...numbers) > 30 * least;
}

/** Ends of a logarithmic axis. */
export function ratioDomain(chart: IntervalChart): [number, number] {
  const numbers = numbersOf(chart);
  return [Math.min(...numbers) / 1.6, Math.max(...numbers) * 1.6];
}
