import { unbounded } from "../charts/bounds.ts";
import { LineChart } from "../charts/line.tsx";
import { ClassStripChart } from "../charts/strip.tsx";
import { Timeline } from "../charts/timeline.tsx";
import type { CountryData, YearLine } from "../data.ts";
import { countOf, formatNumber } from "../format.ts";
import type { Table } from "../frame.ts";
import { segment } from "../frame.ts";
import type { View } from "../layout.tsx";
import { Roles } from "./parts.tsx";

function Line({ line, country }: { line: YearLine; country: string }) {
  const last = line.years.at(-1)!;
  const bounds = unbounded(`the book has no interval of it; ${line.maker} may publish one`);
  return (
    <figure>
      <LineChart
        id={`line-${line.series}`}
        title={`${line.label}, ${country}`}
        axis={line.unit}
        points={line.years.map(point => ({ ...point, bounds }))}
        height={140}
      />
      <figcaption>
        <a href={`/series/${segment(line.series)}`}>{line.label}</a>, {line.maker}: {formatNumber(last.value)}{" "}
        in {last.year}. {"words" in bounds && `Without an interval: ${bounds.words}.`}
        <details class="data">
          <summary>
            The numbers<span class="vh"> of {line.label}</span>
          </summary>
          <table>
            <tbody>
              {line.years.map(({ year, value }) => (
                <tr>
                  <th scope="row">{String(year)}</th>
                  <td class="num">{formatNumber(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="terms">{line.terms}</p>
        </details>
      </figcaption>
    </figure>
  );
}

/** Series with a single year: a table says more than a chart of one dot. */
function Single({ lines }: { lines: readonly YearLine[] }) {
  return (
    <section class="scroll" tabindex={0} aria-label="Numbers of single years">
      <table class="full">
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">Year</th>
            <th scope="col" class="num">
              Value
            </th>
            <th scope="col">Unit</th>
            <th scope="col">Maker</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr>
              <th scope="row">
                <a href={`/series/${segment(line.series)}`}>{line.label}</a>
              </th>
              <td>{String(line.years[0]!.year)}</td>
              <td class="num">{formatNumber(line.years[0]!.value)}</td>
              <td>{line.unit}</td>
              <td>{line.maker}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Everything the book has on a country, in every role it stands in. */
export function countryView(data: CountryData): View {
  const total = new Set(data.roles.flatMap(role => role.records.map(({ kind, id }) => `${kind} ${id}`))).size;
  const long = data.lines.filter(({ years }) => years.length > 1);
  const short = data.lines.filter(({ years }) => years.length <= 1);
  return {
    title: data.name,
    description: `${data.name}: ${countOf(total, "documented record")}.`,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href="/countries">{data.region}</a>
        </p>
        <h1>{data.name}</h1>
        <p class="lede">
          {total === 0
            ? "This book has no record that names this country. That is not evidence that nothing happened there."
            : `${countOf(total, "record")} of this book name this country: documented, at least.`}
        </p>
        {data.strips.length > 0 && (
          <section>
            <h2>How its regime is classed</h2>
            <div class="columns">
              {data.strips.map(strip => (
                <ClassStripChart strip={strip} id={`strip-${strip.series}`} />
              ))}
            </div>
          </section>
        )}
        {data.timelines.length > 0 && (
          <section>
            <h2>When</h2>
            <div class="columns">
              {data.timelines.map(timeline => (
                <Timeline data={timeline} id={`time-${timeline.kind}`} />
              ))}
            </div>
          </section>
        )}
        {data.roles.length > 0 && (
          <section>
            <h2>What is documented</h2>
            <Roles roles={data.roles} />
          </section>
        )}
        {data.lines.length > 0 && (
          <section>
            <h2>Numbers of the country</h2>
            <div class="columns">
              {long.map(line => (
                <Line line={line} country={data.name} />
              ))}
            </div>
            {short.length > 0 && <Single lines={short} />}
          </section>
        )}
      </>
    ),
  };
}

/** One row for each record and role. */
export function countryTable(data: CountryData): Table {
  return {
    columns: ["kind", "field", "id", "label", "when", "notes"],
    rows: data.roles.flatMap(({ kind, field, records }) =>
      records.map(({ id, label, when, notes }) => [kind, field, id, label, when, notes]),
    ),
  };
}
