import type { CodedColumn } from "./columns.ts";

/** Records are compared when they agree on every key of at least one rule. */
export interface Rule {
  /** Keys as the specification writes them: `surname`, `surname:3` (first three characters), `dob:year`. */
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

/** Works out the key of every row for a rule. Rows of a group larger than `largest` have no key, and are counted. */
export function prepareRule(
  rule: Rule,
  columns: ReadonlyMap<string, CodedColumn>,
  { largest = LARGEST_GROUP }: { largest?: number } = {},
): PreparedRule {
  const parts = rule.keys.map(key => keyCodes(key, columns));
  const rows = parts[0]!.length;
  const codes = new Int32Array(rows);
  const known = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    if (parts.some(part => part[row]! < 0)) {
      codes[row] = -1;
      continue;
    }
    const key = parts.length === 1 ? String(parts[0]![row]) : parts.map(part => part[row]).join(",");
    const code = known.get(key) ?? known.size;
    if (code === known.size) known.set(key, code);
    codes[row] = code;
  }
  return { ...rule, ...withoutGiants(codes, known.size, largest) };
}

function withoutGiants(codes: Int32Array, groups: number, largest: number): Omit<PreparedRule, "keys"> {
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

/** Codes of one key: of the values themselves, or of what a derived key makes of them. */
function keyCodes(key: string, columns: ReadonlyMap<string, CodedColumn>): Int32Array {
  const [name, derived] = splitKey(key);
  const column = columns.get(name)!;
  if (derived === null) return column.codes;
  const known = new Map<string, number>();
  const ofValue = column.values.map(value => {
    const text =
      derived === "year" ? String(value.date[0] || "") : [...value.text].slice(0, Number(derived)).join("");
    if (text === "") return -1;
    if (!known.has(text)) known.set(text, known.size);
    return known.get(text)!;
  });
  return column.codes.map(code => (code < 0 ? -1 : ofValue[code]!));
}

/** Column and derivation of a key: `dob:year` is ["dob", "year"], `city` is ["city", null]. */
export function splitKey(key: string): readonly [column: string, derived: string | null] {
  const match = /^(.*):(year|\d+)$/.exec(key);
  return match ? [match[1]!, match[2]!] : [key, null];
}

/** Rows in order of their group, and where each group starts (counting sort: stable, linear). */
function grouped({ codes, groups }: PreparedRule): { rows: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(groups + 1);
  for (const code of codes) if (code >= 0) starts[code + 1]!++;
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const rows = new Int32Array(starts[groups]!);
  const next = starts.slice();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0) rows[next[code]!++] = row;
  }
  return { rows, starts };
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
    const earlier = rules.slice(0, index);
    const { rows, starts } = grouped(rule);
    let added = 0;
    for (let group = 0; group < rule.groups; group++)
      for (let i = starts[group]!; i < starts[group + 1]!; i++)
        for (let j = i + 1; j < starts[group + 1]!; j++) {
          if (agreesEarlier(earlier, rows[i]!, rows[j]!)) continue;
          visit(rows[i]!, rows[j]!);
          added++;
        }
    return {
      rule: rule.keys.join(" + "),
      pairs: rule.pairs,
      added,
      rowsInGiantGroups: rule.rowsInGiantGroups,
    };
  });
}

function agreesEarlier(earlier: readonly PreparedRule[], a: number, b: number): boolean {
  for (const { codes } of earlier) if (codes[a]! >= 0 && codes[a] === codes[b]) return true;
  return false;
}
