import type { Span } from "../types.ts";
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
  readonly links: readonly { readonly span: Span; readonly href: string }[];
  readonly warnings: readonly string[];
  /** Characters of the original's text that are left out as furniture: menus, captions, related links, running heads. */
  readonly omitted: number;
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
  omitted: 0,
  origins: NO_ORIGINS,
};
