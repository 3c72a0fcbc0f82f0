import { columnsOf } from "../facts/columns.ts";
import type { Codebook, CodeList, Field, Kind, Measure, SeriesDeclaration } from "../types.ts";

/** The reference page of a codebook as Markdown: every kind with its fields, every code list, measure, series and indicator. */
export function referencePage(codebook: Codebook): string {
  const kinds = [...codebook.kinds.values()];
  const parts = [
    `# Codebook: ${codebook.title.en}`,
    "Made from the YAML files of the codebook by `node scripts/reference.mjs`; do not edit it here.",
    contents(codebook),
    "## Kinds",
    ...kinds.map(kind => kindPart(kind)),
    "## Code lists",
    ...[...codebook.lists.values()].map(listPart),
    "## Measures",
    MEASURES_NOTE,
    measureTable([...codebook.measures.values()]),
    "## Series",
    ...[...codebook.series.values()].map(seriesPart),
    "## Indicators",
    ...[...codebook.indicators.values()].map(
      ({ id, label, description, unit, measure }) =>
        `### ${id}\n\n**${label.en}**, in ${unit}. ${description.trim()} Measure: \`${measure}\`.`,
    ),
    ...(codebook.studies.size > 0 ? ["## Studies"] : []),
    ...[...codebook.studies.values()].map(
      ({ id, label, question, panel }) =>
        `### ${id}\n\n**${label.en}** ${question.trim()} Panel of countries, ${panel.from} to ${panel.to}.`,
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

const MEASURES_NOTE =
  "Period: `point` counts at one time, `annual` in one year, `cumulative` adds up. A measure that is not compared gathers odds and ends of one unit: two of its figures need not count the same thing. The unit `money` means that the currency stands with the figure.";

function contents(codebook: Codebook): string {
  const { kinds, lists, measures, series, indicators, studies } = codebook;
  return `Version ${codebook.version}: ${kinds.size} kinds, ${lists.size} code lists, ${measures.size} measures, ${series.size} series, ${indicators.size} indicators, ${studies.size} studies.`;
}

/** Cells of a Markdown table cannot hold a bar or a line break. */
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

function kindPart(kind: Kind): string {
  const traits = [
    kind.cited ? "Its rows are the sources that others cite." : "",
    kind.sourced && !kind.cited ? "Every row names its sources." : "",
    `Rows are linked by ${compared(kind)}.`,
  ];
  const rows = kind.fields.map(field => [`\`${field.id}\``, typeOf(field), field.description]);
  return [
    `### ${kind.id}`,
    `${kind.description} ${traits.filter(Boolean).join(" ")}`,
    `Columns of \`facts/${kind.id}.csv\`: \`${columnsOf(kind).join(",")}\``,
    table(["field", "type", "meaning"], rows),
  ].join("\n\n");
}

/** What is compared, how, and m by level from the lowest, in one clause. */
function compared({ identify, compare }: Kind): string {
  if (compare === undefined) return identify.map(field => `\`${field}\``).join(", ");
  return compare
    .map(({ fields, as, needed, levels }) => {
      const m = Object.entries(levels ?? {}).map(([level, share]) => `${level} ${share}`);
      const notes = [as ?? "", needed ? "needed" : "", m.join(", ")].filter(Boolean);
      return `${fields.map(field => `\`${field}\``).join(" with ")}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
    })
    .join(", ");
}

function typeOf(field: Field): string {
  const { high, qualifier, unit } = field.columns ?? {};
  const details = [
    field.list ? `of [${field.list}](#${field.list})` : "",
    field.of ? `of the kind \`${field.of}\`${field.states ? ", or a country" : ""}` : "",
    field.unit ? `in ${field.unit}s` : "",
    high ? `upper end in \`${high}\`` : "",
    qualifier ? `hedge in \`${qualifier}\`` : "",
    unit ? `unit in \`${unit}\`` : "",
    field.measure ? `counted as \`${field.measure}\`` : "",
    field.many ? "several, joined by `;`" : "",
    field.required ? "required" : "",
    field.notAfter ? `not after \`${field.notAfter}\`` : "",
    field.role ? `${field.role} of what happened` : "",
    field.sensitive ? "withheld" : "",
  ];
  return [field.type, ...details.filter(Boolean)].join(", ");
}

function listPart(list: CodeList): string {
  const rows = [...list.codes].map(([code, { label, description }]) => [
    `\`${code}\``,
    label.en,
    description ?? "",
  ]);
  return `### ${list.id}\n\n${list.label.en}.\n\n${table(["code", "label", "meaning"], rows)}`;
}

function measureTable(measures: readonly Measure[]): string {
  const rows = measures.map(measure => [
    `\`${measure.id}\``,
    measure.description,
    `${measure.unit}, ${measure.period}${measure.comparable ? "" : ", not compared"}`,
    measure.related.map(id => `\`${id}\``).join(" "),
  ]);
  return table(["measure", "what it counts", "unit, period", "near"], rows);
}

function seriesPart(series: SeriesDeclaration): string {
  const classes = series.classes.map(({ code, label }) => `\`${code}\` (${label.en})`).join(", ");
  const shipped = series.classesOnly ? " Only the class is shipped." : "";
  return [
    `### ${series.id}`,
    `**${series.label.en}**, by ${series.maker}. Unit: ${series.unit}.${shipped}`,
    `Terms: ${series.terms}`,
    ...(classes ? [`Classes: ${classes}.`] : []),
  ].join("\n\n");
}
