import {
  coefficientPicture,
  eventDomain,
  eventSeriesOf,
  eventStudyPicture,
  fewText,
} from "../../../effect/index.ts";
import type { StudyData } from "../../load/study.ts";
import { Described } from "../parts.tsx";
import { Drawn, labelOf } from "./drawn.tsx";
import { Estimators, Sensitivities } from "./tables.tsx";

type Part = StudyData["staggered"][number];

const minus = (value: number) => String(value).replace("-", "\u2212");

function supportWords({ report, window }: Part): string {
  const at = (year: number) => report.support.find(one => one.at === year)?.units ?? 0;
  return `${at(window[0])} at ${minus(window[0])}, ${at(0)} at 0, ${at(window[1])} at ${window[1]}`;
}

/** The range of the estimates in words: the first thing a reader wants, and not more than the numbers say. */
function inWords({ report, outcome }: Part, label: string): string {
  const all = report.estimates.map(({ terms }) => terms[0]!);
  if (all.length === 0) return "No estimator could run on this panel.";
  const values = all.map(({ estimate }) => estimate);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const apart = all.filter(one => one.low > 0 || one.high < 0).length;
  const ends = all.flatMap(one => [one.low, one.high]).filter(Number.isFinite);
  const number = (value: number) => value.toFixed(3).replace("-", "\u2212");
  const zero =
    apart === 0 ? "every 95% interval holds zero" : `${apart} of ${all.length} 95% intervals leave out zero`;
  return `${all.length} estimators put the average change of ${label || outcome} between ${number(low)} and ${number(high)}; ${zero}. Together the intervals reach from ${number(Math.min(...ends))} to ${number(Math.max(...ends))}.`;
}

/** The overall estimates under one another, then the event study of each estimator on one axis. */
function Pictures({ part, label }: { part: Part; label: string }) {
  const series = eventSeriesOf(part.report);
  const domain = eventDomain(series, part.window);
  const overall = part.report.estimates.map(({ model, terms }) => ({ label: model, ...terms[0]! }));
  return (
    <>
      <figure class="narrow">
        <Drawn
          picture={coefficientPicture(overall, {
            title: `${part.label}: average change`,
            axis: `${label}, 95% intervals`,
            width: 480,
          })}
          id={`overall-${part.id}`}
        />
      </figure>
      <h3>By year since the first record</h3>
      <div class="plots">
        {series.map((one, at) => (
          <figure>
            <Drawn
              picture={eventStudyPicture(one, {
                window: part.window,
                domain,
                yLabel: label,
                timeName: "years since the first record",
              })}
              id={`event-${part.id}-${at}`}
            />
          </figure>
        ))}
      </div>
      <p class="hint">
        Dots with 95% intervals; the shaded boxes hold all dots at once with 95%. Open dots are years before:
        they test the comparison and are no effects. Years outside {minus(part.window[0])} to {part.window[1]}{" "}
        are not drawn, because few countries are seen there: {supportWords(part)}.
      </p>
    </>
  );
}

/** One question of staggered adoption: its estimates in words, as a table, drawn, and how much they bear. */
export function StaggeredSection({ data, part }: { data: StudyData; part: Part }) {
  const label = labelOf(data, part.outcome);
  return (
    <section id={part.id}>
      <h2>{part.label}</h2>
      {part.text !== "" && (
        <p>
          <Described text={part.text} />
        </p>
      )}
      <p>
        <b>{inWords(part, label)}</b> {fewText(part)}
      </p>
      <Estimators part={part} />
      {part.report.estimates.length > 0 && <Pictures part={part} label={label} />}
      <Sensitivities part={part} label={label} />
    </section>
  );
}
