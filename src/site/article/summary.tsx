import type { CheckedDocument } from "../../check/types.ts";
import { countOf } from "../format.ts";
import type { Html } from "../html.ts";
import { Sign } from "../icons.tsx";
import { VERDICTS, verdictWords } from "../verdicts.ts";
import { type Origin, originsOf } from "./origins.ts";

/** Verdicts that occur, in the order of the legend, with how often. */
export function verdictCounts(summary: CheckedDocument["summary"]) {
  const known = VERDICTS.map(({ id }) => id as string);
  const others = Object.keys(summary.by_verdict).filter(id => !known.includes(id));
  return [...known, ...others]
    .map(id => ({ words: verdictWords(id), count: summary.by_verdict[id] ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** `12 claims. 5 are supported, 2 are contradicted ...` as one plain sentence. */
export function summarySentence(summary: CheckedDocument["summary"]): string {
  const counts = verdictCounts(summary);
  if (counts.length === 0) return "No claim that could be checked was found in this text.";
  const parts = counts.map(({ words, count }) => `${count} ${count === 1 ? words.one : words.many}`);
  const last = parts.pop();
  return `${countOf(summary.claims, "claim")}: ${parts.length > 0 ? `${parts.join(", ")} and ${last}` : last}.`;
}

/** Verdicts that ask an editor to change something. */
const TO_CORRECT: readonly string[] = [
  "imprecise",
  "disputed",
  "contradicted",
  "misattributed",
  "outdated",
  "promotional",
];

const BAR = 1000;

/** The verdicts as one bar, each part with its colour and its pattern. */
export function VerdictBar({ summary }: { summary: CheckedDocument["summary"] }): Html | null {
  const counts = verdictCounts(summary);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  let x = 0;
  return (
    <svg
      class="verdict-bar"
      viewBox={`0 0 ${BAR} 22`}
      preserveAspectRatio="none"
      role="img"
      aria-label={summarySentence(summary)}
    >
      {counts.map(({ words, count }) => {
        const width = (count / total) * BAR;
        x += width;
        return (
          <rect class={`fill v-${words.id}`} x={x - width} y={0} width={Math.max(2, width - 3)} height={22} />
        );
      })}
    </svg>
  );
}

function Choice({ id, count, label }: { id: string; count: number; label: string }) {
  return (
    <label class={`choice v-${id}`} for={`show-${id}`}>
      <input type="radio" name="show" id={`show-${id}`} value={id} checked={id === "all"} />
      {id !== "all" && id !== "faults" && <Sign verdict={id} />}
      <span class="label">{label}</span>
      <span class="count">{count}</span>
    </label>
  );
}

/** The legend of the bar, and the choice of which findings are shown; works without script. */
export function VerdictFilter({ summary }: { summary: CheckedDocument["summary"] }): Html {
  const toCorrect = TO_CORRECT.reduce((sum, id) => sum + (summary.by_verdict[id] ?? 0), 0);
  return (
    <fieldset class="filter">
      <legend>Show</legend>
      <Choice id="all" count={summary.claims} label="All claims" />
      {toCorrect > 0 && toCorrect < summary.claims && (
        <Choice id="faults" count={toCorrect} label="To correct" />
      )}
      {verdictCounts(summary).map(({ words, count }) => (
        <Choice id={words.id} count={count} label={words.label} />
      ))}
    </fieldset>
  );
}

function Numbers({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return <span class="nil">none</span>;
  return (
    <>
      {ids.map((id, i) => (
        <>
          {i > 0 && " "}
          <a href={`#${id}`} aria-label={`claim ${id.replace(/^\D+/, "")}`}>
            {id.replace(/^\D+/, "")}
          </a>
        </>
      ))}
    </>
  );
}

const SHOWN = 8;

function OriginRows({ origins }: { origins: readonly Origin[] }) {
  return (
    <>
      {origins.map(origin => (
        <tr>
          <th scope="row">{origin.name}</th>
          <td>{origin.class === "independent" ? "independent" : "has an interest"}</td>
          <td class="numbers">
            <Numbers ids={origin.supports} />
          </td>
          <td class="numbers">
            <Numbers ids={origin.against} />
          </td>
        </tr>
      ))}
    </>
  );
}

/** Whose counts the findings rest on: one line a counter, however many pages retell it. */
export function Origins({ checked }: { checked: CheckedDocument }): Html | null {
  const origins = originsOf(checked.claims);
  if (origins.length === 0) return null;
  const interested = origins.filter(origin => origin.class === "self-interested").length;
  const table = (rows: readonly Origin[]) => (
    <table class="origins">
      <thead>
        <tr>
          <th scope="col">Who counted or reported</th>
          <th scope="col">Standing</th>
          <th scope="col">Speaks for claim</th>
          <th scope="col">Against claim</th>
        </tr>
      </thead>
      <tbody>
        <OriginRows origins={rows} />
      </tbody>
    </table>
  );
  return (
    <details class="whose">
      <summary>
        Whose counts it rests on: {countOf(origins.length, "origin")},{" "}
        {interested === 0 ? "none" : interested} of them with an interest
      </summary>
      {table(origins.slice(0, SHOWN))}
      {origins.length > SHOWN && (
        <details>
          <summary>{countOf(origins.length - SHOWN, "further origin")}</summary>
          {table(origins.slice(SHOWN))}
        </details>
      )}
    </details>
  );
}
