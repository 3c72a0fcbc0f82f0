/** One flag a row, none set at first. The list is made when one may have to be: mostly none has. */
export class Flags {
  readonly #rows: number;
  #list: Uint8Array | null = null;

  constructor(rows: number) {
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows;
  }

  get list(): Uint8Array {
    this.#list ??= new Uint8Array(this.#rows);
    return this.#list;
  }

  /** How many are set. */
  count(): number {
    let sum = 0;
    const list = this.#list;
    if (list !== null) for (let row = 0; row < list.length; row++) sum += list[row]!;
    return sum;
  }
}
