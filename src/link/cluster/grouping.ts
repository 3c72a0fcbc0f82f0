import type { ClusterOptions } from "./cluster.ts";
import { apartFrom, CAP } from "./constraints.ts";

/** Rows as trees of clusters, in arrays that threads write to, each in its own components. */
export interface Forest {
  readonly parent: Int32Array;
  /** Members of a cluster as a ring: `next` of the last is the first, so that joining two is an exchange. */
  readonly next: Int32Array;
  readonly size: Int32Array;
}

/** Pairs looked at between two clusters; larger ones are looked at in even steps. */
const MOST_LOOKED_AT = 48;

/** Looks at clusters and joins them. */
export function grouping(
  { parent, next, size }: Forest,
  {
    weight,
    favour = 0,
    apart = [],
    sources,
  }: Pick<ClusterOptions, "weight" | "favour" | "apart" | "sources">,
) {
  const rows = parent.length;
  const refused = new Map<number, number>();
  const separate = apartFrom(apart);
  const find = (row: number) => {
    let root = row;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const members = (root: number) => {
    const list = new Int32Array(size[root]!);
    for (let at = 0, row = root; at < list.length; at++, row = next[row]!) list[at] = row;
    return inOrder(list);
  };
  const forbidden = (a: number, b: number): "decision" | "one-per-source" | null => {
    if (separate.size === 0 && sources === undefined) return null;
    const [small, large] = size[a]! <= size[b]! ? [a, b] : [b, a];
    const rowsOfSmall = members(small);
    for (const row of rowsOfSmall)
      for (const other of separate.get(row) ?? []) if (find(other) === large) return "decision";
    return sources !== undefined && shareSource(rowsOfSmall, members(large), sources)
      ? "one-per-source"
      : null;
  };
  const agree = (a: number, b: number, probability: number) => {
    const sizes = size[a]! + size[b]!;
    // Of two single rows the pair itself is all there is to look at.
    if (sizes === 2 && probability > 0.5) return true;
    const key = Math.min(a, b) * rows + Math.max(a, b);
    if (refused.get(key) === sizes) return false;
    const smaller = Math.min(size[a]!, size[b]!);
    if (meanOdds(members(a), members(b), weight) + favour / smaller > 0) return true;
    refused.set(key, sizes);
    return false;
  };
  const join = (a: number, b: number) => {
    if (a === b) return;
    const [into, from] = size[a]! > size[b]! || (size[a] === size[b] && a < b) ? [a, b] : [b, a];
    parent[from] = into;
    size[into]! += size[from]!;
    const first = next[into]!;
    next[into] = next[from]!;
    next[from] = first;
  };
  /** Forgets which clusters did not agree: those of another component never meet them. */
  const forget = () => {
    if (refused.size > 0) refused.clear();
  };
  return { find, forbidden, agree, join, forget };
}

/** Ascending; by insertion where they are few, which most clusters are. */
function inOrder(list: Int32Array): Int32Array {
  if (list.length > 24) return list.sort();
  for (let end = 1; end < list.length; end++) {
    const row = list[end]!;
    let at = end;
    for (; at > 0 && list[at - 1]! > row; at--) list[at] = list[at - 1]!;
    list[at] = row;
  }
  return list;
}

function shareSource(a: Int32Array, b: Int32Array, sources: Int32Array): boolean {
  const known = new Set<number>();
  for (const row of a) if (sources[row]! >= 0) known.add(sources[row]!);
  return b.some(row => known.has(sources[row]!));
}

function meanOdds(a: Int32Array, b: Int32Array, weight: (a: number, b: number) => number): number {
  const all = a.length * b.length;
  const looked = Math.min(all, MOST_LOOKED_AT);
  let sum = 0;
  for (let look = 0; look < looked; look++) {
    const at = Math.floor((look * all) / looked);
    const odds = weight(a[Math.floor(at / b.length)]!, b[at % b.length]!);
    sum += Math.max(-CAP, Math.min(CAP, odds));
  }
  return sum / looked;
}
