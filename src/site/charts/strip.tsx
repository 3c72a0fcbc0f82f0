import type { ClassStrip } from "../data.ts";
import { countOf } from "../format.ts";
import type { Html } from "../html.ts";

const WIDTH = 560;
const HEIGHT = 18;

/** Tone of a class among `count`: the ends of the scale are always the first and the last tone. */
export const classTone = (index: number, count: number): number =>
  count <= 1 ? 0 : Math.round((index * 4) / (count - 1));

/** Runs of years with the same class: `2006-2010 hybrid regime`. */
export function runsOf(years: ClassStrip["years"]): { from: number; to: number; class: string }[] {
  const runs: { from: number; to: number; class: string }[] = [];
  for (const { year, class: code } of years) {
    const last = runs.at(-1);
    if (last !== undefined && last.class === code && year - last.to <= 1) last.to = year;
    else runs.push({ from: year, to: year, class: code });
  }
  return runs;
}

function Cells({ strip, first, last }: { strip: ClassStrip; first: number; last: number }) {
  const step = WIDTH / (last - first + 1);
  const byYear = new Map(strip.years.map(({ year, class: code }) => [year, code]));
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return (
    <>
      {years.map(year => {
        const code = byYear.get(year);
        const index = strip.classes.findIndex(item => item.code === code);
        const label = strip.classes[index]?.label ?? "not rated";
        return (
          <rect
            class={code === undefined ? "gap" : `c${classTone(index, strip.classes.length)}`}
            x={Math.round((year - first) * step * 10) / 10}
            y={0.5}
            width={Math.round((step - 1.5) * 10) / 10}
            height={HEIGHT - 1}
          >
            <title>{`${year}: ${label}`}</title>
          </rect>
        );
      })}
      <text class="axis" x={0} y={HEIGHT + 13}>
        {String(first)}
      </text>
      <text class="axis" x={WIDTH} y={HEIGHT + 13} text-anchor="end">
        {String(last)}
      </text>
    </>
  );
}

/** The key of the tones of a class series. */
export function ClassKey({ classes }: { classes: ClassStrip["classes"] }): Html {
  return (
    <ul class="key">
      {classes.map(({ label }, i) => (
        <li>
          <svg viewBox="0 0 16 12" aria-hidden="true">
            <rect class={`c${classTone(i, classes.length)}`} width="16" height="12" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The class of one country over the years as a strip, with its runs in words. */
export function ClassStripChart({ strip, id }: { strip: ClassStrip; id: string }): Html | null {
  const [head] = strip.years;
  if (head === undefined) return null;
  const last = strip.years.at(-1)!.year;
  const runs = runsOf(strip.years);
  const label = (code: string) => strip.classes.find(item => item.code === code)?.label ?? code;
  const words = runs.map(
    run => `${run.from === run.to ? run.from : `${run.from} to ${run.to}`} ${label(run.class)}`,
  );
  return (
    <figure class="strip-figure">
      <svg
        class="chart broad strip"
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`}
        role="img"
        aria-labelledby={`${id}-t ${id}-d`}
      >
        <title id={`${id}-t`}>{strip.label}</title>
        <desc id={`${id}-d`}>{`${words.join("; ")}.`}</desc>
        <Cells strip={strip} first={head.year} last={last} />
      </svg>
      <ClassKey classes={strip.classes} />
      <figcaption>
        <a href={`/series/${strip.series}`}>{strip.label}</a>, {strip.maker}. Now:{" "}
        {label(strip.years.at(-1)!.class)} ({last}).
        <details class="data">
          <summary>
            {countOf(runs.length, "period")} in words<span class="vh"> for {strip.label}</span>
          </summary>
          <p>{words.join("; ")}.</p>
          <p class="terms">{strip.terms}</p>
        </details>
      </figcaption>
    </figure>
  );
}
