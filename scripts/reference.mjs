// Writes docs/reference/: the codebook, its JSON Schemas and its TypeScript types from the shipped book, and the commands from their own help. Run after `npm run build`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { jsonSchema, loadCodebook, recordTypes, referencePage } from "../dist/codebook/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}/books/security/codebook`;
const files = new Map(
  readdirSync(folder)
    .filter(name => name.endsWith(".yaml"))
    .map(name => [name, readFileSync(`${folder}/${name}`, "utf8")]),
);
const codebook = loadCodebook(files);
mkdirSync(`${root}/docs/reference/schemas`, { recursive: true });
writeFileSync(`${root}/docs/reference/codebook.md`, referencePage(codebook));
for (const kind of codebook.kinds.keys())
  writeFileSync(
    `${root}/docs/reference/schemas/${kind}.json`,
    `${JSON.stringify(jsonSchema(codebook, kind), null, 2)}\n`,
  );

writeFileSync(`${root}/docs/reference/${codebook.id}.d.ts`, recordTypes(codebook));

const { commands } = await import("../dist/cli/commands/index.js");
const { commandReference } = await import("../dist/cli/reference.js");
writeFileSync(`${root}/docs/reference/commands.md`, commandReference(commands));
