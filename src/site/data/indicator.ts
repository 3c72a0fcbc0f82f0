import type { ChartForm, IndicatorDeclaration } from "../../codebook/types.ts";
import type { IndicatorResult } from "../../count/types.ts";

/** The page of an indicator. */
export interface IndicatorData {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly measure: string;
  readonly statistic: IndicatorDeclaration["statistic"];
  /** Form that is drawn: the one asked for, else the declared one or the nearest that fits. */
  readonly chart: ChartForm;
  readonly panels: string | null;
  readonly marks: string | null;
  /** Query of the address with its question mark, or empty. */
  readonly search: string;
  readonly interval: string;
  readonly dimensions: readonly { readonly id: string; readonly domain: string }[];
  readonly by: readonly string[];
  readonly result: IndicatorResult;
  /** Words for the values of the dimensions, by dimension and value. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the result was kept to, in words; empty where to nothing. */
  readonly kept: string;
}
