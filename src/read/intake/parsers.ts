import { readDocx } from "./docx.ts";
import { readEmail } from "./email.ts";
import { readEpub } from "./epub.ts";
import { readHtml } from "./html.ts";
import type { OcrOptions } from "./ocr.ts";
import { readPdf } from "./pdf.ts";

/** What a parser is told beside the bytes. */
export interface ParserOptions {
  readonly url: string;
  /** Milliseconds within which a parser that can stop early has to stop. */
  readonly budget: number;
  readonly ocr: OcrOptions | null;
}

/** The parsers of foreign bytes, by format. They run in a worker where there are workers; see `host.ts`. */
export const parsers = {
  html: (input: string, { url }: ParserOptions) => readHtml(input, { url }),
  docx: (input: Uint8Array) => readDocx(input),
  epub: (input: Uint8Array) => readEpub(input),
  email: (input: Uint8Array) => readEmail(input),
  pdf: (input: Uint8Array, { budget, ocr }: ParserOptions) => readPdf(input, { budget, ocr }),
} as const;
