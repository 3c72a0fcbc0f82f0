import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BIN = join(ROOT, "bin", "custodes.js");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a test file: data directory, working folder, and what to do at the end. */
export function sandbox(): {
  folder: string;
  run: (...words: string[]) => Promise<Ran>;
  runWith: (options: RunOptions, ...words: string[]) => Promise<Ran>;
  start: (...words: string[]) => ChildProcess;
  remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "custodes-cli-"));
  const env = { ...process.env, CUSTODES_DATA: join(folder, "data"), USER: "tester" };
  const start = (...words: string[]) => spawn(process.execPath, [BIN, ...words], { cwd: folder, env });
  const runWith = ({ input = "", extraEnv = {} }: RunOptions, ...words: string[]) =>
    finish(spawn(process.execPath, [BIN, ...words], { cwd: folder, env: { ...env, ...extraEnv } }), input);
  return {
    folder,
    start,
    runWith,
    run: (...words) => runWith({}, ...words),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly extraEnv?: Record<string, string>;
}

function finish(child: ChildProcess, input: string | Uint8Array): Promise<Ran> {
  return new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    child.stdout!.setEncoding("utf8").on("data", chunk => (out += chunk));
    child.stderr!.setEncoding("utf8").on("data", chunk => (err += chunk));
    child.on("error", reject);
    child.on("close", code => resolve({ code, out, err }));
    child.stdin!.on("error", () => {});
    child.stdin!.end(input);
  });
}
