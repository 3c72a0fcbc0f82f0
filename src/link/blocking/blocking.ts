import { int32s } from "../memory.ts";
import type { CodedColumn } from "../table/columns.ts";
import { skeleton } from "./skeleton.ts";

/** Records are compared when they agree on every key of at least one rule. */
export interface Rule {
  /**
   * Keys as the specification writes them: `surname`; `surname:3`, its first three characters; `surname:sound`, its skeleton of
   * consonants; `surname:last`, its last word; `dob:year`; `first~last:3`, the two in alphabetical order, so that it does not matter which is which.
   */
  readonly keys: readonly string[];
}

/** A rule with the key of every row worked out; -1 where one of its values is missing. */
export interface PreparedRule extends Rule {
  readonly codes: Int32Array;
  /** Largest code + 1. */
  readonly groups: number;
  /** Pairs that agree on the rule. */
  readonly pairs: number;
  /** Rows left out because their group was larger than the limit. */
  readonly rowsInGiantGroups: number;
}

export interface RuleCount {
  readonly rule: string;
  /** Pairs that agree on the rule. */
  readonly pairs: number;
  /** Of those, pairs that no earlier rule has. */
  readonly added: number;
  /** Rows left out because their group was larger than the limit; counted, never silent. */
  readonly rowsInGiantGroups: number;
}

/** Rows that may share a key; a larger group would compare everything with everything and says little. */
export const LARGEST_GROUP = 2000;

/** A key split into its columns and what is derived from them. */
export interface Key {
  readonly columns: readonly string[];
  readonly derived: string | null;
}

/** `dob:year` is column `dob` and `year`; `city` is column `city` and null; `first~last:3` is two columns. */
export function splitKey(key: string): Key {
  const match = /^(.*):(year|month|day|sound|last|\d+)$/.exec(key);
  const [names, derived] = match ? [match[1]!, match[2]!] : [key, null];
  return { columns: names.split("~"), derived };
}

/** Codes of keys, each worked out once for all rules that use it. */
export type KeyCodes = (key: string) => Coded;

/** A key worked out: the code of each row, -1 where it has none, and how many codes there are. */
export interface Coded {
  readonly codes: Int32Array;
  readonly groups: number;
}

/** With `single: false` a key that only one row has counts as missing, which changes no pair. */
export function keyCoder(
  columns: ReadonlyMap<string, CodedColumn>,
  { single = true }: { single?: boolean } = {},
): KeyCodes {
  const known = new Map<string, Coded>();
  return key => {
    const before = known.get(key);
    if (before) return before;
    const all = codesOfKey(splitKey(key), columns);
    const coded = single ? all : shared(all);
    known.set(key, coded);
    return coded;
  };
}

function codesOfKey({ columns: names, derived }: Key, columns: ReadonlyMap<string, CodedColumn>): Coded {
  const parts = names.map(name => columns.get(name)!);
  if (parts.length === 1 && derived === null)
    return { codes: parts[0]!.codes, groups: parts[0]!.values.count };
  const ids = new Map<string, number>();
  const derivedCodes = parts.map(column => {
    const derive = derivation(derived, column);
    const ofValue = Int32Array.from(column.values.text, (_, value) => idOf(derive(value), ids));
    return column.codes.map(code => (code < 0 ? -1 : ofValue[code]!));
  });
  const [first, second] = derivedCodes;
  if (!second) return { codes: first!, groups: ids.size };
  const low = first!.map((a, row) => (a < 0 || second[row]! < 0 ? -1 : Math.min(a, second[row]!)));
  const high = first!.map((a, row) => (a < 0 || second[row]! < 0 ? -1 : Math.max(a, second[row]!)));
  return combine({ codes: low, groups: ids.size }, { codes: high, groups: ids.size });
}

function idOf(text: string, ids: Map<string, number>): number {
  if (text === "") return -1;
  const known = ids.get(text) ?? ids.size;
  if (known === ids.size) ids.set(text, known);
  return known;
}

function derivation(derived: string | null, { values }: CodedColumn): (value: number) => string {
  const { text, dates } = values;
  const part = ["year", "month", "day"].indexOf(derived ?? "");
  if (part >= 0) return value => String(dates[3 * value + part] || "");
  if (derived === "sound") return value => skeleton(text[value]!);
  if (derived === "last") return value => text[value]!.slice(text[value]!.lastIndexOf(" ") + 1);
  if (derived === null) return value => text[value]!;
  return value => [...text[value]!.slice(0, 4 * Number(derived))].slice(0, Number(derived)).join("");
}

/**
 * Dense codes of two keys together, by open addressing on the pair of codes. A slot holds the code and the pair, so that a look-up costs one line
 * of the cache.
 */
function combine(first: Coded, second: Coded): Coded {
  const rows = first.codes.length;
  let size = 1024;
  while (size < 2 * rows) size *= 2;
  const table = new Int32Array(4 * size);
  const codes = new Int32Array(rows);
  let groups = 0;
  for (let row = 0; row < rows; row++) {
    const a = first.codes[row]!;
    const b = second.codes[row]!;
    if (a < 0 || b < 0) {
      codes[row] = -1;
      continue;
    }
    const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35);
    let slot = 4 * ((hash ^ (hash >>> 15)) & (size - 1));
    while (table[slot] !== 0 && (table[slot + 1] !== a || table[slot + 2] !== b))
      slot = (slot + 4) & (4 * size - 1);
    if (table[slot] === 0) {
      table[slot] = ++groups;
      table[slot + 1] = a;
      table[slot + 2] = b;
    }
    codes[row] = table[slot]! - 1;
  }
  return { codes, groups };
}

/** Codes without those that a single row has: with such a key a row agrees with no other. */
function shared({ codes, groups }: Coded): Coded {
  const sizes = new Int32Array(groups);
  for (const code of codes) if (code >= 0) sizes[code]!++;
  return { codes: codes.map(code => (code >= 0 && sizes[code]! > 1 ? code : -1)), groups };
}

/** Works out the key of every row for a rule. Rows of a group larger than `largest` have no key, and are counted. */
export function prepareRule(
  rule: Rule,
  keys: KeyCodes,
  { largest = LARGEST_GROUP }: { largest?: number } = {},
): PreparedRule {
  const { codes, groups } = rule.keys.map(keys).reduce(combine);
  return { ...rule, ...withoutGiants({ codes, groups }, largest) };
}

function withoutGiants({ codes, groups }: Coded, largest: number): Omit<PreparedRule, "keys"> {
  const sizes = new Int32Array(groups);
  for (const code of codes) if (code >= 0) sizes[code]!++;
  let pairs = 0;
  let rowsInGiantGroups = 0;
  for (const size of sizes)
    if (size > largest) rowsInGiantGroups += size;
    else pairs += (size * (size - 1)) / 2;
  const kept =
    rowsInGiantGroups === 0 ? codes : codes.map(code => (code >= 0 && sizes[code]! > largest ? -1 : code));
  return { codes: kept, groups, pairs, rowsInGiantGroups };
}

/** A rule as pairs are made of it: its rows in the order of their groups, groups of a single row left out. */
export interface GroupedRule extends Rule {
  readonly rows: Int32Array;
  /** First row of each group; one more entry than groups. */
  readonly starts: Int32Array;
  readonly pairs: number;
  readonly rowsInGiantGroups: number;
}

/** Puts the rows of each group together (counting sort: stable, linear). */
export function groupRule({ keys, codes, groups, pairs, rowsInGiantGroups }: PreparedRule): GroupedRule {
  const next = new Int32Array(groups);
  for (const code of codes) if (code >= 0) next[code]!++;
  let count = 0;
  let end = 0;
  for (const size of next)
    if (size > 1) {
      count++;
      end += size;
    }
  const starts = int32s(count + 1);
  const rows = int32s(end);
  count = 0;
  end = 0;
  for (let group = 0; group < groups; group++) {
    const size = next[group]!;
    next[group] = size > 1 ? end : -1;
    if (size < 2) continue;
    end += size;
    starts[++count] = end;
  }
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0 && next[code]! >= 0) rows[next[code]!++] = row;
  }
  return { keys, rows, starts, pairs, rowsInGiantGroups };
}

/**
 * Calls `visit(a, b)` once for every pair of rows (a < b) that agrees on a rule, in a fixed order. A pair of an earlier rule is
 * recognised by comparing its two keys there, so no set of pairs is kept.
 */
export function forEachPair(
  rules: readonly PreparedRule[],
  visit: (a: number, b: number) => void,
): RuleCount[] {
  return rules.map((rule, index) => {
    const earlier = rules.slice(0, index).map(({ codes }) => codes);
    const { rows, starts } = groupRule(rule);
    let added = 0;
    for (let group = 0; group < starts.length - 1; group++) {
      const end = starts[group + 1]!;
      for (let i = starts[group]!; i < end; i++)
        for (let j = i + 1; j < end; j++) {
          if (agreesEarlier(earlier, rows[i]!, rows[j]!)) continue;
          visit(rows[i]!, rows[j]!);
          added++;
        }
    }
    return {
      rule: rule.keys.join(" + "),
      pairs: rule.pairs,
      added,
      rowsInGiantGroups: rule.rowsInGiantGroups,
    };
  });
}

function agreesEarlier(earlier: readonly Int32Array[], a: number, b: number): boolean {
  for (let rule = 0; rule < earlier.length; rule++) {
    const code = earlier[rule]![a]!;
    if (code >= 0 && code === earlier[rule]![b]) return true;
  }
  return false;
}

/** Every n-th pair of a rule, so that there are about `most`, spread over all groups. */
export function sampleOf(
  { rows, starts, pairs }: Pick<GroupedRule, "rows" | "starts" | "pairs">,
  most: number,
): { a: Int32Array; b: Int32Array } {
  const step = Math.max(1, pairs / most);
  const a = int32s(Math.min(pairs, most) + 1);
  const b = int32s(a.length);
  let next = 0;
  let passed = 0;
  let length = 0;
  for (let group = 0; group < starts.length - 1; group++) {
    const end = starts[group + 1]!;
    for (let i = starts[group]!; i < end; i++) {
      const partners = end - i - 1;
      for (; next < passed + partners; next += step) {
        a[length] = rows[i]!;
        b[length++] = rows[i + 1 + Math.floor(next - passed)]!;
      }
      passed += partners;
    }
  }
  return { a: a.subarray(0, length), b: b.subarray(0, length) };
}
