/** A WebAssembly module of `scripts/kernels.mjs` with its memory. */
export interface Loaded<Kernels> {
  readonly run: Kernels;
  readonly memory: WebAssembly.Memory;
}

/** The memory that every module imports: name, kind 2, and flag 3 (shared, with a maximum). */
const SHARED_IMPORT = [3, ...ascii("env"), 6, ...ascii("memory"), 2, 3];
const UNSHARED = 1;
const PAGE = 65_536;
/** Of 64 KiB each: 4 GiB, which is all that 32 bits can address. */
const MOST_PAGES = 65_536;

const compiled = new Map<string, WebAssembly.Module>();

/**
 * Kernels (an interface and its `wasm` in a `wasm.ts`) over a memory of their own. Without `shared` the memory is plain, and nothing is needed of
 * the page that runs it; with it several threads can work on it. `bytes` is what it holds at first; it can grow.
 */
export function loadKernels<Kernels>(wasm: string, { bytes = PAGE, shared = false } = {}): Loaded<Kernels> {
  const initial = Math.min(MOST_PAGES, Math.max(1, Math.ceil(bytes / PAGE)));
  const memory = new WebAssembly.Memory({ initial, maximum: MOST_PAGES, shared });
  return { run: bindKernels<Kernels>(wasm, memory), memory };
}

/** The same kernels over a memory that is there already, such as that of another thread. */
export function bindKernels<Kernels>(wasm: string, memory: WebAssembly.Memory): Kernels {
  const shared = typeof SharedArrayBuffer !== "undefined" && memory.buffer instanceof SharedArrayBuffer;
  const { exports } = new WebAssembly.Instance(moduleOf(wasm, shared), { env: { memory } });
  return exports as Kernels;
}

/** Compiled kernels, to be handed to a thread that shares memory with this one. */
export const compiledKernels = (wasm: string): WebAssembly.Module => moduleOf(wasm, true);

/** Takes over kernels that another thread has compiled. */
export function adoptKernels(wasm: string, module: WebAssembly.Module): void {
  compiled.set(`true ${wasm}`, module);
}

function moduleOf(wasm: string, shared: boolean): WebAssembly.Module {
  const key = `${shared} ${wasm}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const bytes = Uint8Array.from(atob(wasm), unit => unit.charCodeAt(0));
  // One module serves both kinds of memory but for this byte.
  if (!shared) bytes[flagOf(bytes)] = UNSHARED;
  const module = new WebAssembly.Module(bytes);
  compiled.set(key, module);
  return module;
}

function flagOf(bytes: Uint8Array): number {
  const start = bytes.findIndex((_, at) => SHARED_IMPORT.every((value, i) => bytes[at + i] === value));
  if (start < 0) throw new Error("these kernels import no shared memory");
  return start + SHARED_IMPORT.length - 1;
}

function ascii(text: string): number[] {
  return Array.from(text, letter => letter.charCodeAt(0));
}
