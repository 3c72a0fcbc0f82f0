import type { FieldRole } from "../../codebook/types.ts";
import { overlaps } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Span } from "../types.ts";
import { type Part, rangeOf } from "./parts.ts";
import type { Range } from "./phrase.ts";
import type { HappeningGrammar } from "./words.ts";

/** The words that tell of a happening. */
export interface Trigger {
  readonly code: string;
  readonly span: Span;
  readonly at: Range;
  readonly voice: "active" | "passive" | "noun";
}

/** How far before a participle its auxiliary may stand, in words. */
const AUXILIARY = 3;

export function triggerOf(
  sentence: Sentence,
  { code, span }: { readonly code: string; readonly span: Span },
  grammar: HappeningGrammar,
  passive: ReadonlySet<string>,
): Trigger {
  const at = rangeOf(sentence, span);
  const { words } = sentence;
  const led = words.slice(Math.max(0, at[0] - AUXILIARY), at[1]);
  const voice = isNoun(words, at, grammar)
    ? "noun"
    : led.some(({ key }) => passive.has(key)) || grammar.agents.has(words[at[1]]?.key ?? "")
      ? "passive"
      : "active";
  return { code, span, at, voice };
}

/** A noun of acting has an article or a preposition before it, or a preposition of its object behind it. */
function isNoun(words: Sentence["words"], [from, to]: Range, grammar: HappeningGrammar): boolean {
  if (/ed$/.test(words[to - 1]!.key)) return false;
  const before = words[from - 1]?.key ?? "";
  return (
    grammar.articles.has(before) ||
    grammar.definite.has(before) ||
    grammar.of.has(before) ||
    grammar.onto.has(words[to]?.key ?? "")
  );
}

/** What stands between a noun phrase and the word that leads it. */
const LEAD = 4;

/** The word before a noun phrase and its articles and numbers. */
function leading(words: Sentence["words"], at: number, grammar: HappeningGrammar): string {
  for (let i = at - 1; i >= 0 && at - i <= LEAD; i--)
    if (!grammar.articles.has(words[i]!.key)) return words[i]!.key;
  return "";
}

/** Farthest from what tells of the happening that its object and whoever acts are looked for, in words. */
const NEAR = 10;

/**
 * How far a part stands from where its role is told, in words; null where it cannot have the role. The object of a verb stands
 * behind it, that of a passive before it, that of a noun behind a preposition; whoever acts stands the other way round.
 */
export function standing(
  part: Part,
  role: FieldRole,
  trigger: Trigger,
  sentence: Sentence,
  grammar: HappeningGrammar,
): number | null {
  const { words } = sentence;
  const before = part.at[1] <= trigger.at[0];
  if (overlaps(part.span, trigger.span)) return role === "instrument" ? 0 : null;
  const gap = before ? trigger.at[0] - part.at[1] : part.at[0] - trigger.at[1];
  if (role === "instrument") return gap;
  const led = leading(words, part.at[0], grammar);
  const acts = !before && grammar.by.has(led);
  if (role === "agent") {
    if (acts) return gap / 4;
    return before && trigger.voice !== "passive" && gap <= 2 * NEAR ? gap : null;
  }
  if (acts || gap > NEAR) return null;
  if (before) return trigger.voice === "passive" ? gap : null;
  if (trigger.voice === "active") return gap;
  return grammar.onto.has(led) || grammar.listed.has(led) ? gap : null;
}
