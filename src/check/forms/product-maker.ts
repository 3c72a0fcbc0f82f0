import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { hasStrangeName, holdsName, isNamedIn } from "../match/names-in.ts";
import { timeOfRecord } from "../match/record-fit.ts";
import { withOwners } from "../match/subject.ts";
import { groupsOf } from "../match/told.ts";
import { periodLabel } from "../rule/period.ts";
import { productsOf } from "./borne-names.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/** Names of products and the bodies that the book knows to make them, by shelf. */
const MAKERS = new WeakMap<Shelf, ReadonlyMap<string, readonly string[]>>();

/** Products that the book knows by name, as products of their own or as other names of their makers; a name for any such thing is none. */
function makersByProduct(shelf: Shelf): ReadonlyMap<string, readonly string[]> {
  const known = MAKERS.get(shelf);
  if (known) return known;
  const named = productsOf(shelf);
  const common = namesOfKinds(shelf.codebook.phrases);
  const makers = new Map<string, readonly string[]>();
  for (const { id, name, kind, parent, aliases } of shelf.entities.values()) {
    const isProduct = kind === "product" && parent !== "";
    for (const each of isProduct ? [name, ...aliases] : aliases)
      if ((isProduct || named.has(each)) && /\p{Lu}/u.test(each) && !common.has(each.toLowerCase()))
        makers.set(each, [...(makers.get(each) ?? []), id]);
  }
  MAKERS.set(shelf, makers);
  return makers;
}

const COMMON = new WeakMap<Shelf["codebook"]["phrases"], ReadonlySet<string>>();

/** Names for kinds of product in all languages. */
function namesOfKinds(phrases: Shelf["codebook"]["phrases"]): ReadonlySet<string> {
  const known =
    COMMON.get(phrases) ??
    new Set(groupsOf(phrases, "product-kinds.").flatMap(([, each]) => Object.values(each).flat()));
  COMMON.set(phrases, known);
  return known;
}

/**
 * "Graphite, the spyware of Acme", "Acme's Pegasus": whoever the text says makes a product is held against whom the book knows for it. That
 * others sell or use it says nothing of that.
 */
export function withProductMaker(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const { shelf, document, language } = context;
  if (found.verdict === "contradicted" || claim.polarity === "negative") return found;
  const text = document.text.slice(...claim.span);
  const records = [...makersByProduct(shelf)].flatMap(([product, ids]) =>
    holdsName(text, product) ? recordsOfOthers({ product, ids }, text, context) : [],
  );
  const [first] = records;
  if (!first) return isOfStranger(text, context) ? withoutSupport(found) : found;
  const note = reason("other-maker", { label: first.label });
  return {
    ...found,
    verdict: "contradicted",
    reasons: [note],
    for: [],
    against: records
      .slice(0, SHOWN)
      .map(record =>
        recordShown(record, { shelf, language, note, period: periodLabel(timeOfRecord(record)) }),
      ),
  };
}

/** "Oracle's PacketShaper": nobody whom the book knows owns a product that it knows, so that no record of the product bears that out. */
function isOfStranger(text: string, { shelf, document }: CheckContext): boolean {
  return [...makersByProduct(shelf)].some(([product, ids]) => {
    const owner = holdsName(text, product)
      ? OWNER.exec(text.slice(0, text.indexOf(product)))?.[1]
      : undefined;
    const isKnown = () => [...shelf.entities.values()].some(entity => isNamedIn(owner!, entity));
    return (
      owner !== undefined &&
      ids.length > 0 &&
      hasStrangeName(owner, document.language.slice(0, 2)) &&
      !isKnown()
    );
  });
}

/** What bore the sentence out is related to it. */
const withoutSupport = (found: Outcome): Outcome =>
  found.verdict === "supported"
    ? {
        ...found,
        verdict: "unverifiable",
        reasons: [reason("no-evidence")],
        for: [],
        related: [...found.for, ...found.related],
        missing: reason("missing-record"),
      }
    : found;

const SHOWN = 3;

interface Known {
  readonly product: string;
  readonly ids: readonly string[];
}

/** Records of a product of which the text names a maker that none of them knows. */
function recordsOfOthers({ product, ids }: Known, text: string, context: CheckContext): readonly RecordRow[] {
  const { shelf } = context;
  const said = makerSaid(product, text, context);
  if (said === null) return [];
  const records = [...shelf.records.values()]
    .flat()
    .filter(({ row }) => texts(row["product"]).some(name => ` ${name} `.includes(` ${product} `)))
    .filter(record => isToldByOthers(record, shelf));
  const sellers = records.flatMap(record => valuesOfType(record, "entity"));
  const makers = [...withOwners([...ids, ...sellers], shelf.entities)];
  const isTheirs = makers.some(id =>
    isNamedIn(text, shelf.entities.get(id) ?? { name: id, aliases: [] }, product),
  );
  return isTheirs ? [] : records;
}

/** Characters between a product and the words that say who makes it, and of whoever that is. */
const REACH = { before: 40, maker: 60 } as const;

/** Whoever the text says makes a product, where that is somebody by name; null where it says nothing of that. */
function makerSaid(product: string, text: string, { shelf, document }: CheckContext): string | null {
  const at = text.indexOf(product);
  const language = document.language.slice(0, 2);
  const isGiver = (part: string) =>
    [...shelf.entities.values()].some(entity => GIVERS.has(entity.kind) && isNamedIn(part, entity, product));
  const owner = OWNER.exec(text.slice(0, at))?.[1];
  if (owner !== undefined && isGiver(owner)) return owner;
  const behind = text.slice(at + product.length);
  const [by] = idiom("madeBy", language).find(behind);
  if (!by || by[0] > REACH.before || !/^[,\s\p{Ll}-]*$/u.test(behind.slice(0, by[0]))) return null;
  const maker = /^[^,.;:()]*/u.exec(behind.slice(by[1], by[1] + REACH.maker))![0];
  return isGiver(maker) || hasStrangeName(maker, language) ? maker : null;
}

/** Kinds of entity that make things. */
const GIVERS: ReadonlySet<string> = new Set(["vendor", "company"]);

/** "Acme's Pegasus", "Acme's spyware Pegasus": the name before. */
const OWNER = /(\p{Lu}[\p{L}\p{N}&.-]*(?:\s+\p{Lu}[\p{L}\p{N}&.-]*)*)['’]s?\s+(?:\p{Ll}[\p{L}-]*\s+){0,3}$/u;
