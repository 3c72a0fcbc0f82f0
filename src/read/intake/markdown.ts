import { decodeEntities } from "./flatten.ts";
import { readFrontMatter } from "./front-matter.ts";
import { safeHref } from "./html-names.ts";
import { type Block, blocksOf, onLine } from "./markdown-blocks.ts";
import { cellsOf } from "./markdown-tables.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";
import { HEAD_CELL, PLAIN_CELL } from "./table-builder.ts";
import { TextWriter } from "./writer.ts";

/** One inline construct at the start of the rest of a line: its words, where they begin in it, its address, and how long it is. */
interface Inline {
  readonly words: string;
  readonly skip: number;
  readonly href: string;
  readonly length: number;
}

const LINK = /^\[([^\][]{0,1000})\]\(\s*<?([^\s)>]{0,2000})>?(?:\s+["'(][^)]{0,300})?\s*\)/;
const REFERENCE = /^\[([^\][]{0,1000})\](?:\[[^\][]{0,200}\])/;
const AUTOLINK = /^<((?:https?|mailto):[^\s<>]{1,2000})>/;
const CODE = /^(`+)([^`]{1,2000})\1(?!`)/;
const IMAGE = /^!\[[^\][]{0,1000}\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])/;
/** A picture that is a link, as badges are. */
const LINKED_IMAGE = /^\[!\[[^\][]{0,1000}\]\([^)\s]{0,2000}\)\]\([^)\s]{0,2000}\)/;
const FOOTNOTE = /^\[\^[\w-]{1,40}\]/;
const EMPHASIS = /^(?:\*{1,3}|~~)/;
const TAG = /^<\/?[a-z][^<>]{0,1000}>/i;

function inlineAt(rest: string): Inline | null {
  const link = LINK.exec(rest);
  if (link) return { words: link[1]!, skip: 1, href: link[2]!, length: link[0].length };
  const reference = REFERENCE.exec(rest);
  if (reference) return { words: reference[1]!, skip: 1, href: "", length: reference[0].length };
  const auto = AUTOLINK.exec(rest);
  if (auto) return { words: auto[1]!, skip: 1, href: auto[1]!, length: auto[0].length };
  const code = CODE.exec(rest);
  if (code) return { words: code[2]!, skip: code[1]!.length, href: "", length: code[0].length };
  const silent =
    LINKED_IMAGE.exec(rest) ??
    IMAGE.exec(rest) ??
    FOOTNOTE.exec(rest) ??
    EMPHASIS.exec(rest) ??
    TAG.exec(rest);
  return silent ? { words: "", skip: 0, href: "", length: silent[0].length } : null;
}

/** How far ahead an inline construct may reach; it keeps a line of brackets linear. */
const REACH = 4096;

/** Underscores that mark emphasis, and character references: what is not taken as it stands. */
const SPECIAL =
  /(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|\n/giu;

/** Writes parts of a block with the place in the file that each comes from. */
class BlockWriter {
  #line = 0;
  constructor(
    private readonly block: Block,
    private readonly out: TextWriter,
    private readonly place: number,
  ) {}

  /** Words as they stand. */
  raw(from: number, to: number): void {
    if (to > from)
      this.out.words(this.block.text.slice(from, to), { place: this.place, from: this.#source(from) });
  }

  /** Words with emphasis marks dropped and character references read, a line at a time. */
  plain(from: number, to: number): void {
    const text = this.block.text.slice(from, to);
    let at = 0;
    for (const { 0: mark, index } of text.matchAll(SPECIAL)) {
      this.raw(from + at, from + index);
      at = index + mark.length;
      const source = this.#source(from + index);
      if (mark === "\n") this.out.words(" ");
      else if (mark.startsWith("&"))
        this.out.words(decodeEntities(mark), { place: this.place, from: source, to: source + mark.length });
    }
    this.raw(from + at, to);
  }

  #source(at: number): number {
    const { lines } = this.block;
    while (this.#line + 1 < lines.length && lines[this.#line + 1]!.at <= at) this.#line++;
    const line = lines[this.#line]!;
    return line.from + at - line.at;
  }
}

function writeInline(block: Block, out: TextWriter, place: number, base: string): void {
  const writer = new BlockWriter(block, out, place);
  const { text } = block;
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const c = text[at]!;
    if (c === "\\" && /[\\`*_{}[\]()#+\-.!<>~|]/.test(text[at + 1] ?? "")) {
      writer.plain(from, at);
      writer.raw(at + 1, at + 2);
      at += 2;
      from = at;
      continue;
    }
    const lone = c === "*" && /\s/.test(text[at - 1] ?? " ") && /\s/.test(text[at + 1] ?? " ");
    const found = !lone && "![<`*~".includes(c) ? inlineAt(text.slice(at, at + REACH)) : null;
    if (!found) {
      at++;
      continue;
    }
    writer.plain(from, at);
    if (found.href !== "") out.openLink(safeHref(found.href, base));
    writer.plain(at + found.skip, at + found.skip + found.words.length);
    if (found.href !== "") out.closeLink();
    at += found.length;
    from = at;
  }
  writer.plain(from, text.length);
}

/** Writes a row cell by cell. */
function writeRow({ text, lines, row }: Block, out: TextWriter, place: number, base: string): void {
  out.row(row!.table);
  const { from } = lines[0]!;
  for (const { words, at, mark } of cellsOf(text)) {
    out.cell(row!.head ? HEAD_CELL : PLAIN_CELL, { place, from: from + mark - 1 });
    writeInline({ ...onLine(words, from + at), code: false, heading: false }, out, place, base);
  }
}

/**
 * Markdown becomes its text: markup away, words of links kept with their addresses, blocks separated by newlines. What its head
 * (front matter) says becomes title, publisher, authors, date, language and address. Origins are characters of the file.
 */
export function readMarkdown(source: string, { url = "" } = {}): Page {
  const { length, warnings, ...head } = readFrontMatter(source);
  const out = new TextWriter();
  const place = out.place({});
  let { title } = head;
  const address = safeHref(head.url, url) || url;
  const plain = /<(?:script|style)\b/i.test(source) ? withoutScripts(source, length) : source;
  for (const block of blocksOf(plain, length)) {
    if (block.heading && title === "") title = block.text.replace(/[*_`]/g, "").trim();
    if (block.row) writeRow(block, out, place, address);
    else if (block.code) out.words(block.text, { place, from: block.lines[0]!.from });
    else writeInline(block, out, place, address);
    out.block();
  }
  return { ...EMPTY_PAGE, ...out.finish(), ...head, title, url: address, warnings };
}

/** Raw HTML that runs or styles is blanked out, which leaves all other characters where they were. */
const withoutScripts = (source: string, from: number): string =>
  source.slice(0, from) +
  source
    .slice(from)
    .split(/(?=<(?:script|style)\b)/i)
    .map(part => (/^<(?:script|style)\b/i.test(part) ? blankScript(part) : part))
    .join("");

function blankScript(part: string): string {
  const end = /<\/(?:script|style)\s*>/i.exec(part);
  const length = end ? end.index + end[0].length : part.length;
  return part.slice(0, length).replace(/[^\r\n]/g, " ") + part.slice(length);
}
