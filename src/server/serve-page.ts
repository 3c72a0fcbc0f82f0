import type { Page } from "../site/index.ts";
import { splitForm } from "./address.ts";
import { answer, knownQuery } from "./answer.ts";
import type { Assets } from "./assets.ts";
import { PICTURE_POLICY } from "./guard.ts";
import type { LiveSite } from "./live-site.ts";
import type { PageCache } from "./page-cache.ts";
import type { PastSites } from "./past-sites.ts";
import { fail, type Handler } from "./respond.ts";
import { suggestFor } from "./suggest.ts";

export interface AppOptions {
  readonly site: LiveSite;
  readonly assets: Assets;
  readonly log: (line: string) => void;
  readonly cache?: PageCache;
  /** The site as of earlier entries, for addresses that ask for one. */
  readonly past: PastSites;
}

/** Nothing at an address, with what may have been meant. */
export async function notFound(c: Handler, { site }: AppOptions): Promise<Response> {
  const { path } = splitForm(new URL(c.req.url).pathname);
  return fail(c, {
    status: 404,
    problems: [{ code: "not-found", message: `there is nothing at ${path.slice(0, 200)}` }],
    suggestions: await suggestFor(site.library, path),
  });
}

/** A page is the same as long as the journal, the program's files and the address are. */
export function servePage(
  page: Page,
  options: AppOptions,
  { cache, past }: { cache: PageCache; past: PastSites },
) {
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
