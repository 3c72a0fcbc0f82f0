import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Book } from "../book/types.ts";
import { UserError } from "../codebook/index.ts";
import { endStudies } from "../site/index.ts";
import { createApp } from "./app.ts";
import { readAssets } from "./assets.ts";
import { LiveSite } from "./live-site.ts";
import { requireLoopback } from "./loopback.ts";
import { PastSites } from "./past-sites.ts";
import type { RunningServer, ServerOptions } from "./types.ts";
import { warmUp } from "./warm-up.ts";

const toStandardError = (line: string): void => {
  process.stderr.write(`custodes: ${line}\n`);
};

function listen(server: ServerType, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
    server.listen(port, host, () => resolve());
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const problem =
    error.code === "EADDRINUSE"
      ? {
          code: "port-in-use",
          message: `port ${port} of ${host} is in use by another program`,
          hint: `choose another, e.g. --port ${port + 1}, or 0 for any free one`,
        }
      : error.code === "EACCES"
        ? {
            code: "port-forbidden",
            message: `this user may not listen on port ${port}`,
            hint: "choose one above 1023 with --port",
          }
        : null;
  return problem === null ? error : new UserError({ ...problem, column: "--port" });
}

const closed = (server: ServerType): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close(error => (error === undefined ? resolve() : reject(error)));
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });

/**
 * Serves a book over HTTP on this machine. Throws a `UserError` when the port is in use, or when the address could be reached
 * from elsewhere, which needs accounts.
 */
export async function startServer(book: Book, options: ServerOptions): Promise<RunningServer> {
  const { port = 4600, host = "127.0.0.1", check, log = toStandardError } = options;
  requireLoopback(host);
  const site = new LiveSite(book, check);
  const past = new PastSites(book, check);
  const app = createApp({ site, assets: readAssets(), log, past });
  const server = createAdaptorServer({ fetch: app.fetch });
  // Before anybody can ask: what is wrong with a book is then told at the start and not to the first reader.
  await site.refresh();
  await listen(server, { port, host });
  const { port: actual } = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  const stopping = new AbortController();
  const warmed = warmUp(app, site, stopping.signal).catch((error: Error) =>
    log(`warming up: ${error.message}`),
  );
  const close = async () => {
    stopping.abort();
    endStudies();
    await Promise.all([closed(server), warmed]);
    await past.close();
  };
  return { url: `http://${name}:${actual}`, warmed, close };
}
