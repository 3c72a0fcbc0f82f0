import { raw } from "hono/html";
import { ClassKey, classTone } from "../charts/strip.tsx";
import type { SeriesData } from "../data.ts";
import { countOf, formatNumber } from "../format.ts";
import { segment, type Table } from "../frame.ts";
import type { View } from "../layout.tsx";
import { SourceList } from "./parts.tsx";

type Cell = SeriesData["rows"][number]["cells"][number];

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** One country's classes as a strip of squares. Written as text: a table of two hundred of them is built often. */
function strip(data: SeriesData, cells: readonly Cell[]): string {
  const first = data.years[0] ?? 0;
  const last = data.years.at(-1) ?? first;
  const tones = new Map(data.classes.map(({ code }, i) => [code, classTone(i, data.classes.length)]));
  const rects = cells.map((cell, i) => {
    const tone = tones.get(cell?.class ?? "");
    const kind = tone === undefined ? "gap" : `c${tone}`;
    return `<rect class="${kind}" x="${(data.years[i]! - first) * 10 + 0.5}" y="0.5" width="9" height="11"/>`;
  });
  return `<svg class="strip" viewBox="0 0 ${(last - first + 1) * 10} 12" aria-hidden="true">${rects.join("")}</svg>`;
}

function words(data: SeriesData, cells: readonly Cell[]): string {
  const at = cells.findLastIndex(cell => cell !== null);
  const cell = cells[at];
  if (cell === null || cell === undefined) return "";
  const label = data.classes.find(({ code }) => code === cell.class)?.label;
  return `${label ?? (cell.value === null ? "" : formatNumber(cell.value))} (${data.years[at]})`;
}

/** Class series: a strip a country and its newest class; the years in full are in the CSV. */
function classRows(data: SeriesData): string {
  return data.rows
    .map(
      ({ code, name, cells }) =>
        `<tr><th scope="row"><a href="/countries/${segment(code)}">${escaped(name)}</a></th><td class="strip-cell">${strip(data, cells)}</td><td>${escaped(words(data, cells))}</td></tr>`,
    )
    .join("");
}

function valueRows(data: SeriesData): string {
  return data.rows
    .map(({ code, name, cells }) => {
      const values = [...cells]
        .reverse()
        .map(cell => `<td class="num">${cell?.value == null ? "" : formatNumber(cell.value)}</td>`);
      return `<tr><th scope="row"><a href="/countries/${segment(code)}">${escaped(name)}</a></th>${values.join("")}</tr>`;
    })
    .join("");
}

function ClassTable({ data }: { data: SeriesData }) {
  return (
    <>
      <ClassKey classes={data.classes} />
      <table class="full strips">
        <thead>
          <tr>
            <th scope="col">Country</th>
            <th scope="col">
              {String(data.years[0] ?? "")} to {String(data.years.at(-1) ?? "")}
            </th>
            <th scope="col">Newest</th>
          </tr>
        </thead>
        <tbody>{raw(classRows(data))}</tbody>
      </table>
    </>
  );
}

/** Numbers by year, the newest beside the country: that is what most readers look for, and a telephone shows two columns. */
function ValueTable({ data }: { data: SeriesData }) {
  return (
    <section class="scroll years" tabindex={0} aria-label={`${data.label} by country and year, newest first`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Country</th>
            {[...data.years].reverse().map(year => (
              <th scope="col" class="num">
                {String(year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{raw(valueRows(data))}</tbody>
      </table>
    </section>
  );
}

/** A country-year measure: its maker, its terms, its table. */
export function seriesView(data: SeriesData): View {
  const span = data.years.length === 0 ? "" : `, ${data.years[0]} to ${data.years.at(-1)}`;
  return {
    title: data.label,
    description: `${data.label} by ${data.maker}${span}.`,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href="/series">Series</a> · {data.unit}
        </p>
        <h1>{data.label}</h1>
        <p class="lede">
          Made by {data.maker}; {countOf(data.rows.length, "country", "countries")}
          {span}.
        </p>
        <p class="terms">{data.terms}</p>
        {data.rows.length === 0 ? (
          <p>No value of this series is in the book.</p>
        ) : data.classes.length > 0 ? (
          <ClassTable data={data} />
        ) : (
          <ValueTable data={data} />
        )}
        <p class="hint">An empty cell means that the maker gives no value for the year.</p>
        {data.sources.length > 0 && (
          <>
            <h2>Read from</h2>
            <SourceList sources={data.sources} />
          </>
        )}
      </>
    ),
  };
}

/** One row for each country and year. */
export function seriesTable(data: SeriesData): Table {
  return {
    columns: ["country", "name", "year", "measure", "value", "class"],
    rows: data.rows.flatMap(({ code, name, cells }) =>
      cells.flatMap((cell, i) =>
        cell === null ? [] : [[code, name, data.years[i]!, data.id, cell.value, cell.class]],
      ),
    ),
  };
}
