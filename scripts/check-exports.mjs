// Fails when `exports` in package.json and the rooms in src/ disagree: every room with an index.ts is exported, nothing else is.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { exports } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
const rooms = readdirSync(`${root}/src`, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && existsSync(`${root}/src/${entry.name}/index.ts`))
  .map(entry => `./${entry.name}`)
  .sort();
const exported = Object.keys(exports)
  .filter(key => key !== "./package.json")
  .sort();
const problems = [
  ...rooms
    .filter(room => !exported.includes(room))
    .map(room => `package.json: exports lacks "${room}" (src${room.slice(1)}/index.ts exists)`),
  ...exported
    .filter(room => !rooms.includes(room))
    .map(room => `package.json: exports names "${room}", but src${room.slice(1)}/index.ts does not exist`),
  ...exported.flatMap(room => {
    const { types, default: code } = exports[room];
    const wanted = `./dist${room.slice(1)}/index`;
    return types === `${wanted}.d.ts` && code === `${wanted}.js`
      ? []
      : [`package.json: exports["${room}"] must point to ${wanted}.js and .d.ts`];
  }),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
