import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { fieldOfRole } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { placesIn } from "./places-in.ts";
import { isFinancier } from "./record-fit.ts";
import { hasWord, plainWords } from "./words.ts";

/** Whoever a text says paid for a thing: by words of his name that no state explains, the states in it, and as a body of the book. */
interface Payer {
  readonly words: readonly string[];
  readonly places: readonly string[];
  readonly entities: readonly string[];
  /** His name is in another language than the book's: only states and bodies of the book can be compared. */
  readonly isForeign: boolean;
  /** Nobody whom the book knows by that name. */
  readonly isUnknown: boolean;
}

interface Said {
  readonly text: string;
  readonly language: string;
  readonly claim: Pick<Claim, "entities">;
  readonly shelf: Pick<Shelf, "entities">;
}

/** How a record stands to those who are said to have paid: it names them, others, or nobody. */
export type Paid = "named" | "other" | "untold";

/** Tells of records whether they name whoever the text says paid ("with a loan from"); null where it names nobody. */
export function paidAsSaid(said: Said): ((record: RecordRow) => Paid) | null {
  const payers = payersIn(said);
  if (payers.length === 0) return null;
  return record => {
    const all = payers.map(payer => paidBy(payer, record, said.shelf));
    return all.find(each => each !== "named") ?? "named";
  };
}

function paidBy(payer: Payer, { kind, row }: RecordRow, shelf: Said["shelf"]): Paid {
  if (!kind.fields.some(({ id }) => id === PAYING)) return "untold";
  const paying = texts(row[PAYING]).join("; ");
  if (paying === "") return isParty(payer, { kind, row }) ? "named" : "untold";
  const told = new Set(plainWords(paying));
  const isNamed = payer.words.every(word => hasWord(told, word));
  if (payer.isUnknown) return payer.words.length > 0 && isNamed ? "named" : "untold";
  if (payer.entities.some(id => isFinancier(id, row, shelf) || isCalled(id, told, shelf))) return "named";
  if (payer.isForeign && payer.entities.length > 0) return "other";
  const states = placesIn(paying, "en").map(({ country }) => country);
  const isState = payer.places.length === 0 || payer.places.some(place => states.includes(place));
  return (payer.isForeign || isNamed) && isState ? "named" : "other";
}

/** One of a body's names is of words that all stand in the field. */
const isCalled = (id: string, told: ReadonlySet<string>, { entities }: Said["shelf"]): boolean => {
  const { name = "", aliases = [] } = entities.get(id) ?? {};
  return [name, ...aliases].some(each => {
    const words = plainWords(each);
    return words.length > 0 && words.every(word => told.has(word));
  });
};

/** The field of a record that names who pays. */
export const PAYING = "financier";

/** Where nobody is named who pays, whoever buys does, or whoever sells lends. */
function isParty(
  { words, places, entities }: Payer,
  { kind, row }: Pick<RecordRow, "kind" | "row">,
): boolean {
  const of = (role: string) => texts(row[fieldOfRole(kind, role)?.id ?? ""]);
  const isTaker = words.length === 0 && places.length > 0 && places.every(id => of("recipient").includes(id));
  return isTaker || entities.some(id => of("vendor").includes(id));
}

function payersIn({ text, language, claim, shelf }: Said): Payer[] {
  const behind = idiom("paidBy", language).find(text);
  const before = idiom("pays", language)
    .find(text)
    .filter(
      ([from]) =>
        !behind.some(span => from >= span[0] && from < span[1]) &&
        !idiom("passive", language).before(text, from),
    );
  const names = [
    ...behind.map(([, end]) => nameBehind(text.slice(end), language)),
    ...before.map(([from]) => /[^,;:，；：、。]*$/u.exec(text.slice(0, from))![0]),
    ...payments(text, language),
  ];
  return names.flatMap(name => payerOf(name, { language, claim, shelf }) ?? []);
}

/** A name ends where a mark or a small word does. */
function nameBehind(rest: string, language: string): string {
  const [name = ""] = /^[^,.;:()，；：、。（）]*/u.exec(rest) ?? [];
  const [end] = idiom("paidEnd", language).find(name);
  return name.slice(0, end?.[0] ?? name.length);
}

/** Languages in which a state's plain name stands before a noun as its adjective does ("中国贷款"). */
const BARE = new Set(["en", "zh"]);

/** "On Chinese credit", "con un crédito chino": the adjective of a state right before what is paid with, or behind it. */
const payments = (text: string, language: string): string[] => {
  const paid = idiom("payment", language).find(text);
  const isBare = BARE.has(language.slice(0, 2));
  const isGap = (from: number, to: number) => from <= to && text.slice(from, to).trim() === "";
  return placesIn(text, language)
    .filter(({ form, span: [start, end] }) =>
      paid.some(
        ([from, to]) =>
          ((form === "demonym" || isBare) && isGap(end, from)) || (form === "demonym" && isGap(to, start)),
      ),
    )
    .map(({ span }) => text.slice(...span));
};

function payerOf(name: string, { language, claim, shelf }: Omit<Said, "text">): Payer | null {
  const states = placesIn(name, language);
  const rest = states.reduceRight((left, { span: [from, to] }) => left.slice(0, from) + left.slice(to), name);
  const isForeign = !language.startsWith(BOOK_LANGUAGE);
  const nobody = new Set(isForeign ? [...idiom("bodies", language).words].flatMap(plainWords) : []);
  const capitals = rest.match(/(?<![\p{L}’'])\p{Lu}[\p{L}-]*/gu) ?? [];
  const words = plainWords(capitals.join(" ")).filter(
    word => word.length > 2 && !idiom("article", language).words.has(word) && !nobody.has(word),
  );
  const named = claim.entities.filter(id => {
    const entity = shelf.entities.get(id);
    return entity !== undefined && [entity.name, ...entity.aliases].some(each => name.includes(each));
  });
  const called = entitiesByName(shelf.entities).get(keyOf(name));
  const entities = called === undefined ? named : [...new Set([...named, called])];
  const places = [...new Set(states.map(({ country }) => country))];
  const isCalledSo = words.length > 0 || (isForeign && idiom("lender", language).test(rest));
  if (!isCalledSo && places.length + entities.length === 0) return null;
  const isUnknown = isForeign && places.length + entities.length === 0;
  return { words, places, entities, isForeign, isUnknown };
}

/** The language of what records say. */
const BOOK_LANGUAGE = "en";

const BY_NAME = new WeakMap<Shelf["entities"], ReadonlyMap<string, string>>();

/** Bodies of the book by the words of their names: "China's Exim Bank" and "China Exim Bank" are one. */
function entitiesByName(entities: Shelf["entities"]): ReadonlyMap<string, string> {
  const known = BY_NAME.get(entities);
  if (known) return known;
  const made = new Map<string, string>();
  for (const [id, { name, aliases }] of entities)
    for (const each of [name, ...aliases]) made.set(keyOf(each), id);
  BY_NAME.set(entities, made);
  return made;
}

const keyOf = (name: string): string =>
  plainWords(name)
    .filter(word => word.length > 2 && word !== "the")
    .join(" ");
