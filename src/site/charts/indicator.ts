import type { IndicatorRow } from "../../count/index.ts";
import type { IndicatorData } from "../data.ts";
import { formatAmount, formatNumber, formatTick, pluralOf } from "../format.ts";
import { pointOf } from "./bounds.ts";
import type { Cut } from "./cut.ts";
import { type Chart, drawChart } from "./draw.ts";
import { pictureSvg } from "./picture.tsx";

/** Plural of a unit that is a plain noun, or one "per" something; units like "index from 0 to 1" stay as they are. */
export function nounOf(unit: string): string {
  const [, noun = "", per = ""] = /^([a-z]+)( per .+)?$/.exec(unit) ?? [];
  return noun === "" ? unit : pluralOf(noun) + per;
}

/** `vendor_country` as words. */
export const dimensionWords = (name: string): string => name.replaceAll("_", " ");

/** A value with its interval; a floor without an upper end is said as "at least". */
export function cellWords(row: IndicatorRow, unit = ""): string {
  const { value, low, high } = row;
  const qualifier = low !== null && high === null ? "at-least" : low === null && high !== null ? "up-to" : "";
  const closed = qualifier === "";
  return formatAmount({ value, low: closed ? low : null, high: closed ? high : null, unit, qualifier });
}

const short = (value: number): string => (Math.abs(value) >= 1e5 ? formatTick(value) : formatNumber(value));

const tenths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
/** A share to a tenth of a percent: no count of this book bears more. */
const share = (value: number): string => tenths.format(value);

/** A value with its interval as short as a chart has room for; a share with what it is a share of. */
function shortWords({ value, low, high, numerator, denominator }: IndicatorRow, percent: boolean): string {
  const say = percent ? share : short;
  const number = `${say(value)}${percent ? "%" : ""}`;
  const of =
    percent && denominator !== undefined
      ? `, ${formatNumber(numerator ?? 0)} of ${formatNumber(denominator)}`
      : "";
  if (low !== null && high === null) return `at least ${number}${of}`;
  if (low === null && high !== null) return `up to ${number}${of}`;
  return low !== null && high !== null && low !== high
    ? `${number} (${say(low)} to ${say(high)})${of}`
    : number + of;
}

/** Why a number has no interval: what its method says, and for one that a source gave that the source gives none. */
const whyNone = ({ method, low, high }: IndicatorRow): string =>
  low !== null && low === high && method.startsWith("as published")
    ? `${method}; the source gives no interval`
    : method;

/** An indicator's result as a chart takes it. */
export function indicatorCut(data: Omit<IndicatorData, "chart">): Cut {
  const { result, by } = data;
  const percent = result.unit === "percent";
  return {
    title: data.label,
    unit: nounOf(result.unit),
    dimensions: by.map(id => ({
      id,
      label: dimensionWords(id),
      domain: data.dimensions.find(dimension => dimension.id === id)?.domain ?? "text",
    })),
    cells: result.rows.map(row => ({
      ...pointOf(row, { none: whyNone(row), open: row.method }),
      value: row.value,
      codes: by.map(name => row.by[name] ?? ""),
      words: by.map(name => data.words[name]?.[row.by[name] ?? ""] ?? row.by[name] ?? ""),
      text: shortWords(row, percent),
    })),
    panels: data.panels ?? undefined,
    marks: data.marks ?? undefined,
    counts: data.statistic === "count",
    ...(percent ? { whole: 100, say: (value: number) => `${share(value)}%` } : {}),
  };
}

/** What a chart shows, in a line over it: the unit, what it is cut by, and what it was kept to. */
export function indicatorSubtitle({ result, by, kept }: Omit<IndicatorData, "chart">): string {
  const cut = by.map(dimensionWords);
  const list = cut.length > 1 ? `${cut.slice(0, -1).join(", ")} and ${cut.at(-1)}` : (cut[0] ?? "");
  return [nounOf(result.unit) + (list === "" ? "" : ` by ${list}`), kept === "" ? "" : `kept to ${kept}`]
    .filter(part => part !== "")
    .join("; ");
}

/** The chart of an indicator; null where there is no number. */
export function indicatorChart(data: IndicatorData): Chart | null {
  return data.result.rows.length === 0 ? null : drawChart(indicatorCut(data), data.chart);
}

/** The chart of an indicator as an SVG file that stands alone; null where there is no number. */
export function indicatorPicture(data: IndicatorData, options: { style?: string } = {}): string | null {
  const chart = indicatorChart(data);
  if (chart === null || chart.panels.length === 0) return null;
  const { result } = data;
  const { records, sources, languages } = result.coverage;
  const [seq, hash = ""] = result.as_of.split(":");
  const tongues = Object.entries(languages)
    .slice(0, 4)
    .map(([language, n]) => `${language || "not stated"} ${formatNumber(n)}`);
  const rests = `Rests on ${formatNumber(records)} records from ${formatNumber(sources)} sources (${tongues.join(", ")}).`;
  const [first = rests, ...rest] = chart.notes;
  return pictureSvg(
    chart.panels,
    {
      title: data.label,
      subtitle: indicatorSubtitle(data),
      notes: [
        first,
        ...rest,
        rests,
        `Custodes, indicator ${data.id}, journal entry ${seq} (${hash.slice(0, 12)}).`,
      ],
    },
    options,
  );
}
