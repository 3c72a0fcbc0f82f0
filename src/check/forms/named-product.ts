import type { Claim } from "../../read/types.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { wordsSaid } from "../match/sentence.ts";
import { withOwners } from "../match/subject.ts";
import { plainWords } from "../match/words.ts";
import { isAgreedThen, isProductSaid } from "./product-said.ts";
import type { Sorted } from "./relation-records.ts";
import type { CheckContext } from "./types.ts";

/** Tells of a record whether the sentence has the very name of its product. */
export function productSaid(claim: Claim, { shelf, document }: CheckContext): (record: RecordRow) => boolean {
  const sentence = wordsSaid(claim, document);
  const { phrases } = shelf.codebook;
  return record =>
    isProductSaid(record, { sentence, claim, shelf }) ||
    (isWorded(record, sentence) && isAgreedThen(record, { claim, sentence, phrases }));
}

/** "biometric passports": all words of a product's name of several stand in the sentence. */
function isWorded({ row }: RecordRow, sentence: ReadonlySet<string>): boolean {
  return texts(row["product"]).some(product => {
    const words = plainWords(product).filter(word => word.length > 3);
    return words.length > 1 && words.every(word => sentence.has(word));
  });
}

/**
 * "Acme won the contract for passports": where the sentence has the very words of what another made for the same taker, and none of what this
 * one did, its records of another thing of the kind do not bear it out.
 */
export function ofWordedProduct(sorted: Sorted, sentence: ReadonlySet<string>): Sorted {
  const { full, makers, other } = sorted;
  if (!makers.some(record => isWorded(record, sentence)) || full.some(record => isWorded(record, sentence)))
    return sorted;
  return { ...sorted, full: [], other: [...full, ...other] };
}

/** "Thales sold Remote Control System": where the system that is named is another's, no other system of the giver bears the relation out. */
export function ofNamedProduct(sorted: Sorted, isSaid: (record: RecordRow) => boolean): Sorted {
  const { full, planned, dated, makers, other } = sorted;
  const theirs = [...full, ...planned, ...dated];
  if (!makers.some(isSaid) || theirs.some(isSaid)) return sorted;
  const none: RecordRow[] = [];
  return {
    ...sorted,
    full: none,
    planned: none,
    dated: none,
    makers: makers.filter(isSaid),
    other: [...theirs, ...other],
  };
}

/**
 * "The group's spyware, Predator, was used there": where the sentence names products that the book knows, other systems of bodies that neither
 * make nor own one of them bear nothing out, whoever is pointed back to.
 */
export function ofProductFamily(sorted: Sorted, claim: Claim, { shelf, document }: CheckContext): Sorted {
  const text = document.text.slice(...claim.span);
  const products = claim.entities.filter(id => {
    const { kind = "", name = "" } = shelf.entities.get(id) ?? {};
    return kind === "product" && text.includes(name);
  });
  if (products.length === 0) return sorted;
  const family = withOwners(products, shelf.entities);
  const names = products.flatMap(id => shelf.entities.get(id)?.name ?? []);
  const isTheirs = ({ row, kind }: RecordRow) => {
    const held = valuesOfType({ kind, row }, "entity");
    // A dealer may have sold what others make.
    const isNamed = texts(row["product"]).some(product => names.some(name => product.includes(name)));
    return isNamed || held.length === 0 || [...withOwners(held, shelf.entities)].some(id => family.has(id));
  };
  const { full, planned, dated, other } = sorted;
  const strange = [...full, ...planned, ...dated].filter(record => !isTheirs(record));
  return {
    ...sorted,
    full: full.filter(isTheirs),
    planned: planned.filter(isTheirs),
    dated: dated.filter(isTheirs),
    other: [...strange, ...other],
  };
}
