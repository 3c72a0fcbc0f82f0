import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** Processor time of a process so far, in milliseconds; a clock tick is 10 (proc(5), stat). */
function spentBy(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** A peer in a process of its own that keeps the data and answers one question after the other; one that it takes too long over ends it. */
export function openPeer({ name, command, env }, file, { rows, names, seconds, threads }) {
  const [program, ...given] = command;
  let process = null;
  const open = () => {
    const child = spawn(program, [...given, file, String(rows), names.join(","), String(threads)], {
      stdio: ["pipe", "pipe", "inherit"],
      env,
    });
    return { child, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  };
  const close = () => {
    process?.child.kill();
    process = null;
  };
  return {
    name,
    /** Where it took longer than the seconds given, `isLate` and the processor time until then. */
    ask: async question => {
      process ??= open();
      const { child, answers } = process;
      const before = spentBy(child.pid);
      child.stdin.write(`${JSON.stringify(question)}\n`);
      let timer;
      const late = new Promise(resolve => {
        timer = setTimeout(resolve, 1000 * seconds, null);
      });
      const answer = await Promise.race([answers.next(), late]);
      clearTimeout(timer);
      if (answer === null) {
        const milliseconds = spentBy(child.pid) - before;
        close();
        return { isLate: true, milliseconds, wall: 1000 * seconds };
      }
      if (answer.done) throw new Error(`${name} ended without an answer`);
      return JSON.parse(answer.value);
    },
    close,
  };
}
