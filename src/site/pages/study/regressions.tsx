import { scatterPicture } from "../../../effect/index.ts";
import type { StudyData } from "../../load/study.ts";
import { Described } from "../parts.tsx";
import { Drawn, labelOf } from "./drawn.tsx";
import { Models } from "./tables.tsx";

/** Regressions side by side, with the binned means they go through. */
export function TableSection({ data, part }: { data: StudyData; part: StudyData["tables"][number] }) {
  return (
    <section id={part.id}>
      <h2>{part.label}</h2>
      {part.text !== "" && (
        <p>
          <Described text={part.text} />
        </p>
      )}
      <Models part={part} />
      {part.scatter !== null && (
        <figure class="narrow">
          <Drawn
            picture={scatterPicture(part.scatter.bins, {
              xLabel: labelOf(data, part.scatter.x),
              yLabel: `share recorded: ${labelOf(data, part.scatter.y)}`,
              width: 480,
            })}
            id={`scatter-${part.id}`}
          />
          <figcaption>
            Means of bins that hold as many countries each, with 95% intervals, in the last year of the panel.
          </figcaption>
        </figure>
      )}
    </section>
  );
}
