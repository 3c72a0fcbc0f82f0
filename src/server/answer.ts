import { AS_OF, type Frame, type Page, renderPage, segment, svgToPng } from "../site/index.ts";
import { decoded, type Form, splitForm } from "./address.ts";
import type { LiveSite } from "./live-site.ts";
import type { CachedAnswer } from "./page-cache.ts";
import type { PastEntry, PastSites } from "./past-sites.ts";
import type { Handler } from "./respond.ts";

const encoder = new TextEncoder();

/** The frame of a page as of an entry. */
const frameThen = (frame: Frame, site: LiveSite, past: PastEntry): Frame => ({
  ...frame,
  book: site.library.codebook.title.en,
  asOf: site.library.asOf,
  past,
});

/** The parts of a query that a page knows, in a fixed order, so that other parts cannot fill the cache. */
export function knownQuery(page: Page, query: URLSearchParams): URLSearchParams {
  const known = [...query].filter(
    ([name]) => name === AS_OF || page.query["*"] !== undefined || page.query[name] !== undefined,
  );
  return new URLSearchParams(known.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** A query as an address shows it: colons and commas are read better as they are. */
const searchOf = (query: URLSearchParams): string =>
  query.size === 0 ? "" : `?${query}`.replaceAll("%3A", ":").replaceAll("%2C", ",");

interface Asked {
  readonly c: Handler;
  readonly site: LiveSite;
  readonly query: URLSearchParams;
}

/** The answer of a page at the entry that its address names, or at the head. */
export async function answer(
  page: Page,
  { c, site, query }: Asked,
  past: PastSites,
): Promise<CachedAnswer | null> {
  const asked = query.get(AS_OF);
  if (asked === null) return answerAt(page, { c, site, query });
  const entry = await past.entry(asked);
  const then = (at: LiveSite) => {
    c.set("frame", frameThen(c.get("frame"), at, entry));
    return answerAt(page, { c, site: at, query });
  };
  // The newest needs no index of its own.
  return entry.seq === site.book.head.seq ? then(site) : past.use(entry, then);
}

async function answerAt(page: Page, { c, site, query }: Asked): Promise<CachedAnswer | null> {
  const { path, form } = splitForm(new URL(c.req.url).pathname);
  const id = page.path.includes("{id}") ? decoded(path.slice(page.path.indexOf("{"))) : "";
  if (!answersIn(page, form)) return null;
  const opened = await page.open(site, { id, query });
  if (opened === null) return null;
  const search = searchOf(query);
  if (opened.moved !== undefined) {
    const now = page.path.replace("{id}", segment(opened.moved));
    const moved = `${now}${form === "html" ? "" : `.${form}`}${search}`;
    return { type: "text/plain; charset=utf-8", body: encoder.encode(`moved to ${moved}\n`), moved };
  }
  if (form === "html") {
    const frame = { ...c.get("frame"), query: search };
    return { type: "text/html; charset=utf-8", body: encoder.encode(renderPage(opened.view(), frame)) };
  }
  if (form === "json")
    return { type: "application/json; charset=utf-8", body: encoder.encode(JSON.stringify(opened.data())) };
  if (form === "csv") return { type: "text/csv; charset=utf-8", body: encoder.encode(await opened.csv()) };
  if (form === "sql") return { type: "application/sql; charset=utf-8", body: encoder.encode(opened.sql()) };
  const svg = opened.svg();
  if (svg === null) return null;
  if (form === "svg") return { type: "image/svg+xml; charset=utf-8", body: encoder.encode(svg) };
  return { type: "image/png", body: await svgToPng(svg) };
}

/** Does a page answer in a form? All of them do as HTML and JSON. */
function answersIn({ csv, picture, sql }: Page, form: Form): boolean {
  if (form === "csv") return csv;
  if (form === "sql") return sql;
  return form === "html" || form === "json" || picture;
}
