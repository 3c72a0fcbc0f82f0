import { PhraseIndex } from "../phrases.ts";

/** A noun in the forms that stand for one and for several: lists separated by `|`, matched as they are written but for capitals. */
export interface PointingNouns {
  readonly one: string;
  readonly many: string;
}

/** Words and phrases that stand for a country, a firm or a town that a text named before: lists separated by `|`. */
export interface PointerWords {
  /** What may stand before such a noun; of these, those of more than one, and those of two. */
  readonly articles: string;
  readonly several: string;
  readonly both: string;
  /** The article of what is not spoken of here ("that country"). */
  readonly other: string;
  /** Such a noun points back without an article as well, or has it in its forms ("الشركة"). */
  readonly bare: boolean;
  /** It does so where it opens a sentence ("Компания поставила"). */
  readonly opening?: boolean;
  /** Nouns for a country, those that are one behind an adjective only ("the island state"), and those for its government and forces. */
  readonly countries: PointingNouns;
  readonly qualified: string;
  readonly governments: PointingNouns;
  readonly firms: PointingNouns;
  readonly towns: PointingNouns;
  /** "its", "their": whose a force or a government is. */
  readonly owner: string;
  readonly owners: string;
  /** The first and the second of two, with their articles; and whoever was named last, of however many ("este último"). */
  readonly former: string;
  readonly latter: string;
  readonly last: string;
  /** What points to what comes behind ("the following countries"). */
  readonly ahead: string;
  /** Relative pronouns, and verbs of several behind one, which tell that it stands for things. */
  readonly relatives: string;
  readonly plural: string;
  /** Pronouns of one thing; those that stand for what was given, behind their verb ("delivered it") and before it ("las entregó"). */
  readonly it: string;
  readonly objects: string;
  readonly clitics: string;
}

export type PointingSort = "country" | "government" | "firm" | "town";

export type PointerTag =
  | {
      readonly role: "noun";
      readonly sort: PointingSort;
      readonly many: boolean;
      readonly qualified: boolean;
    }
  | { readonly role: "opener"; readonly many: boolean; readonly two: boolean; readonly other: boolean }
  | { readonly role: "owner"; readonly many: boolean }
  | { readonly role: "former" | "latter" | "last" | "ahead" | "relative" | "object" | "clitic" };

export interface Pointers {
  readonly index: PhraseIndex<PointerTag>;
  readonly bare: boolean;
  readonly opening: boolean;
  readonly plural: ReadonlySet<string>;
  readonly it: ReadonlySet<string>;
}

const listOf = (list: string): readonly string[] => list.split("|").filter(Boolean);

/** Words for what opens a noun: one tag each, as a word may be in several of the lists. */
function addOpeners(index: PhraseIndex<PointerTag>, words: PointerWords): void {
  const [several, both, other] = [words.several, words.both, words.other].map(list => new Set(listOf(list)));
  for (const word of new Set([words.articles, words.several, words.both, words.other].flatMap(listOf)))
    index.add(word, {
      role: "opener",
      many: several!.has(word) || both!.has(word),
      two: both!.has(word),
      other: other!.has(word),
    });
}

export function pointersOf(words: PointerWords): Pointers {
  const index = new PhraseIndex<PointerTag>(word => word);
  const add = (list: string, tag: PointerTag): void => {
    for (const phrase of listOf(list)) index.add(phrase, tag);
  };
  const addNouns = ({ one, many }: PointingNouns, sort: PointingSort): void => {
    add(one, { role: "noun", sort, many: false, qualified: false });
    add(many, { role: "noun", sort, many: true, qualified: false });
  };
  addOpeners(index, words);
  addNouns(words.countries, "country");
  addNouns(words.governments, "government");
  addNouns(words.firms, "firm");
  addNouns(words.towns, "town");
  add(words.qualified, { role: "noun", sort: "country", many: false, qualified: true });
  add(words.owner, { role: "owner", many: false });
  add(words.owners, { role: "owner", many: true });
  add(words.former, { role: "former" });
  add(words.latter, { role: "latter" });
  add(words.last, { role: "last" });
  add(words.ahead, { role: "ahead" });
  add(words.relatives, { role: "relative" });
  add(words.objects, { role: "object" });
  add(words.clitics, { role: "clitic" });
  return {
    index,
    bare: words.bare,
    opening: words.opening ?? false,
    plural: new Set(listOf(words.plural)),
    it: new Set(listOf(words.it)),
  };
}
