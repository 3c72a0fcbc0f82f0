/**
 * What one document may cost. The limits keep a laptop usable; each refusal names the limit and the way out.
 * Sizes are of the bytes as given.
 */
export const LIMITS = {
  /** Plain text and Markdown. A 64 MiB text is about ten thousand long articles. */
  textBytes: 64 * 1024 * 1024,
  /** HTML: a parsed page takes some thirty times its size in memory. */
  htmlBytes: 24 * 1024 * 1024,
  /** Office documents, e-books, mail and PDF. */
  packedBytes: 64 * 1024 * 1024,
  /** Milliseconds that the parser of one foreign document may run. */
  parseTimeout: 20_000,
  /** Milliseconds for a PDF, which is read page by page and given as far as time goes. 5,000 dense pages take about 20 s. */
  pdfTimeout: 120_000,
  /** Heap of the worker that parses, in MiB. */
  parseMemory: 1024,
} as const;

/** Milliseconds that a document of a kind may take, where nobody says otherwise. */
export const timeoutOf = (format: string): number =>
  format === "pdf" ? LIMITS.pdfTimeout : LIMITS.parseTimeout;
