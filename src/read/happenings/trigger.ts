import type { FieldRole } from "../../codebook/types.ts";
import { DENSE, SIGN } from "../../text/tokens/token.ts";
import { overlaps } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Span } from "../types.ts";
import type { HappeningGrammar } from "./grammar.ts";
import { type Part, rangeOf } from "./parts.ts";
import type { Range } from "./phrase.ts";

type Words = Sentence["words"];

/** The words that tell of a happening. */
export interface Trigger {
  readonly code: string;
  readonly span: Span;
  readonly at: Range;
  readonly voice: "active" | "passive" | "noun";
  /** Where the auxiliary of a passive stands, or -1. */
  readonly auxiliary: number;
}

export function triggerOf(
  sentence: Sentence,
  { code, span }: { readonly code: string; readonly span: Span },
  grammar: HappeningGrammar,
  passive: ReadonlySet<string>,
): Trigger {
  const at = rangeOf(sentence, span);
  const { words } = sentence;
  const from = Math.max(0, at[0] - grammar.auxiliary);
  const suffers = lastOf(words, [from, at[0]], grammar.suffers);
  const noun = isNoun(words, at, grammar);
  const auxiliary = suffers >= 0 ? suffers : noun ? -1 : lastOf(words, [from, at[1]], passive);
  const voice =
    suffers >= 0
      ? "passive"
      : noun
        ? "noun"
        : auxiliary >= 0 || endsPassive(words, at, grammar)
          ? "passive"
          : "active";
  return { code, span, at, voice, auxiliary };
}

function lastOf(words: Words, [from, to]: Range, known: ReadonlySet<string>): number {
  for (let i = to - 1; i >= from; i--) if (known.has(words[i]!.key)) return i;
  return -1;
}

/** A participle of the passive, or words behind the verb that whoever acted follows. */
function endsPassive(words: Words, [, to]: Range, { passives, agents }: HappeningGrammar): boolean {
  return (
    passives?.test(words[to - 1]!.key) === true ||
    agents.some(keys => keys.every((key, i) => words[to + i]?.key === key))
  );
}

/** A noun of acting has an article or a preposition before it, or a preposition of its object behind it, or ends like one. */
function isNoun(words: Words, [from, to]: Range, grammar: HappeningGrammar): boolean {
  const last = words[to - 1]!.key;
  if (grammar.nouns?.test(last)) return true;
  if (grammar.verbs.test(last)) return false;
  const before = words[from - 1]?.key ?? "";
  return (
    grammar.articles.has(before) ||
    grammar.definite.has(before) ||
    grammar.of.has(before) ||
    grammar.onto.has(words[to]?.key ?? "")
  );
}

/** What stands between a noun phrase and the word that leads it; characters, where words are not parted. */
const LEAD = 4;
const DENSE_LEAD = 6;

/** The word before a noun phrase and its articles and numbers. */
function leading(words: Words, at: number, grammar: HappeningGrammar): string {
  if (words[at]!.kind === DENSE) return leadingMark(words, at, grammar);
  for (let i = at - 1; i >= 0 && at - i <= LEAD; i--)
    if (!grammar.articles.has(words[i]!.key)) return words[i]!.key;
  return "";
}

function leadingMark(words: Words, at: number, { by, marked, listed }: HappeningGrammar): string {
  for (let i = at - 1; i >= 0 && at - i <= DENSE_LEAD && words[i]!.kind !== SIGN; i--) {
    const { key } = words[i]!;
    if (by.has(key) || marked.has(key)) return key;
  }
  const { key } = words[at - 1] ?? { key: "" };
  return listed.has(key) ? key : "";
}

/** Farthest from what tells of the happening that its object and whoever acts are looked for, in words. */
const NEAR = 10;

/** A sentence with one of its parts and one of the words that tell. */
interface Stand {
  readonly part: Part;
  readonly trigger: Trigger;
  readonly sentence: Sentence;
  readonly grammar: HappeningGrammar;
  readonly before: boolean;
  readonly gap: number;
  readonly led: string;
}

/** Is the part told to have acted by the word before it, by its case, or by its place between auxiliary and verb? */
function isAgent({ part, trigger, sentence, grammar, before, led }: Stand): boolean {
  const passive = trigger.voice === "passive";
  if (grammar.by.has(led) && (!before || passive)) return true;
  if (!passive) return false;
  // Where subjects stand behind verbs too, whoever stands between may be the one it happened to.
  if (before) return !grammar.inverted && trigger.auxiliary >= 0 && part.at[0] > trigger.auxiliary;
  return grammar.agentCase?.test(sentence.words[part.head[1] - 1]!.key) === true;
}

/** Whoever acts stands before his verb, in languages that invert also behind it, and behind "of" or in the genitive of a noun of acting. */
function agentGap(stand: Stand): number | null {
  const { trigger, grammar, before, gap, led } = stand;
  if (isAgent(stand)) return gap / 4;
  if (grammar.marked.has(led)) return null;
  if (before) return trigger.voice !== "passive" && gap <= 2 * NEAR ? gap : null;
  if (!grammar.inverted || gap > NEAR || trigger.voice === "passive") return null;
  if (trigger.voice === "noun") return isOwner(stand) ? gap : null;
  return grammar.onto.has(led) || grammar.of.has(led) ? null : gap;
}

const isOwner = ({ grammar, gap, led }: Stand): boolean =>
  grammar.of.size > 0 ? grammar.of.has(led) : gap === 0;

/** The object of a verb stands behind it, that of a passive before it, that of a noun behind a preposition or in its genitive. */
function patientGap(stand: Stand): number | null {
  const { trigger, grammar, before, gap, led } = stand;
  if (gap > NEAR || isAgent(stand)) return null;
  if (grammar.marked.has(led)) return gap;
  const { voice } = trigger;
  if (before) return voice === "passive" ? gap : null;
  if (voice === "active") return gap;
  if (voice === "passive" && !grammar.inverted) return null;
  if (voice === "passive") return grammar.of.has(led) ? null : gap;
  return grammar.onto.has(led) || grammar.listed.has(led) || (grammar.of.size === 0 && gap === 0)
    ? gap
    : null;
}

/**
 * How far a part stands from where its role is told, in words; null where it cannot have the role. What it was done with may
 * stand anywhere.
 */
export function standing(
  part: Part,
  role: FieldRole,
  trigger: Trigger,
  sentence: Sentence,
  grammar: HappeningGrammar,
): number | null {
  const before = part.at[1] <= trigger.at[0];
  if (overlaps(part.span, trigger.span)) return role === "instrument" ? 0 : null;
  const gap = before ? trigger.at[0] - part.at[1] : part.at[0] - trigger.at[1];
  if (role === "instrument") return gap;
  const led = leading(sentence.words, part.at[0], grammar);
  const stand = { part, trigger, sentence, grammar, before, gap, led };
  return role === "agent" ? agentGap(stand) : patientGap(stand);
}
