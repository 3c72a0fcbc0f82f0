import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadCodebook } from "../declarations/load.ts";
import { formatProblem } from "../errors.ts";
import type { ParsedFacts, Problem } from "../types.ts";
import { decodeText } from "./decode.ts";
import { parseFacts } from "./parse-facts.ts";
import { validateFacts } from "./validate-facts.ts";

const folder = fileURLToPath(new URL("../../../cases/facts/", import.meta.url));
const filesOf = (name: string, end: string) => readdirSync(folder + name).filter(file => file.endsWith(end));

const codebook = loadCodebook(
  new Map(filesOf("base", ".yaml").map(file => [file, readFileSync(`${folder}base/${file}`, "utf8")])),
);

/** Problems of the base files with the files of the case in their place. */
function problemsOf(name: string): readonly Problem[] {
  const own = filesOf(name, ".csv");
  const paths = [
    ...filesOf("base", ".csv")
      .filter(file => !own.includes(file))
      .map(file => `base/${file}`),
    ...own.map(file => `${name}/${file}`),
  ];
  const problems: Problem[] = [];
  const parsed: ParsedFacts[] = [];
  for (const path of paths) {
    const file = `facts/${path.slice(path.indexOf("/") + 1)}`;
    const decoded = decodeText(file, readFileSync(folder + path));
    problems.push(...decoded.problems);
    if (decoded.problems.length === 0) parsed.push(parseFacts(codebook, file, decoded.text));
  }
  // A file that could not be decoded would make all its ids unknown: its own problem is enough.
  return problems.length > 0 ? problems : validateFacts(codebook, parsed);
}

for (const name of readdirSync(folder).filter(each => each !== "base")) {
  test(`cases/facts/${name} has the problems that it should have`, () => {
    const problems = problemsOf(name);
    const text = problems.map(problem => `${formatProblem(problem)} [${problem.code}]\n`).join("");
    const path = `${folder}${name}/expected.txt`;
    const expected = filesOf(name, "expected.txt").length === 0 ? null : readFileSync(path, "utf8");
    if (text !== expected) writeFileSync(`${folder}${name}/expected.txt-changed`, text);
    expect(text).toBe(expected);
  });
}

test("every problem names its file and says what to do", () => {
  const cases = readdirSync(folder).filter(name => !["base", "fine"].includes(name));
  const vague = cases.flatMap(problemsOf).filter(problem => !problem.file || !problem.line || !problem.hint);
  expect(vague.map(formatProblem)).toEqual([
    expect.stringContaining("festivall.csv"),
    expect.stringContaining("notes.csv"),
  ]);
});
