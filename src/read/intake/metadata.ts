import { decodeEntities } from "./flatten.ts";

/** What a page's markup says about itself. The document object model is taken as `any`-free structural types: linkedom's own are loose. */

export interface Metadata {
  readonly title: string;
  readonly language: string;
  readonly url: string;
  readonly publisher: string;
  readonly authors: readonly string[];
  readonly published: string;
}

/** The part of a DOM document that is used here. */
export interface MetaDocument {
  readonly documentElement: { getAttribute(name: string): string | null } | null;
  querySelector(selector: string): MetaElement | null;
  querySelectorAll(selector: string): Iterable<MetaElement>;
}

interface MetaElement {
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** What a page says of its article; a page's own entry is asked where there is none. */
const ARTICLE_TYPES = /(?:Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting)$/;
const PAGE_TYPES = /WebPage$/;

/** Objects of all JSON-LD blocks, `@graph` and lists opened, to a bounded depth and number. */
function linkedData(document: MetaDocument): Json[] {
  const found: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? "";
    if (source.length > 1_000_000) continue;
    try {
      collect(JSON.parse(source), found, 0);
    } catch {
      // A page whose own JSON-LD does not parse is common and harmless: the meta elements are asked next.
    }
  }
  return found;
}

function collect(value: unknown, found: Json[], depth: number): void {
  if (depth > 4 || found.length > 200 || value === null || typeof value !== "object") return;
  if (Array.isArray(value)) for (const item of value) collect(item, found, depth + 1);
  else {
    found.push(value as Json);
    collect((value as Json)["@graph"], found, depth + 1);
  }
}

const typesOf = (node: Json): string[] =>
  [node["@type"]].flat().filter((type): type is string => typeof type === "string");

/** Objects of the page's data by their ids, to which others refer. */
type Ids = ReadonlyMap<string, Json>;

function idsOf(data: readonly Json[]): Ids {
  const ids = new Map<string, Json>();
  for (const node of data)
    if (typeof node["@id"] === "string" && Object.keys(node).length > 1 && !ids.has(node["@id"]))
      ids.set(node["@id"], node);
  return ids;
}

/** A value as words: text, the first of a list, the name of an object or of what it refers to. */
function textOf(value: unknown, ids: Ids, depth = 0): string {
  if (typeof value === "string") return tidy(decodeEntities(value));
  if (depth > 3) return "";
  if (Array.isArray(value)) return textOf(value[0], ids, depth + 1);
  if (value === null || typeof value !== "object") return "";
  const node = value as Json;
  const name = node["name"] ?? ids.get(String(node["@id"] ?? ""))?.["name"];
  return textOf(name, ids, depth + 1);
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 500);

/** `2024-05-14T08:00:00Z`, `2024-05`, `14 May 2024` give a partial ISO date; anything else gives an empty string. */
export function isoDate(value: string): string {
  const iso = /^\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value);
  if (iso) return [iso[1], iso[2], iso[3]].filter(part => part !== undefined).join("-");
  if (!/\d{4}/.test(value) || value.length > 60) return "";
  const time = Date.parse(`${value.replace(/\b(\d+)(?:st|nd|rd|th)\b/g, "$1")} UTC`);
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}

function metaReader(document: MetaDocument): (...names: string[]) => string {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const name = (meta.getAttribute("property") ?? meta.getAttribute("name") ?? "").toLowerCase();
    const content = tidy(meta.getAttribute("content") ?? "");
    if (name !== "" && content !== "" && !values.has(name)) values.set(name, content);
  }
  return (...names) => names.map(name => values.get(name) ?? "").find(value => value !== "") ?? "";
}

function authorsOf(article: Json, ids: Ids, meta: string): string[] {
  const names = [article["author"] ?? article["creator"]].flat().map(name => textOf(name, ids));
  const list = names.some(name => name !== "") ? names : meta.split(/\s*(?:;|,| and )\s*/);
  return [...new Set(list.filter(name => name !== "" && !/^https?:/.test(name)))].slice(0, 20);
}

/** `Courses | The Paper` without the name of the paper. */
function withoutSite(title: string, site: string): string {
  const end = title.toLowerCase().lastIndexOf(site.toLowerCase());
  const parts = /^(.{3,}?)\s*[|–—·:-]\s*$/u.exec(title.slice(0, Math.max(0, end)));
  return site !== "" && parts && end + site.length === title.length ? parts[1]! : title;
}

/** Title, language, canonical address, publisher, authors and date from JSON-LD, then meta elements, then plain markup. */
export function readMetadata(document: MetaDocument): Metadata {
  const data = linkedData(document);
  const ids = idsOf(data);
  const words = (value: unknown) => textOf(value, ids);
  const typed = (types: RegExp) => data.find(node => typesOf(node).some(type => types.test(type)));
  const article = typed(ARTICLE_TYPES) ?? typed(PAGE_TYPES) ?? {};
  const meta = metaReader(document);
  const property = (name: string) => {
    const found = document.querySelector(`[itemprop~="${name}"]`);
    return tidy(
      found?.getAttribute("content") ?? found?.getAttribute("datetime") ?? found?.textContent ?? "",
    );
  };
  const time = document.querySelector("time[datetime]")?.getAttribute("datetime") ?? "";
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
  const publisher =
    [words(article["publisher"]), meta("og:site_name", "application-name", "dc.publisher")].find(
      name => name !== "" && !/^https?:/.test(name),
    ) ?? "";
  const first = (...values: string[]) => values.find(value => value !== "") ?? "";
  return {
    title: first(
      words(article["headline"]),
      meta("og:title", "twitter:title", "dc.title", "citation_title"),
      withoutSite(tidy(document.querySelector("title")?.textContent ?? ""), publisher),
      tidy(document.querySelector("h1")?.textContent ?? ""),
    ),
    language: first(
      document.documentElement?.getAttribute("lang") ?? "",
      words(article["inLanguage"]),
      meta("og:locale", "content-language", "dc.language"),
    )
      .toLowerCase()
      .slice(0, 2),
    url: first(canonical, meta("og:url"), words(article["url"])),
    publisher,
    authors: authorsOf(
      article,
      ids,
      first(meta("author", "article:author", "dc.creator", "citation_author", "byl"), property("author")),
    ),
    published: first(
      isoDate(words(article["datePublished"])),
      isoDate(
        meta(
          "article:published_time",
          "date",
          "dc.date",
          "datepublished",
          "citation_publication_date",
          "pubdate",
        ),
      ),
      isoDate(property("datePublished")),
      isoDate(time),
    ),
  };
}
