import type { Span, Table } from "../types.ts";
import { NO_ORIGINS, type OriginMap } from "./origins.ts";

/** What an intake gives before the document is put together. */
export interface Page {
  readonly text: string;
  readonly title: string;
  readonly language: string;
  readonly url: string;
  readonly publisher: string;
  readonly authors: readonly string[];
  readonly published: string;
  /** Lines between the title and the first paragraph, where the markup does not say when it was published. */
  readonly opening?: readonly string[];
  readonly links: readonly { readonly span: Span; readonly href: string }[];
  readonly warnings: readonly string[];
  /** True where some of the original's own text could not be read; `warnings` say what. */
  readonly partial: boolean;
  /** Characters of the original's text that are left out as furniture: menus, captions, related links, running heads. */
  readonly omitted: number;
  /** Where the notes of the text begin, which the intake has put at its end; left out where it has none. */
  readonly notesFrom?: number;
  /** Its tables of data, in order of the text; left out where it has none. */
  readonly tables?: readonly Table[];
  /** Where each character stands in the original. */
  readonly origins: OriginMap;
}

export const EMPTY_PAGE: Page = {
  text: "",
  title: "",
  language: "",
  url: "",
  publisher: "",
  authors: [],
  published: "",
  links: [],
  warnings: [],
  partial: false,
  omitted: 0,
  origins: NO_ORIGINS,
};
