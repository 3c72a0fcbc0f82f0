import type { Book } from "../../book/types.ts";
import { claimWords } from "../../read/claim-words.ts";
import { toSource } from "../gather/rows.ts";
import { sourceKind } from "../gather/schema.ts";
import type { SourceRow } from "../gather/types.ts";
import { groupClaims, numbersOf, oncePerArticle, type Placed } from "./recur.ts";
import { spreadOf } from "./spread.ts";
import type { Batch, BatchArticle, BatchInput, Printing, Retelling, SharedClaim, Unread } from "./types.ts";

/**
 * Puts checked articles side by side: which claims recur, who retells whom, who printed a number first. The order of the articles does not
 * matter: they are taken in the order of their names.
 */
export async function batchOf(
  articles: readonly BatchInput[],
  book: Book,
  { unread = [] }: { readonly unread?: readonly Unread[] } = {},
): Promise<Batch> {
  const inputs = [...articles].sort((a, b) => (a.name < b.name ? -1 : 1));
  const groups = groupClaims(inputs).map(oncePerArticle);
  const shared = groups.filter(group => group.length > 1);
  const sources = await sourcesOf(book, shared.flat());
  const spread = shared.map(group => sharedClaim(group, sources));
  const printed = (claim: SharedClaim) => claim.printings.length;
  return {
    articles: inputs.map(articleOf),
    unread,
    recurring: spread.map(({ claim }) => claim).sort((a, b) => printed(b) - printed(a)),
    retellings: retellingsOf(spread.flatMap(({ retold }) => retold)),
    single: groups.length - shared.length,
    by_verdict: sumOf(inputs.map(({ checked }) => checked.summary.by_verdict)),
    as_of: `${book.head.seq}:${book.head.hash}`,
  };
}

function articleOf({ name, checked: { document, summary } }: BatchInput): BatchArticle {
  const { title, publisher, published, language, sha256 } = document;
  return { name, title, publisher, published, language, sha256, ...summary };
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum = new Map<string, number>();
  for (const each of counts)
    for (const [verdict, n] of Object.entries(each)) sum.set(verdict, (sum.get(verdict) ?? 0) + n);
  return Object.fromEntries([...sum].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** The pages of the book that the findings of these claims cite. */
async function sourcesOf(book: Book, placed: readonly Placed[]): Promise<ReadonlyMap<string, SourceRow>> {
  const kind = sourceKind(book.codebook);
  const cited = placed.flatMap(({ claim: { finding } }) =>
    [...finding.for, ...finding.against, ...finding.related].flatMap(({ sources }) => sources),
  );
  if (!kind || cited.length === 0) return new Map();
  const rows = await book.sql(`SELECT * FROM ${kind.id} WHERE list_contains($1, id) ORDER BY id`, [
    [...new Set(cited)],
  ]);
  return new Map(rows.map(toSource).map(source => [source.id, source] as const));
}

function sharedClaim(group: readonly Placed[], sources: ReadonlyMap<string, SourceRow>) {
  const { claim } = group.find(({ claim: { roles } }) => Object.keys(roles).length > 0) ?? group[0]!;
  const { tree, first, retold } = spreadOf(group, sources);
  const { measure, subject, value, high, unit, form } = claim;
  const shared: SharedClaim = {
    measure,
    subject,
    value,
    high,
    values: value === null ? numbersOf(claim) : [],
    unit,
    form,
    printings: group.map(printingOf).sort(byDate),
    first: first && { kind: first.kind, name: first.name, published: first.published },
    spread: tree,
  };
  return { claim: shared, retold };
}

const printingOf = ({ input: { name, checked }, claim }: Placed): Printing => ({
  article: name,
  claim: claim.id,
  text: claimWords(claim).replace(/\s+/g, " "),
  verdict: claim.finding.verdict,
  credits: claim.attribution?.to ?? "",
  published: checked.document.published,
});

const byDate = (a: Printing, b: Printing): number => {
  const [x, y] = [a.published || "~", b.published || "~"];
  return x < y ? -1 : x > y ? 1 : a.article < b.article ? -1 : 1;
};

function retellingsOf(retold: readonly (readonly [string, string])[]): Retelling[] {
  const counts = new Map<string, Retelling>();
  for (const [article, of] of retold) {
    const key = JSON.stringify([article, of]);
    counts.set(key, { article, of, claims: (counts.get(key)?.claims ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.claims - a.claims || (a.article < b.article ? -1 : 1));
}
