import type { Context, MiddlewareHandler } from "hono";
import { hostName, isLoopback } from "./loopback.ts";
import { refuse } from "./respond.ts";

/**
 * No page may run, load or send anything that is not ours: scripts and styles come from this server only, nothing is
 * inline, nothing frames us, forms go back to us.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A picture that is opened by itself carries its own style and may do nothing else. */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Headers of every answer, whatever it is, unless it has its own. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // With "no-referrer" browsers would send the origin of our own forms as "null", and `checkOrigin` would refuse them.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/**
 * Answers only requests that name this machine: a foreign page whose name was made to point to 127.0.0.1 (DNS rebinding)
 * still sends its own name.
 */
export const checkHost: MiddlewareHandler = async (c, next) => {
  const host = hostName(c.req.header("host") ?? "");
  if (isLoopback(host)) return next();
  return refuse(c, 403, {
    code: "foreign-host",
    message: `this server does not answer for ${host === "" ? "a request without a host" : `"${host}"`}`,
    expected: "127.0.0.1, [::1] or localhost",
  });
};

function isForeign(c: Context): boolean {
  const origin = c.req.header("origin");
  if (origin !== undefined) return origin !== `http://${c.req.header("host")}`;
  const site = c.req.header("sec-fetch-site");
  // Programs such as curl send neither header; every browser sends at least one with a form.
  return site !== undefined && site !== "same-origin" && site !== "none";
}

/** Refuses what would change something when another site's page sends it. */
export const checkOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD" || !isForeign(c)) return next();
  return refuse(c, 403, {
    code: "foreign-origin",
    message: "a page of another site sent this; it is refused",
    hint: "send it from a page of this server, or from a program without an Origin header",
  });
};
