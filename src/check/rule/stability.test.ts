import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CONSTANTS, type RuleConstants } from "./constants.ts";
import { judgeLine } from "./line.ts";

const folder = new URL("../../../cases/judge/", import.meta.url);
const cases = readdirSync(folder)
  .filter(name => name.endsWith(".jsonl"))
  .sort()
  .flatMap(name => readFileSync(new URL(name, folder), "utf8").split("\n").filter(Boolean))
  .map(line => JSON.parse(line) as { id: string });

function verdictsWith(constants: RuleConstants): Map<string, string> {
  return new Map(
    cases.map(golden => {
      const result = judgeLine(golden, { constants });
      return [golden.id, "verdict" in result ? [result.verdict, ...result.flags].join(" ") : "error"];
    }),
  );
}

/** One line a case that moves: constant, factor, case, before, after. */
function stabilityTable(): string {
  const usual = verdictsWith(CONSTANTS);
  const rows = Object.keys(CONSTANTS).flatMap(name =>
    [0.5, 2].flatMap(factor => {
      const key = name as keyof RuleConstants;
      const moved = verdictsWith({ ...CONSTANTS, [key]: CONSTANTS[key] * factor });
      return cases
        .filter(({ id }) => moved.get(id) !== usual.get(id))
        .map(({ id }) => [name, factor, id, usual.get(id), moved.get(id)].join(","));
    }),
  );
  return `${["constant,factor,case,verdict,becomes", ...rows].join("\n")}\n`;
}

it("the committed table says which golden verdicts move when a constant is halved or doubled", () => {
  const file = new URL("stability.csv", folder);
  const table = stabilityTable();
  const committed = readFileSync(file, "utf8");
  if (table !== committed) writeFileSync(new URL("stability-changed.csv", folder), table);
  expect(table).toBe(committed);
});

it("every constant moves some golden verdict, so that none of them is untested", () => {
  const table = stabilityTable();
  expect(Object.keys(CONSTANTS).filter(name => !table.includes(`\n${name},`))).toEqual([]);
});
