import { type LinkageOptions, type Reports, undercountOverLinks } from "./records/linkage.ts";
import type { CaptureTable } from "./table/table.ts";
import type { Estimate, UndercountOptions, UndercountResult } from "./types.ts";
import { undercount } from "./undercount.ts";

/** Where estimates are worked out: in this thread, or apart from it (`apart`). */
export interface Compute {
  undercount(table: CaptureTable, options: UndercountOptions): UndercountResult | Promise<UndercountResult>;
  overLinks(reports: Reports, options: LinkageOptions): Estimate | Promise<Estimate>;
}

/** In this thread, which waits for it. */
export const HERE: Compute = { undercount, overLinks: undercountOverLinks };
