import { decodeBytes } from "./decode.ts";
import { flattenHtml } from "./flatten.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";

/** A mail, or a part of one: header lines and the bytes behind them, which stand as one character a byte. */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Deeper nesting of parts than this is no mail that a person sent. */
const MAX_DEPTH = 8;
const MAX_PARTS = 200;

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0) & 0xff);

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

function parsePart(source: string): Part {
  const split = /\r?\n\r?\n/.exec(source);
  const head = split ? source.slice(0, split.index) : source;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: split ? source.slice(split.index + split[0].length) : "" };
}

const parameter = (value: string, name: string): string =>
  new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(value)?.slice(1).find(Boolean) ?? "";

function quotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function base64(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, "");
  return atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)));
}

function decoded({ headers, body }: Part): { text: string; warnings: readonly string[] } {
  const encoding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  const raw =
    encoding === "base64" ? base64(body) : encoding === "quoted-printable" ? quotedPrintable(body) : body;
  return decodeBytes(bytesOf(raw), parameter(headers.get("content-type") ?? "", "charset"));
}

/** `=?utf-8?B?...?=` in header lines. */
function header(value: string): string {
  return value
    .replace(/(\?=)\s+(=\?)/g, "$1$2")
    .replace(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (_, charset, kind, text) => {
      const raw = kind.toLowerCase() === "b" ? base64(text) : quotedPrintable(text.replaceAll("_", " "));
      return decodeBytes(bytesOf(raw), charset).text;
    });
}

interface Found {
  plain: Part[];
  html: Part[];
  attachments: number;
  parts: number;
}

function collect(part: Part, found: Found, depth: number): void {
  found.parts++;
  if (depth > MAX_DEPTH || found.parts > MAX_PARTS) return;
  const type = part.headers.get("content-type") ?? "text/plain";
  const boundary = parameter(type, "boundary");
  if (/^multipart\//i.test(type) && boundary !== "") {
    const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1);
    for (const piece of pieces)
      if (!piece.startsWith("--"))
        collect(parsePart(piece.replace(/^[ \t]*\r?\n/, "").replace(/\r$/, "")), found, depth + 1);
  } else if (/^attachment/i.test(part.headers.get("content-disposition") ?? "")) found.attachments++;
  else if (/^text\/html/i.test(type)) found.html.push(part);
  else if (/^text\//i.test(type)) found.plain.push(part);
  else found.attachments++;
}

/** The day of a mail's date line, in UTC. */
function dayOf(value: string): string {
  const time = Date.parse(value);
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}

/** A mail: its text (else its HTML as text), subject, sender and date. Attachments are counted and not read. */
export function readEmail(bytes: Uint8Array): Page {
  const whole = parsePart(latin1(bytes));
  const found: Found = { plain: [], html: [], attachments: 0, parts: 0 };
  collect(whole, found, 0);
  const plain = found.plain.map(decoded);
  const html = plain.length > 0 ? [] : found.html.map(decoded);
  const page = flattenHtml(html.map(part => part.text).join("\n"));
  const from = header(whole.headers.get("from") ?? "")
    .replace(/\s*<[^>]*>\s*$/, "")
    .replace(/^"|"$/g, "");
  const attached = found.attachments;
  return {
    ...EMPTY_PAGE,
    text: plain.length > 0 ? plain.map(part => part.text).join("\n\n") : page.text,
    links: plain.length > 0 ? [] : page.links,
    title: header(whole.headers.get("subject") ?? ""),
    authors: from === "" ? [] : [from],
    published: dayOf(whole.headers.get("date") ?? ""),
    warnings: [
      ...plain.flatMap(part => part.warnings),
      ...html.flatMap(part => part.warnings),
      ...(attached > 0
        ? [`${attached} ${attached === 1 ? "attachment was" : "attachments were"} not read.`]
        : []),
    ],
  };
}
