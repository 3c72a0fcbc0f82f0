import { type TreatmentRecords, timingPicture } from "../../../effect/index.ts";
import { countOf, formatNumber } from "../../format.ts";
import type { StudyData } from "../../load/study.ts";
import { Drawn } from "./drawn.tsx";

/** When each country is first recorded as treated, and which never are. */
export function Treatment({
  data,
  name,
  records,
}: {
  data: StudyData;
  name: string;
  records: TreatmentRecords;
}) {
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
