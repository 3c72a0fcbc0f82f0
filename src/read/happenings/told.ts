import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Context } from "../claims/context.ts";
import { dateText, nearestDate } from "../claims/period.ts";
import type { Span } from "../types.ts";
import type { HappeningFrame } from "./frame.ts";
import { type HappeningGrammar, happeningGrammar } from "./grammar.ts";
import { type Part, partsOf } from "./parts.ts";
import { standing, type Trigger, triggerOf } from "./trigger.ts";

export interface Argument {
  readonly field: string;
  readonly words: string;
  readonly span: Span;
  /** The noun that it is, by which two of one list are told apart. */
  readonly head: string;
  /** How far it stands from what tells of the happening, in words. */
  readonly gap: number;
}

/** One telling of a happening in one sentence. */
export interface Telling {
  readonly code: string;
  readonly sentence: Sentence;
  readonly trigger: Trigger;
  readonly args: readonly Argument[];
  readonly date: { readonly text: string; readonly span: Span } | null;
  /** Somebody or something that it can have happened to is named in the sentence. */
  readonly affects: boolean;
  /** "the attack": one that was told of before. */
  readonly again: boolean;
  /** "Another attack": one that no sentence before told of. */
  readonly further: boolean;
}

/** What a sentence tells of happenings of a kind. */
export interface Told {
  readonly telling: Telling | null;
  /** Whoever takes or gets the blame for one that other sentences tell. */
  readonly blamed: readonly Argument[];
  /** Everybody who could have acted in one. */
  readonly named: readonly Argument[];
}

interface Scope {
  readonly context: Context;
  readonly sentence: Sentence;
  readonly frame: HappeningFrame;
  readonly grammar: HappeningGrammar;
}

const clauseOf = (sentence: Sentence, [at]: Span): Span =>
  sentence.clauses.find(clause => at >= clause[0] && at < clause[1]) ?? sentence.span;

/** How many words before a happening say that it was only planned, feared, prevented or denied. */
const BEFORE = 8;
const CLOSE = 6;

const UNREAL: ReadonlySet<string> = new Set(["negation", "planned", "modals"]);

function isUnreal({ sentence, grammar }: Scope, trigger: Trigger): boolean {
  const clause = clauseOf(sentence, trigger.span);
  const before = sentence.words.filter(word => word.start >= clause[0] && word.end <= trigger.span[0]);
  const keys = ` ${before
    .slice(-BEFORE)
    .map(({ key }) => key)
    .join(" ")} `;
  if (grammar.unreal.some(phrase => keys.includes(phrase))) return true;
  if (trigger.voice === "active" && grammar.infinitive.has(before.at(-1)?.key ?? "")) return true;
  const near: Span = [before.at(-CLOSE)?.start ?? clause[0], trigger.span[1]];
  // "3 May" allows nothing.
  return sentence.cues.some(
    ({ name, span }) =>
      UNREAL.has(name) && inside(span, near) && !sentence.dates.some(date => inside(span, date.span)),
  );
}

/** A noun of acting in the plural ("the killings") speaks of many happenings and tells of none; a plural that is used ("bombs") does. */
function isGeneric({ sentence, frame, grammar }: Scope, { at, span }: Trigger): boolean {
  const { key } = sentence.words[at[1] - 1]!;
  if (!grammar.plural?.test(key) || grammar.verbs.test(key)) return false;
  return !sentence.heads.some(
    head =>
      frame.roles.get(head.field) === "instrument" && head.span[1] === span[1] && head.kind === frame.kind.id,
  );
}

/** The last noun of a compound phrase, else the head. */
const nounOf = ({ sentence: { words }, grammar }: Scope, { at, head }: Part): string =>
  words
    .slice(...(grammar.compounds ? [at[1] - 1, at[1]] : head))
    .map(({ key }) => key)
    .join(" ");

const argument = (scope: Scope, field: string, part: Part, gap: number): Argument => ({
  field,
  words: scope.context.document.text.slice(...part.span),
  span: part.span,
  head: nounOf(scope, part),
  gap,
});

/** Each part in the role in which it stands nearest to what tells of the happening. */
function assigned(scope: Scope, triggers: readonly Trigger[], parts: readonly Part[]): Argument[] {
  const { sentence, frame, grammar } = scope;
  return parts.flatMap(part => {
    const stands = part.fields.flatMap(field =>
      triggers.flatMap(trigger => {
        const role = frame.roles.get(field)!;
        const gap = standing(part, role, trigger, sentence, grammar);
        return gap === null ? [] : [{ role, gap }];
      }),
    );
    const best = stands.sort((a, b) => a.gap - b.gap)[0];
    if (!best) return [];
    return part.fields
      .filter(field => frame.roles.get(field) === best.role)
      .map(field => argument(scope, field, part, best.gap));
  });
}

/** Blame stands a sentence away from what it is for, and counts less than whoever is told to have acted. */
const BLAME = 15;
/** Whoever is only named counts least. */
const NAMED = 30;

function agentsIn(scope: Scope, parts: readonly Part[], gap: number): Argument[] {
  return parts.flatMap(part =>
    part.fields
      .filter(field => scope.frame.roles.get(field) === "agent")
      .map(field => argument(scope, field, part, gap)),
  );
}

function blames({ sentence, grammar }: Scope): boolean {
  const keys = ` ${sentence.words.map(({ key }) => key).join(" ")} `;
  return grammar.blames.some(phrase => keys.includes(phrase));
}

/** How far from what tells of a happening the word stands that makes it another one. */
const BESIDE = 3;
const OPENING = 4;

const isFurther = ({ sentence: { words }, grammar }: Scope, { at: [from, to] }: Trigger): boolean =>
  [
    ...words.slice(0, Math.min(from, OPENING)),
    ...words.slice(Math.max(0, from - BESIDE), grammar.compounds ? to : to + 1),
  ].some(({ key }) => grammar.further.has(key));

function tellingOf(scope: Scope, triggers: readonly Trigger[], parts: readonly Part[]): Telling | null {
  const { sentence, frame, grammar } = scope;
  const real = triggers.filter(trigger => !isUnreal(scope, trigger) && !isGeneric(scope, trigger));
  // Of several codes in one sentence the first of the list is the most special; it takes the others' parts.
  const order = (code: string): number => frame.codes.indexOf(code);
  const first = [...real].sort((a, b) => order(a.code) - order(b.code))[0];
  if (!first) return null;
  const date = nearestDate(sentence, clauseOf(sentence, first.span), first.span);
  return {
    code: first.code,
    sentence,
    trigger: first,
    args: assigned(scope, real, parts),
    date: date ? { text: dateText(date), span: date.span } : null,
    affects: parts.some(({ fields }) => fields.some(id => frame.roles.get(id) === "patient")),
    again: first.voice === "noun" && grammar.definite.has(sentence.words[first.at[0] - 1]?.key ?? ""),
    further: isFurther(scope, first),
  };
}

/** What a sentence tells of happenings of a kind; null for one that speaks of nothing in them, and in languages without words for it. */
export function toldIn(context: Context, sentence: Sentence, frame: HappeningFrame): Told | null {
  const grammar = happeningGrammar(context.document.language);
  const passive = context.language?.grammar.passive;
  if (!grammar || !passive || sentence.heading || sentence.question) return null;
  const mentions = sentence.codes.filter(({ list }) => list === frame.code.list);
  if (mentions.length === 0 && sentence.heads.length === 0) return null;
  const scope = { context, sentence, frame, grammar };
  const triggers = mentions.map(mention => triggerOf(sentence, mention, grammar, passive));
  const parts = partsOf(
    scope.sentence,
    frame,
    grammar,
    mentions.map(({ span }) => span),
  );
  return {
    telling: tellingOf(scope, triggers, parts),
    blamed: blames(scope) ? agentsIn(scope, parts, BLAME) : [],
    named: agentsIn(scope, parts, NAMED),
  };
}
