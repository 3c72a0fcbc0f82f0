import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { UserError } from "../codebook/index.ts";
import { checkView, type Frame, PAGES, renderPage, SECTIONS } from "../site/index.ts";
import { splitForm } from "./address.ts";
import { appealSent } from "./appeal.ts";
import { checkSent, keepSent } from "./check-sent.ts";
import { checkHost, checkOrigin, SECURITY_HEADERS } from "./guard.ts";
import { judgeSent } from "./judge.ts";
import { OPERATIONS, openApi } from "./openapi.ts";
import { PageCache } from "./page-cache.ts";
import { TEXT_LIMIT } from "./read-text.ts";
import { fail, type Handler, refuse, type Variables, wantsJson } from "./respond.ts";
import { type AppOptions, notFound, servePage } from "./serve-page.ts";

type App = Hono<{ Variables: Variables }>;

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
