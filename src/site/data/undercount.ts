import type { UndercountResult } from "../../count/undercount/types.ts";

/** The page of what no source reports. */
export interface UndercountData {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly asOf: string;
  /** Resamples of its bootstraps. */
  readonly draws: number;
  readonly result: UndercountResult;
}
