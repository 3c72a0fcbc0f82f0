import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadKernels } from "../src/stats/kernels/load.ts";

const scripts = new URL("../scripts/kernels.mjs", import.meta.url).href;
const { compileKernels, kernelFolders } = (await import(scripts)) as {
  compileKernels(folder: string): Promise<string>;
  kernelFolders(): string[];
};

test.each(kernelFolders())("the compiled kernels of %s are those of their sources", async folder => {
  const kept = readFileSync(fileURLToPath(new URL(`../${folder}/wasm.ts`, import.meta.url)), "utf8");
  const made = await compileKernels(folder);
  // Said in words, because the difference of two binaries says nothing.
  expect(made === kept ? "the same" : "changed: run node scripts/kernels.mjs").toBe("the same");
});

test.each(kernelFolders())("the kernels of %s bring nothing of their own into the memory", async folder => {
  const source = new URL(`../${folder}/wasm.ts`, import.meta.url).href;
  const { wasm } = (await import(source)) as { wasm: string };
  const { memory } = loadKernels(wasm);
  // A table of the standard library would stand where callers lay out theirs.
  expect(new Uint8Array(memory.buffer).every(byte => byte === 0)).toBe(true);
});
