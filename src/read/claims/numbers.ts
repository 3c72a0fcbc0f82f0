import type { Quantity } from "../../text/types.ts";
import { inside, overlaps, union } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { EVENT_FRAMES } from "../frames/events.ts";
import type { Claim, Span } from "../types.ts";
import type { Clause, Context, Draft, Numbered, Scene } from "./context.ts";
import { clauseAt, draft, hasCue, lending, polarityOf, statusOf } from "./draft.ts";
import { nounBefore } from "./ellipsis.ts";
import { headOf } from "./heads.ts";
import { measureOf } from "./measure.ts";
import { isPartial, isUnsaid, neighbours } from "./partial.ts";
import { nearestDate, periodOf } from "./period.ts";
import { type Population, populationOf } from "./population.ts";
import { partSpan, reachSpans, scopeOf, tellingSpan } from "./scope.ts";
import { isTime, personal, unitOf } from "./units.ts";

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

/** "41% were hybrid regimes and 30% authoritarian": a share without an "of" is of the classes of its own part of the clause. */
function classesOf(sentence: Sentence, population: Population | null, clause: Span, part: Span): string[] {
  const within = (span: Span | undefined) =>
    sentence.classes.filter(each => span !== undefined && inside(each.span, span));
  const own = within(part);
  const chosen = population ? within(population.span) : own.length > 0 ? own : within(clause);
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

/** A date this close behind a number ("five in 2015") is that number's. */
const DATE_REACH = 6;

const follows = (date: Span, number: Span): boolean =>
  date[0] >= number[1] && date[0] - number[1] <= DATE_REACH;

/** The time of a number. A plan of its own in a sentence that opens with a date is not of that date. */
function timeOf(
  { context, scene, clause, q }: Numbered,
  own: Clause,
  elided: boolean,
): ReturnType<typeof periodOf> {
  const { sentence } = scene;
  const time = periodOf(context, sentence, own.span, q.span);
  // "296 shutdowns in 2024: 85 in Myanmar": the date goes with the noun.
  const points = sentence.dates.filter(date => date.start !== "" || date.end !== "");
  if (
    elided &&
    !hasCue(sentence, own.span, "planned") &&
    time.period.every(end => end === null) &&
    points.length === 1 &&
    !sentence.quantities.some(other => other !== q && follows(points[0]!.span, other.number))
  )
    return periodOf(context, sentence, sentence.span, q.span);
  const nearest = nearestDate(sentence, own.span, q.span);
  const reach = context.language ? reachSpans(sentence, clause.span, context.language.grammar, q) : [];
  // A date that stands with another number dates that one.
  if (
    nearest &&
    reach.length > 0 &&
    inside(nearest.span, clause.span) &&
    nearest.span[0] >= reach[0]![1] &&
    !reach.some(span => inside(nearest.span, span))
  )
    return { period: [null, null], periodKind: "" };
  const parted = own.span !== clause.span && own.span[0] > clause.span[0];
  const dated = sentence.dates.some(
    date => inside(date.span, own.span) && (date.start !== "" || date.end !== ""),
  );
  return parted && !dated && hasCue(sentence, own.span, "planned")
    ? { period: [null, null], periodKind: time.periodKind }
    : time;
}

const TIMES = "multiple";

/** "Cut the internet 84 times" counts shutdowns: what happened so often, in the noun that its kind ends with. */
function happenedIn({ language, lexicon }: Context, sentence: Sentence): string {
  const kinds = new Set<string>(EVENT_FRAMES.map(({ list }) => list));
  const codes = new Set(sentence.codes.filter(({ list }) => kinds.has(list)).map(({ code }) => code));
  const [code, ...more] = codes;
  const noun = code?.split("-").at(-1) ?? "";
  const isUnit = [...lexicon.codebook.measures.values()].some(({ unit }) => unit === noun);
  return language !== null && more.length === 0 && isUnit ? noun : "";
}

/** What a number counts, as the text has it. */
function counted({ context, scene, q }: Numbered): { unit: string; span: Span; elided?: boolean } {
  const head = headOf(context, scene.sentence, q);
  if (head) return { unit: personal(head.unit), span: head.span };
  // A country's adjective is no noun.
  const adjective = q.unitSpan !== null && scene.sentence.places.some(p => overlaps(p.span, q.unitSpan!));
  const happened = q.unit === TIMES ? happenedIn(context, scene.sentence) : "";
  if (happened !== "") return { unit: happened, span: q.span };
  const own = adjective ? "" : q.unit;
  const elided = own === "";
  return { unit: personal(own || nounBefore(context, scene.sentence, q)), span: q.span, elided };
}

/** Regime classes that the noun of a number names ("60 authoritarian regimes"). */
const classesIn = (sentence: Sentence, span: Span): string[] =>
  sentence.classes
    .filter(each => overlaps(each.span, span) && each.span[0] >= span[0])
    .map(each => each.code);

const isOneYear = ([from, to]: Claim["period"]): boolean =>
  from !== null && to !== null && from.slice(0, 4) === to.slice(0, 4);

/** "over nine years": what took several years is no yearly number. */
const isOverYears = ({ quantities }: Sentence, clause: Span): boolean =>
  quantities.some(q => q.unit === "year" && (q.high ?? q.value) > 1 && inside(q.span, clause));

/** What is said of a part is not said of the whole. */
const alone = (clause: Clause, q: Quantity): Clause => ({ ...clause, span: q.span, situations: [] });

function numberClaim(numbered: Numbered): Draft | null {
  const { context, scene, q } = numbered;
  const { sentence } = scene;
  const { text } = context.document;
  const own = scopeOf(context, sentence, numbered.clause, q);
  const lent = numbered.clause === own ? lending(scene, own) : own;
  const population = populationOf(text, sentence, context.language, q.span[1]);
  const share = isShare(q, population);
  const head = share ? { unit: "percent", span: population?.span ?? q.span } : counted(numbered);
  const { unit } = head;
  const part = context.language
    ? partSpan(sentence, numbered.clause.span, context.language.grammar, q)
    : own.span;
  const classes = share ? classesOf(sentence, population, own.span, part) : classesIn(sentence, head.span);
  const time = timeOf(numbered, own, head.elided === true);
  const whole = neighbours(numbered);
  const partial = isPartial(numbered, own) || (!share && head.elided === true && isUnsaid(numbered, own));
  const measure = partial
    ? ""
    : measureOf(context, sentence, whole.part ? alone(lent, q) : lent, {
        unit,
        periodKind: time.periodKind,
        withinYear: isOneYear(time.period),
        overYears: isOverYears(sentence, own.span),
        status: statusOf(sentence, lent),
        classes,
        elided: head.elided === true,
        partial: whole.whole,
        at: q.number[0],
        population: share ? (population?.span ?? null) : null,
      }).id;
  if (isFigurative(text, q) || (measure === "" && isPronoun(text, q))) return null;
  const clause = borrowed(context, measure, own, lent);
  const { value, high } = share ? inPercent(q) : q;
  // "Dozens were stolen, hundreds had no power": what is denied of one number is not denied of another that has its own verb.
  const told = context.language
    ? tellingSpan(sentence, clause.span, context.language.grammar, q)
    : clause.span;
  const direction = directionOf(q, share, population);
  const span = union(q.span, head.span);
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
      polarity: polarityOf(sentence, told),
      population: share ? wholeOf(numbered, population) : "",
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

/** How many sentences back the things may be counted that "them" stands for. */
const THEM_REACH = 2;

/** "More than half of them": the things that the number before counts. */
function wholeOf({ context, scene: { sentence }, q }: Numbered, population: Population | null): string {
  const words = population?.words ?? "";
  const key = words.toLowerCase();
  const points = [...(context.language?.grammar.ofThem ?? [])].some(them => them.split(" ").at(-1) === key);
  if (!points) return words;
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

/** "two years later" is a time and no count. */
const isDate = (sentence: Sentence, q: Quantity): boolean =>
  isTime(q.unit) &&
  sentence.dates.some(
    ({ span, start, end }) => (start !== "" || end !== "") && inside(q.span, span) && !inside(span, q.span),
  );

/** One claim for every number of a sentence that no series has taken. */
export function numberClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence } = scene;
  const found: Draft[] = [];
  for (const q of sentence.quantities) {
    if (taken.some(span => inside(q.number, span)) || isDate(sentence, q)) continue;
    const claim = numberClaim({ context, scene, clause: clauseAt(scene, q.span), q });
    if (claim) found.push(claim);
  }
  return found;
}
