import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** pyfixest in a process of its own that keeps the data and answers one question after the other; one that it takes too long over ends it. */
export function openPeer(python, file, { rows, names, seconds }) {
  const script = fileURLToPath(new URL("peer.py", import.meta.url));
  let process = null;
  const open = () => {
    const child = spawn(python, [script, file, String(rows), names.join(",")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    return { child, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  };
  const close = () => {
    process?.child.kill();
    process = null;
  };
  return {
    /** Null where it took longer than the seconds given. */
    ask: async question => {
      process ??= open();
      const { child, answers } = process;
      child.stdin.write(`${JSON.stringify(question)}\n`);
      let timer;
      const late = new Promise(resolve => {
        timer = setTimeout(resolve, 1000 * seconds, null);
      });
      const answer = await Promise.race([answers.next(), late]);
      clearTimeout(timer);
      if (answer === null) close();
      else if (answer.done) throw new Error("pyfixest ended without an answer");
      return answer === null ? null : JSON.parse(answer.value);
    },
    close,
  };
}
