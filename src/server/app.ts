import { setTimeout } from "node:timers/promises";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { toJson } from "../check/index.ts";
import { UserError } from "../codebook/index.ts";
import {
  AS_OF,
  articleView,
  checkView,
  type Frame,
  PAGES,
  type Page,
  renderPage,
  SECTIONS,
  segment,
  svgToPng,
} from "../site/index.ts";
import { decoded, type Form, splitForm } from "./address.ts";
import { appealSent } from "./appeal.ts";
import { articleId } from "./articles.ts";
import type { Assets } from "./assets.ts";
import { checkHost, checkOrigin, PICTURE_POLICY, SECURITY_HEADERS } from "./guard.ts";
import { judgeSent } from "./judge.ts";
import { type LiveSite, spokenLanguage } from "./live-site.ts";
import { OPERATIONS, openApi } from "./openapi.ts";
import { type CachedAnswer, PageCache } from "./page-cache.ts";
import type { PastEntry, PastSites } from "./past-sites.ts";
import { readForm } from "./read-form.ts";
import { readText, TEXT_LIMIT } from "./read-text.ts";
import { fail, type Handler, refuse, type Variables, wantsJson } from "./respond.ts";
import { suggestFor } from "./suggest.ts";

export interface AppOptions {
  readonly site: LiveSite;
  readonly assets: Assets;
  readonly log: (line: string) => void;
  readonly cache?: PageCache;
  /** The site as of earlier entries, for addresses that ask for one. */
  readonly past: PastSites;
}

type App = Hono<{ Variables: Variables }>;

const encoder = new TextEncoder();

function frameOf(c: Handler, { site, assets }: AppOptions): Frame {
  const url = new URL(c.req.url);
  const { library } = site;
  return {
    book: library.codebook.title.en,
    asOf: library.asOf,
    path: splitForm(url.pathname).path,
    query: url.search,
    asset: assets.address,
    sections: SECTIONS,
    forms: true,
  };
}

/** The frame of a page as of an entry. */
const frameThen = (frame: Frame, site: LiveSite, past: PastEntry): Frame => ({
  ...frame,
  book: site.library.codebook.title.en,
  asOf: site.library.asOf,
  past,
});

/** The parts of a query that a page knows, in a fixed order, so that other parts cannot fill the cache. */
function knownQuery(page: Page, query: URLSearchParams): URLSearchParams {
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
async function answer(page: Page, { c, site, query }: Asked, past: PastSites): Promise<CachedAnswer | null> {
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

async function notFound(c: Handler, { site }: AppOptions): Promise<Response> {
  const { path } = splitForm(new URL(c.req.url).pathname);
  return fail(c, {
    status: 404,
    problems: [{ code: "not-found", message: `there is nothing at ${path.slice(0, 200)}` }],
    suggestions: await suggestFor(site.library, path),
  });
}

/** A page is the same as long as the journal, the program's files and the address are. */
function servePage(page: Page, options: AppOptions, { cache, past }: { cache: PageCache; past: PastSites }) {
  return async (c: Handler): Promise<Response> => {
    const state = await options.site.refresh();
    const etag = `"${state.slice(0, 16)}-${options.assets.version}"`;
    if (c.req.header("if-none-match") === etag)
      return c.body(null, 304, { ETag: etag, "Cache-Control": "no-cache" });
    const query = knownQuery(page, new URL(c.req.url).searchParams);
    const made = await cache.get(state, `${c.req.path}?${query}`, () =>
      answer(page, { c, site: options.site, query }, past),
    );
    if (made === null) return notFound(c, options);
    // For now: a later judgement may split the event, and give the id a page of its own again.
    if (made.moved !== undefined) return c.redirect(made.moved, 302);
    return c.body(made.body, 200, {
      "Content-Type": made.type,
      ETag: etag,
      "Cache-Control": "no-cache",
      ...(made.type.startsWith("image/svg") ? { "Content-Security-Policy": PICTURE_POLICY } : {}),
    });
  };
}

async function checkSent(c: Handler, { site }: AppOptions): Promise<Response> {
  const text = await readText(c);
  const asked = c.req.query("lang");
  const language = wantsJson(c) && asked === undefined ? "en" : spokenLanguage(asked ?? "");
  const article = await site.checkText(text.bytes, { ...text, language });
  c.header("Cache-Control", "no-store");
  if (wantsJson(c)) return c.json(toJson(article.checked));
  site.wait(article.checked, text);
  const kept = (await site.articles()).some(({ sha256 }) => sha256 === article.checked.document.sha256);
  const keep = kept ? null : { sha256: article.checked.document.sha256 };
  return c.html(
    renderPage(articleView(article.checked, { ...article, keep, appeals: kept }), c.get("frame")),
  );
}

async function keepSent(c: Handler, { site }: AppOptions): Promise<Response> {
  const form = await readForm(c);
  const sha256 = String(form.get("sha256") ?? "");
  const kept = (await site.articles()).find(article => article.sha256 === sha256);
  const waiting = site.waiting(sha256);
  if (kept === undefined && waiting === null)
    return refuse(c, 404, {
      code: "not-waiting",
      column: "sha256",
      message: "this text is no longer at hand",
      hint: "check it again, then keep it",
    });
  const hash = kept?.sha256 ?? (await site.keep(waiting!));
  return c.redirect(`/articles/${articleId(hash)}`, 303);
}

/** Mistakes that are more than a request that cannot be answered. */
const STATUS: Readonly<Record<string, number>> = {
  "unknown-entry": 404,
  "other-entry": 404,
  "past-busy": 503,
  "past-not-ready": 503,
};

/** What a `UserError` or a fault looks like from outside: the reader's mistakes are told, ours are logged and named as such. */
async function onError(error: Error, c: Handler, options: AppOptions): Promise<Response> {
  if (error instanceof UserError) {
    const isForm = c.req.path === OPERATIONS.check.path && !wantsJson(c);
    if (isForm) return c.html(renderPage(checkView(error.problems), c.get("frame")), 400);
    const status = STATUS[error.problems[0]?.code ?? ""] ?? 400;
    if (status === 503) c.header("Retry-After", "10");
    return fail(c, { status, problems: error.problems, suggestions: [] });
  }
  options.log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
  return refuse(c, 500, {
    code: "fault",
    message: "the server failed to answer this; the fault is in its log",
  });
}

function addPages(app: App, options: AppOptions): void {
  const cache = options.cache ?? new PageCache();
  const { past } = options;
  for (const page of PAGES) {
    const serve = servePage(page, options, { cache, past });
    const fixed = page.path === "/" ? "/index" : page.path;
    app.get(page.path.replace("{id}", ":id"), serve);
    if (!page.path.includes("{")) for (const form of ["json", "csv"]) app.get(`${fixed}.${form}`, serve);
  }
}

function addOperations(app: App, options: AppOptions): void {
  const { site, assets } = options;
  const limit = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: c =>
        refuse(c, 413, {
          code: "too-large",
          message: "the request is larger than this server takes",
          expected: `at most ${Math.round(maxSize / 2 ** 20)} MB`,
          hint: "send only the text",
        }),
    });
  // Forms carry more bytes than the text in them.
  const texts = limit(TEXT_LIMIT + 2 ** 20);
  app.get(OPERATIONS.checkForm.path, c => c.html(renderPage(checkView(), c.get("frame"))));
  app.post(OPERATIONS.check.path, texts, c => checkSent(c, options));
  app.post(OPERATIONS.checkJson.path, texts, c => checkSent(c, options));
  app.post(OPERATIONS.judge.path, limit(2 ** 16), c => judgeSent(c, site.book));
  app.post(OPERATIONS.appeal.path, limit(2 ** 16), c => appealSent(c, site));
  app.post(OPERATIONS.keep.path, limit(2 ** 20), c => keepSent(c, options));
  app.get(OPERATIONS.openapi.path, c =>
    c.json(openApi(site.library.codebook.title.en, site.library.codebook.version)),
  );
  app.get(OPERATIONS.health.path, c => c.json({ ok: true, as_of: site.library.asOf }));
  app.get("/assets/:name", async c => {
    const asset = assets.files.get(c.req.param("name"));
    if (asset === undefined) return notFound(c, options);
    const forEver = c.req.query("v") === assets.version;
    const caching = forEver ? "public, max-age=31536000, immutable" : "no-cache";
    return c.body(asset.bytes, 200, { "Content-Type": asset.type, "Cache-Control": caching });
  });
}

/** Milliseconds between two pages that are made ahead. */
const PAUSE = 10;

/** Pages that are asked for seldom and whose making would hold up the readers of a server that has just begun. */
const AT_FIRST_CALL = ["/events"];

/**
 * Asks for every page that takes long to make, one after the other, so that readers find them made: lists, indicators,
 * series, kept articles. Faults are told as they would be to a reader.
 */
export async function warmUp(app: App, site: LiveSite, signal: AbortSignal): Promise<void> {
  await site.refresh();
  const { indicators, series } = site.library.codebook;
  const paths = [
    "/",
    ...(await site.articles()).map(({ id }) => `/articles/${id}`),
    ...PAGES.map(({ path }) => path).filter(path => !path.includes("{") && !AT_FIRST_CALL.includes(path)),
    ...[...indicators.keys()].map(id => `/indicators/${encodeURIComponent(id)}`),
    ...[...series.keys()].map(id => `/series/${encodeURIComponent(id)}`),
  ];
  for (const path of paths) {
    if (signal.aborted) return;
    // Readers who came meanwhile go first.
    await setTimeout(PAUSE);
    await app.request(`http://localhost${path}`, { headers: { host: "localhost" } });
  }
}

/** The whole HTTP interface of a book, without a socket. */
export function createApp(options: AppOptions): App {
  const app: App = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.use(checkHost);
  app.use(async (c, next) => {
    await options.site.refresh();
    c.set("frame", frameOf(c, options));
    await next();
  });
  app.use(checkOrigin);
  addOperations(app, options);
  addPages(app, options);
  app.notFound(c => notFound(c as Handler, options));
  app.onError((error, c) => onError(error, c as Handler, options));
  return app;
}
