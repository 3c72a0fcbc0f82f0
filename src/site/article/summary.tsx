import type { CheckedDocument } from "../../check/types.ts";
import type { Html } from "../html.ts";
import { Sign } from "../icons.tsx";
import { VERDICTS } from "../verdicts.ts";
import { type Origin, originsOf } from "./origins.ts";
import { type ArticleWords, articleWords, counting, fill } from "./words/index.ts";

/** The words for a verdict in the language of a page; an unknown verdict is shown under its own name. */
export function verdictIn(id: string, { verdicts }: ArticleWords) {
  return { id, ...(verdicts[id] ?? { label: id, one: `{n} ${id}`, many: `{n} ${id}`, meaning: "" }) };
}

/** Verdicts that occur, in the order of the legend, with how often. */
export function verdictCounts(summary: CheckedDocument["summary"], words: ArticleWords = articleWords("en")) {
  const known = VERDICTS.map(({ id }) => id as string);
  const others = Object.keys(summary.by_verdict).filter(id => !known.includes(id));
  return [...known, ...others]
    .map(id => ({ words: verdictIn(id, words), count: summary.by_verdict[id] ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** `12 claims: 5 are supported, 2 are contradicted ...` as one plain sentence. */
export function summarySentence(
  summary: CheckedDocument["summary"],
  words: ArticleWords = articleWords("en"),
): string {
  const counts = verdictCounts(summary, words);
  if (counts.length === 0) return words.noClaims;
  const parts = counts.map(({ words: { one, many }, count }) => counting(count, [one, many], words));
  const last = parts.pop();
  return fill(words.summary, {
    claims: counting(summary.claims, [words.claim, words.claims], words),
    parts: parts.length > 0 ? `${parts.join(words.joiner)}${words.lastJoiner}${last}` : (last ?? ""),
  });
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

interface Summed {
  readonly summary: CheckedDocument["summary"];
  readonly words?: ArticleWords;
}

/** The verdicts as one bar, each part with its colour and its pattern. */
export function VerdictBar({ summary, words: said = articleWords("en") }: Summed): Html | null {
  const counts = verdictCounts(summary, said);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  let x = 0;
  return (
    <svg
      class="verdict-bar"
      viewBox={`0 0 ${BAR} 22`}
      preserveAspectRatio="none"
      role="img"
      aria-label={summarySentence(summary, said)}
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
export function VerdictFilter({ summary, words: said = articleWords("en") }: Summed): Html {
  const toCorrect = TO_CORRECT.reduce((sum, id) => sum + (summary.by_verdict[id] ?? 0), 0);
  return (
    <fieldset class="filter">
      <legend>{said.filter}</legend>
      <Choice id="all" count={summary.claims} label={said.allClaims} />
      {toCorrect > 0 && toCorrect < summary.claims && (
        <Choice id="faults" count={toCorrect} label={said.toCorrect} />
      )}
      {verdictCounts(summary, said).map(({ words, count }) => (
        <Choice id={words.id} count={count} label={words.label} />
      ))}
    </fieldset>
  );
}

function Numbers({ ids, words }: { ids: readonly string[]; words: ArticleWords }) {
  if (ids.length === 0) return <span class="nil">{words.none}</span>;
  return (
    <>
      {ids.map((id, i) => (
        <>
          {i > 0 && " "}
          <a href={`#${id}`} aria-label={fill(words.claimLink, { n: id.replace(/^\D+/, "") })}>
            {id.replace(/^\D+/, "")}
          </a>
        </>
      ))}
    </>
  );
}

const SHOWN = 8;

function OriginRows({ origins, words }: { origins: readonly Origin[]; words: ArticleWords }) {
  return (
    <>
      {origins.map(origin => (
        <tr>
          <th scope="row">{words.counter(origin.name)}</th>
          <td>{origin.class === "independent" ? words.independent : words.interested}</td>
          <td class="numbers">
            <Numbers ids={origin.supports} words={words} />
          </td>
          <td class="numbers">
            <Numbers ids={origin.against} words={words} />
          </td>
        </tr>
      ))}
    </>
  );
}

/** Whose counts the findings rest on: one line a counter, however many pages retell it. */
export function Origins({ checked, words }: { checked: CheckedDocument; words: ArticleWords }): Html | null {
  const origins = originsOf(checked.claims, words.thisBook);
  if (origins.length === 0) return null;
  const interested = origins.filter(origin => origin.class === "self-interested").length;
  const table = (rows: readonly Origin[]) => (
    <table class="origins">
      <thead>
        <tr>
          <th scope="col">{words.columns.who}</th>
          <th scope="col">{words.columns.standing}</th>
          <th scope="col">{words.columns.for}</th>
          <th scope="col">{words.columns.against}</th>
        </tr>
      </thead>
      <tbody>
        <OriginRows origins={rows} words={words} />
      </tbody>
    </table>
  );
  return (
    <details class="whose">
      <summary>
        {fill(words.whose, {
          origins: counting(origins.length, [words.origin, words.origins], words),
          interested: interested === 0 ? words.none : words.number(interested),
        })}
      </summary>
      {table(origins.slice(0, SHOWN))}
      {origins.length > SHOWN && (
        <details>
          <summary data-unprinted={words.unprinted}>
            {counting(origins.length - SHOWN, [words.furtherOrigin, words.furtherOrigins], words)}
          </summary>
          {table(origins.slice(SHOWN))}
        </details>
      )}
    </details>
  );
}
