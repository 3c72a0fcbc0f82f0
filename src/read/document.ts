import { UserError } from "../codebook/errors.ts";
import { datelineOf, dayOfDateline, openingOf } from "./intake/dateline.ts";
import { decodeBytes } from "./intake/decode.ts";
import { flattenHtml } from "./intake/flatten.ts";
import { type Outcome, type ParsedFormat, parseApart } from "./intake/host.ts";
import { LIMITS, timeoutOf } from "./intake/limits.ts";
import { readMarkdown } from "./intake/markdown.ts";
import type { OcrOptions } from "./intake/ocr.ts";
import { identity } from "./intake/origins.ts";
import { EMPTY_PAGE, type Page } from "./intake/page.ts";
import { looksBinary, type Sniffed, sniff } from "./intake/sniff.ts";
import { detectLanguage } from "./language.ts";
import type { Document } from "./types.ts";

export interface ReadOptions {
  /** File name or address, for messages and for its extension. */
  readonly name?: string;
  /** Address the bytes came from. */
  readonly url?: string;
  /** Media type that the transport declared, with its charset. */
  readonly mime?: string;
  /** Milliseconds and MiB that a parser of foreign markup may take. */
  readonly timeout?: number;
  readonly memory?: number;
  /** False: a page is read as the sequence of its blocks, with no article told apart; for pages on which that has failed. */
  readonly structure?: boolean;
  /** Parse markup in a worker of its own (default). Only who has isolated the caller already says no. */
  readonly isolate?: boolean;
  /** How pictures of pages are read (see `findTesseract`); left out: they are said to need it. */
  readonly ocr?: OcrOptions | null;
}

const MEGABYTE = 1024 * 1024;

function refuse(name: string, code: string, message: string, hint: string): never {
  throw new UserError({ code, file: name, message, hint });
}

function guardSize(bytes: Uint8Array, format: Sniffed, name: string): void {
  const limit =
    format === "html"
      ? LIMITS.htmlBytes
      : format === "text" || format === "markdown"
        ? LIMITS.textBytes
        : LIMITS.packedBytes;
  if (bytes.length === 0)
    refuse(name, "empty-document", "the document is empty", "give a file with text in it");
  if (bytes.length > limit)
    refuse(
      name,
      "document-too-large",
      `the document has ${Math.ceil(bytes.length / MEGABYTE)} MB; at most ${limit / MEGABYTE} MB are read at once`,
      "split it into parts (for example `split -C 32m FILE`) and read them one by one",
    );
}

const UNREADABLE: Partial<Record<Sniffed, string>> = {
  warc: "it is a web archive, of which each page is a document of its own",
  binary: "it is a picture, sound, program or database file",
  archive: "it is a compressed archive",
  office: "it is an Office file that is locked with a password, or of the kind of before 2007",
};

function guardFormat(format: Sniffed, name: string): void {
  const reason = UNREADABLE[format];
  if (reason)
    refuse(
      name,
      "not-a-document",
      `the document cannot be read: ${reason}`,
      format === "office"
        ? "save it as DOCX without a password"
        : format === "warc"
          ? "read it with `custodes read FILE`, or in code with `readArchive`"
          : "give text, Markdown, HTML, PDF, DOCX, EPUB or e-mail; unpack an archive first",
    );
}

async function sha256(bytes: Uint8Array): Promise<string> {
  // Node's own hash is loaded by then; that of the web is not, and goes by way of another thread.
  const node = globalThis.process?.getBuiltinModule?.("node:crypto");
  if (node) return node.createHash("sha256").update(bytes).digest("hex");
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, "0")).join("");
}

const charsetOf = (mime: string): string => /charset\s*=\s*["']?([\w.:-]+)/i.exec(mime)?.[1] ?? "";

/** A plain text names itself by its first line where that line reads like a headline: short, and not a sentence. */
function headline(text: string): string {
  const line = /^\s*([^\n\r]{1,200})(?:\r?\n|$)/.exec(text)?.[1]?.trim() ?? "";
  const ends = /[A-Za-z0-9”"’)]$/.test(line) || /[\p{L}\p{N}]$/u.test(line);
  return line.length <= 120 && ends && text.trim().length > line.length ? line : "";
}

async function readMarkup(
  format: ParsedFormat,
  input: string | Uint8Array,
  options: ReadOptions,
): Promise<Page> {
  const { name = "", url = "", structure = true } = options;
  const outcome: Outcome = structure
    ? await parseApart(format, input, { ...options, url, timeout: options.timeout ?? timeoutOf(format) })
    : { failure: "with it, it took too long or too much memory", code: "parse-timeout", hint: "" };
  if ("page" in outcome) return outcome.page;
  if (format === "html" && typeof input === "string")
    return {
      ...EMPTY_PAGE,
      ...flattenHtml(input, url),
      url,
      warnings: [`The page was read without its structure: ${outcome.failure}.`],
    };
  // Messages of libraries end with a full stop, behind which the way out would stand oddly.
  const failure = outcome.failure.replace(/\.$/, "");
  return refuse(name, outcome.code, `the document could not be read: ${failure}`, outcome.hint);
}

const PACKED = new Set<Sniffed>(["docx", "epub", "email", "pdf"]);

async function readPage(bytes: Uint8Array, format: Sniffed, options: ReadOptions): Promise<Page> {
  if (PACKED.has(format)) return readMarkup(format as ParsedFormat, bytes, options);
  const { url = "", mime = "" } = options;
  const { text, warnings, lossy } = decodeBytes(bytes, charsetOf(mime));
  if (looksBinary(text)) guardFormat("binary", options.name ?? "");
  const page =
    format === "html"
      ? await readMarkup("html", text, options)
      : format === "markdown"
        ? readMarkdown(text, { url })
        : { ...EMPTY_PAGE, text, url, title: headline(text), origins: identity(text.length) };
  return { ...page, warnings: [...warnings, ...page.warnings], partial: page.partial || lossy };
}

/** Characters at the head of a text in which its by-line is looked for. */
const HEAD = 2000;

/** The day that the head of a text gives, where nothing else says when it was published. */
function writtenOn({ text, opening }: Page, format: Sniffed, language: string): string {
  const plain = format === "text" || format === "markdown";
  const lines = text.slice(0, HEAD).split("\n");
  const told = datelineOf(opening ?? (plain ? openingOf(lines) : []), language);
  return told || dayOfDateline(lines, language);
}

/**
 * A document out of bytes. Refused, with the reason and the way out as a `UserError`: empty, binary, too large, no text in it.
 * Whatever could be read only in part says so in `warnings`. The text of a plain text file is the file's own, character for
 * character (without a byte order mark), so that spans fit the file.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<Document> {
  const { name = options.url ?? "", mime = "" } = options;
  const format = sniff(bytes, { name, mime });
  guardFormat(format, name);
  guardSize(bytes, format, name);
  // A parser may take the bytes for itself, so they are summed up first.
  const sum = await sha256(bytes);
  const page = await readPage(bytes, format, { ...options, name });
  if (page.text.trim() === "")
    refuse(
      name,
      "no-text",
      "there is no text in the document",
      "a page made by script must be saved after it was shown",
    );
  const language = detectLanguage(page.text, page.language);
  return {
    title: page.title,
    language,
    sha256: sum,
    characters: page.text.length,
    text: page.text,
    url: page.url,
    publisher: page.publisher,
    authors: page.authors,
    published: page.published || writtenOn(page, format, language),
    format: format as Document["format"],
    links: page.links,
    warnings: page.warnings,
    partial: page.partial,
    omitted: page.omitted,
    ...(page.notesFrom === undefined ? {} : { notesFrom: page.notesFrom }),
    ...(page.tables === undefined ? {} : { tables: page.tables }),
    origins: page.origins,
  };
}
