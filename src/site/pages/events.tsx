import { raw } from "hono/html";
import { picturesOf } from "../../link/index.ts";
import type { EventKind, EventsData, PairRef } from "../events/data.ts";
import { countOf, formatNumber } from "../format.ts";
import { segment, type Table } from "../frame.ts";
import type { Html } from "../html.ts";
import type { View } from "../layout.tsx";

/** A probability in percent; near certainty with as many nines as it has. */
export const percentOf = (probability: number): string =>
  probability > 0.99 && probability < 1
    ? `${(100 * probability).toFixed(2)}%`
    : `${Math.round(100 * probability)}%`;

/** Address of the page that shows the evidence on two records. */
export const pairHref = ([a, b]: PairRef["records"]): string => `/links/${segment(a.id)},${segment(b.id)}`;

/** Pairs of records, each with its probability and what stands against it. */
export function PairList({ pairs }: { pairs: readonly PairRef[] }): Html {
  return (
    <ul class="records pairs">
      {pairs.map(pair => (
        <li>
          <span class="when">{percentOf(pair.probability)}</span>
          <span>
            <a href={pairHref(pair.records)}>
              <bdi>{pair.records[0].label}</bdi> <span class="period">and</span>{" "}
              <bdi>{pair.records[1].label}</bdi>
            </a>
          </span>
          <span class="meta">
            <code>{pair.records[0].id}</code> · <code>{pair.records[1].id}</code>
            {pair.against.length > 0 && ` · ${pair.against.join(" · ")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A picture that may be wider than the screen: who has no pointer scrolls it with the keys. */
const Scrolled = ({ label, svg }: { label: string; svg: string }) => (
  <section class="scroll" tabindex={0} aria-label={label}>
    {raw(svg)}
  </section>
);

function Pictures({ kind }: { kind: EventKind }) {
  const { completeness, unlinkables, levels, thresholds } = picturesOf(kind.diagnosis);
  return (
    <details class="data">
      <summary>How well can they be told apart?</summary>
      <p class="hint">How many records state each field. A field that few state joins few.</p>
      <Scrolled label="Fields that are stated, as a picture" svg={completeness} />
      <p class="hint">
        Records that say too little to be joined to anything, even to a copy of themselves, by the probability
        that is asked for.
      </p>
      <Scrolled label="Records that say too little, as a picture" svg={unlinkables} />
      <p class="hint">
        How often each level occurs among pairs of one thing (to the right, as the codebook sets it and people
        judged) and among pairs of two (to the left, counted), and the evidence that follows.
      </p>
      <Scrolled label="Levels of each field, as a picture" svg={levels} />
      <p class="hint">What joining from a probability on would get right and find, as the model expects.</p>
      <Scrolled label="Thresholds, as a picture" svg={thresholds} />
    </details>
  );
}

function KindSection({ kind }: { kind: EventKind }) {
  return (
    <section id={kind.kind}>
      <h2>
        {kind.plural}{" "}
        <span class="pill">
          {countOf(kind.records, "record")} of{" "}
          {countOf(kind.events, kind.label.toLowerCase(), kind.plural.toLowerCase())}
        </span>
      </h2>
      {kind.joined.length > 0 ? (
        <>
          <h3>Joined</h3>
          <ul class="records">
            {kind.joined.map(event => (
              <li>
                <span class="when">{formatNumber(event.records.length)}</span>
                <span>
                  <a href={`/events/${segment(event.id)}`}>{event.label}</a>
                </span>
                <span class="meta">{event.records.map(({ id }) => id).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>No two records are joined: each stands for itself.</p>
      )}
      {kind.conflicts.length > 0 && (
        <>
          <h3>Judgements that contradict each other</h3>
          <ul>
            {kind.conflicts.map(conflict => (
              <li>{conflict}</li>
            ))}
          </ul>
        </>
      )}
      {kind.proposed.length > 0 && (
        <>
          <h3>The rule would join</h3>
          <p class="hint">
            Nothing stands against these from a probability of {kind.threshold} on. Nobody has decided yet.
          </p>
          <PairList pairs={kind.proposed} />
        </>
      )}
      {kind.near.length > 0 && (
        <details class="data">
          <summary>
            {countOf(kind.nearPairs, "pair")} came near and stay apart
            {kind.nearPairs > kind.near.length && `; the ${kind.near.length} nearest`}
          </summary>
          <PairList pairs={kind.near} />
        </details>
      )}
      <Pictures kind={kind} />
    </section>
  );
}

/** What was joined, what nearly was, and how well it can be told. */
export function eventsView({ kinds }: EventsData): View {
  return {
    title: "Events",
    description: "Which records of different sources describe the same happening, and which nearly do.",
    csv: true,
    body: (
      <>
        <h1>Events, not articles</h1>
        <p class="lede">
          Two sources may report one happening, and two happenings may look alike. Here stands which records
          are taken for one event, which came near, and why. Every judgement can be challenged, and undone.
        </p>
        {kinds.map(kind => (
          <KindSection kind={kind} />
        ))}
      </>
    ),
  };
}

/** A row for each pair that was joined, would be, or came near. */
export function eventsTable({ kinds }: EventsData): Table {
  const rows = kinds.flatMap(({ kind, joined, proposed, near }) => [
    ...joined.flatMap(({ id, records }) => records.map(record => [kind, "joined", id, record.id, null, ""])),
    ...proposed.map(({ records: [a, b], probability }) => [kind, "proposed", a.id, b.id, probability, ""]),
    ...near.map(({ records: [a, b], probability, against }) => [
      kind,
      "near",
      a.id,
      b.id,
      probability,
      against.join("; "),
    ]),
  ]);
  return { columns: ["kind", "state", "a", "b", "probability", "against"], rows };
}
