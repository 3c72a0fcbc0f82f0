import { canonical } from "../gather/own.ts";
import type { SourceRow } from "../gather/types.ts";
import { isSameName, isUnnamed, wordsOf } from "../rule/names.ts";
import type { Evidence } from "../types.ts";
import { numbersOf, type Placed } from "./recur.ts";
import type { SpreadKind, SpreadNode } from "./types.ts";

/** A node while the tree is being made. */
interface Draft {
  readonly kind: SpreadKind;
  readonly name: string;
  /** Names by which texts can credit it. */
  readonly names: readonly string[];
  readonly published: string;
  readonly url: string;
  parent: Draft | null;
  by: SpreadNode["by"];
}

type Sources = ReadonlyMap<string, SourceRow>;

const draft = (kind: SpreadKind, name: string, own: Partial<Draft> = {}): Draft => ({
  kind,
  name,
  names: [name],
  published: "",
  url: "",
  parent: null,
  by: "",
  ...own,
});

/** Evidence that gives the very number of the group. */
const countsOf = (group: readonly Placed[]): Evidence[] =>
  group.flatMap(({ claim }) => {
    const numbers = numbersOf(claim);
    const { for: supporting, against } = claim.finding;
    return [...supporting, ...against].filter(({ value }) => value !== null && numbers.includes(value));
  });

/** The way that a number took: whose count it is, the pages of the book that print it, and the articles, each under whatever it took it from. */
export function spreadOf(
  group: readonly Placed[],
  sources: Sources,
): {
  readonly tree: SpreadNode[];
  readonly retold: readonly (readonly [article: string, of: string])[];
  readonly first: SpreadNode | null;
} {
  const articles = new Map(group.map(placed => [placed, articleDraft(placed)] as const));
  const own = [...articles.values()];
  const bodies = bodiesOf(countsOf(group), { sources, own });
  for (const [placed, node] of articles) hang(node, placed, { own, bodies });
  const nodes = [...bodies, ...own];
  const all = [...new Set(nodes.flatMap(node => [node, ...above(node)]))];
  return {
    tree: treeOf(all, null),
    retold: own.flatMap(node =>
      node.parent?.kind === "article" ? [[node.name, node.parent.name] as const] : [],
    ),
    first: firstOf(all),
  };
}

function articleDraft({ input: { name, checked } }: Placed): Draft {
  const { publisher, title, published, url } = checked.document;
  return draft("article", name, { names: [publisher, title], published, url });
}

/** Counters of the number, and the pages of the book that print it after them. */
function bodiesOf(
  counts: readonly Evidence[],
  { sources, own }: { sources: Sources; own: readonly Draft[] },
): Draft[] {
  const counters = new Map<string, Draft>();
  const pages = new Map<string, Draft>();
  const names = [...new Set(counts.map(({ origin }) => origin))].filter(Boolean).sort();
  for (const name of names) {
    // One body is written with an article and without.
    const known = [...counters].find(([other]) => key(other) === key(name))?.[1];
    counters.set(name, known ?? draft("counter", name));
  }
  for (const { origin, sources: ids } of counts)
    for (const id of ids) {
      const source = sources.get(id);
      const counter = counters.get(origin);
      if (!source || !counter) continue;
      if (isSameName(source.publisher, origin)) {
        date(counter, source.published);
      } else if (!pages.has(id)) {
        const same = own.find(article => isSamePage(article, source));
        if (same) Object.assign(same, { parent: counter, by: "book" });
        else pages.set(id, pageDraft(source, counter));
      }
    }
  return [...new Set(counters.values()), ...pages.values()];
}

const key = (name: string): string => wordsOf(name).join(" ");

const pageDraft = ({ id, publisher, published, url }: SourceRow, parent: Draft): Draft =>
  draft("source", id, { names: [publisher], published, url, parent, by: "book" });

/** A counter is as old as its oldest page in the book. */
function date(counter: Draft, published: string): void {
  if (published !== "" && (counter.published === "" || published < counter.published))
    Object.assign(counter, { published });
}

const isSamePage = ({ url, names }: Draft, source: SourceRow): boolean =>
  (url !== "" && source.url !== "" && canonical(url) === canonical(source.url)) ||
  (source.title.split(" ").length >= 6 && names.includes(source.title));

interface Known {
  readonly own: readonly Draft[];
  readonly bodies: Draft[];
}

/** Puts an article under whatever it links to in the sentence of its claim, else under whomever it credits. */
function hang(node: Draft, { input, claim }: Placed, { own, bodies }: Known): void {
  const others = [...own.filter(other => other !== node && mayPrecede(other, node)), ...bodies];
  const [from, to] = claim.sentence;
  const linked = input.checked.document.links
    .filter(({ span }) => span[0] >= from && span[1] <= to)
    .map(({ href }) => canonical(href));
  const target = others.find(({ url }) => url !== "" && linked.includes(canonical(url)));
  const named = claim.attribution?.to ?? "";
  const credited = others.find(({ names }) => names.some(name => isSameName(name, named)));
  if (target) put(node, target, "link");
  else if (!isUnnamed(named)) put(node, credited ?? added(bodies, draft("credited", named)), "credits");
  else if (node.parent === null)
    put(node, bodies.find(({ kind }) => kind === "none") ?? added(bodies, draft("none", "")), "");
}

function added(bodies: Draft[], body: Draft): Draft {
  bodies.push(body);
  return body;
}

/** An article can have taken a number from another one unless that came later, or took it from the first. */
const mayPrecede = (earlier: Draft, later: Draft): boolean =>
  !(earlier.published !== "" && later.published !== "" && earlier.published > later.published) &&
  !above(earlier).includes(later);

function put(node: Draft, parent: Draft, by: SpreadNode["by"]): void {
  node.parent = parent;
  node.by = by;
}

function above(node: Draft): Draft[] {
  const chain: Draft[] = [];
  for (let at = node.parent; at !== null && !chain.includes(at); at = at.parent) chain.push(at);
  return chain;
}

/** Whose count it is first, then who is credited, then the rest; in each the oldest first. */
const RANK: readonly SpreadKind[] = ["counter", "credited", "source", "article", "none"];

const byAge = (a: Pick<Draft, "kind" | "name" | "published">, b: typeof a): number =>
  RANK.indexOf(a.kind) - RANK.indexOf(b.kind) ||
  (a.published || "~").localeCompare(b.published || "~", "en") ||
  (a.name < b.name ? -1 : 1);

function treeOf(nodes: readonly Draft[], parent: Draft | null): SpreadNode[] {
  return nodes
    .filter(node => node.parent === parent)
    .sort(byAge)
    .map(node => ({ ...shown(node), children: treeOf(nodes, node) }));
}

const shown = ({ kind, name, names, published, by }: Draft): SpreadNode => ({
  kind,
  name,
  publisher: kind === "source" || kind === "article" ? (names[0] ?? "") : "",
  published,
  by,
  children: [],
});

/** The node with the oldest date; a date without month or day counts as its first day. */
function firstOf(nodes: readonly Draft[]): SpreadNode | null {
  const dated = nodes.filter(({ published }) => published !== "");
  const oldest = dated.sort((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : byAge(a, b),
  )[0];
  return oldest ? shown(oldest) : null;
}
