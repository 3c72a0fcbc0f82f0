// Runs patterns over attack strings made from their own letters, and tells which one it is at, so that one that hangs can be named.
import { parentPort, workerData } from "node:worker_threads";

/** Repeats that a text may hold; time that is cubic in this, or worse, does not end. */
const LENGTHS = [30, 300, 3000];
const COMMON = ["a", "1", " ", "\n", ",", ".", "-", "<", "中", "é"];

/** Letters that a pattern speaks of, and some that stand for its classes. */
function lettersOf(source) {
  const plain = source.replace(/\\[pP]\{[^}]*\}|\\[a-zA-Z]|\(\?[<!=:]*/g, "");
  return [...new Set([...plain.replace(/[()[\]{}|?*+^$\\]/g, ""), ...COMMON])].slice(0, 40);
}

/** Words of a pattern, and phrases whose spaces are classes in it: a letter alone rarely gets far into `(?:said|told) that`. */
const wordsOf = source => {
  const plain = source.replace(/\\u[0-9a-f]{4}/g, "").replace(/\\s[+*]?/g, " ");
  return [...new Set(plain.match(/[\p{L}\p{M}]{2,}(?: [\p{L}\p{M}]+)*/gu) ?? [])].slice(0, 12);
};

for (const [i, [source, flags]] of workerData.entries()) {
  parentPort.postMessage(i);
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ""));
  const letters = lettersOf(source);
  const pieces = [
    ...letters,
    ...wordsOf(source).map(word => `${word} `),
    ...letters.slice(0, 12).map((c, n) => c + letters[(n + 1) % letters.length]),
  ];
  for (const piece of pieces)
    for (const length of LENGTHS)
      for (const end of ["", "\u0001"]) pattern.test(piece.repeat(Math.ceil(length / piece.length)) + end);
}
parentPort.postMessage("done");
