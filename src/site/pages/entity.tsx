import type { EntityData } from "../data.ts";
import { formatNumber } from "../format.ts";
import { segment, type Table } from "../frame.ts";
import type { View } from "../layout.tsx";
import { WorldMap, WorldSheet } from "../maps/world-map.tsx";
import { Figures } from "./figures.tsx";
import { Fields, Roles, SourceList } from "./parts.tsx";

/** An organisation or product: its names, what it has part in, where, and the numbers about it. */
export function entityView(data: EntityData): View {
  return {
    title: data.label,
    description: data.sentence,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href="/entities">{data.kindLabel}</a> · <code>{data.id}</code>
        </p>
        <h1>{data.label}</h1>
        <p class="lede">{data.sentence}</p>
        <Fields fields={data.fields} sources={data.sources} />
        {data.maps.length > 0 && (
          <>
            <h2>Where</h2>
            <WorldSheet />
            <div class="columns maps">
              {data.maps.map((map, i) => (
                <WorldMap data={map} id={`map-${i}`} />
              ))}
            </div>
          </>
        )}
        {data.figures.length > 0 && (
          <>
            <h2>Numbers about it</h2>
            <p class="hint">
              Each group of sources has its own chart, so that what the seller or its state says stands beside
              what others counted, and is not mixed with it.
            </p>
            {data.figures.map((group, i) => (
              <section>
                <h3>
                  <a href={`/measures/${segment(group.measure)}`}>{group.label}</a>{" "}
                  <span class="pill">{formatNumber(group.figures.length)}</span>
                </h3>
                <Figures group={group} id={`figures-${i}`} />
              </section>
            ))}
          </>
        )}
        {data.roles.length > 0 && (
          <>
            <h2>Records that name it</h2>
            <Roles roles={data.roles} />
          </>
        )}
        {data.sources.length > 0 && (
          <>
            <h2>Sources</h2>
            <SourceList sources={data.sources} />
          </>
        )}
      </>
    ),
  };
}

/** One row for each record in which an entity stands. */
export function entityTable(data: EntityData): Table {
  return {
    columns: ["kind", "field", "id", "label", "when", "notes"],
    rows: data.roles.flatMap(({ kind, field, records }) =>
      records.map(({ id, label, when, notes }) => [kind, field, id, label, when, notes]),
    ),
  };
}
