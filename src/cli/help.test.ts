import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../check/index.ts";
import { commands } from "./commands/index.ts";
import { commandHelp, overview } from "./help.ts";
import { parseCommand } from "./parse.ts";
import { commandReference } from "./reference.ts";

test("every command has help with usage, options and an example that it understands", () => {
  for (const command of commands) {
    expect(commandHelp(command)).toMatch(new RegExp(`^usage: custodes ${command.name}`));
    expect(command.examples.length).toBeGreaterThan(0);
    for (const [line] of command.examples)
      expect(() => parseCommand(command, wordsOf(line)), line).not.toThrow();
  }
  expect(overview(commands, "1.0.0")).toContain("Exit: 0 done, 1 the answer is no, 2 wrong use, 3 a fault.");
});

/** Words of the last custodes call in a shell line, quotes taken off, pipes and redirections left out. */
function wordsOf(line: string): string[] {
  const call = line.slice(line.lastIndexOf("custodes ") + "custodes ".length);
  const tokens = [...call.matchAll(/"([^"]*)"|(\S+)/g)];
  const end = tokens.findIndex(([token]) => token === "|" || token === ">");
  return tokens.slice(1, end < 0 ? undefined : end).map(([, quoted, bare]) => quoted ?? bare!);
}

test("the reference page is fresh (else: npm run build, node scripts/reference.mjs)", () => {
  const page = readFileSync(new URL("../../docs/reference/commands.md", import.meta.url), "utf8");
  expect(page).toBe(commandReference(commands));
});

test("help names all languages that findings are worded in", () => {
  const named = commands.flatMap(({ options }) =>
    options?.["language"]?.help.includes("(") ? [options["language"].help] : [],
  );
  expect(named.length).toBeGreaterThan(1);
  for (const help of named) expect(help).toContain(`(${languages.join(", ")})`);
});
