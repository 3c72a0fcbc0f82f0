import type { Chart } from "../charts/draw.ts";
import { Drawn } from "../charts/drawing.tsx";
import type { Html } from "../html.ts";

/** A file that an address also answers with. */
export interface Download {
  readonly href: string;
  readonly label: string;
}

/** Names on both sides are closely set: on a telephone they are scrolled to and not made smaller. */
const closelySet = ({ form, panels }: Chart): boolean =>
  form === "bump" || (form === "slope" && panels.length === 1);

function Panels({ chart }: { chart: Chart }) {
  const { width } = chart.panels[0]!;
  return (
    <div class={width > 500 ? "panels stacked" : width > 400 ? "panels broad" : "panels"}>
      {chart.panels.map((panel, i) => (
        <section>
          <h2>{panel.title}</h2>
          {closelySet(chart) ? (
            <section class="side-chart" tabindex={0} aria-label={panel.title}>
              <Drawn drawing={panel} id={`panel-${i + 1}`} />
            </section>
          ) : (
            <Drawn drawing={panel} id={`panel-${i + 1}`} />
          )}
        </section>
      ))}
    </div>
  );
}

/** A chart in a page: its drawing or panels, the notes that belong to it, and the files it can be taken away as. */
export function ChartFigure({
  chart,
  subtitle,
  downloads,
}: {
  chart: Chart;
  /** What is drawn: unit, cut and filters. */
  subtitle?: string;
  downloads: readonly Download[];
}): Html | null {
  const [first] = chart.panels;
  if (first === undefined) return null;
  const wide = first.width > 660 || closelySet(chart);
  return (
    <figure class="chart-figure">
      {subtitle !== undefined && <p class="subtitle">{subtitle}</p>}
      {wide && <p class="sideways">The picture goes on to the right.</p>}
      {chart.panels.length > 1 ? (
        <Panels chart={chart} />
      ) : wide ? (
        <section class="wide-chart" tabindex={0} aria-label={chart.title}>
          <Drawn drawing={first} id="chart" />
        </section>
      ) : (
        <Drawn drawing={first} id="chart" />
      )}
      <figcaption>
        <p>{chart.notes.join(" ")}</p>
        <p class="downloads">
          Take it away:{" "}
          {downloads.map(({ href, label }, i) => (
            <>
              {i > 0 && " · "}
              <a href={href} download={true}>
                {label}
              </a>
            </>
          ))}
        </p>
      </figcaption>
    </figure>
  );
}
