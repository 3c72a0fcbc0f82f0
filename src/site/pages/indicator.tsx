import type { IndicatorRow } from "../../count/index.ts";
import { misfit } from "../charts/forms.ts";
import {
  cellWords,
  dimensionWords,
  indicatorChart,
  indicatorCut,
  indicatorSubtitle,
  nounOf,
} from "../charts/indicator.ts";
import type { IndicatorData } from "../data.ts";
import { countOf, formatNumber } from "../format.ts";
import { segment, type Table } from "../frame.ts";
import type { View } from "../layout.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { CoverageParts } from "./coverage.tsx";
import { Described } from "./parts.tsx";

export const addressOf = ({ id, search }: IndicatorData, form: string): string =>
  `/indicators/${segment(id)}.${form}${search}`;

/** Longer tables are folded: the chart says what they hold, the files have them whole. */
const OPEN_ROWS = 40;

const DOWNLOADS = [
  ["svg", "SVG"],
  ["png", "PNG"],
  ["csv", "CSV with the interval"],
  ["sql", "the query"],
  ["json", "JSON"],
] as const;

/** The records behind a cell: a few open, many behind one click. */
function Behind({ row }: { row: IndicatorRow }) {
  return (
    <details class="data behind">
      <summary>{countOf(row.records.length, "record")}</summary>
      <ul class="plain">
        {row.records.map(id => (
          <li>
            <a href={`/records/${segment(id)}`}>{id}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Word({ data, row, name }: { data: IndicatorData; row: IndicatorRow; name: string }) {
  const code = row.by[name] ?? "";
  const word = data.words[name]?.[code] ?? code;
  const domain = data.dimensions.find(({ id }) => id === name)?.domain;
  return domain === "country" && code !== "" ? (
    <a href={`/countries/${segment(code)}`}>{word}</a>
  ) : (
    <bdi>{word}</bdi>
  );
}

function Cells({ data }: { data: IndicatorData }) {
  const { rows } = data.result;
  // Where all numbers are bounded alike, the words beside the chart say so once.
  const [first] = rows;
  const alike = rows.every(
    ({ method, low, high }) => method === first?.method && (low === null || high === null),
  );
  return (
    <section class="scroll" tabindex={0} aria-label="The numbers">
      <table class="full">
        <thead>
          <tr>
            {data.by.map(name => (
              <th scope="col">{dimensionWords(name)}</th>
            ))}
            <th scope="col">{nounOf(data.result.unit)}</th>
            {!alike && <th scope="col">interval</th>}
            <th scope="col">records behind it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr>
              {data.by.map(name => (
                <td>
                  <Word data={data} row={row} name={name} />
                </td>
              ))}
              <td>
                {cellWords(row)}
                {row.denominator !== undefined &&
                  ` (${formatNumber(row.numerator ?? 0)} of ${formatNumber(row.denominator)})`}
              </td>
              {!alike && <td>{row.method}</td>}
              <td>
                <Behind row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Choices({ data }: { data: IndicatorData }) {
  const others = data.dimensions.filter(({ id }) => !data.by.includes(id));
  const cut = indicatorCut(data);
  const fixed = example(data);
  const by = data.by.join(",");
  const forms = (["line", "dot", "bar", "multiples", "map", "slope", "bump", "events"] as const).filter(
    form => form !== data.chart && misfit(cut, form) === null,
  );
  const address = `/indicators/${segment(data.id)}`;
  const kept = [...new URLSearchParams(data.search)].filter(([name]) => name !== "chart" && name !== "by");
  const with_ = (more: Record<string, string>) =>
    `${address}?${new URLSearchParams([...Object.entries(more), ...kept]).toString().replaceAll("%2C", ",")}`;
  return (
    <p class="hint">
      {forms.length > 0 && (
        <>
          Draw as{" "}
          {forms.map((form, i) => (
            <>
              {i > 0 && ", "}
              <a href={with_({ by, chart: form })}>{form}</a>
            </>
          ))}
          .{" "}
        </>
      )}
      {others.length > 0 && (
        <>
          Cut by{" "}
          {others.map(({ id }, i) => (
            <>
              {i > 0 && ", "}
              <a href={with_({ by: id })}>{dimensionWords(id)}</a>
            </>
          ))}
          .{" "}
        </>
      )}
      {fixed !== "" && (
        <>
          Any dimension can also be fixed in the address: <code>{fixed}</code>.
        </>
      )}
    </p>
  );
}

/** What the numbers are kept to, with a link that counts the rest as well where the indicator itself leaves it out. */
function Kept({ data }: { data: IndicatorData }) {
  const asked = new URLSearchParams(data.search);
  const domain = new Map(data.dimensions.map(each => [each.id, each.domain]));
  // A year is kept so that countries are not counted once a year; without it the number would be another one.
  const lifted = Object.keys(data.result.where).filter(
    name => !asked.has(name) && domain.get(name) !== "year",
  );
  const every = (name: string) =>
    `/indicators/${segment(data.id)}?${new URLSearchParams([...asked, [name, "*"]]).toString().replaceAll("%2C", ",")}`;
  return (
    <p class="hint">
      Kept to {data.kept}.
      {lifted.map(name => (
        <>
          {" "}
          <a href={every(name)}>Count every {dimensionWords(name)}</a>.
        </>
      ))}
    </p>
  );
}

/** A dimension of this indicator with a value that it has, as an address takes it. */
function example({ by, result }: IndicatorData): string {
  const name = by.at(-1) ?? "";
  const value = result.rows.map(row => row.by[name] ?? "").find(code => code !== "");
  return value === undefined ? "" : `?${new URLSearchParams([[name, value]])}`;
}

const quoted = (word: string): string =>
  /^[\w=,.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The command that computes these numbers again, when the book has gone on as well. */
export function commandOf({ id, by, search, result }: IndicatorData): string {
  const lifted = [...new URLSearchParams(search)].filter(([, value]) => value === "*");
  const where = [...lifted, ...Object.entries(result.where)];
  return [
    `custodes count ${id}`,
    // Without a row nothing says by what it was cut; without a dimension it is a total.
    ...(result.rows.length > 0 ? [`--by ${quoted(by.join(","))}`] : []),
    ...where.map(([name, value]) => `--where ${quoted(`${name}=${value}`)}`),
    `--as-of ${result.as_of.split(":")[0]}`,
  ].join(" ");
}

const sentenceOf = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** An indicator: chart, coverage beside it, table, how it is made, the query, what it rests on. */
export function indicatorView(data: IndicatorData): View {
  const { result, kept } = data;
  const [seq, hash = ""] = result.as_of.split(":");
  const chart = indicatorChart(data);
  return {
    title: data.label,
    description: data.description,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href="/indicators">Indicator</a> · {nounOf(result.unit)}
        </p>
        <h1>{data.label}</h1>
        <p class="lede">
          <Described text={data.description} />
        </p>
        {chart === null ? (
          <p>The book has no record that this indicator counts. That is not a zero.</p>
        ) : (
          <ChartFigure
            chart={chart}
            subtitle={sentenceOf(indicatorSubtitle(data))}
            downloads={DOWNLOADS.map(([form, label]) => ({ href: addressOf(data, form), label }))}
          />
        )}
        <Choices data={data} />
        <h2>What it rests on</h2>
        <p>
          {countOf(result.coverage.records, "record")} from {countOf(result.coverage.sources, "source")}, at
          journal entry {seq} (<code>{hash.slice(0, 12)}</code>). It recomputes the measure{" "}
          <a href={`/measures/${segment(data.measure)}`}>{data.measure.replaceAll("-", " ")}</a>. Where
          sources of one language or region are few, a small number says more about the sources than about the
          world.
        </p>
        <CoverageParts coverage={result.coverage} />
        <h2>The numbers</h2>
        {kept !== "" && <Kept data={data} />}
        <details class="data" open={result.rows.length <= OPEN_ROWS}>
          <summary>{countOf(result.rows.length, "number")} as a table</summary>
          <Cells data={data} />
        </details>
        <h2>The query</h2>
        <p class="hint">
          Runs as it stands with <code>custodes query</code> and gives these numbers. When the book has gone
          on, <code>{commandOf(data)}</code> gives them again.
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
