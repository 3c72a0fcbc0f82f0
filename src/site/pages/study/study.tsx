import type { View } from "../../layout.tsx";
import type { StudyData } from "../../load/study.ts";
import { PanelSection } from "./panel.tsx";
import { TableSection } from "./regressions.tsx";
import { StaggeredSection } from "./staggered.tsx";
import { Treatment } from "./treatment.tsx";

function Points({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map(line => (
          <li>{line.trim()}</li>
        ))}
      </ul>
    </section>
  );
}

/** A worked study: what it asks, what it cannot show, the estimates, and the way back to the evidence. */
export function studyView(data: StudyData): View {
  return {
    title: data.label,
    description: data.question,
    csv: true,
    styles: ["study.css"],
    body: (
      <>
        <p class="kicker">
          <a href="/studies">Study</a>
        </p>
        <h1>{data.label}</h1>
        <p class="lede">{data.question}</p>
        <div class="columns">
          <Points title="What this can show" lines={data.shows} />
          <Points title="What it cannot show" lines={data.cannot} />
        </div>
        <h2>What is recorded</h2>
        {Object.entries(data.panel.treatments).map(([name, records]) => (
          <Treatment data={data} name={name} records={records} />
        ))}
        {data.staggered.map(part => (
          <StaggeredSection data={data} part={part} />
        ))}
        {data.tables.map(part => (
          <TableSection data={data} part={part} />
        ))}
        <Points title="What fuller data would add" lines={data.wanted} />
        <PanelSection data={data} />
      </>
    ),
  };
}
