import { formsOf, initialsOfWords, isInHan } from "../rule/names.ts";

interface Named<T> {
  readonly name: string;
  readonly of: T;
}

/** Names by their words, so that one that a text gives is compared only with those that may name the same (`isSameName`). */
export class NameIndex<T> {
  readonly #byWord = new Map<string, Named<T>[]>();
  readonly #all: Named<T>[] = [];
  #byInitials: Map<string, Named<T>[]> | null = null;
  readonly #inHan: Named<T>[] = [];

  constructor(names: Iterable<readonly [name: string, of: T]>) {
    for (const [name, of] of names) this.#add({ name, of });
  }

  #add(named: Named<T>): void {
    const forms = formsOf(named.name);
    for (const form of forms) addTo(this.#byWord, form, named);
    this.#all.push(named);
    // Chinese parts no words: the shorter of two names stands in the longer.
    if (isInHan(named.name)) this.#inHan.push(named);
  }

  #initials(): ReadonlyMap<string, Named<T>[]> {
    if (this.#byInitials) return this.#byInitials;
    this.#byInitials = new Map();
    for (const named of this.#all)
      for (const initials of initialsOfWords(formsOf(named.name))) addTo(this.#byInitials, initials, named);
    return this.#byInitials;
  }

  /** Names that share a word with a name, are its initials or have it for theirs. */
  like(name: string): Named<T>[] {
    const forms = formsOf(name);
    const [first = ""] = forms;
    const words = [...forms, ...initialsOfWords(forms)];
    const found = words.flatMap(word => this.#byWord.get(word) ?? []);
    if (forms.length === 1) found.push(...(this.#initials().get(first) ?? []));
    if (isInHan(name)) found.push(...this.#inHan);
    return found;
  }
}

function addTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
