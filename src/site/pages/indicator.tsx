import type { IndicatorRow } from "../../count/index.ts";
import { type IntervalRow, IntervalsChart } from "../charts/intervals.tsx";
import { LineChart } from "../charts/line.tsx";
import type { IndicatorData, MapData } from "../data.ts";
import { countOf, formatAmount, formatNumber, pluralOf } from "../format.ts";
import { segment, type Table } from "../frame.ts";
import type { Html } from "../html.ts";
import type { View } from "../layout.tsx";
import { WorldMap, WorldSheet } from "../maps/world-map.tsx";
import { Described } from "./parts.tsx";

/** Plural of a unit that is a plain noun; units like "session per million people" stay as they are. */
const nounOf = (unit: string) => (/^[a-z]+$/.test(unit) ? pluralOf(unit) : unit);

// A chart with more rows than this is no longer read; the table has them all.
const DRAWN = 30;

const labelOf = (data: IndicatorData, row: IndicatorRow): string =>
  data.by.map(name => data.words[name]?.[row.by[name] ?? ""] ?? row.by[name]).join(", ") || "all";

/** A value with its interval; a floor without an upper end is said as "at least". */
export function cellWords(row: IndicatorRow, unit = ""): string {
  const floor = row.high === null;
  return formatAmount({
    value: row.value,
    low: floor ? null : row.low,
    high: row.high,
    unit,
    qualifier: floor ? "at-least" : "",
  });
}

const domainOf = (data: IndicatorData, name: string | undefined) =>
  data.dimensions.find(({ id }) => id === name)?.domain ?? "";

function asMap(data: IndicatorData): MapData | null {
  const [name] = data.by;
  const whole = data.result.rows.every(({ value }) => Number.isInteger(value));
  if (data.by.length !== 1 || name === undefined || domainOf(data, name) !== "country" || !whole) return null;
  const rows = data.result.rows.filter(row => row.by[name] !== "");
  return {
    kind: data.id,
    kindPlural: data.label,
    field: name,
    fieldLabel: name.replaceAll("_", " "),
    values: rows.map(row => ({
      code: row.by[name] ?? "",
      name: data.words[name]?.[row.by[name] ?? ""] ?? "",
      count: row.value,
    })),
    unplaced: 0,
  };
}

function asLine(data: IndicatorData) {
  const [name] = data.by;
  if (data.by.length !== 1 || name === undefined || domainOf(data, name) !== "year") return null;
  return data.result.rows
    .filter(row => /^\d{4}$/.test(row.by[name] ?? ""))
    .map(row => ({
      year: Number(row.by[name]),
      value: row.value,
      low: row.high === null ? null : row.low,
      high: row.high,
    }))
    .sort((a, b) => a.year - b.year);
}

const asRow = (data: IndicatorData, row: IndicatorRow): IntervalRow => ({
  name: labelOf(data, row),
  words: cellWords(row),
  tone: "plain",
  marks: [
    {
      value: row.value,
      low: row.high === null ? null : row.low,
      high: row.high,
      open: row.high === null ? "up" : "",
    },
  ],
});

function Chart({ data }: { data: IndicatorData }): Html | null {
  const { rows, unit } = data.result;
  if (rows.length === 0) return null;
  const map = data.chart === "map" ? asMap(data) : null;
  if (map !== null)
    return (
      <>
        <WorldSheet />
        <WorldMap data={map} id="map" />
      </>
    );
  const line = asLine(data);
  if (line !== null && line.length > 1)
    return (
      <figure>
        <LineChart id="line" title={data.label} axis={`${nounOf(unit)}, documented`} points={line} />
        <figcaption>A year without a dot is a year without a report here.</figcaption>
      </figure>
    );
  const drawn = [...rows].sort((a, b) => b.value - a.value).slice(0, DRAWN);
  return (
    <figure class="narrow">
      <IntervalsChart
        id="dots"
        title={data.label}
        description={drawn.map(row => `${labelOf(data, row)}: ${cellWords(row)}`).join("; ")}
        rows={drawn.map(row => asRow(data, row))}
        axis={nounOf(unit)}
        width={640}
      />
      <figcaption>
        An arrow marks a floor: documented, at least.{" "}
        {rows.length > DRAWN && `The ${DRAWN} largest of ${rows.length}.`}
      </figcaption>
    </figure>
  );
}

function Cells({ data }: { data: IndicatorData }) {
  return (
    <section class="scroll" tabindex={0} aria-label="The numbers">
      <table class="full">
        <thead>
          <tr>
            {data.by.map(name => (
              <th scope="col">{name.replaceAll("_", " ")}</th>
            ))}
            <th scope="col">{nounOf(data.result.unit)}</th>
            <th scope="col">method</th>
            <th scope="col" class="num">
              records
            </th>
          </tr>
        </thead>
        <tbody>
          {data.result.rows.map(row => (
            <tr>
              {data.by.map(name => (
                <td>{data.words[name]?.[row.by[name] ?? ""] ?? row.by[name]}</td>
              ))}
              <td>
                {cellWords(row)}
                {row.denominator !== undefined &&
                  ` (${formatNumber(row.numerator ?? 0)} of ${formatNumber(row.denominator)})`}
              </td>
              <td>{row.method}</td>
              <td class="num">{formatNumber(row.records.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Parts({ title, parts }: { title: string; parts: Readonly<Record<string, number>> }) {
  const list = Object.entries(parts);
  if (list.length === 0) return null;
  return (
    <p>
      <b>{title}:</b>{" "}
      {list.map(([name, count]) => `${name || "not stated"} ${formatNumber(count)}`).join(", ")}
    </p>
  );
}

function Choices({ data }: { data: IndicatorData }) {
  const others = data.dimensions.filter(({ id }) => !data.by.includes(id));
  if (others.length === 0) return null;
  return (
    <p class="hint">
      Cut by{" "}
      {others.map(({ id }, i) => (
        <>
          {i > 0 && ", "}
          <a href={`/indicators/${segment(data.id)}?by=${id}`}>{id.replaceAll("_", " ")}</a>
        </>
      ))}
      . Any dimension can also be fixed: <code>?by=year&amp;provider=CHN</code>.
    </p>
  );
}

/** An indicator: chart, table, how it is made, the query, what it rests on. */
export function indicatorView(data: IndicatorData): View {
  const { result } = data;
  const [seq, hash = ""] = result.as_of.split(":");
  const where = Object.entries(result.where);
  return {
    title: data.label,
    description: data.description,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href="/indicators">Indicator</a> · {result.unit}
        </p>
        <h1>{data.label}</h1>
        <p class="lede">
          <Described text={data.description} />
        </p>
        {result.rows.length === 0 ? (
          <p>The book has no record that this indicator counts.</p>
        ) : (
          <Chart data={data} />
        )}
        <Choices data={data} />
        <h2>The numbers</h2>
        {where.length > 0 && (
          <p class="hint">
            Kept to {where.map(([name, value]) => `${name} ${value.replaceAll(";", " or ")}`).join("; ")}.
          </p>
        )}
        <Cells data={data} />
        <h2>What it rests on</h2>
        <p>
          {countOf(result.coverage.records, "record")} from {countOf(result.coverage.sources, "source")}, at
          journal entry {seq} (<code>{hash.slice(0, 12)}</code>). It recomputes the measure{" "}
          <a href={`/measures/${segment(data.measure)}`}>{data.measure.replaceAll("-", " ")}</a>.
        </p>
        <Parts title="Sources by language" parts={result.coverage.languages} />
        <Parts title="Records by region" parts={result.coverage.regions} />
        <h2>The query</h2>
        <p class="hint">
          Runs as it stands with <code>custodes query</code> and gives these numbers.
        </p>
        <pre tabindex={0}>
          <code>{result.query}</code>
        </pre>
      </>
    ),
  };
}

/** One row for each cell, with interval, method and the records behind it. */
export function indicatorTable(data: IndicatorData): Table {
  return {
    columns: [...data.by, "value", "low", "high", "unit", "method", "as_of", "records"],
    rows: data.result.rows.map(row => [
      ...data.by.map(name => row.by[name] ?? ""),
      row.value,
      row.low,
      row.high,
      data.result.unit,
      row.method,
      data.result.as_of,
      row.records,
    ]),
  };
}
