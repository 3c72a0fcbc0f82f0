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
  /** Columns of the terminal; where standard output is none, `COLUMNS` or 100. */
  readonly columns: number;
}

/** Clears the line that `progress` wrote last. */
const CLEAR = "\r\u001b[K";

/** What the user set where there is no terminal to ask, as other programs take it. */
const columnsOf = ({ COLUMNS = "" }: Effects["env"]): number =>
  /^[1-9]\d{0,3}$/.test(COLUMNS) ? Number(COLUMNS) : 100;

/** Whoever reads the output has seen enough (`| head`): no fault. Anything else, a full disk above all, must not pass for a whole answer. */
function endOfOutput(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`custodes: standard output cannot be written: ${error.message}\n`);
  process.exit(3);
}

/** The real world. */
export function processEffects(): Effects {
  let shown = false;
  process.stdout.on("error", endOfOutput);
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
    columns: process.stdout.columns ?? columnsOf(process.env),
  };
}
