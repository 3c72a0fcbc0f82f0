import { raw } from "hono/html";
import {
  coefficientPicture,
  eventDomain,
  eventSeriesOf,
  eventStudyPicture,
  fewText,
  inlineSvg,
  type Picture,
  scatterPicture,
  type TreatmentRecords,
  timingPicture,
} from "../../effect/index.ts";
import { countOf, formatNumber } from "../format.ts";
import { segment } from "../frame.ts";
import type { Html } from "../html.ts";
import type { View } from "../layout.tsx";
import type { StudyData } from "../load/study.ts";
import { Described, RecordList } from "./parts.tsx";
import { Estimators, Models, Sensitivities } from "./study-tables.tsx";

/** A picture of the room of effects as part of a page; its text is escaped where it is made. */
const Drawn = ({ picture, id }: { picture: Picture; id: string }): Html => <>{raw(inlineSvg(picture, id))}</>;

const labelOf = (data: StudyData, column: string) =>
  data.panel.columns.find(({ name }) => name === column)?.label ?? column;

function Points({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map(line => (
          <li>{line.trim()}</li>
        ))}
      </ul>
    </section>
  );
}

function Treatment({ data, name, records }: { data: StudyData; name: string; records: TreatmentRecords }) {
  const [from, to] = data.panel.years;
  const marks = (country: string) =>
    records.records.flatMap(one => (one.country === country && one.year !== null ? [one.year] : []));
  const rows = [
    ...Object.entries(records.first).map(([code, first]) => ({
      label: data.names[code] ?? code,
      first,
      marks: marks(code),
    })),
    ...records.never.map(code => ({ label: code, first: null })),
  ];
  const ids = new Set(records.records.map(({ record }) => record)).size;
  return (
    <section>
      <h3>{records.label}</h3>
      <p>
        {countOf(ids, "record")} in the book. Of the countries of the panel,{" "}
        {formatNumber(Object.keys(records.first).length)} have one with a date,{" "}
        {formatNumber(records.never.length)} have none, and {formatNumber(records.undated.length)} have only
        undated ones
        {records.undated.length > 0 &&
          ` (${records.undated.map(code => data.names[code] ?? code).join(", ")})`}
        . Documented is a floor: a country without a record may be treated.
      </p>
      <details class="data" open={Object.keys(records.first).length <= 40}>
        <summary>
          When each country is first recorded<span class="vh">: {records.label}</span>
        </summary>
        <figure class="timing">
          <Drawn
            picture={timingPicture(rows, { from, to, title: records.label, width: 460 })}
            id={`timing-${name}`}
          />
          <figcaption>
            A thick line from the first recorded year on; a dot for each year with records, larger where there
            are more. The records stand below, by country.
          </figcaption>
        </figure>
      </details>
    </section>
  );
}

type Part = StudyData["staggered"][number];

/** The range of the estimates in words: the first thing a reader wants, and not more than the numbers say. */
function inWords({ report, outcome }: Part, label: string): string {
  const all = report.estimates.map(({ terms }) => terms[0]!);
  if (all.length === 0) return "No estimator could run on this panel.";
  const values = all.map(({ estimate }) => estimate);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const apart = all.filter(one => one.low > 0 || one.high < 0).length;
  const ends = all.flatMap(one => [one.low, one.high]).filter(Number.isFinite);
  const number = (value: number) => value.toFixed(3).replace("-", "\u2212");
  const zero =
    apart === 0 ? "every 95% interval holds zero" : `${apart} of ${all.length} 95% intervals leave out zero`;
  return `${all.length} estimators put the average change of ${label || outcome} between ${number(low)} and ${number(high)}; ${zero}. Together the intervals reach from ${number(Math.min(...ends))} to ${number(Math.max(...ends))}.`;
}

/** The overall estimates under one another, then the event study of each estimator on one axis. */
function Pictures({ part, label }: { part: Part; label: string }) {
  const series = eventSeriesOf(part.report);
  const domain = eventDomain(series, part.window);
  const overall = part.report.estimates.map(({ model, terms }) => ({ label: model, ...terms[0]! }));
  return (
    <>
      <figure class="narrow">
        <Drawn
          picture={coefficientPicture(overall, {
            title: `${part.label}: average change`,
            axis: `${label}, 95% intervals`,
            width: 480,
          })}
          id={`overall-${part.id}`}
        />
      </figure>
      <h3>By year since the first record</h3>
      <div class="plots">
        {series.map((one, at) => (
          <figure>
            <Drawn
              picture={eventStudyPicture(one, {
                window: part.window,
                domain,
                yLabel: label,
                timeName: "years since the first record",
              })}
              id={`event-${part.id}-${at}`}
            />
          </figure>
        ))}
      </div>
      <p class="hint">
        Dots with 95% intervals; the shaded boxes hold all dots at once with 95%. Open dots are years before:
        they test the comparison and are no effects. Years outside {minus(part.window[0])} to {part.window[1]}{" "}
        are not drawn, because few countries are seen there: {supportWords(part)}.
      </p>
    </>
  );
}

function StaggeredSection({ data, part }: { data: StudyData; part: Part }) {
  const label = labelOf(data, part.outcome);
  return (
    <section id={part.id}>
      <h2>{part.label}</h2>
      {part.text !== "" && (
        <p>
          <Described text={part.text} />
        </p>
      )}
      <p>
        <b>{inWords(part, label)}</b> {fewText(part)}
      </p>
      <Estimators part={part} />
      {part.report.estimates.length > 0 && <Pictures part={part} label={label} />}
      <Sensitivities part={part} label={label} />
    </section>
  );
}

const minus = (value: number) => String(value).replace("-", "\u2212");

function supportWords({ report, window }: Part): string {
  const at = (year: number) => report.support.find(one => one.at === year)?.units ?? 0;
  return `${at(window[0])} at ${minus(window[0])}, ${at(0)} at 0, ${at(window[1])} at ${window[1]}`;
}

function TableSection({ data, part }: { data: StudyData; part: StudyData["tables"][number] }) {
  return (
    <section id={part.id}>
      <h2>{part.label}</h2>
      {part.text !== "" && (
        <p>
          <Described text={part.text} />
        </p>
      )}
      <Models part={part} />
      {part.scatter !== null && (
        <figure class="narrow">
          <Drawn
            picture={scatterPicture(part.scatter.bins, {
              xLabel: labelOf(data, part.scatter.x),
              yLabel: `share recorded: ${labelOf(data, part.scatter.y)}`,
              width: 480,
            })}
            id={`scatter-${part.id}`}
          />
          <figcaption>
            Means of bins that hold as many countries each, with 95% intervals, in the last year of the panel.
          </figcaption>
        </figure>
      )}
    </section>
  );
}

function Evidence({ data, name, records }: { data: StudyData; name: string; records: TreatmentRecords }) {
  return (
    <details class="data">
      <summary>
        {records.label}: the records of {countOf(data.evidence[name]?.length ?? 0, "country", "countries")}
      </summary>
      {(data.evidence[name] ?? []).map(({ code, name: country, first, records: list }) => (
        <section>
          <h3 class="minor">
            <a href={`/countries/${code}`}>{country}</a>{" "}
            <span class="pill">{first === null ? "undated" : `first ${first}`}</span>
          </h3>
          <RecordList records={list} />
        </section>
      ))}
    </details>
  );
}

function PanelSection({ data }: { data: StudyData }) {
  const { panel } = data;
  const [seq, hash = ""] = panel.asOf.split(":");
  return (
    <section id="panel">
      <h2>The panel, and the way back</h2>
      <p>
        {countOf(panel.countries, "country", "countries")}, {panel.years[0]} to {panel.years[1]},{" "}
        {countOf(panel.rows, "row")}; built at journal entry {seq} (<code>{hash.slice(0, 12)}</code>), digest{" "}
        <code>{panel.digest.slice(0, 16)}</code>. The CSV of this page is the panel, with the records behind
        every row.
      </p>
      {panel.dropped.map(({ reason, rows, countries }) => (
        <p class="hint">
          Left out: {countOf(rows, "row")}. {reason} (
          {countries.map(code => data.names[code] ?? code).join(", ")}).
        </p>
      ))}
      <table>
        <thead>
          <tr>
            <th scope="col">column</th>
            <th scope="col">is</th>
          </tr>
        </thead>
        <tbody>
          {panel.columns.map(({ name, label, series }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                {series === "" ? `${label} (0, then 1)` : <a href={`/series/${segment(series)}`}>{label}</a>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        From a coefficient to its observations, records and sources:{" "}
        <code>custodes estimate --explain {data.id} --coef NAME</code>. Your own model on this panel:{" "}
        <code>custodes estimate "FORMULA" --study {data.id} --vcov cluster:country</code>.
      </p>
      {data.kept.length > 0 && (
        <p>
          Kept in the journal:{" "}
          {data.kept
            .map(
              ({ seq: entry, at, formula, same }) =>
                `entry ${entry} of ${at.slice(0, 10)}${formula === "" ? "" : ` (${formula})`}, ${same ? "on this same panel" : "on another state of the panel"}`,
            )
            .join("; ")}
          .
        </p>
      )}
      {Object.entries(panel.treatments).map(([name, records]) => (
        <Evidence data={data} name={name} records={records} />
      ))}
      <details class="data">
        <summary>The query</summary>
        <p class="hint">
          Runs as it stands with <code>custodes query</code> and gives the panel.
        </p>
        <pre tabindex={0}>
          <code>{panel.query}</code>
        </pre>
      </details>
    </section>
  );
}

/** A worked study: what it asks, what it cannot show, the estimates, and the way back to the evidence. */
export function studyView(data: StudyData): View {
  return {
    title: data.label,
    description: data.question,
    csv: true,
    styles: ["study.css"],
    body: (
      <>
        <p class="kicker">
          <a href="/studies">Study</a>
        </p>
        <h1>{data.label}</h1>
        <p class="lede">{data.question}</p>
        <div class="columns">
          <Points title="What this can show" lines={data.shows} />
          <Points title="What it cannot show" lines={data.cannot} />
        </div>
        <h2>What is recorded</h2>
        {Object.entries(data.panel.treatments).map(([name, records]) => (
          <Treatment data={data} name={name} records={records} />
        ))}
        {data.staggered.map(part => (
          <StaggeredSection data={data} part={part} />
        ))}
        {data.tables.map(part => (
          <TableSection data={data} part={part} />
        ))}
        <Points title="What fuller data would add" lines={data.wanted} />
        <PanelSection data={data} />
      </>
    ),
  };
}
