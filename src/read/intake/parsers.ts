import { readEmail } from "./email.ts";
import { readHtml } from "./html.ts";
import { readDocx, readEpub } from "./packed.ts";
import { readPdf } from "./pdf.ts";

/** The parsers of foreign bytes, by format. They run in a worker where there are workers; see `host.ts`. */
export const parsers = {
  html: (input: string, options: { url: string }) => readHtml(input, options),
  docx: (input: Uint8Array) => readDocx(input),
  epub: (input: Uint8Array) => readEpub(input),
  email: (input: Uint8Array) => readEmail(input),
  pdf: (input: Uint8Array) => readPdf(input),
} as const;
