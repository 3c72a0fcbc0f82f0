import type { TreatmentRecords } from "../../../effect/index.ts";
import { countOf } from "../../format.ts";
import { segment } from "../../frame.ts";
import type { StudyData } from "../../load/study.ts";
import { RecordList } from "../parts.tsx";

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

/** What the panel is made of, and the way from a coefficient back to records and sources. */
export function PanelSection({ data }: { data: StudyData }) {
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
