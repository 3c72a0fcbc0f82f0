import { labelOf, type UndercountResult } from "../../count/index.ts";
import { assumptionOf, estimateWords, undercountChart, undercountPicture } from "../charts/undercount.ts";
import type { UndercountData } from "../data.ts";
import { countOf, formatNumber } from "../format.ts";
import { segment } from "../frame.ts";
import type { Html } from "../html.ts";
import type { View } from "../layout.tsx";
import { ChartFigure } from "./chart-figure.tsx";

const titleOf = ({ plural }: UndercountData) => `${plural}: what no source reports`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A note of the estimate as a sentence: the command line prints it in brackets and lists. */
const sentence = (note: string) => `${capital(note)}${/[.!?]$/.test(note) ? "" : "."}`;

const DOWNLOADS = [
  ["svg", "SVG"],
  ["png", "PNG"],
  ["csv", "CSV with the intervals"],
  ["json", "JSON"],
] as const;

function Methods({ result }: { result: UndercountResult }) {
  return (
    <section class="scroll" tabindex={0} aria-label="All methods side by side">
      <table class="full methods">
        <thead>
          <tr>
            <th scope="col">Method</th>
            <th scope="col">Cases in all</th>
            <th scope="col">Model</th>
            <th scope="col">What it takes for granted</th>
          </tr>
        </thead>
        <tbody>
          {result.estimates.map(each => {
            const { assumes, paper } = assumptionOf(each.method);
            return (
              <tr>
                <th scope="row">{labelOf(each.method)}</th>
                <td>
                  {estimateWords(each)}
                  {each.diagnostics["below_lower_bound"] === true && " (clearly below Chao's lower bound)"}
                </td>
                <td>{each.model}</td>
                <td>
                  {assumes}
                  {paper !== "" && <span class="period"> ({paper})</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Refused({ refused }: Pick<UndercountResult, "refused">): Html | null {
  if (refused.length === 0) return null;
  return (
    <>
      <h2>Refused</h2>
      <ul>
        {refused.map(({ method, reason }) => (
          <li>
            <b>{capital(labelOf(method))}:</b> {sentence(reason)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How many events no source reports: every method side by side, with its interval, what it takes for granted, and what to beware of. */
export function undercountView(data: UndercountData): View {
  const { result, kind } = data;
  const [seq, hash = ""] = data.asOf.split(":");
  const chart = undercountChart(result, titleOf(data));
  return {
    title: titleOf(data),
    description: `${data.plural}: ${result.observed} reported; estimates of all, each with its interval and assumption.`,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href="/indicators">Undercount</a> · {data.plural.toLowerCase()}
        </p>
        <h1>{titleOf(data)}</h1>
        <p class="lede">
          {countOf(result.observed, "event")} stand on at least one of {formatNumber(result.lists.length)}{" "}
          lists: {result.lists.join(", ")}. How the lists overlap says something about what none of them has.
          The number itself cannot be seen: each method replaces it by an assumption, and where they disagree
          the honest answer is the range.
        </p>
        <ChartFigure
          chart={chart}
          downloads={DOWNLOADS.map(([form, label]) => ({
            href: `/undercount/${segment(kind)}.${form}`,
            label,
          }))}
        />
        {result.warnings.length > 0 && (
          <>
            <h2>Beware</h2>
            <ul>
              {result.warnings.map(warning => (
                <li>{sentence(warning)}</li>
              ))}
            </ul>
          </>
        )}
        <h2>All methods side by side</h2>
        <Methods result={result} />
        <Refused refused={result.refused} />
        <h2>How it was made</h2>
        <ul>
          {result.notes.map(note => (
            <li>{sentence(note)}</li>
          ))}
          <li>
            At journal entry {seq} (<code>{hash.slice(0, 12)}</code>), bootstraps of{" "}
            {formatNumber(data.draws)}; <code>custodes undercount {kind}</code> takes 1,000.
          </li>
        </ul>
      </>
    ),
  };
}

/** The picture of the page as a file. */
export const undercountSvg = (data: UndercountData): string | null =>
  undercountPicture(data.result, {
    title: titleOf(data),
    from: `Custodes, undercount of ${data.kind}, journal entry ${data.asOf.split(":")[0]} (${(data.asOf.split(":")[1] ?? "").slice(0, 12)}).`,
  });
