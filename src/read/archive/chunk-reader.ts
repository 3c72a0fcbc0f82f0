import { concat } from "./inflate.ts";

/** Reads a stream of bytes by marks and lengths, holding no more of it than is asked for. */
export class ChunkReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  #at = 0;
  #ended = false;
  /** Bytes that were taken or skipped so far. */
  position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The bytes before a mark, which is taken too; null where the stream ends or `most` bytes do not hold it. */
  async until(mark: Uint8Array, most: number): Promise<Uint8Array | null> {
    let from = 0;
    for (;;) {
      const found = indexOf(this.#rest(), mark, from);
      if (found >= 0) {
        const bytes = this.#rest().slice(0, found);
        this.#take(found + mark.length);
        return bytes;
      }
      from = Math.max(0, this.#rest().length - mark.length + 1);
      if (this.#rest().length > most || !(await this.#more())) return null;
    }
  }

  /** Skips to where a mark begins; false where it does not come. */
  async skipTo(mark: Uint8Array): Promise<boolean> {
    for (;;) {
      const found = indexOf(this.#rest(), mark, 0);
      if (found >= 0) {
        this.#take(found);
        return true;
      }
      this.#take(Math.max(0, this.#rest().length - mark.length + 1));
      if (!(await this.#more())) return false;
    }
  }

  /** The next bytes without taking them. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#rest().length < length && (await this.#more()));
    return this.#rest().subarray(0, length);
  }

  /** The next `length` bytes, or all that are left. */
  async take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let left = length;
    while (left > 0) {
      if (this.#rest().length === 0 && !(await this.#more())) break;
      const part = this.#rest().slice(0, left);
      parts.push(part);
      this.#take(part.length);
      left -= part.length;
    }
    return concat(parts);
  }

  /** Passes over bytes; the number that there were. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      if (this.#rest().length === 0 && !(await this.#more())) break;
      const step = Math.min(left, this.#rest().length);
      this.#take(step);
      left -= step;
    }
    return length - left;
  }

  #rest(): Uint8Array {
    return this.#at === 0 ? this.#held : this.#held.subarray(this.#at);
  }

  #take(length: number): void {
    this.#at += length;
    this.position += length;
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const { value, done } = await this.#chunks.next();
    if (done) this.#ended = true;
    else {
      const rest = this.#rest();
      this.#held = rest.length === 0 ? value : concat([rest, value]);
      this.#at = 0;
    }
    return !done;
  }
}

/** First position of a short mark from `from` on, or -1. */
export function indexOf(bytes: Uint8Array, mark: Uint8Array, from = 0): number {
  for (let at = bytes.indexOf(mark[0]!, from); at >= 0; at = bytes.indexOf(mark[0]!, at + 1)) {
    if (at + mark.length > bytes.length) return -1;
    if (mark.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}
