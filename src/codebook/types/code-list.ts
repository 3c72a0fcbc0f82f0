import type { Labels } from "./labels.ts";

/** The codes that a `code` field can take, in order, with what each means. */
export interface CodeList {
  readonly id: string;
  readonly label: Labels;
  readonly codes: ReadonlyMap<string, { readonly label: Labels; readonly description?: string }>;
}
