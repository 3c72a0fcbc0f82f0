import type { Explanation } from "../study/explain.ts";
import type { TreatmentRecords } from "../study/panel.ts";
import type { Staleness } from "../study/stale.ts";
import type { StudyResult } from "../study/study.ts";
import { count, rowsText, significant } from "./numbers.ts";
import { regressionTable, terminalTable } from "./side-by-side.ts";
import { formatStaggered } from "./staggered.ts";
import { alignColumns } from "./terminal.ts";

/** A study for the terminal: what it rests on, every estimate, what it can and cannot show. */
export function formatStudy(study: StudyResult): string {
  const { panel } = study;
  const parts = [
    `${study.label}\n${study.question}`,
    panelText(study),
    ...Object.entries(panel.treatments).map(([name, records]) => treatmentText(name, records)),
    ...study.staggered.map(part =>
      [
        heading(part.label),
        part.text,
        fewText(part),
        formatStaggered(part.report, part.window).trimEnd(),
        sensitivityText(part),
      ]
        .filter(Boolean)
        .join("\n\n"),
    ),
    ...study.tables.map(part =>
      [
        heading(part.label),
        part.text,
        terminalTable(regressionTable(part.estimates, { headings: part.headings })).trimEnd(),
        ...part.refused.map(one => `Not run: ${one.heading}: ${one.reason}`),
      ]
        .filter(Boolean)
        .join("\n\n"),
    ),
    list("It can show", study.shows),
    list("It cannot show", study.cannot),
    list("Fuller data would add", study.wanted),
    `Panel ${panel.digest.slice(0, 16)}, built at entry ${panel.asOf.split(":")[0]}; the query is in --json.`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const heading = (text: string) => `${text}\n${"-".repeat(text.length)}`;

const list = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? "" : `${title}:\n${lines.map(line => `  - ${line.trim()}`).join("\n")}`;

function panelText({ panel }: StudyResult): string {
  return [
    `Panel of ${count(panel.countries)} countries, ${panel.years[0]} to ${panel.years[1]}: ${count(panel.rows)} rows`,
    ...panel.dropped.map(
      ({ reason, rows, countries }) => `Left out: ${rowsText(rows)}, ${reason} (${countries.join(" ")})`,
    ),
  ].join("\n");
}

function treatmentText(
  name: string,
  { label, first, never, undated, outside, records }: TreatmentRecords,
): string {
  const ids = new Set(records.map(({ record }) => record)).size;
  return [
    `${label} (${name}): ${count(ids)} records; ${Object.keys(first).length} countries with a date, ${never.length} without any record,`,
    `  ${undated.length} with undated records only, ${outside.length} with records outside the grid. Documented is a floor: a country without a record may be treated.`,
  ].join("\n");
}

/** How many countries the comparison rests on, and what that does to its errors. */
export function fewText({ treated, untreated, randomization }: StudyResult["staggered"][number]): string {
  const share = randomization === null ? "" : (100 * randomization.p).toFixed(randomization.p < 0.1 ? 1 : 0);
  const chance =
    randomization === null
      ? ""
      : ` If the years changed hands among countries at random, the two-way estimate would be as large in ${share} % of ${count(randomization.draws)} draws.`;
  const few =
    treated < 30
      ? " With fewer than 30 treated countries, errors clustered by country are too small, and joint tests of the years before reject too often."
      : "";
  return `${count(treated)} countries become treated, ${count(untreated)} do not.${few}${chance}`;
}

const span = (low: number, high: number) => `[${significant(low, 3)}, ${significant(high, 3)}]`;

function sensitivityText({ sensitivity }: StudyResult["staggered"][number]): string {
  return sensitivity
    .map(one => {
      const rows = [
        ["parallel trends", span(one.low, one.high)],
        ...one.relative.map(({ Mbar, low, high }) => [
          `steps up to ${Mbar} times those before`,
          span(low, high),
        ]),
        ...one.smooth.map(({ M, low, high }) => [
          M === 0 ? "one straight line" : `bends up to ${significant(M, 2)} a year`,
          span(low, high),
        ]),
      ];
      const head = `If trends differed (${one.model}, mean of periods ${one.periods[0]} to ${one.periods[1]}, ${significant(one.estimate, 3)}):`;
      return `${head}\n${alignColumns([["  difference of trends", "95% set"], ...rows.map(([a, b]) => [`  ${a}`, b!])])}`;
    })
    .join("\n\n");
}

/** A walk from a coefficient to its evidence, for the terminal; `most` countries and records are shown. */
export function formatExplanation(found: Explanation, most = 12): string {
  const weighted = found.observations.some(({ weight }) => weight !== null);
  const treated = found.observations.filter(({ role }) => role === "treated").length;
  const shown = found.countries
    .filter(({ records, share }) => share > 0 || records.length > 0)
    .slice(0, most);
  return `${[
    `${found.study}, ${found.coefficient}\n${found.formula}${found.subset === "" ? "" : ` where ${found.subset}`}`,
    `${count(found.observations.length)} observations, ${count(treated)} of them treated, of ${count(found.countries.length)} countries`,
    ...found.dropped.map(({ reason, rows }) => `Left out: ${rowsText(rows)}, ${reason}`),
    `Countries by ${weighted ? "the size of their weights" : "their share of the treated rows"}:`,
    ...shown.map(country =>
      [
        `  ${country.country}  ${(100 * country.share).toFixed(1)} %  ${country.rows} rows`,
        ...country.records.map(
          ({ record, treatment, year, sources }) =>
            `    ${treatment} ${year ?? "undated"}: ${record} <- ${sources.map(({ id, publisher }) => `${id}${publisher === "" ? "" : ` (${publisher})`}`).join("; ")}`,
        ),
      ].join("\n"),
    ),
    ...(found.countries.length > shown.length
      ? [
          `  and ${found.countries.length - shown.length} more; --json has all, with every observation and source`,
        ]
      : []),
    `Outcome from: ${found.outcomeSources.map(({ id, title }) => `${id} (${title})`).join("; ") || "not stated"}`,
    `Panel ${found.digest.slice(0, 16)}, entry ${found.asOf.split(":")[0]}`,
  ].join("\n")}\n`;
}

/** What has changed behind kept estimates, for the terminal. */
export function formatStaleness(all: readonly Staleness[]): string {
  if (all.length === 0)
    return "No estimate is kept in this book. Keep one with custodes estimate --study ID --keep.\n";
  return `${all.map(stalenessText).join("\n")}\n`;
}

const WORDS: Readonly<Record<Staleness["state"], string>> = {
  current: "current: nothing behind it has changed",
  restated: "restated: newer statements stand behind it, the numbers are the same",
  changed: "stale: the panel is another one now",
  unbuildable: "stale: the panel can no longer be built",
};

function stalenessText(one: Staleness): string {
  const cells = one.cells
    .slice(0, 8)
    .map(
      ({ country, year, column, before, after }) =>
        `  ${country} ${year} ${column}: ${before || "none"} -> ${after || "none"}`,
    );
  const records = one.records
    .slice(0, 8)
    .map(
      ({ record, change, entries }) =>
        `  ${record} ${change}${entries.length > 0 ? ` (entry ${entries.join(", ")})` : ""}`,
    );
  const more = (all: number, shown: number, what: string) =>
    all > shown ? [`  and ${all - shown} more ${what}`] : [];
  return [
    `${one.seq}  ${one.study}${one.formula === "" ? "" : `: ${one.formula}`}  ${WORDS[one.state]}`,
    ...(one.reason === "" ? [] : [`  ${one.reason}`]),
    ...records,
    ...more(one.records.length, records.length, "records"),
    ...cells,
    ...more(one.cells.length, cells.length, "cells"),
  ].join("\n");
}
