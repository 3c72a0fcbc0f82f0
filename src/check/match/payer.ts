import type { Claim } from "../../read/types.ts";
import { idiom, readPlaces } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { fieldOfRole } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { isFinancier } from "./record-fit.ts";
import { hasWord, plainWords } from "./words.ts";

/** Whoever a text says paid for a thing: by words of his name that no state explains, the states in it, and as a body of the book. */
interface Payer {
  readonly words: readonly string[];
  readonly places: readonly string[];
  readonly entities: readonly string[];
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
  if (payer.entities.some(id => isFinancier(id, row, shelf))) return "named";
  const told = new Set(plainWords(paying));
  const states = readPlaces(paying, { language: "en" }).map(({ country }) => country);
  const isNamed = payer.words.every(word => hasWord(told, word));
  const isState = payer.places.length === 0 || payer.places.some(place => states.includes(place));
  return isNamed && isState ? "named" : "other";
}

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
    ...before.map(([from]) => /[^,;:]*$/u.exec(text.slice(0, from))![0]),
    ...payments(text, language),
  ];
  return names.flatMap(name => payerOf(name, { language, claim, shelf }) ?? []);
}

/** A name ends where a mark or a small word does. */
function nameBehind(rest: string, language: string): string {
  const [name = ""] = /^[^,.;:()]*/u.exec(rest) ?? [];
  const [end] = idiom("paidEnd", language).find(name);
  return name.slice(0, end?.[0] ?? name.length);
}

/** "On Chinese credit": the adjective of a state right before what is paid with. */
const payments = (text: string, language: string): string[] => {
  const paid = idiom("payment", language).find(text);
  return readPlaces(text, { language })
    .filter(({ span: [, end] }) => paid.some(([from]) => from > end && text.slice(end, from).trim() === ""))
    .map(({ span }) => text.slice(...span));
};

function payerOf(name: string, { language, claim, shelf }: Omit<Said, "text">): Payer | null {
  const states = readPlaces(name, { language });
  const rest = states.reduceRight((left, { span: [from, to] }) => left.slice(0, from) + left.slice(to), name);
  const words = plainWords((rest.match(/(?<![\p{L}’'])\p{Lu}[\p{L}-]*/gu) ?? []).join(" ")).filter(
    word => word.length > 2 && !idiom("article", language).words.has(word),
  );
  const named = claim.entities.filter(id => {
    const entity = shelf.entities.get(id);
    return entity !== undefined && [entity.name, ...entity.aliases].some(each => name.includes(each));
  });
  const called = entitiesByName(shelf.entities).get(keyOf(name));
  const entities = called === undefined ? named : [...new Set([...named, called])];
  const places = [...new Set(states.map(({ country }) => country))];
  return words.length + places.length + entities.length > 0 ? { words, places, entities } : null;
}

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
