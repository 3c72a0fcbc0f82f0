import type { Readable } from "node:stream";

/** Everything a command does to the world, so that tests can replace it. */
export interface Effects {
  /** Writes to standard output, as it is. */
  readonly out: (text: string) => void;
  /** Writes a line to standard error. */
  readonly err: (line: string) => void;
  /** Shows what long work is at; only where standard error is a terminal. */
  readonly progress: (line: string) => void;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: Readable;
  /** Resolves when the user asks a server to stop (SIGINT, SIGTERM). */
  readonly stopped: () => Promise<void>;
  /** Columns of the terminal, 100 where standard output is none. */
  readonly columns: number;
}

/** Clears the line that `progress` wrote last. */
const CLEAR = "\r\u001b[K";

/** The real world. */
export function processEffects(): Effects {
  let shown = false;
  // Whoever reads the output has seen enough (`| head`); that is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const clear = () => {
    if (shown) process.stderr.write(CLEAR);
    shown = false;
  };
  return {
    out: text => {
      clear();
      process.stdout.write(text);
    },
    err: line => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: line => {
      if (!process.stderr.isTTY) return;
      process.stderr.write(`${CLEAR}${line}`);
      shown = line !== "";
    },
    now: () => new Date(),
    env: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stopped: () =>
      new Promise(resolve => {
        process.once("SIGINT", () => resolve());
        process.once("SIGTERM", () => resolve());
      }),
    columns: process.stdout.columns ?? 100,
  };
}
