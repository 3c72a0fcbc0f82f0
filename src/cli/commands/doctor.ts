import { accessSync, constants, existsSync, mkdirSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { bookPlace, dataFolder, isBook } from "../books.ts";
import { type Command, flag, type Invocation } from "../command.ts";

export interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do, where something is wrong. */
  readonly hint?: string;
}

export const doctor: Command = {
  name: "doctor",
  summary: "say what is wrong here",
  arguments: "",
  count: [0, 0],
  about:
    "Looks at Node, the data directory, the disk, the book and the port, and says of each whether it will do. Exit code 1 when one will not.",
  options: {},
  examples: [["custodes doctor", "why it does not start"]],
  run: async invocation => {
    const { effects } = invocation;
    const checks = [node(), folder(invocation), disk(invocation), await book(invocation), await port()];
    const wrong = checks.filter(({ ok }) => !ok).length;
    if (flag(invocation, "json")) effects.out(`${JSON.stringify({ ok: wrong === 0, checks })}\n`);
    else
      for (const { what, ok, found, hint } of checks)
        effects.out(`${ok ? "well " : "WRONG"}  ${what}: ${found}${ok || !hint ? "" : `\n       ${hint}`}\n`);
    return wrong === 0 ? 0 : 1;
  },
};

function node(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return {
    what: "Node.js",
    ok: major > 20 || (major === 20 && minor >= 19),
    found: process.versions.node,
    hint: "install 20.19 or later",
  };
}

function folder({ effects }: Invocation): Check {
  const path = dataFolder(effects);
  const what = "data directory";
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
    return { what, ok: true, found: path };
  } catch (error) {
    return {
      what,
      ok: false,
      found: `${path}: ${(error as Error).message}`,
      hint: "make it writable, or set CUSTODES_DATA to another folder",
    };
  }
}

/** A book and its index want about this much. */
const ROOM = 200_000_000;

function disk({ effects }: Invocation): Check {
  const path = existsSync(dataFolder(effects)) ? dataFolder(effects) : effects.cwd;
  const { bavail, bsize } = statfsSync(path);
  const free = bavail * bsize;
  return {
    what: "disk",
    ok: free > ROOM,
    found: `${Math.round(free / 1_000_000)} MB free`,
    hint: "free some room: a book and its index want about 200 MB",
  };
}

async function book(invocation: Invocation): Promise<Check> {
  const { dir, shipped } = bookPlace(invocation);
  const what = "book";
  if (!isBook(dir))
    return {
      what,
      ok: shipped,
      found: `none in ${dir} yet${shipped ? "; it is made when first needed" : ""}`,
      hint: "make one with `custodes init`",
    };
  const { verifyBook } = await import("../../book/index.ts");
  const report = await verifyBook(dir);
  const found = report.ok
    ? `${dir}: ${report.entries} entries, ${report.objects} objects, all hashes hold`
    : report.problems.map(({ message }) => message).join("; ");
  return {
    what,
    ok: report.ok,
    found,
    hint: shipped ? "delete the folder; it is made again" : "restore what is named from a copy",
  };
}

/** Is the port of the observatory free? */
function port(): Promise<Check> {
  return new Promise(resolve => {
    const what = "port 4600";
    const server = createServer();
    server.once("error", () =>
      resolve({
        what,
        ok: false,
        found: "in use",
        hint: "stop what listens there (perhaps another observatory), or start with --port",
      }),
    );
    server.listen(4600, "127.0.0.1", () => server.close(() => resolve({ what, ok: true, found: "free" })));
  });
}
