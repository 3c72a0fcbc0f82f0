import type { Quantity } from "../../text/types.ts";
import { inside, union } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Claim, Span } from "../types.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { clauseAt, draft, lending } from "./draft.ts";
import { headOf } from "./heads.ts";
import { measureOf, personal, unitOf } from "./measure.ts";
import { periodOf } from "./period.ts";
import { type Population, populationOf } from "./population.ts";

/** A share's value in percent, whatever it was written as. */
export function inPercent(q: Quantity): { value: number; high: number | null } {
  const factor = isPercent(q.unit) ? 1 : 100;
  return { value: round(q.value * factor), high: q.high === null ? null : round(q.high * factor) };
}

const round = (x: number): number => Number(x.toPrecision(12));

/** "a million-dollar question": a scale without a number, joined to what follows, is a figure of speech. */
const isFigurative = (text: string, q: Quantity): boolean =>
  !/\d/.test(text.slice(...q.number)) &&
  q.digits !== null &&
  Math.log10(q.value) % 3 === 0 &&
  /^[-‐‑]/.test(text.slice(q.number[1])) &&
  !/\s/.test(text.slice(q.number[0], q.number[1]));

/** "one analyst", "one of China's ...": the word is a pronoun or an article and counts nothing. */
const isPronoun = (text: string, q: Quantity): boolean =>
  q.value === 1 && q.high === null && !/\d/.test(text.slice(...q.number)) && q.qualifier === "exact";

/** "5% a year" is a percentage with its rate. */
const isPercent = (unit: string): boolean => /^percent(?: |$)/.test(unit);

const isShare = (q: Quantity, population: Population | null): boolean =>
  isPercent(q.unit) || (q.fraction && (population !== null || q.unit === ""));

function periodKindOf(context: Context, measure: string, stated: Claim["periodKind"]): Claim["periodKind"] {
  return stated !== "" ? stated : (context.lexicon.codebook.measures.get(measure)?.period ?? "");
}

/** Direction words belong to changes; a level ("86% of ...") has none. */
function directionOf(q: Quantity, share: boolean, population: Population | null): Claim["direction"] {
  return share && population !== null ? "" : q.direction;
}

/** "1,500 cameras were planned; 1,950 came": a bare number counts what the number before it counts. */
function unitBefore(sentence: Sentence, q: Quantity): string {
  const before = sentence.quantities.findLast(each => each.span[1] <= q.span[0] && each.unit !== "");
  return before && before.unit !== "percent" && !/^[A-Z]{3}$/.test(before.unit) ? before.unit : "";
}

interface Numbered {
  readonly context: Context;
  readonly scene: Scene;
  readonly clause: Clause;
  readonly q: Quantity;
}

function classesOf(sentence: Sentence, population: Population | null, clause: Span): string[] {
  const named = sentence.classes.filter(each => population && inside(each.span, population.span));
  const chosen =
    named.length > 0 || population ? named : sentence.classes.filter(each => inside(each.span, clause));
  return [...new Set(chosen.map(each => each.code))];
}

/** What a clause borrows counts only for measures that are cut by it. */
function borrowed(context: Context, measure: string, own: Clause, lent: Clause): Clause {
  const dimensions = context.lexicon.codebook.measures.get(measure)?.dimensions ?? [];
  const fits = lent.situations.some(({ frame }) =>
    [frame.giver, frame.giverCountry, frame.taker, frame.object.role].some(role => dimensions.includes(role)),
  );
  return fits ? lent : own;
}

function numberClaim({ context, scene, clause: own, q }: Numbered): Draft | null {
  const lent = lending(scene, own);
  const { sentence } = scene;
  const { text } = context.document;
  const population = populationOf(text, sentence, context.language, q.span[1]);
  const share = isShare(q, population);
  const head = share ? null : headOf(context, sentence, q);
  const unit = share ? "percent" : (head?.unit ?? personal(q.unit || unitBefore(sentence, q)));
  const classes = classesOf(sentence, share ? population : null, own.span);
  const time = periodOf(context, sentence, own.span, q.span);
  const { id: measure } = measureOf(context, sentence, lent, {
    span: q.span,
    unit,
    periodKind: time.periodKind,
    classes: share ? classes : [],
    population: share ? (population?.span ?? null) : null,
  });
  if (isFigurative(text, q) || (measure === "" && isPronoun(text, q))) return null;
  const clause = borrowed(context, measure, own, lent);
  const { value, high } = share ? inPercent(q) : q;
  const direction = directionOf(q, share, population);
  const span = union(q.span, (share ? population?.span : head?.span) ?? q.span);
  const common = draft(
    { context, scene, span, clause },
    {
      kind: direction !== "" ? "trend" : share ? "share" : "quantity",
      form: "number",
      measure,
      value,
      high,
      unit: unitOf(context, measure, unit),
      qualifier: q.qualifier,
      ...(q.digits === null ? {} : { digits: q.digits }),
      ...(q.fraction ? { fraction: true } : {}),
      direction,
      population: share ? (population?.words ?? "") : "",
      period: time.period,
      periodKind: periodKindOf(context, measure, time.periodKind),
    },
  );
  if (!share) return common;
  const { regime: _, ...roles } = common.roles;
  const regime: Record<string, string[]> = classes.length > 0 ? { regime: classes } : {};
  return {
    ...common,
    roles: { ...roles, ...regime, ...whom(context, { sentence, clause, measure, population }) },
  };
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

/** One claim for every number of a sentence that no series has taken. */
export function numberClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence } = scene;
  return sentence.quantities
    .filter(q => !taken.some(span => inside(q.number, span)))
    .flatMap(q => numberClaim({ context, scene, clause: clauseAt(scene, q.span), q }) ?? []);
}
