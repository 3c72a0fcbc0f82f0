import { bottomAxis, domainWithZero, scaleOf, ticksOf } from "./axis.ts";
import { element, type Picture, round, textAt } from "./svg.ts";

export interface CoefficientRow {
  readonly label: string;
  /** A heading over this row and those after it. */
  readonly group?: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface CoefficientOptions {
  readonly title?: string;
  readonly axis?: string;
  readonly width?: number;
}

const ROW = 34;
const HEADING = 24;

/** Coefficients under one another on one axis, each with its interval and a line at zero. */
export function coefficientPicture(
  rows: readonly CoefficientRow[],
  options: CoefficientOptions = {},
): Picture {
  const { title = "Coefficients", axis = "estimate with 95% interval", width = 360 } = options;
  const usable = rows.filter(({ estimate }) => Number.isFinite(estimate));
  const domain = domainWithZero(usable.flatMap(({ estimate, low, high }) => [estimate, low, high]));
  const x = scaleOf(domain, [10, width - 10]);
  const ticks = ticksOf(...domain);
  let at = 4;
  const lines = usable.map(row => {
    at += ROW + (row.group === undefined ? 0 : HEADING);
    return at;
  });
  const bottom = at + 10;
  const body = [
    element("path", { class: "grid", d: ticks.map(tick => `M${round(x(tick))} 4V${bottom}`).join("") }),
    element("path", { class: "zero", d: `M${round(x(0))} 4V${bottom}` }),
    ...usable.map((row, place) => drawn(row, lines[place]!, x)),
    bottomAxis(ticks, x, bottom + 14),
    textAt(width / 2, bottom + 30, axis, { class: "note", "text-anchor": "middle" }),
  ].join("");
  return {
    width,
    height: bottom + 36,
    title,
    description: usable
      .map(
        ({ label, estimate, low, high }) => `${label} ${short(estimate)} (${short(low)} to ${short(high)})`,
      )
      .join("; "),
    body,
  };
}

const short = (value: number) => String(Number(value.toPrecision(3)));

function drawn(
  { label, group, estimate, low, high }: CoefficientRow,
  y: number,
  x: (value: number) => number,
): string {
  return [
    group === undefined ? "" : textAt(0, y - 30, group, { class: "head" }),
    textAt(4, y - 9, label),
    Number.isFinite(low) && Number.isFinite(high)
      ? element("path", { class: "whisker", d: `M${round(x(low))} ${y}H${round(x(high))}` })
      : "",
    element("circle", { class: "dot", cx: x(estimate), cy: y, r: 3.6 }),
  ].join("");
}
