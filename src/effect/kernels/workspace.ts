import { type Loaded, loadKernels } from "../../stats/kernels/load.ts";
import { canShare } from "./second-thread.ts";
import { type Kernels, wasm } from "./wasm.ts";

/** What 32 bits can address, less a little. */
const MOST_BYTES = 2 ** 32 - 2 ** 20;
/** A memory up to this size is kept for the next solve: to touch fresh memory costs more than many a solve. */
export const KEPT_BYTES = 2 ** 28;

/** The kernels with a memory that solves use in turn. Whoever comes back looks whether it still is the `owner`. */
export class Workspace {
  readonly run: Kernels;
  /** Whose data the memory holds. */
  owner: object | null = null;
  readonly memory: WebAssembly.Memory;

  private constructor({ run, memory }: Loaded<Kernels>) {
    this.run = run;
    this.memory = memory;
  }

  static open(bytes: number, shared = false): Workspace {
    return new Workspace(loadKernels<Kernels>(wasm, { bytes, shared }));
  }

  /** Whether another thread can work on the memory. */
  get isShared(): boolean {
    return typeof SharedArrayBuffer !== "undefined" && this.memory.buffer instanceof SharedArrayBuffer;
  }

  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  /** Makes the memory as large as that; false where it cannot be. */
  grow(bytes: number): boolean {
    const lacking = bytes - this.bytes;
    if (bytes > MOST_BYTES) return false;
    if (lacking > 0) this.memory.grow(Math.ceil(lacking / 65_536));
    return true;
  }

  /** A view that holds until the memory grows. */
  doubles(at: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, at, length);
  }

  ints(at: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, at, length);
  }

  zero(at: number, bytes: number): void {
    this.run.zeroBytes(at, bytes);
  }
}

/** The memory for one kind of work in this thread. */
class Pool {
  readonly #shared: boolean;
  #kept: Workspace | null = null;
  /** A large memory stays only until the garbage collector wants it. */
  #large: WeakRef<Workspace> | null = null;

  constructor(shared: boolean) {
    this.#shared = shared;
  }

  /** A memory with room for so many bytes and a new owner; null where there is no such room. */
  take(bytes: number, owner: object | null): Workspace | null {
    if (bytes > MOST_BYTES) return null;
    const isSmall = bytes <= KEPT_BYTES;
    const workspace = (isSmall ? this.#kept : this.#large?.deref()) ?? Workspace.open(bytes, this.#shared);
    workspace.grow(bytes);
    workspace.owner = owner;
    if (isSmall) this.#kept = workspace;
    else this.#large = new WeakRef(workspace);
    return workspace;
  }
}

/** Panels that are being solved. */
export const solving = new Pool(canShare());
/** Columns that pass through, a chunk at a time. */
export const passing = new Pool(false);

/** Places in a memory, one after the other, none at 0, which means nowhere. */
export class Layout {
  #top: number;

  constructor(from = 64) {
    this.#top = from;
  }

  get bytes(): number {
    return this.#top;
  }

  take(bytes: number): number {
    const at = this.#top;
    // A SIMD register is 16 bytes.
    this.#top = Math.ceil((at + bytes) / 16) * 16;
    return at;
  }
}
