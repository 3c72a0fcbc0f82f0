import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import type { StudyDeclaration, StudyStaggered, StudyTable } from "../../codebook/types.ts";
import type { Frame } from "../data/frame.ts";
import { estimateAll } from "../estimate.ts";
import type { Estimate } from "../options.ts";
import { type Bin, binnedMeans } from "../picture/bins.ts";
import { type Sensitivity, sensitivityOf } from "../sensitivity/report.ts";
import { runStaggered } from "../staggered/estimate.ts";
import { STAGGERED_METHODS, type StaggeredRunOptions } from "../staggered/methods.ts";
import type { StaggeredPanel } from "../staggered/panel.ts";
import { type StaggeredReport, type StaggeredRun, staggeredReport } from "../staggered/report.ts";
import { eventWindow } from "../staggered/window.ts";
import { type BookPanel, buildPanel } from "./panel.ts";

/** A worked study computed from a book at one entry. Plain data. */
export interface StudyResult {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly panel: Omit<BookPanel, "frame" | "csv" | "declaration"> & {
    readonly rows: number;
    readonly columns: readonly { readonly name: string; readonly label: string; readonly series: string }[];
  };
  readonly staggered: readonly StaggeredPart[];
  readonly tables: readonly TablePart[];
  readonly shows: readonly string[];
  readonly cannot: readonly string[];
  readonly wanted: readonly string[];
}

export interface StaggeredPart {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly outcome: string;
  readonly treatment: string;
  readonly formula: string;
  readonly subset: string;
  readonly window: readonly [number, number];
  readonly report: StaggeredReport;
  /** How far trends may differ before the conclusion changes, for the estimators that give a covariance. */
  readonly sensitivity: readonly (Sensitivity & { readonly model: string })[];
  /** Countries that become treated while they are seen, and those that never are. */
  readonly treated: number;
  readonly untreated: number;
  /** The two-way estimate when the years of first treatment change hands among countries at random. */
  readonly randomization: { readonly p: number; readonly draws: number } | null;
}

export interface TablePart {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly headings: readonly string[];
  readonly estimates: readonly Estimate[];
  /** Models that could not be estimated, and why. */
  readonly refused: readonly { readonly heading: string; readonly reason: string }[];
  readonly scatter: { readonly x: string; readonly y: string; readonly bins: readonly Bin[] } | null;
}

export interface RunOptions {
  /** Called between two estimations, so that others get their turn. */
  readonly pause?: () => Promise<void>;
}

/** Draws of the bands and their seed: fixed, so that the same panel gives the same result. */
const DRAWS = { draws: 499, seed: 1 } as const;

/** Estimators whose effects before treatment are about the period -1, as the bounds on trends need. */
const JUDGED = ["Callaway and Sant'Anna"];

/** The declaration with this id, or a `UserError` that lists those there are. */
export function studyOf(book: Pick<Book, "codebook">, id: string): StudyDeclaration {
  const found = book.codebook.studies.get(id);
  if (found !== undefined) return found;
  throw new UserError({
    code: "unknown-study",
    message: `the codebook has no study "${id}"`,
    expected: [...book.codebook.studies.keys()].join(", ") || "a codebook with a section `studies`",
  });
}

/** Builds the panel of a study and estimates everything it declares. The same entry always gives the same numbers. */
export async function runStudy(
  book: Book,
  study: StudyDeclaration,
  options: RunOptions = {},
): Promise<StudyResult> {
  return estimateStudy(await buildPanel(book, study.panel), study, options);
}

/** Estimates everything that a study declares on its panel. */
export async function estimateStudy(
  panel: BookPanel,
  study: StudyDeclaration,
  { pause = async () => {} }: RunOptions = {},
): Promise<StudyResult> {
  const staggered: StaggeredPart[] = [];
  for (const [id, part] of Object.entries(study.staggered)) {
    await pause();
    staggered.push(await staggeredPart(panel.frame, { id, part, pause }));
  }
  const tables: TablePart[] = [];
  for (const [id, part] of Object.entries(study.tables)) {
    await pause();
    tables.push(tablePart(panel, id, part));
  }
  const { frame, csv: _csv, declaration, ...rest } = panel;
  return {
    id: study.id,
    label: study.label.en,
    question: study.question.trim(),
    panel: { ...rest, rows: frame.rows, columns: columnsOf(declaration) },
    staggered,
    tables,
    shows: study.shows,
    cannot: study.cannot,
    wanted: study.wanted,
  };
}

function columnsOf({ series, treatments }: BookPanel["declaration"]): StudyResult["panel"]["columns"] {
  return [
    ...Object.entries(series).map(([name, column]) => ({
      name,
      label: column.label.en,
      series: column.series,
    })),
    ...Object.entries(treatments).map(([name, { label }]) => ({ name, label: label.en, series: "" })),
  ];
}

interface PartJob {
  readonly id: string;
  readonly part: StudyStaggered;
  readonly pause: () => Promise<void>;
}

async function staggeredPart(frame: Frame, { id, part, pause }: PartJob): Promise<StaggeredPart> {
  const formula = `${part.outcome} ~ ${part.covariates.join(" + ") || "1"} | country + year`;
  return {
    id,
    label: part.label.en,
    text: part.text?.trim() ?? "",
    outcome: part.outcome,
    treatment: part.treatment,
    formula,
    subset: part.subset ?? "",
    window: part.window,
    ...(await estimatesOf(frame, formula, { part, pause })),
  };
}

type PartEstimates = Pick<
  StaggeredPart,
  "report" | "sensitivity" | "treated" | "untreated" | "randomization"
>;

/** The estimates of a part; where the panel cannot carry any, the reason stands among the refused. */
async function estimatesOf(
  frame: Frame,
  formula: string,
  { part, pause }: Omit<PartJob, "id">,
): Promise<PartEstimates> {
  try {
    const runs: StaggeredRun[] = [];
    for (const method of STAGGERED_METHODS) {
      await pause();
      runs.push(runStaggered(frame, formula, { ...optionsOf(part), methods: [method] }));
    }
    const run: StaggeredRun = {
      panel: runs[0]!.panel,
      results: runs.flatMap(({ results }) => results),
      refused: runs.flatMap(({ refused }) => refused),
    };
    await pause();
    const sensitivity = run.results.flatMap(({ result }) => {
      const study = JUDGED.includes(result.method) ? eventWindow(result, part.window) : null;
      const found = study === null ? null : sensitivityOf(study);
      return found === null ? [] : [{ model: result.method, ...found }];
    });
    return {
      report: staggeredReport(run, formula),
      sensitivity,
      ...countedUnits(run.panel),
      randomization: randomized(frame, part),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const refused = [{ method: "all estimators", reason: error.message }];
    const report = { estimates: [], support: [], refused, decomposition: null };
    return { report, sensitivity: [], treated: 0, untreated: 0, randomization: null };
  }
}

const optionsOf = ({ treatment, controls, window, subset }: StudyStaggered): StaggeredRunOptions => ({
  cohort: `${treatment}_first`,
  vcov: "cluster:country",
  controls,
  base: "universal",
  window,
  ...(subset === undefined ? {} : { subset }),
  ...DRAWS,
});

/** Units treated after their first row, and units not treated within the data. */
function countedUnits({ unit, cohort, time }: StaggeredPanel): { treated: number; untreated: number } {
  const first = new Float64Array(unit.size).fill(Number.POSITIVE_INFINITY);
  const starts = new Float64Array(unit.size);
  for (let row = 0; row < time.length; row++) {
    first[unit.codes[row]!] = Math.min(first[unit.codes[row]!]!, time[row]!);
    starts[unit.codes[row]!] = cohort[row]!;
  }
  const switches = starts.filter((start, at) => Number.isFinite(start) && start > first[at]!).length;
  return { treated: switches, untreated: starts.filter(start => !Number.isFinite(start)).length };
}

function randomized(
  frame: Frame,
  { outcome, treatment, covariates, subset }: StudyStaggered,
): StaggeredPart["randomization"] {
  const formula = `${outcome} ~ ${[treatment, ...covariates].join(" + ")} | country + year`;
  const [estimate] = estimateAll(frame, formula, {
    vcov: "cluster:country",
    randomize: { term: treatment, unit: "country", time: "year", draws: 199, seed: DRAWS.seed },
    ...(subset === undefined ? {} : { subset }),
  });
  const found = estimate?.randomization;
  return found === undefined ? null : { p: found.p, draws: found.draws };
}

function tablePart({ frame }: BookPanel, id: string, part: StudyTable): TablePart {
  const estimates: Estimate[] = [];
  const headings: string[] = [];
  const refused: { heading: string; reason: string }[] = [];
  for (const { heading, formula, method, subset } of part.models) {
    try {
      const options = { vcov: part.vcov, model: method, panel: { unit: "country", time: "year" } };
      estimates.push(...estimateAll(frame, formula, { ...options, ...(subset ? { subset } : {}) }));
      headings.push(heading);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ heading, reason: error.message });
    }
  }
  const { scatter } = part;
  return {
    id,
    label: part.label.en,
    text: part.text?.trim() ?? "",
    headings,
    estimates,
    refused,
    scatter:
      scatter === undefined
        ? null
        : { x: scatter.x, y: scatter.y, bins: binnedMeans(frame, { ...scatter, bins: 10 }) },
  };
}
