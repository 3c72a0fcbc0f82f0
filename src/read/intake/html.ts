import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { flattenHtml } from "./flatten.ts";
import { BLOCKS, SILENT, safeHref } from "./html-names.ts";
import { type MetaDocument, readMetadata } from "./metadata.ts";
import type { Page } from "./page.ts";
import { TextWriter } from "./writer.ts";

/** The part of a DOM node that is walked. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly data?: string;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
  readonly parentNode: Node | null;
  getAttribute?(name: string): string | null;
}

/** Deeper than this no page is written by people; trees of such depth make tree algorithms quadratic. */
const MAX_DEPTH = 500;
/** An article shorter than this share of the page's text is distrusted where it is also short. */
const SHORT_ARTICLE = 250;

/** Depth of the deepest nesting, by counting tags; an upper bound, since void elements are skipped and unclosed ones count. */
export function nesting(html: string): number {
  const VOID =
    /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|li|p|dt|dd|tr|td|th|option)$/;
  let depth = 0;
  let deepest = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})\b/gi)) {
    if (VOID.test(tag[2]!.toLowerCase())) continue;
    depth = tag[1] === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** Writes an element's text without recursion. */
export function writeNode(root: Node, out: TextWriter, base: string): void {
  let node: Node | null = root.firstChild;
  while (node) {
    const name = node.nodeName.toLowerCase();
    let down = false;
    if (node.nodeType === 3) out.words(node.data ?? "");
    else if (node.nodeType === 1 && !SILENT.has(name)) {
      if (BLOCKS.has(name)) out.block();
      if (name === "a") out.openLink(safeHref(node.getAttribute?.("href") ?? "", base));
      down = node.firstChild !== null;
      if (!down) leave(node, out);
    }
    if (down) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root) leave(node, out);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
}

function leave(node: Node, out: TextWriter): void {
  const name = node.nodeName.toLowerCase();
  if (name === "a") out.closeLink();
  if (BLOCKS.has(name)) out.block();
}

function article(document: unknown, url: string): ReturnType<TextWriter["finish"]> | null {
  const parsed = new Readability(document as never, { serializer: node => node as unknown as Node }).parse();
  if (!parsed?.content) return null;
  const out = new TextWriter();
  writeNode(parsed.content, out, url);
  return out.finish();
}

function bodyOnly(html: string, url: string, warning: string): Page {
  const title = /<title[^>]*>([^<]{0,500})/i.exec(html)?.[1]?.trim() ?? "";
  const { text, links } = flattenHtml(html, url);
  return {
    text,
    links,
    title,
    url,
    language: /<html[^>]{0,400}\blang\s*=\s*["']?([a-z]{2})/i.exec(html.slice(0, 4096))?.[1] ?? "",
    publisher: "",
    authors: [],
    published: "",
    warnings: [warning],
  };
}

/**
 * An HTML page becomes the text of its article, paragraphs separated by newlines, with what the markup says about it. Scripts,
 * styles and handlers never reach the text. Where no article can be told apart, all blocks are taken and a warning says so.
 */
export function readHtml(html: string, { url = "" } = {}): Page {
  const depth = nesting(html);
  if (depth > MAX_DEPTH)
    return bodyOnly(
      html,
      url,
      `The page nests ${depth} elements deep; its text was read without its structure.`,
    );
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  if (!document.documentElement || !document.body)
    return bodyOnly(html, url, "The page's markup is broken; its text was read without its structure.");
  const metadata = readMetadata(document as unknown as MetaDocument);
  const address = safeHref(metadata.url, url) || url;
  const body = flattenHtml(html, address);
  const main = article(document, address);
  const whole = !main || (main.text.length < SHORT_ARTICLE && body.text.length > main.text.length);
  const warnings = whole ? ["No article was found in the page; the text of the whole page was read."] : [];
  return { ...metadata, url: address, ...(whole ? body : main!), warnings };
}
