import { hasFrontMatter } from "./front-matter.ts";

/** What kind of file the bytes are, by their first bytes, then by the declared type, then by the name. */

export type Sniffed =
  | "text"
  | "html"
  | "markdown"
  | "pdf"
  | "docx"
  | "epub"
  | "email"
  | "warc"
  | "archive"
  | "office"
  | "binary";

const MAGIC: readonly (readonly [string, Sniffed])[] = [
  ["%PDF-", "pdf"],
  ["PK\u0003\u0004", "archive"],
  ["\u001f\u008b", "archive"],
  ["7z\u00bc\u00af", "archive"],
  ["BZh", "archive"],
  ["Rar!", "archive"],
  ["\u00fd7zXZ", "archive"],
  ["\u0089PNG", "binary"],
  ["\u00ff\u00d8\u00ff", "binary"],
  ["GIF8", "binary"],
  ["RIFF", "binary"],
  ["\u007fELF", "binary"],
  ["MZ\u0090", "binary"],
  ["\u00d0\u00cf\u0011\u00e0", "office"],
  ["OggS", "binary"],
  ["ID3", "binary"],
  ["\u0000asm", "binary"],
  ["PAR1", "binary"],
  ["SQLite format 3", "binary"],
  ["WARC/1.", "warc"],
];

const BY_EXTENSION: Readonly<Record<string, Sniffed>> = {
  html: "html",
  htm: "html",
  xhtml: "html",
  md: "markdown",
  markdown: "markdown",
  eml: "email",
  txt: "text",
  warc: "warc",
};

function latin1(bytes: Uint8Array, length: number): string {
  let text = "";
  for (const byte of bytes.subarray(0, length)) text += String.fromCharCode(byte);
  return text;
}

/** Office and book files are ZIP archives that name their kind in the first entries. */
function kindOfArchive(bytes: Uint8Array): Sniffed {
  const head = latin1(bytes, 8192);
  if (head.includes("application/epub+zip")) return "epub";
  const names = head + latin1(bytes.subarray(Math.max(0, bytes.length - 16384)), 16384);
  if (names.includes("word/document.xml")) return "docx";
  return names.includes("META-INF/container.xml") ? "epub" : "archive";
}

function byDeclaration(name: string, mime: string): Sniffed | undefined {
  if (/^text\/html|xhtml\+xml/i.test(mime)) return "html";
  if (/markdown/i.test(mime)) return "markdown";
  if (/^message\/rfc822/i.test(mime)) return "email";
  return BY_EXTENSION[name.toLowerCase().split(".").at(-1) ?? ""];
}

/** An HTML file says so within its first characters, after white space, comments and declarations. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 2048).replace(/<!--[\s\S]*?-->/g, "");
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|meta|title|h1)\b/i.test(
    head,
  );
}

const MAIL_HEADERS = /^(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to):/i;

/** A mail begins with header lines, and at least three of the usual ones are there. */
function looksLikeMail(head: string): boolean {
  const lines = head.split(/\r?\n/);
  const end = lines.indexOf("");
  const headers = (end < 0 ? lines : lines.slice(0, end)).filter(line => MAIL_HEADERS.test(line));
  return headers.length >= 3 && /^[\w-]+:\s/.test(lines[0] ?? "") && headers.some(h => /^from:/i.test(h));
}

/** `archive` and `binary` are what the reader refuses. */
export function sniff(bytes: Uint8Array, { name = "", mime = "" } = {}): Sniffed {
  const head = latin1(bytes, 16);
  const magic = MAGIC.find(([prefix]) => head.startsWith(prefix))?.[1];
  if (magic === "archive") return kindOfArchive(bytes);
  if (magic) return magic;
  const declared = byDeclaration(name, mime);
  if (declared) return declared;
  const opening = latin1(bytes, 4096).replaceAll("\u0000", "");
  if (looksLikeHtml(opening.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, ""))) return "html";
  if (hasFrontMatter(opening)) return "markdown";
  return looksLikeMail(opening) ? "email" : "text";
}

/** Share of control characters above which a "text" is taken for something else. */
const CONTROL_SHARE = 0.002;

/** True where decoded text is no text: a NUL, or too many control characters. */
export function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 65_536);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) controls++;
  }
  return controls > 2 && controls > length * CONTROL_SHARE;
}
