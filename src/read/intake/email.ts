import { decodeBytes } from "./decode.ts";
import { wholeBody } from "./html.ts";
import { joinOrigins, OriginBuilder } from "./origins.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";
import { joinParts, type WrittenText } from "./writer.ts";

/** A mail, or a part of one: header lines and the bytes behind them, which stand as one character a byte. */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A part that is text, and its number in the mail: `1.2` is the second part of the first. */
interface Leaf {
  readonly part: Part;
  readonly id: string;
  readonly html: boolean;
}

/** Deeper nesting of parts than this is no mail that a person sent. */
const MAX_DEPTH = 8;
const MAX_PARTS = 200;
/** Characters of a header line that are read. */
const MAX_HEADER = 4000;
/** Names of attachments that are listed. */
const NAMED = 5;

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0) & 0xff);

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

function parsePart(source: string): Part {
  // A part may have no header lines at all, and begins with the empty one.
  const split = /^\r?\n|\r?\n\r?\n/.exec(source);
  const head = split ? source.slice(0, split.index) : source;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1, colon + MAX_HEADER).trim());
  }
  return { headers, body: split ? source.slice(split.index + split[0].length) : "" };
}

const headerOf = ({ headers }: Part, name: string): string => headers.get(name) ?? "";
const typeOf = (part: Part): string => headerOf(part, "content-type") || "text/plain";

const parameter = (value: string, name: string): string =>
  new RegExp(`[;\\s]${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(value)?.slice(1).find(Boolean) ?? "";

function quotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function base64(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, "");
  return atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)));
}

function decoded(part: Part): { text: string; warnings: readonly string[] } {
  const encoding = headerOf(part, "content-transfer-encoding").toLowerCase();
  const { body } = part;
  const raw =
    encoding === "base64" ? base64(body) : encoding === "quoted-printable" ? quotedPrintable(body) : body;
  return decodeBytes(bytesOf(raw), parameter(typeOf(part), "charset"));
}

/** `=?utf-8?B?...?=` in header lines (RFC 2047). */
function header(value: string): string {
  return value
    .replace(/(\?=)[ \t]+(=\?)/g, "$1$2")
    .replace(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (_, charset, kind, text) => {
      const raw = kind.toLowerCase() === "b" ? base64(text) : quotedPrintable(text.replaceAll("_", " "));
      return decodeBytes(bytesOf(raw), charset).text;
    });
}

/** The name of an attached file, plain, encoded or extended (RFC 2231). */
function fileName(part: Part): string {
  const disposition = `;${headerOf(part, "content-disposition")}`;
  const extended = /^([\w-]*)'[^']*'(.*)$/.exec(parameter(disposition, "filename\\*"));
  if (extended) {
    const raw = extended[2]!.replace(/%([\da-f]{2})/gi, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return decodeBytes(bytesOf(raw), extended[1]).text;
  }
  return header(parameter(disposition, "filename") || parameter(`;${typeOf(part)}`, "name"));
}

interface Found {
  readonly leaves: Leaf[];
  readonly attachments: string[];
  parts: number;
  /** Parts that nest too deep or are too many. */
  left: number;
}

function piecesOf(part: Part): Part[] {
  const boundary = parameter(`;${typeOf(part)}`, "boundary");
  if (boundary === "") return [];
  const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1);
  return pieces
    .filter(piece => !piece.startsWith("--"))
    .map(piece => parsePart(piece.replace(/^[ \t]*\r?\n/, "").replace(/\r$/, "")));
}

/** Text parts in order. Of alternatives the plain text is taken, else the last that can be read, which the sender likes best. */
function collect(part: Part, found: Found, depth: number, id: string): void {
  if (depth > MAX_DEPTH || ++found.parts > MAX_PARTS) {
    found.left++;
    return;
  }
  const type = typeOf(part).toLowerCase();
  if (type.startsWith("multipart/")) {
    const leaves = found.leaves.length;
    piecesOf(part).forEach((piece, i) => {
      collect(piece, found, depth + 1, id === "" ? `${i + 1}` : `${id}.${i + 1}`);
    });
    if (type.startsWith("multipart/alternative")) {
      const own = found.leaves.splice(leaves);
      const plain = own.filter(leaf => !leaf.html);
      found.leaves.push(...(plain.length > 0 ? plain : own.slice(-1)));
    }
  } else if (/^attachment/i.test(headerOf(part, "content-disposition")))
    found.attachments.push(fileName(part));
  else if (type.startsWith("message/rfc822"))
    collect(parsePart(part.body), found, depth + 1, id === "" ? "1" : `${id}.1`);
  else if (type.startsWith("text/html")) found.leaves.push({ part, id, html: true });
  else if (type.startsWith("text/")) found.leaves.push({ part, id, html: false });
  else found.attachments.push(fileName(part));
}

/** Plain text of a part; lines that the sender's program broke are joined where it says so (RFC 3676, format=flowed). */
function plainText(text: string, part: string, flowed: boolean): WrittenText {
  const origins = new OriginBuilder();
  const place = origins.place({ part });
  let out = "";
  for (const { 0: line, index } of text.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    const soft = flowed && / \r?\n$/.test(line) && !/^-- \r?\n$/.test(line);
    const words = soft ? line.replace(/\r?\n$/, "") : line;
    origins.add(out.length, out.length + words.length, place, index, index + words.length);
    out += words;
  }
  return { text: out, links: [], origins: origins.finish() };
}

/** The day of a mail's date line, in UTC. */
function dayOf(value: string): string {
  const time = Date.parse(value);
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}

function attachmentsSaid(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const known = names.filter(name => name !== "");
  const listed =
    known.length > 0 ? `: ${known.slice(0, NAMED).join(", ")}${known.length > NAMED ? ", ..." : ""}` : "";
  return [`${names.length} ${names.length === 1 ? "attachment was" : "attachments were"} not read${listed}.`];
}

/** A mail: its text (else its HTML as text), subject, sender and date. Attachments are counted, named and not read. */
export function readEmail(bytes: Uint8Array): Page {
  const whole = parsePart(latin1(bytes));
  const found: Found = { leaves: [], attachments: [], parts: 0, left: 0 };
  collect(whole, found, 0, "");
  const warnings: string[] = [];
  let text = "";
  const written = found.leaves.flatMap(({ part, id, html }) => {
    const { text: source, warnings: own } = decoded(part);
    warnings.push(...own);
    const name = id === "" ? "1" : id;
    const read = html
      ? wholeBody(source, { part: name })
      : plainText(source, name, /format\s*=\s*"?flowed/i.test(typeOf(part)));
    if (read.text.trim() === "") return [];
    if (text !== "") text += "\n\n";
    const at = text.length;
    text += read.text;
    return [{ ...read, at }];
  });
  const from = header(headerOf(whole, "from"))
    .replace(/\s*<[^>]*>\s*$/, "")
    .replace(/^"|"$/g, "");
  return {
    ...EMPTY_PAGE,
    text,
    ...joinParts(written),
    origins: joinOrigins(written),
    title: header(headerOf(whole, "subject")),
    authors: from === "" ? [] : [from],
    published: dayOf(headerOf(whole, "date")),
    partial: found.attachments.length + found.left > 0,
    warnings: [
      ...warnings,
      ...attachmentsSaid(found.attachments),
      ...(found.left > 0 ? [`${found.left} parts were left: they nest too deep or are too many.`] : []),
    ],
  };
}
