import { readHtml } from "./html.ts";

/** The parsers of foreign markup, by format. They run in a worker where there are workers; see `host.ts`. */
export const parsers = {
  html: (input: string, options: { url: string }) => readHtml(input, options),
} as const;
