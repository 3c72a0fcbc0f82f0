import { WORD } from "../../text/tokens/token.ts";
import type { DateMention, Quantity } from "../../text/types.ts";
import { cuesNamed } from "../analysis/cues.ts";
import { isRateOf } from "../analysis/rates.ts";
import { inside, union } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { draft, lending } from "./draft.ts";
import { headOf } from "./heads.ts";
import { measureOf } from "./measure.ts";
import { dateText, periodEnds } from "./period.ts";
import { populationOf } from "./population.ts";
import { inPercent } from "./shares.ts";
import { personal, unitOf } from "./units.ts";

interface End {
  readonly quantity: Quantity;
  readonly date: DateMention | null;
  /** Where one mention dates both ends ("between 2015 and 2022"). */
  readonly period?: string;
}

/** Farthest that a date stands behind its number, in characters ("14 sessions in all of 2010"). */
const DATE_REACH = 24;

/** The date that follows a number before the next number comes. */
function dateAfter(sentence: Sentence, q: Quantity, limit: number): DateMention | null {
  return (
    sentence.dates.find(
      d =>
        d.span[0] >= q.number[1] &&
        d.span[1] <= limit &&
        d.span[0] - q.span[1] <= DATE_REACH &&
        (d.start !== "" || d.end !== ""),
    ) ?? null
  );
}

/** "2010年只有14期": the date right before a number, behind the last one. */
function dateBefore(sentence: Sentence, q: Quantity, floor: number): DateMention | null {
  return (
    sentence.dates.findLast(
      d =>
        d.span[0] >= floor &&
        d.span[1] <= q.span[0] &&
        q.span[0] - d.span[1] <= DATE_REACH &&
        (d.start !== "" || d.end !== ""),
    ) ?? null
  );
}

const sameUnit = (a: Quantity, b: Quantity): boolean =>
  b.unit === a.unit ||
  isRateOf(a.unit, b.unit) ||
  b.unit === "" ||
  a.unit === "" ||
  (a.fraction && b.unit === "percent");

/** Words between two offsets that are cues of one of the names. */
function cueBetween(sentence: Sentence, span: Span, names: readonly string[]): Span | null {
  return sentence.cues.findLast(cue => names.includes(cue.name) && inside(cue.span, span))?.span ?? null;
}

interface Pair {
  readonly from: End;
  readonly to: End;
  readonly span: Span;
  readonly unit: string;
}

/** "from A (in D) to B (in D)", with a word of rising or falling, or with both dates. */
function pairAt(sentence: Sentence, clause: Span, i: number): Pair | null {
  const a = sentence.quantities[i]!;
  const b = sentence.quantities[i + 1];
  if (!b || !inside(a.span, clause) || !inside(b.span, clause) || !sameUnit(a, b)) return null;
  const next = sentence.quantities[i + 2];
  const end = next && inside(next.span, clause) ? next.span[0] : clause[1];
  const first = { quantity: a, date: dateBefore(sentence, a, clause[0]) };
  const second = { quantity: b, date: dateBefore(sentence, b, a.span[1]) };
  const leading = first.date !== null && second.date !== null;
  const from = leading ? first : { quantity: a, date: dateAfter(sentence, a, b.span[0]) };
  const to = leading ? second : { quantity: b, date: dateAfter(sentence, b, end) };
  const before: Span = [clause[0], a.number[0]];
  const opener = cueBetween(sentence, before, ["fromWord"]);
  const between: Span = [a.number[1], b.span[0]];
  const joined = cueBetween(sentence, [between[0], b.number[0]], ["toWord"]) !== null;
  const moved =
    cueBetween(sentence, before, ["rose", "fell"]) ?? cueBetween(sentence, between, ["rose", "fell"]);
  const dated = from.date !== null && to.date !== null;
  if (!((opener && joined && (moved || dated)) || (dated && moved))) return null;
  const start = moved && moved[0] < a.span[0] ? moved[0] : (opener?.[0] ?? a.span[0]);
  const last = Math.max(b.span[1], to.date?.span[1] ?? 0);
  return {
    from,
    to,
    span: [Math.min(start, opener?.[0] ?? start, a.span[0], from.date?.span[0] ?? start), last],
    unit: b.unit === "percent" ? b.unit : a.unit || b.unit,
  };
}

/** Two ends that were read as one range ("rose between 2015 and 2022, from 18 to 63"), where a word tells of a change. */
function rangePair(sentence: Sentence, clause: Span, q: Quantity): Pair | null {
  if (q.high === null || !inside(q.span, clause)) return null;
  const joint = cueBetween(sentence, q.number, ["toWord"]);
  const opener = cueBetween(sentence, [clause[0], q.number[0]], ["fromWord"]);
  const moved = cueBetween(sentence, clause, ["rose", "fell"]);
  if (!joint || !opener || !moved || q.number[0] - opener[1] > DATE_REACH) return null;
  const span = sentence.dates.find(date => inside(date.span, clause) && date.start !== "" && date.end !== "");
  const [start, end] = span ? periodEnds(span) : [null, null];
  const whole = start !== null && end !== null && start !== end;
  const numberOf = (value: number, [from, to]: Span): Quantity => ({
    ...q,
    value,
    high: null,
    number: [from, to],
    span: [from, to],
  });
  const before = sentence.words.findLast(word => word.end <= joint[0])!;
  return {
    from: {
      quantity: numberOf(q.value, [q.number[0], before.end]),
      date: null,
      ...(whole && { period: start }),
    },
    to: {
      quantity: numberOf(q.high, [joint[1] + 1, q.number[1]]),
      date: null,
      ...(whole && { period: end }),
    },
    span: union(moved, q.span),
    unit: q.unit,
  };
}

/** The noun before the change that both numbers count ("sessions rose from 14 to 138"). */
function unitBefore(context: Context, sentence: Sentence, clause: Span, at: number): string {
  const units = context.language?.nouns.units;
  const word = sentence.words.findLast(
    each => each.start >= clause[0] && each.end <= at && units?.has(each.stem),
  );
  return word?.stem ?? "";
}

/** One end of a change; a fraction among percentages is a percentage. */
const partOf = ({ quantity, date, period }: End, unit: string) => ({
  span: date ? union(quantity.span, date.span) : quantity.span,
  value: unit === "percent" ? inPercent(quantity).value : quantity.value,
  period: period ?? (date ? dateText(date) : ""),
  unit,
});

/** Counted by the year and added up alike ("sessions rose from 14 in 2010"): only a word like "annual" tells which is meant. */
function isAmbiguous({ lexicon }: Context, id: string): boolean {
  const { measures } = lexicon.codebook;
  const measure = measures.get(id);
  return (measure?.related ?? []).some(other => {
    const near = measures.get(other);
    const kinds = new Set([near?.period, measure?.period]);
    return near?.unit === measure?.unit && kinds.has("annual") && kinds.has("cumulative");
  });
}

/** Longest subject of a change, in words. */
const SUBJECT = 8;

/** "the annual number jumping from 14 ...": what changes, right before the word of change, belongs to the claim. */
function subjectStart(context: Context, sentence: Sentence, clause: Span, at: number): number {
  const { language } = context;
  const lead = sentence.words.filter(word => word.start >= clause[0] && word.end <= at);
  const changes = cuesNamed(sentence, "rose").concat(cuesNamed(sentence, "fell"));
  if (!language || lead.length > SUBJECT || !changes.some(({ span }) => span[0] === at)) return at;
  const { grammar } = language;
  const opens = (word: Word): boolean => grammar.joining.has(word.key) || grammar.prepositions.has(word.key);
  const first = lead.findIndex(word => !opens(word));
  const subject = first < 0 ? [] : lead.slice(first);
  const plain = subject.every(
    word => (word.kind === WORD || word.key === "'") && !grammar.verbs.has(word.key),
  );
  return plain && subject.length > 0 ? subject[0]!.start : at;
}

function seriesClaim(context: Context, scene: Scene, clause: Clause, pair: Pair): Draft {
  const { sentence } = scene;
  const { from, to, span } = pair;
  const head = pair.unit === "percent" ? null : headOf(context, sentence, from.quantity);
  const unit = personal(head?.unit ?? (pair.unit || unitBefore(context, sentence, clause.span, span[0])));
  const told = [partOf(from, unit), partOf(to, unit)];
  // "a third in 2023, down from 40% in 2016": the ends stand in order of time, not of the sentence.
  const dated = told.every(part => part.period !== "");
  const parts = dated ? told.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0)) : told;
  const population =
    unit === "percent"
      ? populationOf(context.document.text, sentence, context.language, from.quantity.span[1])
      : null;
  const whole: Span = [subjectStart(context, sentence, clause.span, span[0]), span[1]];
  const common = draft({ context, scene, span: whole, clause }, { kind: "trend", form: "series" });
  const periodKind = common.periodKind === "annual" ? "annual" : "";
  const { id } = measureOf(context, sentence, clause, {
    unit,
    periodKind: common.periodKind,
    withinYear: true,
    overYears: false,
    status: common.status,
    classes: head ? sentence.classes.filter(each => inside(each.span, head.span)).map(each => each.code) : [],
    elided: false,
    told: null,
    partial: false,
    at: from.quantity.number[0],
    population: population?.span ?? null,
  });
  const measure = common.periodKind === "annual" || !isAmbiguous(context, id) ? id : "";
  const years = parts.map(part => part.period || null);
  return {
    ...common,
    measure,
    unit: unitOf(context, measure, unit),
    population: population?.words ?? "",
    direction: parts[1]!.value >= parts[0]!.value ? "up" : "down",
    period: [years[0] ?? null, years[1] ?? null],
    periodKind: context.lexicon.codebook.measures.get(measure)?.period ?? periodKind,
    parts,
  };
}

const OPENERS = ["rose", "fell", "fromWord"] as const;

/** Figures that are told as the two ends of a change; each is one claim that keeps both ends. */
export function seriesClaims(context: Context, scene: Scene): Draft[] {
  const { sentence } = scene;
  const found: Draft[] = [];
  // Without a word of change or a "from" no two numbers are the ends of one.
  if (!OPENERS.some(name => cuesNamed(sentence, name).length > 0)) return found;
  for (const clause of scene.clauses)
    for (let i = 0; i < sentence.quantities.length; i++) {
      const range = rangePair(sentence, clause.span, sentence.quantities[i]!);
      const pair = range ?? pairAt(sentence, clause.span, i);
      if (!pair) continue;
      found.push(seriesClaim(context, scene, lending(scene, clause), pair));
      if (!range) i++;
    }
  return found;
}
