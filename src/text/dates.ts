import type { Compiled } from "./compile.ts";
import type { Token } from "./tokens.ts";

export interface DateRead {
  readonly from: number;
  readonly to: number;
  /** A length of time, which is a quantity as well. */
  readonly counts: boolean;
}

export function datesIn(_tokens: readonly Token[], _c: Compiled): DateRead[] {
  return [];
}
