import { ASKED_EVERY, isWorthAnother } from "./growth.ts";
import type { Slot } from "./slot.ts";

export interface PoolOptions {
  /** Most workers, each on a core of its own. */
  readonly most: number;
  /** Bytes of all documents together; null where nobody knows. */
  readonly total: number | null;
  readonly makeSlot: () => Slot;
}

/** Documents whose time tells how long the next will take. */
const LATELY = 8;

/** Workers that read one document at a time, and those who wait for one. There is one to begin with, and others where they pay. */
export class Pool {
  readonly #options: PoolOptions;
  readonly #slots: Slot[] = [];
  readonly #free: Slot[] = [];
  readonly #waiting: ((slot: Slot) => void)[] = [];
  readonly #lately: { bytes: number; milliseconds: number }[] = [];
  readonly #timer: ReturnType<typeof setInterval>;
  #done = 0;
  #begun = performance.now();

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#free.push(this.#add());
    this.#timer = setInterval(() => this.#grow(), ASKED_EVERY);
  }

  /** A worker, as soon as one is free. */
  async take(): Promise<Slot> {
    return this.#free.pop() ?? new Promise(resolve => this.#waiting.push(resolve));
  }

  /** Gives a worker back with what it has done. */
  give(slot: Slot, bytes: number, milliseconds: number): void {
    this.#done += bytes;
    this.#lately.push({ bytes, milliseconds });
    if (this.#lately.length > LATELY) this.#lately.shift();
    this.#put(slot);
    this.#grow();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#slots.map(slot => slot.close()));
  }

  #put(slot: Slot): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#free.push(slot);
  }

  #add(): Slot {
    const slot = this.#options.makeSlot();
    this.#slots.push(slot);
    this.#begun = performance.now();
    return slot;
  }

  #grow(): void {
    const { most, total } = this.#options;
    const workers = this.#slots.length;
    if (this.#waiting.length === 0 || workers >= most) return;
    const elapsed = performance.now() - this.#begun;
    const left = total === null ? null : Math.max(0, total - this.#done);
    if (isWorthAnother({ workers, elapsed, left, pace: this.#pace() })) this.#put(this.#add());
  }

  /** Milliseconds a byte. */
  #pace(): number | null {
    const bytes = this.#lately.reduce((sum, done) => sum + done.bytes, 0);
    return bytes === 0 ? null : this.#lately.reduce((sum, done) => sum + done.milliseconds, 0) / bytes;
  }
}
