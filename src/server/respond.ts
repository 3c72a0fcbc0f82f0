import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "../codebook/index.ts";
import { type ErrorData, errorView, type Frame, renderPage } from "../site/index.ts";

/** What every handler finds beside the request. */
export interface Variables {
  /** The frame of the page that is asked for. */
  frame: Frame;
}

export type Handler = Context<{ Variables: Variables }>;

/** Is the answer wanted as JSON: by the end of the address, or by `Accept`? Addresses of files get their errors as JSON too. */
export function wantsJson(c: Context): boolean {
  if (/\.(json|csv|svg|png|sql)$/.test(c.req.path)) return true;
  const accept = c.req.header("accept") ?? "";
  return accept.includes("application/json") && !accept.includes("text/html");
}

const TITLES: Readonly<Record<number, string>> = {
  400: "This request cannot be answered",
  403: "Refused",
  404: "There is no such page",
  405: "This address does not take that",
  410: "This was removed from the book",
  413: "This is too large",
  503: "Not ready yet",
  500: "The server failed",
};

/** Nothing is wrong with the request: the book has not yet what the page is made of. */
const TOO_LITTLE = new Set(["empty-panel", "too-few-lists"]);

const titleOf = ({ status, problems }: Omit<ErrorData, "title">): string => {
  if (problems.length > 0 && problems.every(({ code }) => TOO_LITTLE.has(code)))
    return "The book holds too little for this page yet";
  return TITLES[status] ?? "Something went wrong";
};

/** An error in the form that was asked for: `{ok: false, errors}` or a page. */
export function fail(c: Context, error: Omit<ErrorData, "title">): Response | Promise<Response> {
  const { status, problems, suggestions } = error;
  const frame = (c as Handler).get("frame") as Frame | undefined;
  c.header("Cache-Control", "no-store");
  if (wantsJson(c) || frame === undefined) {
    const errors = problems.map(problem => ({
      ...problem,
      ...(suggestions.length > 0 ? { suggestions: suggestions.map(({ href }) => href) } : {}),
    }));
    return c.json({ ok: false, errors }, status as ContentfulStatusCode);
  }
  const view = errorView({ ...error, title: titleOf(error) });
  return c.html(renderPage(view, frame), status as ContentfulStatusCode);
}

/** Refuses a request for one reason. */
export const refuse = (c: Context, status: number, problem: Problem): Response | Promise<Response> =>
  fail(c, { status, problems: [problem], suggestions: [] });
