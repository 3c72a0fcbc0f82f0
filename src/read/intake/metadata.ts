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

const ARTICLE_TYPES =
  /(?:Article|NewsArticle|Report|BlogPosting|ReportageNewsArticle|AnalysisNewsArticle|WebPage)$/;

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

function textOf(value: unknown): string {
  if (typeof value === "string") return tidy(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (value && typeof value === "object") return textOf((value as Json)["name"] ?? (value as Json)["@id"]);
  return "";
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

function authorsOf(article: Json, meta: string): string[] {
  const names = [article["author"]].flat().map(textOf);
  const list = names.some(name => name !== "") ? names : meta.split(/\s*(?:;|,| and )\s*/);
  return [...new Set(list.filter(name => name !== "" && !/^https?:/.test(name)))].slice(0, 20);
}

/** Title, language, canonical address, publisher, authors and date from JSON-LD, then meta elements, then plain markup. */
export function readMetadata(document: MetaDocument): Metadata {
  const data = linkedData(document);
  const article = data.find(node => typesOf(node).some(type => ARTICLE_TYPES.test(type))) ?? {};
  const meta = metaReader(document);
  const time = document.querySelector("time[datetime]")?.getAttribute("datetime") ?? "";
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
  const first = (...values: string[]) => values.find(value => value !== "") ?? "";
  return {
    title: first(
      textOf(article["headline"]),
      meta("og:title", "twitter:title", "dc.title", "citation_title"),
      tidy(document.querySelector("title")?.textContent ?? ""),
      tidy(document.querySelector("h1")?.textContent ?? ""),
    ),
    language: first(
      document.documentElement?.getAttribute("lang") ?? "",
      textOf(article["inLanguage"]),
      meta("og:locale", "content-language", "dc.language"),
    )
      .toLowerCase()
      .slice(0, 2),
    url: first(canonical, meta("og:url"), textOf(article["url"])),
    publisher: first(textOf(article["publisher"]), meta("og:site_name", "application-name", "dc.publisher")),
    authors: authorsOf(article, meta("author", "article:author", "dc.creator", "citation_author", "byl")),
    published: first(
      isoDate(textOf(article["datePublished"])),
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
      isoDate(time),
    ),
  };
}
