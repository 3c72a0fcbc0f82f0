/** One answer that can be given again as it is. */
export interface CachedAnswer {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Path that the thing has now, where it has moved. */
  readonly moved?: string;
}

/**
 * Answers by address, at one state of the book. When the state changes, all are forgotten; when they pass `limit` bytes,
 * those that were not asked for longest go first. An answer that is being made is waited for and not made twice.
 */
export class PageCache {
  readonly #limit: number;
  #state = "";
  #bytes = 0;
  #answers = new Map<string, CachedAnswer>();
  #making = new Map<string, Promise<CachedAnswer | null>>();

  constructor(limit = 64 * 2 ** 20) {
    this.#limit = limit;
  }

  /** The answer for an address at a state, made when it is not there. Null answers (not found) and failures are not kept. */
  async get(
    state: string,
    key: string,
    make: () => Promise<CachedAnswer | null>,
  ): Promise<CachedAnswer | null> {
    if (state !== this.#state) this.#forget(state);
    const known = this.#answers.get(key);
    if (known !== undefined) {
      // Moving it to the end keeps the map in order of use.
      this.#answers.delete(key);
      this.#answers.set(key, known);
      return known;
    }
    const making = this.#making.get(key) ?? this.#make(state, key, make);
    return making;
  }

  #make(state: string, key: string, make: () => Promise<CachedAnswer | null>): Promise<CachedAnswer | null> {
    const promise = make()
      .then(answer => {
        if (answer !== null && state === this.#state) this.#keep(key, answer);
        return answer;
      })
      .finally(() => {
        if (this.#making.get(key) === promise) this.#making.delete(key);
      });
    this.#making.set(key, promise);
    return promise;
  }

  #keep(key: string, answer: CachedAnswer): void {
    this.#answers.set(key, answer);
    this.#bytes += answer.body.byteLength;
    for (const [oldest, { body }] of this.#answers) {
      if (this.#bytes <= this.#limit) break;
      this.#answers.delete(oldest);
      this.#bytes -= body.byteLength;
    }
  }

  #forget(state: string): void {
    this.#state = state;
    this.#bytes = 0;
    this.#answers = new Map();
    this.#making = new Map();
  }
}
