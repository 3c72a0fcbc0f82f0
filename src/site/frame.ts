import type { AskedEntry } from "./as-of.ts";

/** What every page of one site has in common. */
export interface Frame {
  /** Title of the book. */
  readonly book: string;
  /** Entry of the journal that the page speaks of: `seq:hash`. */
  readonly asOf: string;
  /** The entry that the page was asked for; absent where it was asked for as it is now. */
  readonly past?: AskedEntry;
  /** Path of this page without its extension and query, as the reader asked for it. */
  readonly path: string;
  /** Query of this page with its question mark, or empty. */
  readonly query: string;
  /** Address of a file in `assets/`. */
  readonly asset: (name: string) => string;
  /** The sections of the site, in order. */
  readonly sections: readonly { readonly href: string; readonly label: string }[];
  /** False on a static site, which has nobody to send a form to. */
  readonly forms: boolean;
}

/** A table for CSV: named columns, rows of cells. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | bigint | boolean | null | readonly string[])[])[];
}

/** Only addresses that a browser can open without running anything; null for all others. */
export function safeUrl(url: string): string | null {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}

/** `a-b:c` as one segment of a path. */
export const segment = (id: string): string => encodeURIComponent(id).replaceAll("%3A", ":");
