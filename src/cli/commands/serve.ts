import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { type Command, type Invocation, option } from "../command.ts";
import { withBook } from "../open.ts";
import { summary } from "../summary.ts";

/** Where the observatory listens unless told otherwise. */
const PORT = 4600;
const HOST = "127.0.0.1";

const LISTENING = {
  port: { value: "PORT", help: `port to listen on (default ${PORT})` },
  host: {
    value: "HOST",
    help: `address to listen on (default ${HOST}; beyond this machine it requires accounts)`,
  },
} as const;

export const start: Command = {
  name: "start",
  summary: "open the observatory on the shipped book",
  arguments: "",
  count: [0, 0],
  about: `Makes the shipped book in your data directory the first time, says what is in it, and serves the observatory until you stop it with
Ctrl-C. Nothing leaves this machine.`,
  options: LISTENING,
  examples: [
    ["custodes start", `http://${HOST}:${PORT}`],
    ["custodes start --port 8080", "on another port"],
  ],
  run: serveBook,
};

export const serve: Command = {
  name: "serve",
  summary: "serve the observatory on any book",
  arguments: "",
  count: [0, 0],
  about: "As `start`, for the book named with --book or the one in this folder.",
  options: LISTENING,
  examples: [["custodes serve --book ~/books/mine", "your own book in the browser"]],
  run: serveBook,
};

async function serveBook(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const port = portOf(option(invocation, "port"));
  const host = option(invocation, "host") ?? HOST;
  return withBook(
    invocation,
    async book => {
      const { startServer } = await import("../../server/index.ts");
      const { checkBytes } = await import("../../check/index.ts");
      const server = await startServer(book, {
        host,
        port,
        check: (bytes, input, at = book) => checkBytes(bytes, at, input),
      });
      effects.out(`${await summary(book)}\n${await addresses(book, server.url)}\nStop with Ctrl-C.\n`);
      await effects.stopped();
      effects.err("custodes: stopping");
      await server.close();
      return 0;
    },
    { write: true },
  );
}

/** The address of the observatory, and of the checked articles in the book. */
async function addresses(book: Book, url: string): Promise<string> {
  const { articlesOf } = await import("../../server/index.ts");
  const articles = await articlesOf(book);
  const lines = articles.map(({ id, name }) => `checked article    ${url}/articles/${id}  (${name})`);
  return [`observatory        ${url}/`, `check your text    ${url}/check`, ...lines].join("\n");
}

function portOf(text: string | null): number {
  if (text === null) return PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new UserError({
      code: "usage",
      message: `--port is "${text}"`,
      expected: "a number from 0 (any free port) to 65535",
    });
  return port;
}
