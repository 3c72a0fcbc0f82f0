import { wordsOf } from "./names.ts";
import type { RuleEvidence } from "./types.ts";

const key = (name: string) => wordsOf(name).join(" ");

/** Whose count each piece of evidence is: `derived_from` followed to its end. Evidence without a source is a voice of its own. */
export function originsOf(evidence: readonly RuleEvidence[]): string[] {
  const parent = new Map<string, string>();
  for (const { source, derivedFrom } of evidence) {
    if (source === "" || derivedFrom === "" || key(source) === key(derivedFrom)) continue;
    // Who repeats two counters is put with the first in the alphabet, so that the order of the evidence decides nothing.
    const known = parent.get(key(source));
    if (known === undefined || key(derivedFrom) < key(known)) parent.set(key(source), derivedFrom);
  }
  return evidence.map(({ source, derivedFrom }, index) => {
    const name = derivedFrom || source;
    return name === "" ? `#${index}` : key(rootOf(name, parent));
  });
}

function rootOf(name: string, parent: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let current = name;
  while (!seen.has(key(current))) {
    seen.add(key(current));
    const next = parent.get(key(current));
    if (next === undefined) return current;
    current = next;
  }
  // A circle of retellers: the first in the alphabet stands for all of them.
  return [...seen].sort()[0] ?? name;
}

/** True where the evidence only retells: its words are another's count. */
export const isRetelling = ({ source, derivedFrom }: RuleEvidence): boolean =>
  derivedFrom !== "" && key(derivedFrom) !== key(source);

/** One voice an origin: what the counter says itself where it is there, else what its retellers say. */
export function oneVoiceEach<T extends { readonly evidence: RuleEvidence; readonly origin: string }>(
  items: readonly T[],
): T[] {
  const counters = new Set(items.filter(item => !isRetelling(item.evidence)).map(item => item.origin));
  return items.filter(item => !isRetelling(item.evidence) || !counters.has(item.origin));
}
