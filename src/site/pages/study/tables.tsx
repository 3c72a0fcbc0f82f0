import { regressionTable } from "../../../effect/index.ts";
import type { Html } from "../../html.ts";
import type { StudyData } from "../../load/study.ts";

type Part = StudyData["staggered"][number];

/** A number with three significant digits and the minus sign of print. */
function digits(value: number, size = 3): string {
  if (!Number.isFinite(value)) return value > 0 ? "+\u221e" : "\u2212\u221e";
  const plain =
    Math.abs(value) < 1e-4 && value !== 0
      ? value.toExponential(size - 1)
      : String(Number(value.toPrecision(size)));
  return plain.replaceAll("-", "\u2212");
}

const range = (low: number, high: number) => `${digits(low, 2)} to ${digits(high, 2)}`;
const chance = (p: number | undefined) =>
  p === undefined || Number.isNaN(p) ? "" : p < 0.001 ? "< 0.001" : p.toFixed(3);

/** The estimators side by side, each with what must hold for it. */
export function Estimators({ part }: { part: Part }): Html {
  return (
    <section class="scroll" tabindex={0} aria-label={`${part.label}: the estimators`}>
      <table class="full">
        <thead>
          <tr>
            <th scope="col">estimator</th>
            <th scope="col" class="num">
              average change
            </th>
            <th scope="col" class="num">
              95% interval
            </th>
            <th scope="col" class="num">
              years before: p
            </th>
            <th scope="col" class="num">
              rows
            </th>
            <th scope="col">must hold</th>
          </tr>
        </thead>
        <tbody>
          {part.report.estimates.map(({ model, terms, n, fit, assumption }) => (
            <tr>
              <th scope="row">{model}</th>
              <td class="num">
                {digits(terms[0]!.estimate)} <span class="period">({digits(terms[0]!.se, 2)})</span>
              </td>
              <td class="num">{range(terms[0]!.low, terms[0]!.high)}</td>
              <td class="num">{chance(fit["pretrend_p"])}</td>
              <td class="num">{String(n)}</td>
              <td>{assumption}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {part.report.refused.map(({ method, reason }) => (
        <p class="hint">
          Not run: {method}: {reason}
        </p>
      ))}
      <p class="hint">Standard errors in brackets, clustered by country. {dropsOf(part)}</p>
    </section>
  );
}

function dropsOf({ report }: Part): string {
  const all = report.estimates.flatMap(({ dropped }) =>
    dropped.map(({ reason, rows }) => `${rows} rows ${reason}`),
  );
  const distinct = [...new Set(all)];
  return distinct.length === 0 ? "No row was left out." : `Left out: ${distinct.join("; ")}.`;
}

/** What is left of the average change if trends differed. */
export function Sensitivities({ part, label }: { part: Part; label: string }): Html {
  return (
    <>
      {part.sensitivity.map(one => (
        <section>
          <h3>If trends differed anyway</h3>
          <p>
            The mean change of the years {one.periods[0]} to {one.periods[1]} ({one.model}) is{" "}
            {digits(one.estimate)}. How large a difference of trends that no effect caused would change what
            can be said? The yardstick are the years {digits(one.before[0])} to {digits(one.before[1])}{" "}
            (Rambachan and Roth 2023).
          </p>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">difference of trends</th>
                  <th scope="col" class="num">
                    {label}, 95% set
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">none: trends are parallel</th>
                  <td class="num">{range(one.low, one.high)}</td>
                </tr>
                {one.relative.map(({ Mbar, low, high }) => (
                  <tr>
                    <th scope="row">each year at most {Mbar} times the largest step before</th>
                    <td class="num">{range(low, high)}</td>
                  </tr>
                ))}
                {one.smooth.map(({ M, low, high }) => (
                  <tr>
                    <th scope="row">
                      {M === 0 ? "a straight line" : `bends by at most ${digits(M, 2)} a year`}
                    </th>
                    <td class="num">{range(low, high)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="hint">{breakdownWords(one.breakdown)}</p>
        </section>
      ))}
    </>
  );
}

function breakdownWords(breakdown: number | null): string {
  if (breakdown === 0) return "Zero lies in the set even if trends are parallel.";
  if (breakdown === null) return "Zero stays outside even if steps are four times the largest one before.";
  return `Zero enters the set once steps may be ${digits(breakdown, 2)} times the largest one before.`;
}

/** Models side by side. */
export function Models({ part }: { part: StudyData["tables"][number] }): Html {
  const table = regressionTable(part.estimates, { headings: part.headings, digits: 3 });
  const minus = (text: string) => text.replaceAll("-", "\u2212");
  return (
    <section class="scroll" tabindex={0} aria-label={part.label}>
      <table class="full models">
        <thead>
          <tr>
            <td />
            {table.headings.map(heading => (
              <th scope="col" class="num">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.coefficients.map(({ term, values, errors }) => (
            <tr>
              <th scope="row">
                <code>{term}</code>
              </th>
              {values.map((value, at) => (
                <td class="num">
                  {minus(value)}
                  {errors[at] !== "" && <span class="period"> {minus(errors[at]!)}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tbody>
          {table.facts.map(({ name, values }) => (
            <tr>
              <th scope="row">{name}</th>
              {values.map(value => (
                <td class="num">{minus(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {part.refused.map(({ heading, reason }) => (
        <p class="hint">
          Not run: {heading}: {reason}
        </p>
      ))}
      <p class="hint">{table.notes.join(". ")}.</p>
      <details class="data">
        <summary>The formulas and the rows left out</summary>
        <ul>
          {part.estimates.map(({ formula, dropped }, at) => (
            <li>
              {part.headings[at]}: <code>{formula}</code>
              {dropped.length > 0 &&
                ` (left out: ${dropped.map(({ reason, rows }) => `${rows} rows ${reason}`).join("; ")})`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
