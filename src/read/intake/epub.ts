import { unpack } from "./archive-entries.ts";
import { decodeBytes } from "./decode.ts";
import { wholeBody } from "./html.ts";
import { joinOrigins } from "./origins.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";
import { Refusal } from "./refusal.ts";
import { joinParts } from "./writer.ts";
import { attribute, elementText, elementTexts } from "./xml.ts";

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** A path of the book's table as a path of the archive: `../` goes up, `%20` is a space, what follows `#` is left. */
function resolvePath(folder: string, href: string): string {
  let path = href.split("#")[0]!;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A lone percent sign is part of the name.
  }
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split("/"))
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  return steps.join("/");
}

/** Chapters in the order of the spine, by their paths in the archive. */
function spineOf(opf: string, folder: string): string[] {
  const items = new Map<string, string>();
  for (const [tag] of opf.matchAll(/<(?:\w{1,20}:)?item\s[^<>]*>/g))
    items.set(attribute(tag, "id"), attribute(tag, "href"));
  return [...opf.matchAll(/<(?:\w{1,20}:)?itemref\s[^<>]*>/g)].map(([tag]) =>
    resolvePath(folder, items.get(attribute(tag, "idref")) ?? ""),
  );
}

/** Chapters that are locked (fonts often are, which does not matter). */
function lockedOf(encryption: string): ReadonlySet<string> {
  const uris = [...encryption.matchAll(/<(?:\w{1,20}:)?CipherReference\s[^<>]*>/g)].map(([tag]) =>
    attribute(tag, "URI"),
  );
  return new Set(uris.map(uri => resolvePath("", uri)));
}

/** EPUB: the chapters in the order of the spine. Chapters that are missing or locked are counted; a book that is locked whole is refused. */
export function readEpub(bytes: Uint8Array): Page {
  const files = unpack(bytes, name => /\.(?:x?html?|opf|xml)$/i.test(name));
  const text = (name: string) => decodeBytes(files.get(name) ?? new Uint8Array(0)).text;
  const opfPath = attribute(
    /<rootfile\s[^<>]*>/.exec(text("META-INF/container.xml"))?.[0] ?? "",
    "full-path",
  );
  if (!files.has(opfPath)) throw new Error("the book has no table of its parts (OPF)");
  const opf = text(opfPath);
  const locked = lockedOf(text("META-INF/encryption.xml"));
  const spine = spineOf(opf, folderOf(opfPath));
  const closed = spine.filter(path => locked.has(path)).length;
  if (closed > 0 && closed === spine.length)
    throw new Refusal("encrypted", "the book is locked (encrypted)", "give an open copy");
  const missing = spine.filter(path => !files.has(path)).length;
  let whole = "";
  const chapters = spine
    .filter(path => files.has(path) && !locked.has(path))
    .map(part => wholeBody(text(part), { part }))
    .filter(chapter => chapter.text !== "")
    .map(chapter => {
      if (whole !== "") whole += "\n";
      const at = whole.length;
      whole += chapter.text;
      return { ...chapter, at };
    });
  return {
    ...EMPTY_PAGE,
    text: whole,
    ...joinParts(chapters),
    origins: joinOrigins(chapters),
    title: elementText(opf, "title"),
    publisher: elementText(opf, "publisher"),
    authors: elementTexts(opf, "creator"),
    published: /^\d{4}(?:-\d\d){0,2}/.exec(elementText(opf, "date"))?.[0] ?? "",
    language: elementText(opf, "language").slice(0, 2).toLowerCase(),
    partial: missing + closed > 0,
    warnings: [
      ...(missing > 0 ? [`${missing} parts of the book are missing in its file.`] : []),
      ...(closed > 0 ? [`${closed} parts of the book are locked (encrypted) and were not read.`] : []),
    ],
  };
}
