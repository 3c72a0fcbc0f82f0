import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Problem } from "../../codebook/types.ts";
import { fault, refusal } from "../errors.ts";
import type { IndexFile } from "../index/index-file.ts";
import { FIXED_TABLES } from "../index/schema.ts";
import type { Live } from "../live.ts";
import type { QueryLimits, QueryResult } from "../types.ts";

/**
 * Untrusted SQL runs in a process of its own, on the index opened for reading only. So a query that takes all memory or never
 * ends takes nothing else with it: the process is killed, and the next query gets another.
 */

const DEFAULT_TIMEOUT = 10_000;
const DEFAULT_ROWS = 10_000;

/** Time for a query to end by itself when it is interrupted, before its process is killed. */
const GRACE = 500;

/** Time for the process to start on a busy machine; its own clock runs from when it is ready. */
const STARTING = 10_000;

/** Queries that may wait for their turn. */
const QUEUE_LENGTH = 16;

/** Memory of the process of queries, in megabytes: what the engine may use, and what ends the process. */
const MEMORY = { engine: 512, process: 1200 } as const;

/** What the process is asked. */
export interface QueryRequest {
  readonly sql: string;
  readonly timeout: number;
  readonly rows: number;
}

/** What it answers. */
export type QueryAnswer = { readonly result: QueryResult } | { readonly problem: Problem };

/** The process was ended for the sake of a writer: the query is asked again. */
type Asked = QueryAnswer | { readonly again: true };

/** Arguments of the process. */
export interface SandboxArguments {
  readonly path: string;
  readonly tables: readonly string[];
  readonly engineMegabytes: number;
  readonly processMegabytes: number;
}

export class Sandbox {
  private readonly index: IndexFile;
  private readonly live: Live;
  private child: ChildProcess | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(index: IndexFile, live: Live) {
    this.index = index;
    this.live = live;
    index.makeWay = () => this.close();
  }

  /** Runs one SELECT. Throws a `UserError` that says what is wrong with it, where, or which limit it met. */
  async query(
    sql: string,
    { timeout = DEFAULT_TIMEOUT, rows = DEFAULT_ROWS }: QueryLimits = {},
  ): Promise<QueryResult> {
    if (this.waiting >= QUEUE_LENGTH)
      throw fault({ code: "busy", message: "too many queries wait already", hint: "try again in a moment" });
    this.waiting++;
    const mine = this.turn.then(() => this.answer({ sql, timeout, rows }));
    this.turn = mine.catch(() => {});
    try {
      const answer = await mine;
      if ("problem" in answer) throw refusal(answer.problem);
      return answer.result;
    } finally {
      this.waiting--;
    }
  }

  /** Ends the process; it lets go of the index. */
  async close(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    keepAlive(child, true);
    await new Promise<void>(resolve => {
      child.once("exit", () => resolve());
      child.kill("SIGKILL");
    });
  }

  private async answer(request: QueryRequest): Promise<QueryAnswer> {
    for (;;) {
      const answer = await this.index.reading(path => this.ask(path, request));
      if (!("again" in answer)) return answer;
    }
  }

  private ask(path: string, request: QueryRequest): Promise<Asked> {
    const patience = this.child ? GRACE : GRACE + STARTING;
    this.child ??= this.start(path);
    const { child } = this;
    keepAlive(child, true);
    return new Promise<Asked>(resolve => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        child.kill("SIGKILL");
      }, request.timeout + patience);
      const ended = (code: number | null) => {
        // Whoever makes way for a writer takes the process out first.
        if (this.child !== child && !late) return settle({ again: true });
        if (this.child === child) this.child = null;
        settle({ problem: late ? tooSlow(request.timeout) : code === null ? tooBig() : fellOver(code) });
      };
      const settle = (answer: Asked) => {
        clearTimeout(timer);
        keepAlive(child, false);
        child.off("message", settle).off("exit", ended);
        resolve(answer);
      };
      child.on("message", settle).on("exit", ended);
      // A process that is gone already says so by its exit.
      child.send(request, () => {});
    });
  }

  private start(path: string): ChildProcess {
    const tables = [...FIXED_TABLES, ...this.live.codebook.kinds.keys()];
    const options: SandboxArguments = {
      path,
      tables,
      engineMegabytes: MEMORY.engine,
      processMegabytes: MEMORY.process,
    };
    const child = fork(childScript(), [JSON.stringify(options)], {
      env: {},
      execArgv: ["--max-old-space-size=512"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    keepAlive(child, false);
    return child;
  }
}

function fellOver(code: number): Problem {
  return {
    code: "query-process",
    message: `the process that runs queries ended by itself (exit code ${code})`,
    hint: "ask again; if it goes on, the installation is damaged",
  };
}

/** The process of queries keeps ours alive while a query runs, and not between queries. */
function keepAlive(child: ChildProcess, alive: boolean): void {
  if (alive) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** Node 20 runs no TypeScript: from the sources, the compiled script is taken. */
function childScript(): string {
  const compiled = import.meta.url.endsWith(".ts")
    ? "../../../dist/book/query/sandbox-child.js"
    : "./sandbox-child.js";
  return fileURLToPath(new URL(compiled, import.meta.url));
}

function tooSlow(timeout: number): Problem {
  return {
    code: "query-timeout",
    message: `the query took more than ${timeout / 1000} s and was stopped`,
    hint: "ask for less, or add a LIMIT",
  };
}

function tooBig(): Problem {
  return {
    code: "query-memory",
    message: "the query needed more memory than it may have and was stopped",
    hint: "ask for less: fewer rows, shorter texts, no cross joins",
  };
}
