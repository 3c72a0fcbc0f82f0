import type { KindModel } from "../book/model.ts";
import {
  THRESHOLDS as BOOK_THRESHOLDS,
  explainPairOf,
  LEAST_FIELDS,
  type ProposedEvents,
} from "../book/propose-events.ts";
import type { LinkResult } from "../pairs.ts";
import { type CompletenessData, completenessPicture } from "../pictures/completeness.ts";
import { type LevelsData, levelsPicture } from "../pictures/levels.ts";
import { percent } from "../pictures/svg.ts";
import { type ThresholdsData, thresholdsPicture } from "../pictures/thresholds.ts";
import { type UnlinkablesData, unlinkablesPicture } from "../pictures/unlinkables.ts";
import { probabilityOf } from "../score/score.ts";
import { THRESHOLDS } from "./threshold.ts";

/** What a person looks at before believing any link: the data behind four pictures. */
export interface Diagnosis {
  readonly completeness: CompletenessData;
  readonly levels: LevelsData;
  readonly unlinkables: UnlinkablesData;
  readonly thresholds: ThresholdsData;
}

/** Rows that unlinkables are counted on; of a larger table every so many-th. */
const ROWS_LOOKED_AT = 20_000;

/** The diagnosis of a table that has been linked. */
export function diagnoseLink({ comparer, parameters, scorer, quality, threshold }: LinkResult): Diagnosis {
  const step = Math.max(1, Math.ceil(comparer.rows / ROWS_LOOKED_AT));
  const own: number[] = [];
  for (let row = 0; row < comparer.rows; row += step) own.push(probabilityOf(scorer.weight(row, row)));
  return {
    completeness: {
      records: comparer.rows,
      fields: comparer.fields.map(({ column }) => ({ name: column.name, filled: column.filled })),
    },
    levels: {
      fields: comparer.fields.map(({ column, levels }, field) => ({
        name: column.name,
        levels: levels.map((meaning, level) => ({
          meaning,
          m: parameters.m[field]![level]!,
          u: parameters.u[field]![level]!,
        })),
      })),
    },
    unlinkables: unlinkables(own, THRESHOLDS, threshold),
    thresholds: { used: threshold, rows: quality, method: "as the model expects" },
  };
}

/** The diagnosis of a kind of a book. */
export function diagnoseKind(model: KindModel, { threshold, quality }: ProposedEvents): Diagnosis {
  const own = model.ids.map((_, row) => {
    const { probability, evidence } = explainPairOf(model, row, row);
    const stated = evidence.filter(({ level }) => level !== "missing").length;
    const lacks = model.fields.some((field, at) => field.needed && evidence[at]!.level === "missing");
    return lacks || stated < Math.min(LEAST_FIELDS, model.fields.length) ? 0 : probability;
  });
  return {
    completeness: {
      records: model.rows.length,
      fields: model.fields.map(({ name, filled }) => ({ name, filled })),
    },
    levels: {
      fields: model.fields.map(({ name, levels, m, u }) => ({
        name,
        levels: levels.map((meaning, level) => ({ meaning, m: m[level]!, u: u[level]! })),
      })),
    },
    unlinkables: unlinkables(own, BOOK_THRESHOLDS, threshold),
    thresholds: { used: threshold, rows: quality, method: "as the model expects" },
  };
}

function unlinkables(own: readonly number[], thresholds: readonly number[], used: number): UnlinkablesData {
  const all = [...new Set([...thresholds, used])].sort((a, b) => a - b);
  return {
    records: own.length,
    used,
    rows: all.map(threshold => ({
      threshold,
      unlinkable: own.filter(probability => probability < threshold).length / Math.max(1, own.length),
    })),
  };
}

/** The four pictures as SVG, by name. */
export const picturesOf = ({ completeness, levels, unlinkables: least, thresholds }: Diagnosis) => ({
  completeness: completenessPicture(completeness),
  levels: levelsPicture(levels),
  unlinkables: unlinkablesPicture(least),
  thresholds: thresholdsPicture(thresholds),
});

/** Completeness and unlinkables for the terminal, a line each. */
export function formatDiagnosis({ completeness, unlinkables: least }: Diagnosis): string {
  const width = Math.max(...completeness.fields.map(({ name }) => name.length));
  const at = least.rows.find(({ threshold }) => threshold >= least.used) ?? least.rows.at(-1)!;
  return [
    "stated by how many records",
    ...completeness.fields.map(
      ({ name, filled }) =>
        `  ${name.padEnd(width)} ${percent(filled).padStart(7)}  ${"#".repeat(Math.round(20 * filled))}`,
    ),
    `${percent(at.unlinkable)} of ${least.records} records say too little to be joined from ${least.used} on, even to a copy of themselves`,
  ].join("\n");
}
