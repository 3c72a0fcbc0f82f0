import { plainName } from "./names.ts";
import type { RuleEvidence } from "./types.ts";

const key = plainName;

/** Whose count each piece of evidence is: `derived_from` followed to its end. Evidence without a source is a voice of its own. */
export function originsOf(evidence: readonly RuleEvidence[]): string[] {
  const parent = new Map<string, string>();
  for (const { source, derivedFrom } of evidence) {
    if (source === "" || derivedFrom === "") continue;
    const [teller, counter] = [key(source), key(derivedFrom)];
    if (teller === counter) continue;
    // Who repeats two counters is put with the first in the alphabet, so that the order of the evidence decides nothing.
    const known = parent.get(teller);
    if (known === undefined || counter < key(known)) parent.set(teller, derivedFrom);
  }
  return evidence.map(({ source, derivedFrom }, index) => {
    const name = derivedFrom || source;
    return name === "" ? `#${index}` : key(rootOf(name, parent));
  });
}

function rootOf(name: string, parent: ReadonlyMap<string, string>): string {
  if (parent.size === 0) return name;
  let next = parent.get(key(name));
  if (next === undefined) return name;
  const seen = new Set([key(name)]);
  while (!seen.has(key(next))) {
    seen.add(key(next));
    const beyond = parent.get(key(next));
    if (beyond === undefined) return next;
    next = beyond;
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
