import type { Html } from "../../html.ts";
import { NumberAxis } from "../axis.tsx";
import { type Drawing, Drawn } from "../drawing.tsx";
import { linear, logarithmic, powerTicks } from "../scale.ts";
import { Claimed, Rule } from "./claimed.tsx";
import { domainOfChart, farApart, ratioDomain } from "./domain.ts";
import { AXIS, HEADING, PAD, ROW } from "./geometry.ts";
import { extraOf } from "./names.tsx";
import { Row } from "./row.tsx";
import type { IntervalChart, IntervalRow } from "./types.ts";

export type { IntervalChart, IntervalRow } from "./types.ts";

/** Line on which each row is drawn, and where the last ends: a row with a heading is taller. */
function layOut(
  rows: readonly IntervalRow[],
  top: number,
  extra: (row: IntervalRow) => number,
): { lines: number[]; bottom: number } {
  const lines: number[] = [];
  let at = top;
  for (const row of rows) {
    at += ROW + extra(row) + (row.group === undefined ? 0 : HEADING);
    lines.push(at - 9);
  }
  return { lines, bottom: at + 6 };
}

/** Numbers of several counters under one another on one axis, each with its interval, over the set that a text claims. */
export function intervalsDrawing(chart: IntervalChart): Drawing {
  const { rows, claimed = null, rule = null, bars = false, width = 340, wrap = false } = chart;
  const extra = (row: IntervalRow) => extraOf(row, { width, wrap });
  const { lines, bottom } = layOut(rows, claimed === null && rule === null ? 0 : 18, extra);
  const straight = domainOfChart(chart);
  const log = chart.ratios === true && farApart(chart);
  const domain = log ? ratioDomain(chart) : straight;
  const x = log ? logarithmic(domain, [PAD, width - PAD]) : linear(domain, [PAD, width - PAD]);
  const note = log ? "logarithmic axis" : domain[0] > 0 ? (chart.say?.cut ?? "axis does not start at 0") : "";
  return {
    width,
    height: bottom + AXIS,
    form: "intervals",
    title: chart.title,
    description: chart.description,
    body: (
      <>
        {claimed !== null && <Claimed chart={chart} x={x} width={width} bottom={bottom} />}
        {rule !== null && <Rule rule={rule} x={x} bottom={bottom} />}
        {rows.map((row, i) => (
          <Row row={row} y={lines[i]!} x={x} width={width} bars={bars} wrap={wrap} />
        ))}
        <NumberAxis
          domain={domain}
          x={x}
          y={bottom}
          tick={chart.say?.tick}
          name={[chart.axis, note].filter(Boolean).join(", ")}
          {...(log ? { ticks: powerTicks(...domain) } : {})}
          ends={[PAD, width - PAD]}
        />
      </>
    ),
  };
}

/** `intervalsDrawing` in a page. */
export function IntervalsChart(chart: IntervalChart): Html {
  return <Drawn drawing={intervalsDrawing(chart)} id={chart.id} />;
}
