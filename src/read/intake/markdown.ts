import { decodeEntities, flattenHtml } from "./flatten.ts";
import { safeHref } from "./html-names.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";
import { TextWriter } from "./writer.ts";

/** One inline construct at the start of the rest of a line: its words, its address, and how many characters it takes. */
interface Inline {
  readonly words: string;
  readonly href: string;
  readonly length: number;
}

const LINK = /^\[([^\][]{0,1000})\]\(\s*<?([^\s)>]{0,2000})>?(?:\s+["'(][^)]{0,300})?\s*\)/;
const REFERENCE = /^\[([^\][]{0,1000})\](?:\[[^\][]{0,200}\])/;
const AUTOLINK = /^<((?:https?|mailto):[^\s<>]{1,2000})>/;
const CODE = /^(`+)([^`]{1,2000})\1(?!`)/;
const IMAGE = /^!\[[^\][]{0,1000}\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])/;
const FOOTNOTE = /^\[\^[\w-]{1,40}\]/;
const EMPHASIS = /^(?:\*{1,3}|~~)/;
const TAG = /^<\/?[a-z][^<>]{0,1000}>/i;

function inlineAt(rest: string): Inline | null {
  const link = LINK.exec(rest);
  if (link) return { words: link[1]!, href: link[2]!, length: link[0].length };
  const reference = REFERENCE.exec(rest);
  if (reference) return { words: reference[1]!, href: "", length: reference[0].length };
  const auto = AUTOLINK.exec(rest);
  if (auto) return { words: auto[1]!, href: auto[1]!, length: auto[0].length };
  const code = CODE.exec(rest);
  if (code) return { words: code[2]!, href: "", length: code[0].length };
  const silent = IMAGE.exec(rest) ?? FOOTNOTE.exec(rest) ?? EMPHASIS.exec(rest) ?? TAG.exec(rest);
  return silent ? { words: "", href: "", length: silent[0].length } : null;
}

/** How far ahead an inline construct may reach; it keeps a line of brackets linear. */
const REACH = 4096;

function writeInline(line: string, out: TextWriter, base: string): void {
  const plain = (text: string) =>
    out.words(decodeEntities(text.replace(/(^|\W)_{1,3}(?=\S)|(?<=\S)_{1,3}(?=\W|$)/g, "$1")));
  let from = 0;
  for (let at = 0; at < line.length; ) {
    const c = line[at]!;
    if (c === "\\" && /[\\`*_{}[\]()#+\-.!<>~|]/.test(line[at + 1] ?? "")) {
      plain(line.slice(from, at));
      out.words(line[at + 1]!);
      at += 2;
      from = at;
      continue;
    }
    const lone = c === "*" && /\s/.test(line[at - 1] ?? " ") && /\s/.test(line[at + 1] ?? " ");
    const found = !lone && "![<`*~".includes(c) ? inlineAt(line.slice(at, at + REACH)) : null;
    if (!found) {
      at++;
      continue;
    }
    plain(line.slice(from, at));
    if (found.href !== "") out.openLink(safeHref(found.href, base));
    plain(found.words);
    if (found.href !== "") out.closeLink();
    at += found.length;
    from = at;
  }
  plain(line.slice(from));
}

interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

/** `title: ...` lines between two `---` at the head of the file. */
function frontMatter(source: string): FrontMatter {
  const match = /^---\r?\n([\s\S]{0,10000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
  const fields = new Map<string, string>();
  for (const line of match?.[1]?.split(/\r?\n/) ?? []) {
    const pair = /^(\w+):\s*(.+)$/.exec(line);
    if (pair) fields.set(pair[1]!.toLowerCase(), pair[2]!.replace(/^(["'])(.*)\1$/, "$2").trim());
  }
  return { fields, body: match ? source.slice(match[0].length) : source };
}

const RULE = /^\s{0,3}(?:[-*_]\s*){3,}$|^\s{0,3}(?:=+|-+)\s*$|^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/;
const BLOCK_MARK = /^\s{0,3}(?:>\s?)*\s*(?:#{1,6}\s+|[-+*]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)?/;
/** Lines that begin a block of their own even where no empty line stands before them. */
const OWN_BLOCK = /^\s{0,3}(?:>|#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|\|)/;

/** Lines gathered into blocks: a paragraph may be written over several lines, and a link in it too. */
function* blocksOf(body: string): Generator<{ text: string; code: boolean; heading: boolean }> {
  let fence = "";
  let paragraph = "";
  for (const line of body.split(/\r\n|\n|\r/)) {
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1];
    const toggles = mark !== undefined && (fence === "" || line.trim().startsWith(fence));
    const own = fence === "" && OWN_BLOCK.test(line);
    if (paragraph !== "" && (toggles || own || line.trim() === "" || RULE.test(line))) {
      yield { text: paragraph, code: false, heading: false };
      paragraph = "";
    }
    if (toggles) fence = fence === "" ? mark : "";
    else if (fence !== "") yield { text: line, code: true, heading: false };
    else if (line.trim() !== "" && !RULE.test(line)) {
      const heading = /^\s{0,3}#{1,6}\s/.test(line);
      const words = line.replace(BLOCK_MARK, "").replace(/\s#+\s*$/, "");
      if (heading || line.trimStart().startsWith("|"))
        yield { text: heading ? words : words.replaceAll("|", " "), code: false, heading };
      else paragraph = paragraph === "" ? words : `${paragraph}\n${words}`;
      if (/ {2}$|\\$/.test(line) && paragraph !== "") {
        yield { text: paragraph.replace(/\\$/, ""), code: false, heading: false };
        paragraph = "";
      }
    }
  }
  if (paragraph !== "") yield { text: paragraph, code: false, heading: false };
}

/** Markdown becomes its text: markup away, words of links kept with their addresses, blocks separated by newlines. */
export function readMarkdown(source: string, { url = "" } = {}): Page {
  const { fields, body } = frontMatter(source);
  const out = new TextWriter();
  let title = fields.get("title") ?? "";
  const plain = /<(?:script|style)\b/i.test(body) ? withoutScripts(body) : body;
  for (const { text, code, heading } of blocksOf(plain)) {
    if (heading && title === "") title = text.replace(/[*_`]/g, "").trim();
    if (code) out.words(text);
    else writeInline(text, out, url);
    out.block();
  }
  const author = fields.get("author") ?? "";
  return {
    ...EMPTY_PAGE,
    ...out.finish(),
    title,
    url,
    language: (fields.get("lang") ?? fields.get("language") ?? "").slice(0, 2).toLowerCase(),
    authors: author === "" ? [] : author.split(/\s*[;,]\s*/),
    published: /^\d{4}(?:-\d\d){0,2}/.exec(fields.get("date") ?? "")?.[0] ?? "",
  };
}

/** Raw HTML that runs or styles is taken out; other tags are taken out where they stand. */
const withoutScripts = (body: string): string =>
  body
    .split(/(?=<(?:script|style)\b)/i)
    .map(part => (/^<(?:script|style)\b/i.test(part) ? flattenHtml(part).text : part))
    .join("");
