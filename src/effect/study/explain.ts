import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import type { PanelDeclaration, StudyDeclaration } from "../../codebook/types.ts";
import type { Frame } from "../data/frame.ts";
import { parseFormula } from "../formula/formula.ts";
import { buildDesign, columnOn, type Design } from "../model/design.ts";
import { relativeTime, type StaggeredPanel, staggeredPanel } from "../staggered/panel.ts";
import type { EstimateEntry } from "./kept.ts";
import type { BookPanel } from "./panel.ts";
import { rowWeights } from "./row-weights.ts";
import { type CitedSource, sourcesOf } from "./sources.ts";

/** One country and year that a coefficient rests on. */
export interface Observation {
  readonly country: string;
  readonly year: number;
  readonly outcome: number;
  /** What the row is for the coefficient. */
  readonly role: "treated" | "comparison" | "";
  /** Share with which the outcome enters, where the estimator is a regression: the coefficient is the sum of weight times outcome. */
  readonly weight: number | null;
}

/** A country behind a coefficient, with the records that make it treated and their sources. */
export interface ExplainedCountry {
  readonly country: string;
  readonly rows: number;
  /** Sum of the sizes of the weights of its rows, as a share of all; of treated rows where there are no weights. */
  readonly share: number;
  readonly records: readonly {
    readonly record: string;
    readonly treatment: string;
    readonly year: number | null;
    readonly sources: readonly CitedSource[];
  }[];
}

export interface Explanation {
  readonly study: string;
  readonly coefficient: string;
  readonly formula: string;
  readonly subset: string;
  readonly asOf: string;
  readonly digest: string;
  readonly query: string;
  readonly observations: readonly Observation[];
  /** Countries, the heaviest first. */
  readonly countries: readonly ExplainedCountry[];
  readonly outcomeSources: readonly CitedSource[];
  readonly dropped: readonly { readonly reason: string; readonly rows: number }[];
}

/** What is estimated: a coefficient of a formula on the panel, or an effect of a staggered design. */
export interface Target {
  readonly formula: string;
  readonly term: string;
  readonly subset?: string | undefined;
  /** Treatment of a staggered design; else the formula is a regression. */
  readonly treatment?: string;
}

/**
 * Names of the coefficients of a study that can be explained: `part/term` of staggered parts (`electoral/ATT`,
 * `electoral/event::3`), `table/heading/term` of tables.
 */
export function targetOf(study: StudyDeclaration, name: string): Target {
  const [id = "", ...rest] = name.split("/");
  const part = study.staggered[id];
  const term = rest.at(-1) ?? "";
  if (part !== undefined && /^(ATT|event::-?\d+|cohort::\d+|time::\d+)$/.test(term)) {
    const covariates = part.covariates.join(" + ") || "1";
    const formula = `${part.outcome} ~ ${covariates} | country + year`;
    return { formula, term, subset: part.subset, treatment: part.treatment };
  }
  const model = study.tables[id]?.models.find(({ heading }) => heading === rest.slice(0, -1).join("/"));
  if (model !== undefined) return { formula: model.formula, term, subset: model.subset };
  throw new UserError({
    code: "unknown-coefficient",
    column: "coef",
    message: `the study has no coefficient "${name}"`,
    expected: explainable(study).join(", "),
  });
}

/** What can be named of a study: coefficients of its parts, and of its tables with TERM for the term. */
export const explainable = (study: StudyDeclaration): string[] => [
  ...Object.keys(study.staggered).flatMap(key => [`${key}/ATT`, `${key}/event::0`]),
  ...Object.entries(study.tables).flatMap(([key, { models }]) =>
    models.map(({ heading }) => `${key}/${heading}/TERM`),
  ),
];

/** The target of a name in a kept estimate of a formula, or in a study. */
export function targetOfKept(
  name: string,
  { kept, study }: { kept: EstimateEntry | null; study: StudyDeclaration | undefined },
): Target {
  if (kept === null || kept.formula === "") {
    if (study !== undefined) return targetOf(study, name);
    throw new UserError({
      code: "unknown-study",
      message: `the codebook no longer has the study ${kept?.study ?? ""}, so its coefficients cannot be named`,
      hint: "explain it as of the entry it was kept at (--as-of)",
    });
  }
  const term = name.split("/").at(-1)!;
  const { subset, cohort } = kept.options;
  const [formula = ""] = kept.formula.split("; ");
  return {
    formula,
    term,
    ...(subset === undefined ? {} : { subset }),
    ...(cohort === undefined ? {} : { treatment: cohort.replace(/_first$/, "") }),
  };
}

/** Walks from a coefficient to its observations, to the records that make them treated, to the sources of these. */
export async function explain(
  book: Book,
  panel: BookPanel,
  { study, name, target }: { study: string; name: string; target: Target },
): Promise<Explanation> {
  const { observations, dropped } =
    target.treatment === undefined ? regressionRows(panel.frame, target) : staggeredRows(panel.frame, target);
  const outcome = parseFormula(target.formula).outcomes[0]!;
  const used = new Set(namesIn(target.formula));
  const treatments = Object.keys(panel.treatments).filter(
    key =>
      key === target.treatment || [...used].some(column => column === key || column.startsWith(`${key}_`)),
  );
  return {
    study,
    coefficient: name,
    formula: target.formula,
    subset: target.subset ?? "",
    asOf: panel.asOf,
    digest: panel.digest,
    query: panel.query,
    observations,
    countries: await countriesOf(book, panel, { observations, treatments }),
    outcomeSources: await seriesSources(book, panel.declaration, outcome.kind === "name" ? outcome.name : ""),
    dropped: [...panel.dropped.map(({ reason, rows }) => ({ reason, rows })), ...dropped],
  };
}

const namesIn = (formula: string): string[] => formula.match(/[a-z_][a-z0-9_]*/gi) ?? [];

interface Rows {
  readonly observations: Observation[];
  readonly dropped: readonly { readonly reason: string; readonly rows: number }[];
}

function regressionRows(frame: Frame, { formula, term, subset }: Target): Rows {
  const parsed = parseFormula(formula);
  const design = buildDesign(parsed, parsed.outcomes[0]!, frame, {
    ...(subset === undefined ? {} : { subset }),
    panel: { unit: "country", time: "year" },
    needed: ["country", "year"],
  });
  const weights = rowWeights(design, term);
  const column = design.columns.find(({ name }) => name === term)!.values;
  const { country, year } = places(design);
  const observations = Array.from(
    weights,
    (weight, row): Observation => ({
      country: country(row),
      year: year(row),
      outcome: design.y[row]!,
      role: column[row] === 0 ? "comparison" : "treated",
      weight,
    }),
  );
  return { observations, dropped: design.dropped };
}

function staggeredRows(frame: Frame, { formula, term, subset, treatment }: Target): Rows {
  const panel = staggeredPanel(frame, formula, {
    unit: "country",
    time: "year",
    cohort: `${treatment}_first`,
    ...(subset === undefined ? {} : { subset }),
  });
  const { country, year } = places(panel.design);
  const observations = [...panel.time.keys()].flatMap((row): Observation[] => {
    const treated = Number.isFinite(panel.cohort[row]!) && belongs(panel, row, term);
    // Only rows of the same years, of countries not treated then, stand beside the treated ones.
    const untreated = panel.time[row]! < panel.cohort[row]!;
    if (!treated && !untreated) return [];
    const role = treated ? "treated" : "comparison";
    return [{ country: country(row), year: year(row), outcome: panel.design.y[row]!, role, weight: null }];
  });
  return { observations, dropped: panel.design.dropped };
}

function belongs(panel: StaggeredPanel, row: number, term: string): boolean {
  const [kind, value] = term.split("::");
  const since = relativeTime(panel, row);
  if (kind === "event") return since === Number(value);
  if (since < 0) return false;
  if (kind === "cohort") return panel.cohort[row] === Number(value);
  return kind === "time" ? panel.time[row] === Number(value) : true;
}

function places(design: Design) {
  const country = columnOn(design, "country");
  const year = columnOn(design, "year");
  return {
    country: (row: number) =>
      country.kind === "text" ? country.levels[country.codes[row]!]! : String(country.values[row]),
    year: (row: number) => (year.kind === "number" ? year.values[row]! : Number.NaN),
  };
}

async function countriesOf(
  book: Book,
  panel: BookPanel,
  { observations, treatments }: { observations: readonly Observation[]; treatments: readonly string[] },
): Promise<ExplainedCountry[]> {
  const sizeOf = ({ weight, role }: Observation) =>
    weight === null ? Number(role === "treated") : Math.abs(weight);
  const total = observations.reduce((sum, one) => sum + sizeOf(one), 0);
  const sums = new Map<string, { rows: number; size: number }>();
  for (const one of observations) {
    const { rows, size } = sums.get(one.country) ?? { rows: 0, size: 0 };
    sums.set(one.country, { rows: rows + 1, size: size + sizeOf(one) });
  }
  const records = treatments.flatMap(treatment =>
    panel.treatments[treatment]!.records.map(one => ({ ...one, treatment })),
  );
  const sources = await sourcesOf(
    book,
    records.map(({ record }) => record),
  );
  return [...sums]
    .map(([country, { rows, size }]) => ({
      country,
      rows,
      share: total === 0 ? 0 : size / total,
      records: records
        .filter(one => one.country === country)
        .map(({ record, treatment, year }) => ({
          record,
          treatment,
          year,
          sources: sources.get(record) ?? [],
        })),
    }))
    .sort((a, b) => b.share - a.share || (a.country < b.country ? -1 : 1));
}

async function seriesSources(
  book: Book,
  { series }: PanelDeclaration,
  column: string,
): Promise<readonly CitedSource[]> {
  const measure = series[column]?.series;
  if (measure === undefined) return [];
  const rows = await book.sql<{ source: string }>(
    "SELECT DISTINCT source FROM series WHERE measure = $1 ORDER BY source",
    [measure],
  );
  const ids = [...new Set(rows.flatMap(({ source }) => source.split(";")))];
  return (await sourcesOf(book, ids, { themselves: true })).get("") ?? [];
}
