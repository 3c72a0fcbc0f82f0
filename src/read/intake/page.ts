import type { Span } from "../types.ts";

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
};
