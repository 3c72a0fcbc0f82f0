import { strFromU8, unzipSync } from "fflate";
import { flattenHtml } from "./flatten.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";
import { TextWriter } from "./writer.ts";

/** What an archive may hold; more is taken for an attack or a mistake, and refused. */
const ARCHIVE = {
  entries: 5000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 200,
} as const;

/** Unpacks the entries that are asked for. Sizes are checked against the directory before anything is inflated. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  let entries = 0;
  let total = 0;
  const files = unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      entries++;
      if (entries > ARCHIVE.entries) throw new Error(`the archive has more than ${ARCHIVE.entries} entries`);
      if (!wanted(name)) return false;
      total += originalSize;
      if (originalSize > ARCHIVE.entryBytes || total > ARCHIVE.totalBytes)
        throw new Error(`the archive unpacks to more than ${ARCHIVE.totalBytes / 1024 / 1024} MB`);
      if (originalSize > 1_000_000 && originalSize > size * ARCHIVE.ratio)
        throw new Error(
          `an entry of the archive is packed ${Math.round(originalSize / size)} times, which no document is`,
        );
      return true;
    },
  });
  return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? "";

const XML_ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decodeXml = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (_, name, decimal, hex) =>
    name
      ? XML_ENTITIES[String(name).toLowerCase()]!
      : String.fromCodePoint(Math.min(0x10ffff, decimal ? Number(decimal) : Number.parseInt(hex, 16))),
  );

const elementText = (xml: string, name: string): string => {
  const found = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([^<]{0,2000})<`).exec(xml)?.[1] ?? "";
  return decodeXml(found).trim();
};

/** Word: paragraphs, tabs and breaks of `word/document.xml`; deleted text and field codes are left out. */
export function readDocx(bytes: Uint8Array): Page {
  const files = unpack(bytes, name =>
    ["word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"].includes(name),
  );
  const xml = files.get("word/document.xml");
  if (xml === undefined) throw new Error("the archive has no word/document.xml");
  const targets = new Map<string, string>();
  for (const [tag] of (files.get("word/_rels/document.xml.rels") ?? "").matchAll(/<Relationship\b[^>]*>/g))
    targets.set(attribute(tag, "Id"), decodeXml(attribute(tag, "Target")));
  const out = new TextWriter();
  for (const [whole, closing, name, rest, text] of xml.matchAll(
    /<(\/?)w:(\w+)\b([^>]*)>(?:([^<]*)(?=<\/w:t>))?/g,
  )) {
    if (name === "t" && closing === "" && !rest!.endsWith("/")) out.words(decodeXml(text ?? ""));
    else if (name === "tab") out.words(" ");
    else if (name === "br" || name === "cr" || (name === "p" && closing === "/")) out.block();
    else if (name === "hyperlink" && closing === "/") out.closeLink();
    else if (name === "hyperlink") {
      const href = targets.get(attribute(whole, "r:id")) ?? "";
      out.openLink(/^(?:https?|mailto):/.test(href) ? href : "");
    }
  }
  const core = files.get("docProps/core.xml") ?? "";
  const author = elementText(core, "creator");
  return {
    ...EMPTY_PAGE,
    ...out.finish(),
    title: elementText(core, "title"),
    authors: author === "" ? [] : [author],
    published: /^\d{4}-\d\d-\d\d/.exec(elementText(core, "created"))?.[0] ?? "",
    language: elementText(core, "language").slice(0, 2).toLowerCase(),
  };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** EPUB: the chapters in the order of the spine. */
export function readEpub(bytes: Uint8Array): Page {
  const files = unpack(bytes, name => /\.(?:x?html?|opf|xml)$/i.test(name));
  const container = files.get("META-INF/container.xml") ?? "";
  const opfPath = attribute(/<rootfile\b[^>]*>/.exec(container)?.[0] ?? "", "full-path");
  const opf = files.get(opfPath);
  if (opf === undefined) throw new Error("the book has no table of its parts (OPF)");
  const items = new Map<string, string>();
  for (const [tag] of opf.matchAll(/<(?:\w+:)?item\b[^>]*>/g))
    items.set(attribute(tag, "id"), attribute(tag, "href"));
  const missing: string[] = [];
  const chapters: ReturnType<typeof flattenHtml>[] = [];
  for (const [tag] of opf.matchAll(/<(?:\w+:)?itemref\b[^>]*>/g)) {
    const path = folderOf(opfPath) + decodeURIComponent(items.get(attribute(tag, "idref")) ?? "");
    const html = files.get(path);
    if (html === undefined) missing.push(path);
    else chapters.push(flattenHtml(html));
  }
  let text = "";
  const links: Page["links"][number][] = [];
  for (const chapter of chapters.filter(each => each.text !== "")) {
    if (text !== "") text += "\n";
    for (const { span, href } of chapter.links)
      links.push({ span: [span[0] + text.length, span[1] + text.length], href });
    text += chapter.text;
  }
  const author = elementText(opf, "creator");
  return {
    ...EMPTY_PAGE,
    text,
    links,
    title: elementText(opf, "title"),
    publisher: elementText(opf, "publisher"),
    authors: author === "" ? [] : [author],
    published: /^\d{4}(?:-\d\d){0,2}/.exec(elementText(opf, "date"))?.[0] ?? "",
    language: elementText(opf, "language").slice(0, 2).toLowerCase(),
    warnings: missing.length > 0 ? [`${missing.length} parts of the book are missing in its file.`] : [],
  };
}
