import type { Book, Entry } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import type { PanelDeclaration } from "../../codebook/types.ts";
import type { Estimate } from "../options.ts";
import type { BookPanel } from "./panel.ts";
import type { StudyResult } from "./study.ts";

/** What the entry of a kept estimate holds; objects: the panel as CSV, the whole result as JSON. */
export interface KeptEstimate {
  readonly study: string;
  readonly label: string;
  /** The formula where one was given, else empty: everything the study declares. */
  readonly formula: string;
  readonly options: Readonly<Record<string, string>>;
  /** The declaration of the panel as JSON text: the order of its columns matters, and entries sort their keys. */
  readonly declaration: string;
  readonly query: string;
  /** SHA-256 of the panel's CSV. */
  readonly digest: string;
  /** `seq:hash` of the entry that the panel was built at. */
  readonly asOf: string;
  readonly coefficients: readonly KeptCoefficient[];
}

export interface KeptCoefficient {
  /** `part/model/term` of a study, `model/term` of a formula. */
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/** A kept estimate with its entry. */
export interface EstimateEntry extends KeptEstimate {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** SHA-256 of the panel and of the result. */
  readonly objects: readonly string[];
}

export interface KeepOptions {
  readonly by: string;
  readonly study: string;
  readonly label: string;
  readonly formula?: string;
  readonly options?: Readonly<Record<string, string>>;
}

const ACT = "estimate";

/** Keeps an estimate in the book: one entry with the query, the panel's digest and the coefficients; panel and result as objects. */
export async function keepEstimate(
  book: Book,
  panel: BookPanel,
  result: StudyResult | readonly Estimate[],
  { by, study, label, formula = "", options = {} }: KeepOptions,
): Promise<Entry> {
  const data: KeptEstimate = {
    study,
    label,
    formula,
    options,
    declaration: JSON.stringify(panel.declaration),
    query: panel.query,
    digest: panel.digest,
    asOf: panel.asOf,
    coefficients: "staggered" in result ? coefficientsOf(result) : result.flatMap(one => ofEstimate(one, "")),
  };
  const encoder = new TextEncoder();
  const objects = [
    await book.put(encoder.encode(panel.csv)),
    await book.put(encoder.encode(JSON.stringify(result, withoutTimes))),
  ];
  return book.append({ by, act: ACT, data, objects });
}

/** The same panel gives the same bytes: how long it took is no part of a result. */
const withoutTimes = (key: string, value: unknown) => (key === "milliseconds" ? undefined : value);

/** Every coefficient of a study by its name. */
export function coefficientsOf({ staggered, tables }: StudyResult): KeptCoefficient[] {
  return [
    ...staggered.flatMap(({ id, report }) => report.estimates.flatMap(one => ofEstimate(one, `${id}/`))),
    ...tables.flatMap(({ id, estimates, headings }) =>
      estimates.flatMap((one, at) => ofEstimate({ ...one, model: headings[at]! }, `${id}/`)),
    ),
  ];
}

function ofEstimate({ model, terms }: Pick<Estimate, "model" | "terms">, prefix: string): KeptCoefficient[] {
  return terms
    .filter(({ se }) => Number.isFinite(se))
    .map(({ term, estimate, se, low, high }) => ({
      name: `${prefix}${model}/${term}`,
      estimate,
      se,
      low,
      high,
    }));
}

/** All kept estimates, oldest first. Redacted ones are passed over. */
export async function keptEstimates(book: Book): Promise<EstimateEntry[]> {
  const found: EstimateEntry[] = [];
  for await (const { act, data, seq, at, by, objects } of book.entries()) {
    if (act !== ACT || typeof data !== "object" || data === null || !("digest" in data)) continue;
    found.push({ ...(data as KeptEstimate), seq, at, by, objects });
  }
  return found;
}

/** The declaration of the panel of a kept estimate. */
export const declarationOf = ({ declaration }: Pick<KeptEstimate, "declaration">): PanelDeclaration =>
  JSON.parse(declaration) as PanelDeclaration;

/** The kept estimate of this entry, or the newest one of all that this study declares; null where there is none. */
export async function findEstimate(book: Book, id: string): Promise<EstimateEntry | null> {
  const all = await keptEstimates(book);
  const found =
    all.filter(({ seq, study, formula }) => String(seq) === id || (study === id && formula === "")).at(-1) ??
    null;
  if (found === null && /^\d+$/.test(id)) {
    throw new UserError({
      code: "unknown-estimate",
      message: `entry ${id} holds no estimate`,
      expected: all.map(({ seq, study }) => `${seq} (${study})`).join(", ") || "an estimate kept with --keep",
    });
  }
  return found;
}
