import { BLOCKS, SILENT, safeHref } from "./html-names.ts";
import { TextWriter, type WrittenText } from "./writer.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  laquo: "«",
  raquo: "»",
  eacute: "é",
  egrave: "è",
  aacute: "á",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ntilde: "ñ",
  ccedil: "ç",
};

/** Character references of HTML, decimal, hexadecimal and the common named ones; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : "\uFFFD";
  });
}

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;

/** Writes source text with its character references read, each pointing at where it stands. */
export function writeSource(source: string, from: number, to: number, place: number, out: TextWriter): void {
  const raw = source.slice(from, to);
  let at = 0;
  for (const { 0: reference, index } of raw.matchAll(REFERENCE)) {
    out.words(raw.slice(at, index), { place, from: from + at });
    at = index + reference.length;
    out.words(decodeEntities(reference), { place, from: from + index, to: from + at });
  }
  out.words(raw.slice(at), { place, from: from + at });
}

/** Where the end tag of a silent element stands; the end of the file where it is never closed. */
function endOfSilent(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s>/]`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** The end of the tag that begins at `at`, past quoted attribute values. */
function endOfTag(html: string, at: number): number {
  let quote = "";
  for (let i = at; i < html.length; i++) {
    const c = html[i]!;
    if (quote !== "") {
      if (c === quote) quote = "";
    } else if (c === '"' || c === "'") quote = c;
    else if (c === ">") return i + 1;
  }
  return html.length;
}

/**
 * The text of a page without building a tree: one pass, so depth and broken nesting cost nothing. It takes all blocks of the
 * body, navigation included; it is the way out where the article cannot be told from the rest. Origins are characters of the source.
 */
export function flattenHtml(html: string, base = "", part?: string): WrittenText {
  const out = new TextWriter();
  const place = out.place(part === undefined ? {} : { part });
  let links = 0;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const stop = open < 0 ? html.length : open;
    if (stop > at) writeSource(html, at, stop, place, out);
    if (open < 0) break;
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const name = /^<\/?([a-z][\w:-]{0,30})/i.exec(html.slice(open, open + 34))?.[1]?.toLowerCase();
    if (name === undefined && html[open + 1] !== "!" && html[open + 1] !== "?") {
      out.words("<", { place, from: open });
      at = open + 1;
      continue;
    }
    at = endOfTag(html, open);
    if (name === undefined) continue;
    const closing = html[open + 1] === "/";
    if (SILENT.has(name) && !closing && html[at - 2] !== "/") at = endOfSilent(html, name, at);
    else if (BLOCKS.has(name)) out.block();
    else if (name === "a" && closing && links > 0) {
      out.closeLink();
      links--;
    } else if (name === "a" && !closing) {
      if (links > 0) out.closeLink();
      const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(html.slice(open, at));
      out.openLink(safeHref(decodeEntities(href?.[1] ?? href?.[2] ?? href?.[3] ?? ""), base));
      links = 1;
    }
  }
  return out.finish();
}
