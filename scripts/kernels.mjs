// Compiles the loops that are written in AssemblyScript: all `*.as.ts` of a folder `src/ROOM/kernels/` become one WebAssembly module, kept as
// text in `wasm.ts` beside them, so that Node, a browser, a bundle and a test load it alike. `node scripts/kernels.mjs` writes it anew;
// tests/kernels.test.ts fails where a source was changed without.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * No garbage collector and no checks: kernels work on memory that the caller lays out. The memory is imported and said to be shared;
 * `loadKernels` unsays it where one thread works alone.
 */
const OPTIONS = [
  ...["--runtime", "stub", "--noAssert", "--optimizeLevel", "3", "--shrinkLevel", "0", "--converge"],
  ...["--enable", "simd", "--enable", "threads", "--use", "abort="],
  ...[
    "--importMemory",
    "--sharedMemory",
    "--initialMemory",
    "1",
    "--maximumMemory",
    "65536",
    "--noExportMemory",
  ],
];

/** Folders of the rooms that have kernels. */
export const kernelFolders = () =>
  readdirSync(join(root, "src"))
    .map(room => join("src", room, "kernels"))
    .filter(folder => existsSync(join(root, folder)) && sourcesOf(folder).length > 0);

const sourcesOf = folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith(".as.ts"))
    .sort()
    .map(name => join(folder, name));

/** The text of `wasm.ts` that the sources of a folder give now. */
export async function compileKernels(folder) {
  const sources = sourcesOf(folder);
  let bytes = null;
  const written = (name, contents) => {
    if (name.endsWith(".wasm")) bytes = contents;
  };
  const { error, stderr } = await asc.main(
    [...sources, "--baseDir", root, "--outFile", "kernels.wasm", ...OPTIONS],
    { writeFile: written },
  );
  if (error) throw new Error(`${folder}: ${error.message}\n${stderr}`);
  const code = sources.map(source => readFileSync(join(root, source), "utf8")).join("\n");
  const members = (await WebAssembly.compile(bytes).then(WebAssembly.Module.exports))
    .filter(({ kind }) => kind === "function")
    .map(({ name }) => `  ${name}${signatureOf(name, code)};`);
  return `// Made by scripts/kernels.mjs from the sources beside it; not to be edited.
export interface Kernels {
${members.join("\n")}
}

export const wasm =
  "${Buffer.from(bytes).toString("base64")}";
`;
}

/** All parameters and results of kernels are numbers here, whatever they are there. */
function signatureOf(name, code) {
  const [, parameters, result] = new RegExp(`export function ${name}\\(([^)]*)\\): (\\w+)`).exec(code) ?? [];
  if (parameters === undefined) throw new Error(`no "export function ${name}(...): type" among the sources`);
  if (/\b[iu]64\b/.test(`${parameters} ${result}`))
    throw new Error(`${name}: 64-bit integers are not numbers here`);
  const numbers = parameters
    .replace(/: *\w+/g, ": number")
    .replace(/\s+/g, " ")
    .replace(/,? $/, "")
    .trim();
  return `(${numbers}): ${result === "void" ? "void" : "number"}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const folder of kernelFolders())
    writeFileSync(join(root, folder, "wasm.ts"), await compileKernels(folder));
