// Tries to take a book, says how that went, and holds what it got until its input ends.
import { lockBook } from "../../../dist/book/journal/lock.js";

const [dir, nonce] = process.argv.slice(2);
const release = await lockBook(dir, nonce).then(
  give => {
    process.stdout.write("mine\n");
    return give;
  },
  error => {
    process.stdout.write(`${error.problems?.[0]?.code ?? error}\n`);
    return async () => {};
  },
);
process.stdin.resume();
process.stdin.once("end", release);
