import { decodeEntities } from "./flatten.ts";
import { readFrontMatter } from "./front-matter.ts";
import { safeHref } from "./html-names.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";
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

/** A paragraph's text and, for each of its lines, where the line begins in it and in the file. */
interface Block {
  readonly text: string;
  readonly lines: readonly { readonly at: number; readonly from: number }[];
  readonly code: boolean;
  readonly heading: boolean;
}

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

const RULE = /^\s{0,3}(?:[-*_]\s*){3,}$|^\s{0,3}(?:=+|-+)\s*$|^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/;
const BLOCK_MARK = /^\s{0,3}(?:>\s?)*\s*(?:#{1,6}\s+|[-+*]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)?/;
/** Lines that begin a block of their own even where no empty line stands before them. */
const OWN_BLOCK = /^\s{0,3}(?:>|#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|\|)/;

/** Lines of a file with where each begins. */
function* linesOf(source: string, from: number): Generator<{ line: string; at: number }> {
  const END = /\r\n|\n|\r/g;
  END.lastIndex = from;
  let at = from;
  for (let end = END.exec(source); end; end = END.exec(source)) {
    yield { line: source.slice(at, end.index), at };
    at = end.index + end[0].length;
  }
  yield { line: source.slice(at), at };
}

/** A row without the mark that closes it. */
const withoutEnd = (row: string): string => (row.endsWith("|") ? row.slice(0, -1).trimEnd() : row);

/** Lines gathered into blocks: a paragraph may be written over several lines, and a link in it too. */
function* blocksOf(source: string, from: number): Generator<Block> {
  let fence = "";
  let text = "";
  let lines: { at: number; from: number }[] = [];
  const one = (words: string, at: number, kind: { code?: boolean; heading?: boolean }): Block => ({
    text: words,
    lines: [{ at: 0, from: at }],
    code: kind.code ?? false,
    heading: kind.heading ?? false,
  });
  const take = (): Block => {
    const block = { text, lines, code: false, heading: false };
    text = "";
    lines = [];
    return block;
  };
  for (const { line, at } of linesOf(source, from)) {
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1];
    const toggles = mark !== undefined && (fence === "" || line.trim().startsWith(fence));
    const own = fence === "" && OWN_BLOCK.test(line);
    if (text !== "" && (toggles || own || line.trim() === "" || RULE.test(line))) yield take();
    if (toggles) fence = fence === "" ? mark : "";
    else if (fence !== "") yield one(line, at, { code: true });
    else if (line.trim() !== "" && !RULE.test(line)) {
      const heading = /^\s{0,3}#{1,6}\s/.test(line);
      const skipped = BLOCK_MARK.exec(line)![0].length;
      const words = line.slice(skipped).replace(/\s#+\s*$/, "");
      if (heading) yield one(words, at + skipped, { heading });
      else if (line.trimStart().startsWith("|")) {
        // The marks between cells stay, so that numbers of two cells never read as one.
        const opening = skipped + /^\s*\|\s*/.exec(line.slice(skipped))![0].length;
        yield one(withoutEnd(line.slice(opening).trimEnd()), at + opening, {});
      } else {
        if (text !== "") text += "\n";
        lines.push({ at: text.length, from: at + skipped });
        text += words.replace(/\\$/, "");
      }
      if (/ {2}$|\\$/.test(line) && text !== "") yield take();
    }
  }
  if (text !== "") yield take();
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
    if (block.code) out.words(block.text, { place, from: block.lines[0]!.from });
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
