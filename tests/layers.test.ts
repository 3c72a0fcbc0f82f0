import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** The rooms from the bottom up, as docs/design.md draws them. A room may import from lines above its own only. */
const LAYERS = [
  ["text", "stats"],
  ["codebook"],
  ["book"],
  ["read", "link", "count", "effect", "import"],
  ["check"],
  ["site"],
  ["server", "publish"],
  ["cli"],
];

const source = fileURLToPath(new URL("../src", import.meta.url));

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

const roomOf = (path: string) => relative(source, path).split("/")[0] ?? "";
const heightOf = (room: string) => LAYERS.findIndex(layer => layer.includes(room));

function importsOf(path: string): string[] {
  const code = readFileSync(path, "utf8");
  return [...code.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(match =>
    resolve(dirname(path), match[1]!),
  );
}

test("every room stands in the layer list", () => {
  const rooms = readdirSync(source).filter(name => statSync(join(source, name)).isDirectory());
  expect(rooms.filter(room => heightOf(room) < 0)).toEqual([]);
});

test("imports point downward only", () => {
  const wrong = filesBelow(source)
    .filter(path => !path.includes(".test."))
    .flatMap(path =>
      importsOf(path)
        .filter(
          target => roomOf(target) !== roomOf(path) && heightOf(roomOf(target)) >= heightOf(roomOf(path)),
        )
        .map(target => `${relative(source, path)} imports ${relative(source, target)}`),
    );
  expect(wrong).toEqual([]);
});

test("the index of a room is its table of contents and nothing else", () => {
  const wrong = filesBelow(source)
    .filter(path => path.endsWith("/index.ts") && dirname(dirname(path)) === source)
    .filter(path => {
      const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      return code
        .split(";")
        .some(
          statement =>
            statement.trim() !== "" && !/^export\s+(type\s+)?(\*|\{)[\s\S]*from\s/.test(statement.trim()),
        );
    })
    .map(path => relative(source, path));
  expect(wrong).toEqual([]);
});

/** Modules that loading this one loads too: what it imports otherwise than as a type, and what those import. */
function loadedBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !path.startsWith("/")) return seen.add(path);
  seen.add(path);
  const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const imports = /^(?:(?:import|export)\s+(?!type\b)([^;"]*?)from|import)\s+"([^"]+)"/gm;
  for (const [, names = "", from] of code.matchAll(imports)) {
    const list = /\{([^}]*)\}/
      .exec(names)?.[1]
      ?.split(",")
      .filter(name => name.trim() !== "");
    if (list?.every(name => name.trim().startsWith("type "))) continue;
    loadedBy(from!.startsWith(".") ? resolve(dirname(path), from!) : from!, seen);
  }
  return seen;
}

test("rooms that also run in a browser load no module of Node", () => {
  const rooms = ["text", "stats", "codebook", "read", "link", "count", "effect", "check", "site"];
  const wrong = rooms.flatMap(room =>
    [...loadedBy(join(source, room, "index.ts"))]
      .filter(name => name.startsWith("node:"))
      .map(name => `${room} loads ${name}`),
  );
  expect(wrong).toEqual([]);
});
