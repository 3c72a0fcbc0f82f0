import { pointOf } from "../charts/bounds.ts";
import { type IntervalRow, IntervalsChart } from "../charts/intervals/intervals.tsx";
import type { FigureGroup, FigureRow, MeasureData } from "../data.ts";
import { countOf, formatAmount, formatDate, pluralOf } from "../format.ts";
import { segment, type Table } from "../frame.ts";
import type { Html } from "../html.ts";
import type { View } from "../layout.tsx";
import { Described, SourceLine } from "./parts.tsx";

// A chart with more rows than this is no longer read; the table has them all.
const DRAWN = 24;

const asRow = (figure: FigureRow): IntervalRow => ({
  name: [figure.counterName || figure.label, figure.when.slice(0, 4)].filter(Boolean).join(", "),
  words: formatAmount({ ...figure.amount, unit: figure.amount.unit === "percent" ? "percent" : "" }),
  tone: "plain",
  marks: [
    pointOf(figure.amount, { none: "the source gives no interval", open: "the source leaves an end open" }),
  ],
});

/** Figures of one unit, those of one origin together, nearest to the count first as the code list orders them. */
function groupedRows(figures: readonly FigureRow[]): IntervalRow[] {
  const labels = [...new Set(figures.map(({ originLabel }) => originLabel))];
  return labels.flatMap(label =>
    figures
      .filter(({ originLabel }) => originLabel === label)
      .map((figure, i) => ({ ...asRow(figure), group: i === 0 ? label : undefined })),
  );
}

function FigureTable({ figures }: { figures: readonly FigureRow[] }) {
  return (
    <section class="scroll" tabindex={0} aria-label="Figures as a table">
      <table class="full">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Number</th>
            <th scope="col">When</th>
            <th scope="col">Counter</th>
            <th scope="col">Origin</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <tr>
              <th scope="row">
                <a href={`/records/${segment(figure.id)}`}>{figure.label}</a>
              </th>
              <td>{formatAmount(figure.amount)}</td>
              <td>{formatDate(figure.when)}</td>
              <td>{figure.counterName}</td>
              <td>{figure.originLabel}</td>
              <td>{figure.sources[0] === undefined ? "" : <SourceLine source={figure.sources[0]} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function UnitChart({ group, unit, id }: { group: FigureGroup; unit: string; id: string }) {
  const figures = group.figures.filter(({ amount }) => (amount.unit ?? "") === unit);
  if (figures.length < 2) return null;
  return (
    <figure>
      <IntervalsChart
        id={id}
        title={`${group.label}, by who says it`}
        description={figures
          .slice(0, DRAWN)
          .map(
            figure =>
              `${figure.counterName || figure.label} (${figure.originLabel}): ${formatAmount(figure.amount)}`,
          )
          .join("; ")}
        rows={groupedRows(figures).slice(0, DRAWN)}
        axis={unit === "percent" ? "percent" : pluralOf(unit) || "value"}
        width={520}
      />
      <figcaption>
        An arrow marks a bound (at least, over, up to), a bar an interval.
        {figures.length > DRAWN && ` ${countOf(figures.length - DRAWN, "further figure")} in the table.`}
      </figcaption>
    </figure>
  );
}

function FigureLines({ figures }: { figures: readonly FigureRow[] }) {
  return (
    <ul class="plain">
      {figures.map(figure => (
        <li>
          <b>{formatAmount(figure.amount)}</b> <a href={`/records/${segment(figure.id)}`}>{figure.label}</a>
          <span class="period">
            {" "}
            {[figure.when === "" ? "" : formatDate(figure.when), figure.counterName, figure.originLabel]
              .filter(Boolean)
              .join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

// So few figures are read faster as lines than as a table.
const FEW = 3;

/** Figures of a measure: one chart for each unit in which there is something to compare, and all of them as text. */
export function Figures({ group, id }: { group: FigureGroup; id: string }): Html {
  const units = group.comparable ? [...new Set(group.figures.map(({ amount }) => amount.unit ?? ""))] : [];
  return (
    <>
      {!group.comparable && group.figures.length > 1 && (
        <p class="hint">
          This measure gathers numbers that need not count the same thing; they are not drawn together.
        </p>
      )}
      <div class="columns">
        {units.map((unit, i) => (
          <UnitChart group={group} unit={unit} id={`${id}-${i}`} />
        ))}
      </div>
      {group.figures.length <= FEW ? (
        <FigureLines figures={group.figures} />
      ) : (
        <details class="data" open={units.length === 0}>
          <summary>
            {countOf(group.figures.length, "figure")} as a table<span class="vh"> for {group.label}</span>
          </summary>
          <FigureTable figures={group.figures} />
        </details>
      )}
    </>
  );
}

/** A measure: who put which number on it, grouped by how near they are to the count. */
export function measureView(data: MeasureData): View {
  return {
    title: data.label,
    description: data.description,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href="/measures">Measure</a> · {data.unit}, {data.period}
        </p>
        <h1>{data.label.charAt(0).toUpperCase() + data.label.slice(1)}</h1>
        <p class="lede">
          <Described text={data.description} />
        </p>
        {data.indicator !== null && (
          <p>
            This book recomputes it:{" "}
            <a href={`/indicators/${segment(data.indicator.id)}`}>{data.indicator.label}</a>.
          </p>
        )}
        <h2>What sources say</h2>
        {data.group.figures.length === 0 ? (
          <p>No figure of this measure is in the book.</p>
        ) : (
          <Figures group={data.group} id="figures" />
        )}
        {data.related.length > 0 && (
          <>
            <h2>Near measures</h2>
            <ul class="plain">
              {data.related.map(({ id, label }) => (
                <li>
                  <a href={`/measures/${segment(id)}`}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  };
}

/** One row for each figure, with its interval, unit and hedge. */
export function figureTable(groups: readonly FigureGroup[]): Table {
  return {
    columns: [
      "measure",
      "id",
      "label",
      "value",
      "low",
      "high",
      "unit",
      "qualifier",
      "when",
      "counter",
      "origin",
      "sources",
    ],
    rows: groups.flatMap(({ measure, figures }) =>
      figures.map(({ id, label, amount, when, counter, origin, sources }) => [
        measure,
        id,
        label,
        amount.value,
        amount.low ?? null,
        amount.high ?? null,
        amount.unit ?? "",
        amount.qualifier ?? "",
        when,
        counter,
        origin,
        sources.map(source => source.id),
      ]),
    ),
  };
}
