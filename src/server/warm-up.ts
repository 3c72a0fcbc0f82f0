import { setTimeout } from "node:timers/promises";
import type { Hono } from "hono";
import { PAGES } from "../site/index.ts";
import type { LiveSite } from "./live-site.ts";
import type { Variables } from "./respond.ts";

type App = Hono<{ Variables: Variables }>;

/** Milliseconds between two pages that are made ahead. */
const PAUSE = 10;

/** Milliseconds before studies are estimated: the first readers of a new server have its processors for themselves. */
const REST = 5000;

/** Pages that are asked for seldom and whose making would hold up the readers of a server that has just begun. */
const AT_FIRST_CALL = ["/events"];

/**
 * Asks for every page that takes long to make, one after the other, so that readers find them made: lists, indicators,
 * series, kept articles, studies. Faults are told as they would be to a reader.
 */
export async function warmUp(app: App, site: LiveSite, signal: AbortSignal): Promise<void> {
  await site.refresh();
  const { indicators, series, studies } = site.library.codebook;
  const paths = [
    "/",
    ...(await site.articles()).map(({ id }) => `/articles/${id}`),
    ...PAGES.map(({ path }) => path).filter(path => !path.includes("{") && !AT_FIRST_CALL.includes(path)),
    ...[...indicators.keys()].map(id => `/indicators/${encodeURIComponent(id)}`),
    ...[...series.keys()].map(id => `/series/${encodeURIComponent(id)}`),
  ];
  await ask(app, paths, signal);
  // Last: they are estimated for seconds, if in threads of their own, and what they say is kept beside the index.
  await setTimeout(REST, undefined, { signal }).catch(() => {});
  const estimated = [...studies.keys()].map(id => `/studies/${encodeURIComponent(id)}`);
  await ask(app, estimated, signal);
}

async function ask(app: App, paths: readonly string[], signal: AbortSignal): Promise<void> {
  for (const path of paths) {
    if (signal.aborted) return;
    // Readers who came meanwhile go first.
    await setTimeout(PAUSE);
    await app.request(`http://localhost${path}`, { headers: { host: "localhost" } });
  }
}
