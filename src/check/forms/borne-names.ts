import type { Claim } from "../../read/types.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { type SaidNames, saidNames } from "../match/said-names.ts";
import { wordsSaid } from "../match/sentence.ts";
import { homesOf, withOwners } from "../match/subject.ts";
import { plainWords } from "../match/words.ts";
import type { Sorted } from "./relation-records.ts";
import type { CheckContext } from "./types.ts";

/** The names of a claim's givers and of what they give, as its sentence says them. */
export function namesOf(claim: Claim, clause: string, { document, shelf }: CheckContext): SaidNames {
  const language = document.language.slice(0, 2);
  return saidNames(claim, clause, { language, shelf, products: productsOf(shelf) });
}

/**
 * "Vexa supplied Pegasus": the maker of a product takes no place of a giver whom the text names and the book does not know. The roles
 * without makers who are there for their products alone, and their homes.
 */
export function withoutMakers(
  roles: Claim["roles"],
  { givers }: SaidNames,
  claim: Claim,
  context: CheckContext,
) {
  const { entities } = context.shelf;
  const vendors = roles["vendor"] ?? [];
  if (givers.length === 0 || vendors.length === 0) return roles;
  const said = wordsSaid(claim, context.document);
  const isSaid = (name: string) => plainWords(name).every(word => said.has(word));
  const products = productsOf(context.shelf);
  const kept = vendors.filter(id => {
    const { name = id, aliases = [] } = entities.get(id) ?? {};
    return [name, ...aliases].some(each => isSaid(each) && !products.has(each));
  });
  if (kept.length > 0) return roles;
  const { vendor: _, "vendor-country": homes = [], ...rest } = roles;
  const implied = homesOf(vendors, entities);
  const left = homes.filter(code => !implied.has(code));
  return left.length > 0 ? { ...rest, "vendor-country": left } : rest;
}

/** Records that carry none of the names that the sentence gives its givers and its things bear nothing out: they are near it. */
export function ofBorneNames(
  sorted: Sorted,
  { givers, things }: SaidNames,
  claim: Claim,
  shelf: Shelf,
): Sorted {
  if (givers.length === 0 && things.length === 0) return sorted;
  const bears = (record: RecordRow) => {
    const words = wordsOf(record, shelf);
    const has = (name: readonly string[]) => name.some(word => words.has(word));
    return givers.every(has) && (things.every(has) || isOfOwner(record, claim, shelf));
  };
  const { full, planned, dated, other } = sorted;
  const near = [...full, ...planned, ...dated].filter(record => !bears(record));
  return {
    ...sorted,
    full: full.filter(bears),
    planned: planned.filter(bears),
    dated: dated.filter(bears),
    other: [...near, ...other],
  };
}

const WORDS = new WeakMap<RecordRow, ReadonlySet<string>>();

/** All words of a record, with the names of the bodies in it. */
function wordsOf(record: RecordRow, { entities }: Shelf): ReadonlySet<string> {
  const known = WORDS.get(record);
  if (known) return known;
  const { row, kind, label } = record;
  const held = valuesOfType({ kind, row }, "entity");
  const names = held.flatMap(id => [entities.get(id)?.name ?? "", ...(entities.get(id)?.aliases ?? [])]);
  const words = new Set(plainWords([label, ...Object.values(row).flatMap(texts), ...names].join(" ")));
  WORDS.set(record, words);
  return words;
}

/** A record that names no product of its own ("spyware") may be of the one that the text names and whose maker it names. */
function isOfOwner({ row, kind }: RecordRow, claim: Claim, { entities }: Shelf): boolean {
  if (texts(row["product"]).some(product => /\p{Lu}/u.test(product.slice(1)))) return false;
  const held = withOwners(valuesOfType({ kind, row }, "entity"), entities);
  return claim.entities.some(
    id => entities.get(id)?.kind === "product" && held.has(entities.get(id)!.parent),
  );
}

const PRODUCTS = new WeakMap<Shelf, ReadonlySet<string>>();

/** Other names of makers that stand in the names of what records are of ("PacketShaper"): they name the product. */
export function productsOf(shelf: Shelf): ReadonlySet<string> {
  const known = PRODUCTS.get(shelf);
  if (known) return known;
  const products = new Set<string>();
  for (const records of shelf.records.values())
    for (const { row } of records) for (const product of texts(row["product"])) products.add(product);
  const aliases = aliasesByWord(shelf.entities);
  for (const product of [...products])
    for (const word of product.split(" "))
      for (const alias of aliases.get(word) ?? [])
        if (` ${product} `.includes(` ${alias} `)) products.add(alias);
  PRODUCTS.set(shelf, products);
  return products;
}

const ALIASES = new WeakMap<Shelf["entities"], ReadonlyMap<string, readonly string[]>>();

/** Other names of bodies by their first words. */
function aliasesByWord(entities: Shelf["entities"]): ReadonlyMap<string, readonly string[]> {
  const known = ALIASES.get(entities);
  if (known) return known;
  const found = new Map<string, string[]>();
  for (const { aliases } of entities.values())
    for (const alias of aliases) {
      const [first = ""] = alias.split(" ");
      const same = found.get(first);
      if (same) same.push(alias);
      else found.set(first, [alias]);
    }
  ALIASES.set(entities, found);
  return found;
}
