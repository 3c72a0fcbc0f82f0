import type { EventData, JudgementRef, OriginData } from "../events/data.ts";
import { countOf } from "../format.ts";
import { segment, type Table } from "../frame.ts";
import type { Html } from "../html.ts";
import type { View } from "../layout.tsx";
import { PairList } from "./events.tsx";
import { RecordList, SourceLine } from "./parts.tsx";

/** Who judged what, when and why. */
export function Judgements({ decisions }: { decisions: readonly JudgementRef[] }): Html {
  return (
    <ul class="plain">
      {decisions.map(({ seq, at, by, judgement, records: [a, b], reason, rule }) => (
        <li>
          Entry {seq}, {at.slice(0, 10)}: {by} {rule === null ? "judged" : `let the rule ${rule} join`} that{" "}
          <a href={`/links/${segment(a)},${segment(b)}`}>
            <code>{a}</code> and <code>{b}</code>
          </a>{" "}
          are {judgement === "same" ? "one event" : "two events"}
          {reason !== "" && (
            <>
              : <q>{reason}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Origins({ origins }: { origins: readonly OriginData[] }) {
  return (
    <ol class="sources">
      {origins.map(({ sources, signs }) => (
        <li>
          <SourceLine source={sources[0]!} />
          {sources.length > 1 && (
            <ul>
              {sources.slice(1).map(source => (
                <li>
                  <SourceLine source={source} />{" "}
                  <span class="period">
                    {signs
                      .filter(({ from, to }) => from === source.id || to === source.id)
                      .flatMap(({ signs: why }) => why.filter(({ bits }) => bits > 0).map(({ text }) => text))
                      .join("; ")}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

/** One happening: its records, who reports it independently, and why it is taken for one. */
export function eventView(data: EventData): View {
  const reports = data.origins.reduce((sum, { sources }) => sum + sources.length, 0);
  return {
    title: data.label,
    description: `${countOf(data.records.length, "record")} of one event, from ${countOf(data.origins.length, "independent source")}.`,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href={`/events#${data.kind}`}>Event</a> · {data.kindLabel} · <code>{data.id}</code>
        </p>
        <h1>{data.label}</h1>
        <h2>Records</h2>
        <RecordList records={data.records} />
        {data.redirects.length > 0 && (
          <p class="hint">
            The addresses of {data.redirects.join(", ")} as events lead here; each keeps its page as a record.
          </p>
        )}
        {data.pairs.length > 0 && (
          <>
            <h2>Why they are one</h2>
            <p class="hint">
              Each pair with what the evidence alone says. Open one to see it field by field, and to challenge
              it.
            </p>
            <PairList pairs={data.pairs} />
          </>
        )}
        {data.decisions.length > 0 && (
          <>
            <h2>Who judged</h2>
            <Judgements decisions={data.decisions} />
          </>
        )}
        <h2>Who reports it</h2>
        <p class="hint">
          {countOf(reports, "report")} from {countOf(data.origins.length, "origin")}. Reports that share a
          publisher, a headline, their wording or their errors, or that name each other, are one voice and
          stand under it.
        </p>
        <Origins origins={data.origins} />
        {data.near.length > 0 && (
          <>
            <h2>What nearly belongs here</h2>
            <PairList pairs={data.near} />
          </>
        )}
      </>
    ),
  };
}

/** A row for each source of the event, with its origin. */
export function eventTable(data: EventData): Table {
  return {
    columns: ["event", "records", "origin", "source", "publisher", "published", "title"],
    rows: data.origins.flatMap(({ origin, sources }) =>
      sources.map(({ id, publisher, published, title }) => [
        data.id,
        data.records.map(record => record.id),
        origin,
        id,
        publisher,
        published,
        title,
      ]),
    ),
  };
}
