import type { Quantity } from "../../text/types.ts";
import { inside, overlaps, union } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { EVENT_FRAMES } from "../frames/events.ts";
import type { Claim, Span } from "../types.ts";
import type { Clause, Context, Draft, Numbered, Scene } from "./context.ts";
import { clauseAt, draft, lending, rolesOf, statusOf } from "./draft.ts";
import { isCounterAlone, type Noun, nounBefore } from "./ellipsis.ts";
import { headOf } from "./heads.ts";
import { measureOf } from "./measure.ts";
import { measureToldNegated } from "./negated-measure.ts";
import { isDate, isOneYear, isOverYears, timeOf } from "./number-time.ts";
import { isPartial, isUnsaid, neighbours, partBefore } from "./partial.ts";
import { periodOf } from "./period.ts";
import { polarityOf } from "./polarity.ts";
import { madeUpOf, type Population, populationOf } from "./population.ts";
import { partSpan, scopeOf, tellingSpan } from "./scope.ts";
import { classesOf, inPercent, isShare, rolesOfShare, wholeOf } from "./shares.ts";
import { isStatistic } from "./statistics.ts";
import { personal, unitOf } from "./units.ts";

/** "a million-dollar question": a scale without a number, joined to what follows, is a figure of speech. */
const isFigurative = (text: string, q: Quantity): boolean =>
  q.digits !== null &&
  HYPHENS.has(text.charAt(q.number[1])) &&
  Math.log10(q.value) % 3 === 0 &&
  !/[\d\s]/.test(text.slice(q.number[0], q.number[1]));

const HYPHENS: ReadonlySet<string> = new Set("-‐‑");

/** "one analyst", "one of China's ...": the word is a pronoun or an article and counts nothing. */
const isPronoun = (text: string, q: Quantity): boolean =>
  q.value === 1 &&
  q.high === null &&
  q.qualifier === "exact" &&
  !/\d/.test(text.slice(q.number[0], q.number[1]));

function periodKindOf(context: Context, measure: string, stated: Claim["periodKind"]): Claim["periodKind"] {
  return stated !== "" ? stated : (context.lexicon.codebook.measures.get(measure)?.period ?? "");
}

/** Direction words belong to changes; a level ("86% of ...") has none. */
function directionOf(q: Quantity, share: boolean, population: Population | null): Claim["direction"] {
  return share && population !== null ? "" : q.direction;
}

/** What a clause borrows counts only for measures that are cut by it. */
function borrowed(context: Context, measure: string, own: Clause, lent: Clause): Clause {
  if (own === lent) return own;
  const dimensions = context.lexicon.codebook.measures.get(measure)?.dimensions ?? [];
  const fits = lent.situations.some(
    ({ frame: { giver, giverCountry, taker, object } }) =>
      dimensions.includes(giver) ||
      dimensions.includes(giverCountry) ||
      dimensions.includes(taker) ||
      dimensions.includes(object.role),
  );
  return fits ? lent : own;
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
function counted(numbered: Numbered): {
  unit: string;
  span: Span;
  elided?: boolean;
  told?: Noun["told"];
} {
  const { context, scene, q } = numbered;
  const head = headOf(context, scene.sentence, q);
  if (head) return { unit: personal(head.unit), span: head.span };
  // A country's adjective is no noun.
  const adjective = q.unitSpan !== null && scene.sentence.places.some(p => overlaps(p.span, q.unitSpan!));
  const happened = q.unit === TIMES ? happenedIn(context, scene.sentence) : "";
  if (happened !== "") return { unit: happened, span: q.span };
  const own = adjective ? "" : q.unit;
  const elided = own === "";
  if (!elided && !isCounterAlone(context, scene.sentence, q)) return { unit: personal(own), span: q.span };
  const part = elided ? partBefore(numbered, "") : null;
  if (part) return { unit: personal(part.unit), span: q.span };
  const { unit, told } = nounBefore(context, scene.sentence, q);
  // A counter says by itself that things are counted, of which the noun stands before.
  if (!elided) return { unit: personal(unit || own), span: q.span };
  return { unit: personal(unit), span: q.span, elided, told };
}

/** "There were 296 shutdowns in 2024. Russia had 19": the time that the sentence before tells, where this one tells none. */
const timeBefore = (context: Context, { dates }: Sentence, told: Noun["told"]): Claim["period"] | null =>
  told && dates.length === 0 ? periodOf(context, told.sentence, told.sentence.span, told.span).period : null;

const isAnnual = ({ lexicon }: Context, measure: string): boolean =>
  lexicon.codebook.measures.get(measure)?.period === "annual";

/** Regime classes that the noun of a number names ("60 authoritarian regimes"). */
function classesIn(sentence: Sentence, span: Span, part: Span | null): string[] {
  if (sentence.classes.length === 0) return [];
  const own = sentence.classes.filter(each => overlaps(each.span, span) && each.span[0] >= span[0]);
  // "Full democracies at 24 and that of flawed democracies at 50": a number without a noun is of the class before it.
  const before = part && own.length === 0 ? sentence.classes.filter(each => inside(each.span, part)) : own;
  return [...new Set(before.map(each => each.code))];
}

/** "30 autocracies and 12 democracies": a number whose noun is a class has that class and no other of its clause. */
const withClasses = <T extends Record<string, readonly string[]>>(roles: T, classes: readonly string[]): T =>
  classes.length > 0 ? { ...roles, regime: classes } : roles;

/** "Of the 74 governments, 44 are autocracies": a class is of the number before it, and of no other that a comma parts from that. */
function withoutOthers<T extends Record<string, readonly string[]>>(
  roles: T,
  { context, scene: { sentence }, q }: Numbered,
  clause: Span,
): T {
  if (!roles["regime"]) return roles;
  const isOwn = (span: Span): boolean => {
    const last = sentence.quantities.findLast(({ number }) => number[0] < span[0] && inside(number, clause));
    if (last === undefined || last === q) return true;
    const [first, second] = last.number[0] > q.number[0] ? [q, last] : [last, q];
    return !/[,،，]/.test(context.document.text.slice(first.span[1], second.number[0]));
  };
  const own = sentence.classes
    .filter(each => inside(each.span, clause) && isOwn(each.span))
    .map(({ code }) => code);
  const { regime: _, ...rest } = roles;
  return own.length > 0 ? { ...roles, regime: [...new Set(own)] } : (rest as unknown as T);
}

/** What is said of a part is not said of the whole. */
const alone = (clause: Clause, q: Quantity): Clause => ({ ...clause, span: q.span, situations: [] });

function numberClaim(numbered: Numbered): Draft | null {
  const { context, scene, q } = numbered;
  const { sentence } = scene;
  const { text } = context.document;
  const own = scopeOf(context, sentence, numbered.clause, q);
  const lent = numbered.clause === own ? lending(scene, own, context.language?.grammar) : own;
  const population =
    populationOf(text, sentence, context.language, q.span[1]) ??
    madeUpOf(text, sentence, context.language, q);
  const share = isShare(q, population);
  const head = share ? { unit: "percent", span: population?.span ?? q.span } : counted(numbered);
  const { unit } = head;
  const earlier = "told" in head ? (head.told ?? null) : null;
  const part = context.language
    ? partSpan(sentence, numbered.clause.span, context.language.grammar, q)
    : own.span;
  const classes = share
    ? classesOf(sentence, population, own.span, part)
    : classesIn(sentence, head.span, head.elided === true ? part : null);
  const time = timeOf(numbered, own, head.elided === true);
  const before = timeBefore(context, sentence, earlier);
  const whole = neighbours(numbered);
  const status = statusOf(sentence, lent);
  const partial =
    partBefore(numbered, unit) !== null ||
    isPartial(numbered, own) ||
    (!share && head.elided === true && isUnsaid(numbered, own));
  const counts = partial
    ? ""
    : measureOf(context, sentence, whole.part ? alone(lent, q) : lent, {
        unit,
        periodKind: time.periodKind,
        withinYear: isOneYear(before ?? time.period),
        overYears: isOverYears(sentence, own.span),
        status,
        classes,
        elided: head.elided === true,
        told: earlier,
        partial: whole.whole,
        at: q.number[0],
        population: share ? (population?.span ?? null) : null,
      }).id;
  const negated = measureToldNegated(counts, { context, sentence, clause: lent.span, number: q.number });
  const measure = negated ?? counts;
  if (isFigurative(text, q) || (measure === "" && isPronoun(text, q))) return null;
  const clause = borrowed(context, measure, own, lent);
  const { value, high } = share ? inPercent(q) : q;
  // "Dozens were stolen, hundreds had no power": what is denied of one number is not denied of another that has its own verb.
  const told = context.language
    ? tellingSpan(sentence, clause.span, context.language.grammar, q)
    : clause.span;
  const direction = directionOf(q, share, population);
  const span = union(q.span, head.span);
  const roles = share
    ? rolesOfShare(context, classes, { sentence, clause, measure, population })
    : withClasses(withoutOthers(rolesOf(context, sentence, clause), numbered, clause.span), classes);
  return draft(
    { context, scene, span, clause },
    {
      kind: direction !== "" ? "trend" : share ? "share" : "quantity",
      form: "number",
      measure,
      value,
      high,
      unit: unitOf(context, measure, unit),
      qualifier: q.qualifier,
      digits: q.digits,
      fraction: q.fraction,
      direction,
      status: clause === lent ? status : statusOf(sentence, clause),
      polarity:
        negated === null
          ? polarityOf(context, sentence, { span: told, about: q.number, isVerb: false })
          : "positive",
      population: share ? wholeOf(numbered, population) : "",
      ...(isToldByLater(sentence, q) ? { attribution: null } : {}),
      period: (isAnnual(context, measure) ? before : null) ?? time.period,
      periodKind: periodKindOf(context, measure, time.periodKind),
      roles,
    },
  );
}

/** ", a mission in which 15 countries took part, cost so much, an institute reckoned": who is named behind an inserted clause does not tell it. */
const isToldByLater = ({ inserted, attribution, voices }: Sentence, { span }: Quantity): boolean =>
  attribution !== null &&
  voices.length === 0 &&
  inserted.some(each => inside(span, each) && attribution.span[0] >= each[1]);

function isTaken(taken: readonly Span[], { number }: Quantity): boolean {
  for (const span of taken) if (inside(number, span)) return true;
  return false;
}

/** "El sistema ECU 911 cuenta con": a number that a name is written with. */
function isOfName({ entities }: Sentence, { number }: Quantity): boolean {
  for (const { span } of entities) if (inside(number, span)) return true;
  return false;
}

/** One claim for every number of a sentence that no series has taken. */
export function numberClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence } = scene;
  const found: Draft[] = [];
  for (const q of sentence.quantities) {
    if (isTaken(taken, q) || isDate(sentence, q) || isStatistic(context.document.text, q)) continue;
    if (isOfName(sentence, q)) continue;
    const claim = numberClaim({ context, scene, clause: clauseAt(scene, q.span), q });
    if (claim) found.push(claim);
  }
  return found;
}
