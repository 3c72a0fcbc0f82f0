import { raw } from "hono/html";
import { waterfallOf, waterfallPicture } from "../../link/index.ts";
import type { PairData } from "../events/data.ts";
import { segment, type Table } from "../frame.ts";
import type { View } from "../layout.tsx";
import { Judgements } from "./event.tsx";
import { percentOf } from "./events.tsx";
import { RecordList } from "./parts.tsx";

function Standing({ data }: { data: PairData }) {
  const { pair, threshold, event } = data;
  const reached = pair.probability >= threshold;
  const judged = data.decisions.at(-1)?.judgement;
  return (
    <p class="lede">
      The evidence alone makes it {percentOf(pair.probability)} likely that these are one.{" "}
      {event !== null ? (
        <>
          They are joined, in <a href={`/events/${segment(event)}`}>one event</a>.
        </>
      ) : judged === "different" ? (
        <>They were judged to be two, which goes before any rule.</>
      ) : judged === "same" ? (
        <>They were judged to be one, but other judgements keep their events apart.</>
      ) : pair.against.length > 0 ? (
        <>
          No rule joins them, whatever that number is: {pair.against.join("; ")}. They count as two until
          somebody judges otherwise.
        </>
      ) : reached ? (
        <>A rule would join them; nobody has decided yet.</>
      ) : (
        <>They stay apart: pairs are joined from {threshold} on.</>
      )}
    </p>
  );
}

/** The fields that were compared, as words. */
const worded = (pair: PairData["pair"]): PairData["pair"] => ({
  ...pair,
  evidence: pair.evidence.map(each => ({ ...each, field: each.field.replaceAll("_", " ") })),
});

/** All that was compared, in full: a picture has room for a few words of each value, and a telephone for none. */
function Compared({ pair }: { pair: PairData["pair"] }) {
  return (
    <details>
      <summary>The values, in full</summary>
      <dl class="compared">
        {pair.evidence.map(({ field, values, level, weight }) => (
          <div>
            <dt>
              {field}{" "}
              <span class="hint">
                {level}
                {level !== "missing" && `, ${weight >= 0 ? "+" : "−"}${Math.abs(weight).toFixed(1)} bits`}
              </span>
            </dt>
            {values.map(value => (
              <dd>{value === "" ? <span class="hint">not stated</span> : value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A form that records a judgement, and what to type instead. */
function Challenge({ data }: { data: PairData }) {
  const [a, b] = data.pair.records;
  const verdict = data.event === null ? "same" : "different";
  return (
    <section class="panel">
      <h2>{data.event === null ? "Are they one after all?" : "Are they two after all?"}</h2>
      <p>
        A judgement is kept in the journal with your name and reason. Nothing is overwritten: the opposite
        judgement takes it back.
      </p>
      <form class="judge" method="post" action="/links">
        <input type="hidden" name="kind" value={data.kind} />
        <input type="hidden" name="a" value={a} />
        <input type="hidden" name="b" value={b} />
        <p>
          <label for="by">Your name</label> <input id="by" name="by" type="text" required maxlength={80} />
        </p>
        <p>
          <label for="reason">Your reason</label>{" "}
          <input id="reason" name="reason" type="text" required maxlength={1000} />
        </p>
        <p>
          <button
            class={verdict === "same" ? "primary" : undefined}
            type="submit"
            name="judgement"
            value="same"
          >
            They are one
          </button>{" "}
          <button
            class={verdict === "different" ? "primary" : undefined}
            type="submit"
            name="judgement"
            value="different"
          >
            They are two
          </button>
        </p>
      </form>
      <p class="hint">
        At the terminal:{" "}
        <code>
          custodes link {data.kind} --{verdict} {a},{b} --by NAME --reason "..."
        </code>
      </p>
    </section>
  );
}

/** The evidence for and against two records being one event, and the way to challenge what was decided. */
export function linkView(data: PairData): View {
  const [a, b] = data.records;
  return {
    title: `${a.label} and ${b.label}: one or two?`,
    description: "The evidence for and against two records being one, field by field.",
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href={`/events#${data.kind}`}>Events</a> · {data.kindLabel} · <code>{a.id}</code> and{" "}
          <code>{b.id}</code>
        </p>
        <h1>One {data.kindLabel.toLowerCase()} or two?</h1>
        <RecordList records={data.records} />
        <Standing data={data} />
        <h2>The evidence, field by field</h2>
        <p class="hint">
          In bits: +1 makes it twice as likely that they are one, −1 half as likely. A field that either
          record leaves open says nothing.
        </p>
        <section class="scroll" tabindex={0} aria-label="The evidence, field by field, as a picture">
          {raw(waterfallPicture(waterfallOf(worded(data.pair))))}
        </section>
        <Compared pair={worded(data.pair)} />
        {data.decisions.length > 0 && (
          <>
            <h2>Who judged</h2>
            <Judgements decisions={data.decisions} />
          </>
        )}
      </>
    ),
    form: <Challenge data={data} />,
  };
}

/** A row for each field. */
export function linkTable({ pair }: PairData): Table {
  return {
    columns: ["field", "a", "b", "level", "bits"],
    rows: pair.evidence.map(({ field, values, level, weight }) => [
      field,
      values[0],
      values[1],
      level,
      weight,
    ]),
  };
}
