import type { Quantity } from "../../text/types.ts";
import { cuesNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Span } from "../types.ts";
import type { Clause, Context, Numbered } from "./context.ts";
import { rolesOf } from "./draft.ts";
import { headOf } from "./heads.ts";
import type { Population } from "./population.ts";

/** A share's value in percent, whatever it was written as. */
export function inPercent(q: Quantity): { value: number; high: number | null } {
  const factor = isPercent(q.unit) ? 1 : 100;
  return { value: round(q.value * factor), high: q.high === null ? null : round(q.high * factor) };
}

/** Digits that a value is kept to, so that a factor leaves no dust behind. */
const DIGITS = 12;

const round = (x: number): number =>
  Number.isInteger(x) && Math.abs(x) < 10 ** DIGITS ? x : Number(x.toPrecision(DIGITS));

/** "5% a year" is a percentage with its rate. */
const isPercent = (unit: string): boolean => unit === "percent" || unit.startsWith("percent ");

export const isShare = (q: Quantity, population: Population | null): boolean =>
  isPercent(q.unit) || (q.fraction && (population !== null || q.unit === ""));

/** "41% were hybrid regimes and 30% authoritarian": a share without an "of" is of the classes of its own part of the clause. */
export function classesOf(
  sentence: Sentence,
  population: Population | null,
  clause: Span,
  part: Span,
): string[] {
  if (sentence.classes.length === 0) return [];
  const within = (span: Span | undefined) =>
    sentence.classes.filter(each => span !== undefined && inside(each.span, span));
  const own = within(part);
  const chosen = population ? within(population.span) : own.length > 0 ? own : within(clause);
  return [...new Set(chosen.map(each => each.code))];
}

/** How many sentences back the things may be counted that "them" stands for. */
const THEM_REACH = 2;

/** Whether a word is the last of those that "of them" is said with. */
function isThem({ language }: Context, key: string): boolean {
  if (!language || key.includes(" ")) return false;
  for (const them of language.grammar.ofThem) if (them === key || them.endsWith(` ${key}`)) return true;
  return false;
}

/** "More than half of them": the things that the number before counts. */
export function wholeOf(
  { context, scene: { sentence }, q }: Numbered,
  population: Population | null,
): string {
  if (!population) return wholeBefore(context, sentence, q);
  const { words } = population;
  if (!isThem(context, words.toLowerCase())) return words;
  for (let back = 0; back <= THEM_REACH; back++) {
    const earlier = context.sentences[sentence.index - back];
    const counted = earlier?.quantities
      .filter(other => back > 0 || other.span[1] <= q.span[0])
      .map(other => ({ other, head: headOf(context, earlier, other) }))
      .findLast(({ head }) => head !== null);
    if (counted) return context.document.text.slice(counted.other.number[1], counted.head!.span[1]).trim();
  }
  return words;
}

/** "2400名执法人员…其中非洲学员占四成": a part that only makes up its share is of what the number before counts. */
function wholeBefore(context: Context, sentence: Sentence, q: Quantity): string {
  const grammar = context.language?.grammar;
  if (!grammar || grammar.makesUp.size === 0) return "";
  const subset = cuesNamed(sentence, "subset").findLast(({ span }) => span[1] <= q.span[0]);
  if (!subset) return "";
  const between = sentence.words.filter(({ start, end }) => start >= subset.span[1] && end <= q.span[0]);
  if (!between.some(({ key }) => grammar.makesUp.has(key))) return "";
  const whole = sentence.quantities.findLast(({ span }) => span[1] <= subset.span[0]);
  return (whole && headOf(context, sentence, whole)?.unit) ?? "";
}

interface Asked {
  readonly sentence: Sentence;
  readonly clause: Clause;
  readonly measure: string;
  readonly population: Population | null;
}

/** Of a measure that is cut by place and by whom it is of ("81% of A view B"): the population's place, and the other one. */
function whom(context: Context, { sentence, clause, measure, population }: Asked): Record<string, string[]> {
  const dimensions = context.lexicon.codebook.measures.get(measure)?.dimensions ?? [];
  if (!population || !dimensions.includes("of") || !dimensions.includes("place")) return {};
  const here = sentence.places.filter(place => inside(place.span, clause.span));
  const asked = here.filter(place => inside(place.span, population.span)).map(place => place.country);
  const seen = here.filter(place => place.span[0] >= population.span[1]).map(place => place.country);
  return {
    ...(asked.length > 0 ? { place: [...new Set(asked)] } : {}),
    ...(seen.length > 0 ? { of: [...new Set(seen)] } : {}),
  };
}

const withoutRegime = ({ regime: _, ...others }: Record<string, readonly string[]>) => others;

/** The roles of a share: its classes are those of its population. */
export function rolesOfShare(
  context: Context,
  classes: string[],
  asked: Asked,
): Record<string, readonly string[]> {
  const told = rolesOf(context, asked.sentence, asked.clause);
  const roles: Record<string, readonly string[]> = told["regime"] ? withoutRegime(told) : told;
  if (classes.length > 0) roles["regime"] = classes;
  return Object.assign(roles, whom(context, asked));
}
