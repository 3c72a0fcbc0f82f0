import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** pyfixest in a process of its own that keeps the data and answers one question after the other. */
export function openPeer(python, file, { rows, names }) {
  const script = fileURLToPath(new URL("peer.py", import.meta.url));
  const child = spawn(python, [script, file, String(rows), names.join(",")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async question => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error("pyfixest ended without an answer");
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
  };
}
