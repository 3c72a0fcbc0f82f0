import type { TimelineData } from "../data.ts";
import { countOf, formatNumber } from "../format.ts";
import type { Html } from "../html.ts";
import { yearTicks } from "./axis.tsx";
import { linear, niceTicks } from "./scale.ts";

const WIDTH = 560;
const HEIGHT = 150;
const LEFT = 34;
const BOTTOM = 24;
const TOP = 8;
// Charts begin here when older records are few; the older ones are counted and said beside it.
const MOST_YEARS = 40;

/** The years that are drawn, and how many records lie before them. */
export function windowOf(years: TimelineData["years"]): { first: number; last: number; earlier: number } {
  const last = Math.max(...years.map(({ year }) => year));
  const first = Math.max(Math.min(...years.map(({ year }) => year)), last - MOST_YEARS + 1);
  return {
    first,
    last,
    earlier: years.filter(({ year }) => year < first).reduce((sum, { count }) => sum + count, 0),
  };
}

function Bars({ data, first, last }: { data: TimelineData; first: number; last: number }) {
  const top = Math.max(...data.years.map(({ count }) => count));
  const ticks = niceTicks(0, top, 3).filter(Number.isInteger);
  const y = linear([0, Math.max(top, ticks.at(-1) ?? 1)], [HEIGHT - BOTTOM, TOP]);
  const step = (WIDTH - LEFT) / (last - first + 1);
  const labels = yearTicks(first, last, 7);
  const x = (year: number) => LEFT + (year - first) * step;
  const wide = Math.min(step * 0.76, 40);
  return (
    <>
      <path class="grid" d={ticks.map(tick => `M${LEFT} ${y(tick)}H${WIDTH}`).join("")} />
      <g class="axis">
        {ticks.map(tick => (
          <text x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
            {formatNumber(tick)}
          </text>
        ))}
        {labels.map(year => (
          <text x={x(year) + step / 2} y={HEIGHT - 6} text-anchor="middle">
            {String(year)}
          </text>
        ))}
      </g>
      {data.years
        .filter(({ year }) => year >= first)
        .map(({ year, count }) => (
          <rect
            class="bar"
            x={Math.round((x(year) + (step - wide) / 2) * 10) / 10}
            y={y(count)}
            width={Math.round(wide * 10) / 10}
            height={Math.round((HEIGHT - BOTTOM - y(count)) * 10) / 10}
          >
            <title>{`${year}: ${formatNumber(count)}`}</title>
          </rect>
        ))}
    </>
  );
}

/** Records by year as bars, with the undated ones said and the numbers as a table. */
export function Timeline({ data, id }: { data: TimelineData; id: string }): Html | null {
  if (data.years.length === 0) return null;
  const { first, last, earlier } = windowOf(data.years);
  const total = data.years.reduce((sum, { count }) => sum + count, 0);
  const title = `${data.kindPlural} by year (${data.fieldLabel.toLowerCase()})`;
  return (
    <figure class="timeline">
      <svg
        class="chart broad"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby={`${id}-t ${id}-d`}
      >
        <title id={`${id}-t`}>{title}</title>
        <desc
          id={`${id}-d`}
        >{`${countOf(total, "dated record")} from ${data.years[0]!.year} to ${last}.`}</desc>
        <Bars data={data} first={first} last={last} />
      </svg>
      <figcaption>
        {title}, documented, at least.
        {data.undated > 0 && ` ${countOf(data.undated, "further record")} without such a date.`}
        {earlier > 0 && ` ${countOf(earlier, "record")} before ${first} not drawn.`} A year without a bar is a
        year without a report here.
        <details class="data">
          <summary>
            The numbers<span class="vh"> of {title}</span>
          </summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Year</th>
                <th scope="col" class="num">
                  {data.kindPlural}, at least
                </th>
              </tr>
            </thead>
            <tbody>
              {data.years.map(({ year, count }) => (
                <tr>
                  <th scope="row">{String(year)}</th>
                  <td class="num">{formatNumber(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}
