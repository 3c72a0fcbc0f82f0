import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadCodebook } from "../declarations/load.ts";
import { jsonSchema } from "./json-schema.ts";
import { recordTypes } from "./record-types.ts";
import { referencePage } from "./reference.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = `${root}books/security/codebook/`;
const codebook = loadCodebook(
  new Map(
    readdirSync(folder)
      .filter(file => file.endsWith(".yaml"))
      .map(file => [file, readFileSync(folder + file, "utf8")]),
  ),
);

test("the reference page is fresh (else: npm run build, node scripts/reference.mjs)", () => {
  expect(readFileSync(`${root}docs/reference/codebook.md`, "utf8")).toBe(referencePage(codebook));
});

test("the JSON Schemas are fresh (else: npm run build, node scripts/reference.mjs)", () => {
  for (const kind of codebook.kinds.keys())
    expect(JSON.parse(readFileSync(`${root}docs/reference/schemas/${kind}.json`, "utf8"))).toEqual(
      jsonSchema(codebook, kind),
    );
});

test("the TypeScript types are fresh (else: npm run build, node scripts/reference.mjs)", () => {
  const types = readFileSync(`${root}docs/reference/security.d.ts`, "utf8");
  expect(types).toBe(recordTypes(codebook));
  expect(types).toMatch(/export interface Training \{[\s\S]*readonly recipients: readonly string\[\];/);
  expect(types).toMatch(/export type Venues? = "/);
});

test("every kind, list, series and indicator has its heading, and every measure and field its row", () => {
  const page = referencePage(codebook);
  const headings = [codebook.kinds, codebook.lists, codebook.series, codebook.indicators].flatMap(part => [
    ...part.keys(),
  ]);
  const rows = [
    ...codebook.measures.keys(),
    ...[...codebook.kinds.values()].flatMap(kind => kind.fields.map(field => field.id)),
  ];
  expect(headings.filter(id => !page.includes(`\n### ${id}\n`))).toEqual([]);
  expect(rows.filter(id => !page.includes(`\n| \`${id}\` |`))).toEqual([]);
});

test("a schema has a property for each field, lists for several values, and refuses what it does not know", () => {
  const schema = jsonSchema(codebook, "training") as {
    properties: Record<string, { type?: string }>;
    required: string[];
  };
  for (const field of codebook.kinds.get("training")!.fields)
    expect(schema.properties).toHaveProperty(field.id);
  expect(schema.properties["recipients"]?.type).toBe("array");
  expect(schema.required).toEqual(["id", "form", "confidence", "sources"]);
  expect(schema).toHaveProperty("additionalProperties", false);
  expect(() => jsonSchema(codebook, "trainings")).toThrow("unknown kind: trainings");
});
