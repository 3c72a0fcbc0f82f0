import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { dropBoilerplate } from "./boilerplate.ts";
import { writersAmong, writersOfByline } from "./byline.ts";
import { isCalled } from "./called.ts";
import { openingOf } from "./dateline.ts";
import { DomIndex, type DomNode } from "./dom-index.ts";
import { flattenHtml } from "./flatten.ts";
import { gatherBlocks, writeBlocks } from "./html-blocks.ts";
import { safeHref } from "./html-names.ts";
import { type MetaDocument, readMetadata } from "./metadata.ts";
import type { Page } from "./page.ts";
import type { WrittenText } from "./writer.ts";

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

/** The article that Readability finds, without the furniture that it leaves in it; null where it finds none, or only a scrap of the page. */
function article(document: unknown, url: string, title: string, size: number): WrittenText | null {
  const index = new DomIndex((document as { documentElement: DomNode }).documentElement);
  const parsed = new Readability(document as never, {
    serializer: node => node as unknown as DomNode,
  }).parse();
  if (!parsed?.content) return null;
  const { blocks, hrefs } = gatherBlocks(parsed.content, index, url);
  const found = blocks.reduce((sum, { words }) => sum + words.length + 1, 0);
  if (found < SHORT_ARTICLE && size > found) return null;
  return writeBlocks({ blocks: dropBoilerplate(blocks, index, title), hrefs }, index);
}

/** All blocks of a page or chapter, in order; without its structure where it nests too deep or is broken. */
export function wholeBody(
  html: string,
  { url = "", part }: { url?: string; part?: string } = {},
): WrittenText {
  const document = nesting(html) > MAX_DEPTH ? null : parseHTML(pageOf(html)).document;
  const root = document?.documentElement as DomNode | null | undefined;
  if (!root) return flattenHtml(html, url, part);
  const index = new DomIndex(root);
  return writeBlocks(gatherBlocks(root, index, url), index, part);
}

const pageOf = (html: string): string =>
  /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;

function bodyOnly(html: string, url: string, warning: string): Page {
  const title = /<title[^>]*>([^<]{0,500})/i.exec(html)?.[1]?.trim() ?? "";
  return {
    ...flattenHtml(html, url),
    title,
    url,
    language: /<html[^>]{0,400}\blang\s*=\s*["']?([a-z]{2})/i.exec(html.slice(0, 4096))?.[1] ?? "",
    publisher: "",
    authors: [],
    published: "",
    omitted: 0,
    warnings: [warning],
    partial: false,
  };
}

interface Head {
  /** What stands between the title of a page, or its first heading, and the first paragraph. */
  readonly opening: readonly string[];
  /** Who wrote, by the part of the page that is called its by-line, or by such a line in the opening. */
  readonly authors: readonly string[];
}

/** Names of a by-line, and of parts of a page that name the writers of something else. */
const BYLINE: ReadonlySet<string> = new Set(["byline", "bylines", "author", "authors"]);
const ELSEWHERE: ReadonlySet<string> = new Set(
  "comment comments related recommended sidebar footer nav popular trending widget bio".split(" "),
);

function headOf(document: unknown, title: string): Head {
  const root = (document as { documentElement: DomNode }).documentElement;
  const index = new DomIndex(root);
  const { blocks } = gatherBlocks(root, index, "");
  type Block = (typeof blocks)[number];
  const isTitle = ({ words, within }: Block): boolean =>
    words === title || within.some(at => index.elements[at]!.name === "h1");
  const at = blocks.findIndex(isTitle);
  const opening = at < 0 ? [] : openingOf(blocks.slice(at + 1).map(({ words }) => words));
  const called = blocks.filter(
    ({ within }) =>
      within.some(each => isCalled(index, each, BYLINE)) &&
      !within.some(each => isCalled(index, each, ELSEWHERE)),
  );
  const named = called.map(({ words }) => writersOfByline(words)).find(found => found.length > 0);
  return { opening, authors: named ?? writersAmong(opening) };
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
  const { document } = parseHTML(pageOf(html));
  if (!document.documentElement || !document.body)
    return bodyOnly(html, url, "The page's markup is broken; its text was read without its structure.");
  const metadata = readMetadata(document as unknown as MetaDocument);
  const address = safeHref(metadata.url, url) || url;
  const size = flattenHtml(html).text.length;
  // The extractor changes the page, so its head is looked at before.
  const wanted = metadata.published === "" || metadata.authors.length === 0;
  const head = wanted ? headOf(document, metadata.title) : null;
  const main = article(document, address, metadata.title, size);
  const written = main ?? wholeBody(html, { url: address });
  return {
    ...metadata,
    ...written,
    ...(head ? { opening: head.opening } : {}),
    authors: metadata.authors.length > 0 ? metadata.authors : (head?.authors ?? []),
    url: address,
    omitted: Math.max(0, size - written.text.length),
    partial: false,
    warnings: main ? [] : ["No article was found in the page; the text of the whole page was read."],
  };
}
