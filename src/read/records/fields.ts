import type { Kind } from "../../codebook/types.ts";
import { inside, overlaps, union } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Context } from "../claims/context.ts";
import { headOf } from "../claims/heads.ts";
import { dateText, isBehind, nearestDate, periodEnds } from "../claims/period.ts";
import { countsIn } from "../claims/units.ts";
import type { Span } from "../types.ts";

/** Values of a record's fields with their spans, built up argument by argument. What the kind does not declare is left out. */
export class Fields {
  readonly values: Record<string, string> = {};
  readonly spans: Record<string, Span> = {};
  readonly #kind: Kind;

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  /** Adds a value; a field of many values joins them by `;`, any other keeps its first. */
  put(id: string, value: string, span: Span): void {
    const field = this.#kind.fields.find(each => each.id === id);
    if (!field || value === "") return;
    const known = this.values[id];
    if (known === undefined) {
      this.values[id] = value;
      this.spans[id] = span;
    } else if (field.many && !known.split(";").includes(value)) {
      this.values[id] = `${known};${value}`;
      this.spans[id] = union(this.spans[id]!, span);
    }
  }

  /** Sets a column that belongs to a quantity, with the characters that it was read from. */
  column(id: string, value: string, span: Span): void {
    this.values[id] = value;
    this.spans[id] = span;
  }

  get size(): number {
    return Object.keys(this.values).length;
  }
}

/** Where numbers are put: the record's fields, and the clause that they stand in. */
interface Numbers {
  readonly context: Context;
  readonly kind: Kind;
  readonly sentence: Sentence;
  readonly clause: Span;
}

const takes = ({ type, unit }: Kind["fields"][number], { context }: Numbers, noun: string): boolean =>
  (type === "quantity" && unit !== undefined && countsIn(context.language, noun, unit)) ||
  (type === "money" && /^[A-Z]{3}$/.test(noun));

/** "ten trainers": who gives takes no part in what is given. */
const countsTeachers = ({ kind, sentence }: Numbers, unit: Span | null): boolean =>
  unit !== null &&
  sentence.frames.some(
    cue => cue.part === "teachers" && cue.frame.kind === kind.id && overlaps(cue.span, unit),
  );

/** Characters between a happening and the number of those whom it happened to. */
const BESIDE = 2;

/** "Gunmen had killed 19 people": those whom something happened to took no part in what is given. */
const countsStruck = ({ sentence }: Numbers, [from]: Span): boolean =>
  sentence.cues.some(({ name, span }) => name === "happens" && span[1] <= from && from - span[1] <= BESIDE);

/** Numbers of a clause go where the kind declares a quantity of their unit, or money. Hedge and unit go to their own columns. */
export function putQuantities(fields: Fields, numbers: Numbers): void {
  const { context, kind, sentence, clause } = numbers;
  for (const q of sentence.quantities.filter(each => inside(each.span, clause))) {
    // "Every fifth officer": a share is no number of them.
    if (q.fraction && q.value < 1) continue;
    if (countsTeachers(numbers, q.unitSpan) || countsStruck(numbers, q.span)) continue;
    const noun = headOf(context, sentence, q)?.unit ?? q.unit;
    const field = kind.fields.find(each => takes(each, numbers, noun));
    if (!field || fields.values[field.id] !== undefined) continue;
    fields.put(field.id, String(q.value), q.span);
    const { qualifier, unit, high } = field.columns ?? {};
    if (qualifier && q.qualifier !== "exact") fields.column(qualifier, q.qualifier, q.span);
    if (unit) fields.column(unit, q.unit, q.unitSpan ?? q.span);
    if (high && q.high !== null) fields.column(high, String(q.high), q.span);
  }
}

/** The date nearest to the clause goes to the field. */
export function putDate(fields: Fields, id: string, sentence: Sentence, clause: Span): void {
  const date = nearestDate(sentence, clause, clause);
  if (date && !isBehind(sentence, date)) fields.put(id, dateText(date), date.span);
}

/** The period nearest to the clause: its first day goes to one field, and its last to the other where it is a period of both. */
export function putPeriod(
  fields: Fields,
  { first, last }: { readonly first: string; readonly last: string },
  sentence: Sentence,
  clause: Span,
): void {
  const date = nearestDate(sentence, clause, clause);
  if (!date || isBehind(sentence, date)) return;
  const [from, to] = periodEnds(date);
  const both = from !== null && to !== null && from !== to;
  fields.put(first, both ? from : dateText(date), date.span);
  if (both) fields.put(last, to, date.span);
}
