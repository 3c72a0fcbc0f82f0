/** Words that stand for a country, a firm or a town that a text named before: lists separated by `|`, in plain spelling. */
export interface PointerWords {
  /** What may stand before such a noun; of these, those of more than one, and those of two. */
  readonly articles: string;
  readonly several: string;
  readonly both: string;
  /** Nouns for a country, those that are one behind an adjective only ("the island state"), and those for its government and forces. */
  readonly countries: string;
  readonly qualified: string;
  readonly governments: string;
  readonly firms: string;
  readonly towns: string;
  /** "its", "their": whose a force or a government is. */
  readonly owner: string;
  readonly owners: string;
  readonly former: string;
  readonly latter: string;
  /** Relative pronouns, and verbs of several behind one, which tell that it stands for things. */
  readonly relatives: string;
  readonly plural: string;
  /** The article of what is not spoken of here ("that country"). */
  readonly other: string;
  /** Pronouns of one thing; those that stand for what was given ("delivered it", "supplied them"). */
  readonly it: string;
  readonly objects: string;
}

export interface Pointers {
  readonly articles: ReadonlySet<string>;
  readonly several: ReadonlySet<string>;
  readonly both: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly qualified: ReadonlySet<string>;
  readonly governments: ReadonlySet<string>;
  readonly firms: ReadonlySet<string>;
  readonly towns: ReadonlySet<string>;
  readonly owner: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly former: ReadonlySet<string>;
  readonly latter: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly plural: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
  readonly it: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  /** Every word that one of these begins with: most words of a text are none. */
  readonly all: ReadonlySet<string>;
}

const set = (list: string): ReadonlySet<string> => new Set(list.split("|").filter(Boolean));

export const pointersOf = (words: PointerWords): Pointers => ({
  articles: set(words.articles),
  several: set(words.several),
  both: set(words.both),
  countries: set(words.countries),
  qualified: set(words.qualified),
  governments: set(words.governments),
  firms: set(words.firms),
  towns: set(words.towns),
  owner: set(words.owner),
  owners: set(words.owners),
  former: set(words.former),
  latter: set(words.latter),
  relatives: set(words.relatives),
  plural: set(words.plural),
  other: set(words.other),
  it: set(words.it),
  objects: set(words.objects),
  all: set(
    [
      words.articles,
      words.several,
      words.both,
      words.owner,
      words.owners,
      words.former,
      words.latter,
      words.relatives,
      words.objects,
    ].join("|"),
  ),
});
