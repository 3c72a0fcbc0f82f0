import type { AppealData } from "../data.ts";
import { formatNumber } from "../format.ts";
import { segment } from "../frame.ts";
import type { Html } from "../html.ts";
import type { View } from "../layout.tsx";
import { VERDICTS, verdictWords } from "../verdicts.ts";

const articleOf = ({ article, claim }: AppealData) => `/articles/${segment(article)}#${claim}`;

function Signature({ id }: { id: string }) {
  return (
    <>
      <p>
        <label for={`${id}-by`}>Your name</label>{" "}
        <input id={`${id}-by`} name="by" type="text" required maxlength={80} autocomplete="name" />
      </p>
      <p>
        <label for={`${id}-reason`}>Your reason, as readers will see it</label>{" "}
        <input id={`${id}-reason`} name="reason" type="text" required maxlength={1000} />
      </p>
    </>
  );
}

function Target({ data }: { data: AppealData }) {
  return (
    <>
      <input type="hidden" name="article" value={data.article} />
      <input type="hidden" name="claim" value={data.claim} />
    </>
  );
}

function Evidence({ evidence }: Pick<AppealData, "evidence">): Html | null {
  if (evidence.length === 0) return null;
  return (
    <fieldset>
      <legend>Evidence that does not bear on it</legend>
      {evidence.map(({ record, label, note }) => (
        <label class="tick">
          <input type="checkbox" name="without" value={record} /> {note || label} <code>{record}</code>
        </label>
      ))}
    </fieldset>
  );
}

function Correct({ data }: { data: AppealData }) {
  return (
    <section class="panel">
      <h2>Correct it</h2>
      <p>
        Fill in what is wrong and leave the rest. The correction is kept in the journal with your name and
        reason, the finding shows it beside what the rule alone says, and it can be taken back.
      </p>
      <form class="judge" method="post" action="/appeals">
        <Target data={data} />
        <p>
          <label for="measure">What the number measures</label>{" "}
          <select id="measure" name="measure">
            <option value="">
              {data.measure === "" ? "nothing that the book measures" : data.measure} (as it was read)
            </option>
            {data.measures.map(({ id, label }) => (
              <option value={id}>{label}</option>
            ))}
          </select>
        </p>
        <p>
          <label for="value">
            The number{data.value !== null && `, read as ${formatNumber(data.value)}`}
          </label>{" "}
          <input id="value" name="value" type="text" inputmode="decimal" maxlength={40} />
        </p>
        <p>
          <label for="evidence">Records that bear on it</label>{" "}
          <input
            id="evidence"
            name="evidence"
            type="text"
            maxlength={1000}
            aria-describedby="evidence-hint"
          />
        </p>
        <p class="hint" id="evidence-hint">
          Ids as they stand at the head of a record's page, with blanks between them.
        </p>
        <Evidence evidence={data.evidence} />
        <p>
          <label for="verdict">The verdict</label>{" "}
          <select id="verdict" name="verdict">
            <option value="">as the rule finds it</option>
            {VERDICTS.map(({ id, label }) => (
              <option value={id}>{label}</option>
            ))}
          </select>
        </p>
        <p>
          <label class="tick">
            <input type="checkbox" name="everywhere" value="yes" /> Also in other texts that say the same
            words of the same measure
          </label>
        </p>
        <Signature id="correct" />
        <p>
          <button class="primary" type="submit">
            Correct the finding
          </button>
        </p>
      </form>
      <p class="hint">
        At the terminal:{" "}
        <code>
          custodes appeal {data.article} {data.claim} --verdict VERDICT --reason "..." --by NAME
        </code>
      </p>
    </section>
  );
}

function TakeBack({ data, entry }: { data: AppealData; entry: number }) {
  return (
    <section class="panel">
      <h2>Take entry {String(entry)} back</h2>
      <form class="judge" method="post" action="/appeals">
        <Target data={data} />
        <input type="hidden" name="withdraw" value={String(entry)} />
        <Signature id={`back-${entry}`} />
        <p>
          <button type="submit">Take it back</button>
        </p>
      </form>
    </section>
  );
}

function Standing({ corrections }: Pick<AppealData, "corrections">): Html | null {
  if (corrections.length === 0) return null;
  return (
    <>
      <h2>Corrections in force</h2>
      <ul>
        {corrections.map(({ entry, by, reason, says, everywhere }) => (
          <li>
            Entry {String(entry)}, {by}: {says}
            {everywhere && " (in every text)"}. <q>{reason}</q>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A finding that somebody doubts: what it says, who has corrected it, and the form that corrects it or takes a correction back. */
export function appealView(data: AppealData): View {
  const { before, words, after } = data.context;
  const [verdict, ...reasons] = [verdictWords(data.verdict).label, ...data.reasons];
  return {
    title: `Claim ${data.claim.replace(/^\D+/, "")}: is this finding wrong?`,
    description: "A finding, the corrections of it that stand, and the way to correct it.",
    body: (
      <>
        <p class="kicker">
          <a href={articleOf(data)}>Checked article</a> · claim {data.claim.replace(/^\D+/, "")}
        </p>
        <h1>Is this finding wrong?</h1>
        <blockquote lang={data.language || undefined}>
          {before}
          <b>{words}</b>
          {after}
        </blockquote>
        <p>
          <b>{verdict}.</b> {reasons.join(" ")}
        </p>
        <Standing corrections={data.corrections} />
      </>
    ),
    form: (
      <>
        <Correct data={data} />
        {data.corrections.map(({ entry }) => (
          <TakeBack data={data} entry={entry} />
        ))}
      </>
    ),
  };
}
