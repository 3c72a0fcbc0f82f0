import type { Coverage } from "../../count/index.ts";
import { countOf, formatNumber, languageName } from "../format.ts";
import type { Html } from "../html.ts";

const MOST = 6;

function Bars({
  title,
  parts,
  wordOf = name => name,
}: {
  title: string;
  parts: Readonly<Record<string, number>>;
  wordOf?: (name: string) => string;
}) {
  const all = Object.entries(parts);
  if (all.length === 0) return null;
  const most = Math.max(...all.map(([, n]) => n));
  const rest = all.slice(MOST);
  return (
    <section>
      <h3>{title}</h3>
      <table class="cover">
        <tbody>
          {all.slice(0, MOST).map(([name, n]) => (
            <tr>
              <th scope="row">{name === "" ? "not stated" : wordOf(name)}</th>
              <td class="num">{formatNumber(n)}</td>
              <td class="cover-bar">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * n) / most} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest.length > 0 && (
        <details class="data">
          <summary>
            {rest.length} more<span class="vh"> in {title.toLowerCase()}</span>
          </summary>
          <p class="hint">
            {rest
              .map(([name, n]) => `${name === "" ? "not stated" : wordOf(name)} ${formatNumber(n)}`)
              .join(", ")}
          </p>
        </details>
      )}
    </section>
  );
}

/** Records by year as small bars, the undated said. */
function Years({ years }: { years: Readonly<Record<string, number>> }) {
  const dated = Object.entries(years)
    .filter(([year]) => /^\d{4}$/.test(year))
    .map(([year, n]) => ({ year: Number(year), n }));
  if (dated.length === 0) return null;
  const undated = years[""] ?? 0;
  const [first, last] = [dated[0]!.year, dated.at(-1)!.year];
  const most = Math.max(...dated.map(({ n }) => n));
  const width = 200 / (last - first + 1);
  const words = dated.map(({ year, n }) => `${year}: ${n}`).join(", ");
  return (
    <section>
      <h3>Records by year</h3>
      <svg class="cover-years" viewBox="0 0 200 64" role="img" aria-label={`Records by year. ${words}`}>
        {dated.map(({ year, n }) => (
          <rect
            x={(year - first) * width}
            y={48 - (46 * n) / most}
            width={Math.max(1, width - 1)}
            height={(46 * n) / most}
          >
            <title>{`${year}: ${n}`}</title>
          </rect>
        ))}
        <text x="0" y="61">
          {String(first)}
        </text>
        <text x="200" y="61" text-anchor="end">
          {String(last)}
        </text>
      </svg>
      <p class="hint">
        {countOf(
          dated.reduce((sum, { n }) => sum + n, 0),
          "record",
        )}{" "}
        with a year
        {undated > 0 && `, ${countOf(undated, "record")} without`}. A record may stand in several years.
      </p>
    </section>
  );
}

/** Where the evidence behind a number is from, so that a thin cell is not read as a small number. */
export function CoverageParts({ coverage }: { coverage: Coverage }): Html {
  return (
    <div class="columns coverage">
      <Bars title="Sources by language" parts={coverage.languages} wordOf={languageName} />
      <Bars title="Records by region" parts={coverage.regions} />
      <Years years={coverage.years} />
    </div>
  );
}
