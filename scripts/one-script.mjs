// Puts the compiled modules of the command line together as one script, dist/custodes.cjs. Five hundred small files take longer to find, read
// and compile than one, and one script can keep the code that a run compiled (bin/one-script.js).
import { createHash } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

/** Modules find their files by their own address, which in one script is that of none of them: each asks for its own. */
const ownAddresses = dist => ({
  name: "own-addresses",
  transform(code, id) {
    const file = relative(dist, id).split(sep).join("/");
    return code.includes("import.meta")
      ? { code: code.replaceAll("import.meta", `meta(${JSON.stringify(file)})`) }
      : null;
  },
});

/** What a command loads only when it needs it, and what no script can hold: the engine of the index. */
const packagesApart = {
  name: "packages-apart",
  resolveDynamicImport: specifier =>
    typeof specifier === "string" && /^[^./]/.test(specifier) ? { id: specifier, external: true } : null,
};

/**
 * Text and patterns mean the same with their characters escaped, and a file of ASCII is read and held in half the time and memory. What would
 * mean something else then does not occur, and is refused: a character after a backslash, and raw templates.
 */
function inAscii(code) {
  const [odd] = /(?<!\\)(?:\\\\)*\\[^\0-\x7f].*|\bString\.raw`[^`]*[^\0-\x7f].*/.exec(code) ?? [];
  if (odd !== undefined)
    throw new Error(
      `write the character as an escape of its own, or without the backslash: ${odd.slice(0, 80)}`,
    );
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The version that the modules would find of themselves. */
async function codeOfModules(dist) {
  const { codeVersion } = await import(pathToFileURL(join(dist, "book", "index", "code-version.js")).href);
  return codeVersion();
}

/** What threads that link load only where a column is compared by it. */
const COMPARED_RARELY = [/names[/\\]organisations\.js$/, /compare[/\\]positions\.js$/];

/** Puts the modules of a thread that links together as one script, dist/link/work/one-worker.cjs: a thread starts with it in less than half the time. */
export async function writeWorker(dist) {
  const folder = join(dist, "link", "work");
  const bundle = await rolldown({
    input: join(folder, "worker.js"),
    platform: "node",
    external: COMPARED_RARELY,
    logLevel: "warn",
  });
  const { output } = await bundle.generate({ format: "cjs", codeSplitting: false });
  await bundle.close();
  const file = join(folder, "one-worker.cjs");
  writeFileSync(`${file}.new`, output[0].code);
  renameSync(`${file}.new`, file);
}

/** Modules of Node that few commands use, and that take Node longer to load than such a command needs. */
const SELDOM = ["child_process", "dns", "http", "http2", "https", "net", "timers/promises"];

/** Has the script load those modules where they are first used. */
function seldomLoaded(code) {
  let [getters, rest] = ["", code];
  for (const name of SELDOM) {
    const [declared, variable] =
      new RegExp(`^let (\\w+) = require\\("node:${name}"\\);$`, "m").exec(rest) ?? [];
    if (declared === undefined) continue;
    getters += `get ${variable}() { return require("node:${name}"); },`;
    rest = rest
      .replace(declared, "")
      .replaceAll(new RegExp(`(?<![\\w$.])${variable}(?=\\.)`, "g"), `seldom.${variable}`);
  }
  return `const seldom = {${getters}};\n${rest}`;
}

/** Writes the script. Its first line names its content, by which code that was kept is known to be of it. */
export async function writeScript(dist) {
  const bundle = await rolldown({
    input: join(dist, "cli", "main.js"),
    platform: "node",
    plugins: [ownAddresses(dist), packagesApart],
    transform: { define: { CODE_OF_SCRIPT: JSON.stringify(await codeOfModules(dist)) } },
    logLevel: "warn",
  });
  const { output } = await bundle.generate({ format: "cjs", codeSplitting: false });
  await bundle.close();
  // A script of kept code may not import by itself (Node 20: ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING): whoever opens it does it.
  const code = seldomLoaded(output[0].code).replaceAll(/\bimport\((?=["'])/g, "load(");
  const body = `(function (exports, require, meta, load) {${inAscii(code)}\n})`;
  const file = join(dist, "custodes.cjs");
  writeFileSync(`${file}.new`, `// ${createHash("sha256").update(body).digest("hex")}\n${body}`);
  renameSync(`${file}.new`, file);
}
