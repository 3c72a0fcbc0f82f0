import { bottomAxis, domainWithZero, leftAxis, scaleOf, ticksOf } from "./axis.ts";
import { element, type Picture, round, textAt } from "./svg.ts";

/** Estimates of one estimator by time since treatment. */
export interface EventSeries {
  readonly label: string;
  readonly points: readonly {
    readonly at: number;
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    /** Simultaneous interval over all points, where there is one. */
    readonly band?: readonly [number, number] | null;
  }[];
}

export interface EventStudyOptions {
  /** First and last period drawn; what lies outside is left out of the picture and said. */
  readonly window?: readonly [number, number];
  readonly width?: number;
  readonly height?: number;
  /** Ends of the axis; by default those of the series. Several pictures beside one another share one. */
  readonly domain?: readonly [number, number];
  /** What the axes count. */
  readonly yLabel?: string;
  readonly timeName?: string;
}

const LEFT = 46;
const RIGHT = 8;
const TOP = 34;
const BOTTOM = 36;

/** Ends of an axis on which all these series fit. */
export function eventDomain(
  all: readonly EventSeries[],
  window?: readonly [number, number],
): [number, number] {
  return domainWithZero(
    all.flatMap(series =>
      within(series, window).flatMap(({ estimate, low, high, band }) => [
        estimate,
        low,
        high,
        ...(band ?? []),
      ]),
    ),
  );
}

const within = ({ points }: EventSeries, window?: readonly [number, number]) =>
  points.filter(
    ({ at, estimate }) =>
      Number.isFinite(estimate) && (window === undefined || (at >= window[0] && at <= window[1])),
  );

/** Estimates by time since treatment: dots with their pointwise intervals, and the simultaneous band behind them. Open dots lie before treatment. */
export function eventStudyPicture(series: EventSeries, options: EventStudyOptions = {}): Picture {
  const {
    width = 360,
    height = 210,
    window,
    yLabel = "effect",
    timeName = "periods since treatment",
  } = options;
  const points = within(series, window);
  const [y0, y1] = options.domain ?? eventDomain([series], window);
  const ats = points.map(({ at }) => at);
  const [first, last] = window ?? [Math.min(...ats, -1), Math.max(...ats, 0)];
  const x = scaleOf([first - 0.5, last + 0.5], [LEFT, width - RIGHT]);
  const y = scaleOf([y0, y1], [height - BOTTOM, TOP]);
  const step = x(1) - x(0);
  const outside = series.points.length - points.length;
  const body = [
    textAt(0, 13, series.label, { class: "head" }),
    textAt(0, 27, yLabel, { class: "note" }),
    leftAxis(ticksOf(y0, y1), y, [LEFT, width - RIGHT]),
    ...points.map(({ at, band }) =>
      band
        ? element("rect", {
            class: "band",
            x: x(at) - step * 0.42,
            width: step * 0.84,
            y: y(band[1]),
            height: Math.max(0.5, y(band[0]) - y(band[1])),
          })
        : "",
    ),
    element("path", { class: "zero", d: `M${LEFT} ${round(y(0))}H${width - RIGHT}` }),
    element("path", { class: "onset", d: `M${round(x(-0.5))} ${TOP - 4}V${height - BOTTOM}` }),
    ...points.map(({ at, estimate, low, high }) =>
      element(
        "g",
        { class: at < 0 ? "before" : "after" },
        Number.isFinite(low) && high > low
          ? element("path", { class: "whisker", d: `M${round(x(at))} ${round(y(low))}V${round(y(high))}` })
          : "",
        element("circle", { class: "dot", cx: x(at), cy: y(estimate), r: Math.min(3.2, step * 0.3) }),
      ),
    ),
    bottomAxis(ticksOf(first, last, 8).filter(Number.isInteger), x, height - BOTTOM + 15),
    textAt(width - RIGHT, height - 4, timeName, { class: "note", "text-anchor": "end" }),
  ].join("");
  const bands = points.some(({ band }) => band);
  return {
    width,
    height,
    title: `${series.label}: ${yLabel} by ${timeName}`,
    description: `${points.length} estimates with 95% intervals${bands ? " and simultaneous bands" : ""}, from ${first} to ${last}${outside > 0 ? `; ${outside} lie outside` : ""}.`,
    body,
  };
}

/** Several estimators in one picture, small ones beside each other on one axis. */
export function eventStudiesPicture(
  all: readonly EventSeries[],
  options: EventStudyOptions & { readonly columns?: number } = {},
): Picture {
  const { columns = 2, width: one = 360, height: tall = 210 } = options;
  const domain = options.domain ?? eventDomain(all, options.window);
  const drawn = all.filter(series => within(series, options.window).length > 0);
  const gap = 24;
  const body = drawn.map((series, place) => {
    const picture = eventStudyPicture(series, { ...options, domain, width: one, height: tall });
    const [left, top] = [
      (place % columns) * (one + gap) + 12,
      Math.floor(place / columns) * (tall + gap) + 10,
    ];
    return element("g", { transform: `translate(${left} ${top})` }, picture.body);
  });
  const across = Math.min(columns, Math.max(1, drawn.length));
  const end = Math.ceil(drawn.length / columns) * (tall + gap) + 16;
  const legend = legendOf(drawn, options.window);
  const lines = legend.map((line, place) => textAt(12, end + LINE * place, line, { class: "note" }));
  return {
    width: across * (one + gap) + 4,
    height: end + LINE * Math.max(0, legend.length - 1) + (legend.length > 0 ? 6 : 0),
    title: "Estimates by time since treatment",
    description: `${drawn.map(({ label }) => label).join(", ")}: each with pointwise intervals, and bands where there are any.`,
    body: [...body, ...lines].join(""),
  };
}

/** From a line of the legend to the next. */
const LINE = 15;

/** What is drawn, in lines that fit below one small picture. */
function legendOf(drawn: readonly EventSeries[], window?: readonly [number, number]): string[] {
  const points = drawn.flatMap(series => within(series, window));
  if (points.length === 0) return [];
  const bands = points.some(({ band }) => band) ? "; boxes: a band for all periods together" : "";
  return [`Lines: the interval of one period${bands}.`, "Open dots lie before treatment."];
}
