import { expect, test } from "vitest";
import type { UserError } from "../../codebook/errors.ts";
import { parametersJson } from "../format.ts";
import { linkTable } from "../pairs.ts";
import { tableFrom } from "../table/columns.ts";
import { readParameters } from "./parameters.ts";

const words = ["amina", "boris", "carla", "dmitri", "elena", "farid", "grace", "hassan"];
const table = tableFrom({
  name: [...words, ...words.map(word => `${word}a`)],
  town: [...words, ...words].map(word => `${word} town`),
});
const spec = {
  fields: [
    { column: "name", compare: "name" as const },
    { column: "town", compare: "name" as const },
  ],
  block: [["town"], ["name:4"]],
  threshold: 0.5,
  seed: 1,
};

test("parameters of one run, read back, score and join another one the same without training", () => {
  const first = linkTable(table, spec);
  for (const json of [parametersJson(first), { parameters: parametersJson(first) }]) {
    const again = linkTable(table, spec, { parameters: readParameters(JSON.stringify(json), "p.json") });
    expect(again.parameters.m).toEqual(first.parameters.m);
    expect(again.parameters.sessions).toEqual([]);
    expect(Array.from(again.pairs.probability)).toEqual(Array.from(first.pairs.probability));
    expect(Array.from(again.clusters.of)).toEqual(Array.from(first.clusters.of));
  }
});

test("parameters that are none, or for other fields or levels, are refused with the field", () => {
  const problem = (json: string) => {
    try {
      linkTable(table, spec, { parameters: readParameters(json, "p.json") });
      return "nothing";
    } catch (error) {
      const { code, column } = (error as UserError).problems[0]!;
      return `${code} ${column ?? ""}`.trim();
    }
  };
  expect(problem("{")).toBe("bad-json");
  expect(problem("{}")).toBe("bad-parameters lambda");
  expect(problem('{"lambda": 0.1, "fields": []}')).toBe("bad-parameters name");
  expect(problem('{"lambda": 0.1, "fields": [{"field": "name", "levels": [{"m": 1, "u": 1}]}]}')).toBe(
    "bad-parameters name",
  );
  expect(problem('{"lambda": 0.1, "fields": [{"field": "name", "levels": [{"m": 0, "u": 1}]}]}')).toBe(
    "bad-parameters fields.0.levels.0.m",
  );
});
