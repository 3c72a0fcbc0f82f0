import type { Kind } from "../../codebook/types.ts";
import type { Quantity } from "../../text/types.ts";
import { inside, union } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { alike } from "../claims/measure.ts";
import { dateText, nearestDate } from "../claims/period.ts";
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

  get size(): number {
    return Object.keys(this.values).length;
  }
}

const takesQuantity = (q: Quantity) => (field: Kind["fields"][number]) =>
  (field.type === "quantity" && field.unit !== undefined && alike(field.unit, q.unit)) ||
  (field.type === "money" && /^[A-Z]{3}$/.test(q.unit));

/** Numbers of a clause go where the kind declares a quantity of their unit, or money. Hedge and unit go to their own columns. */
export function putQuantities(fields: Fields, kind: Kind, sentence: Sentence, clause: Span): void {
  for (const q of sentence.quantities.filter(each => inside(each.span, clause))) {
    const field = kind.fields.find(takesQuantity(q));
    if (!field || fields.values[field.id] !== undefined) continue;
    fields.put(field.id, String(q.value), q.span);
    const { qualifier, unit, high } = field.columns ?? {};
    if (qualifier && q.qualifier !== "exact") fields.values[qualifier] = q.qualifier;
    if (unit) fields.values[unit] = q.unit;
    if (high && q.high !== null) fields.values[high] = String(q.high);
  }
}

/** The date nearest to the clause goes to the field. */
export function putDate(fields: Fields, id: string, sentence: Sentence, clause: Span): void {
  const date = nearestDate(sentence, clause, clause);
  if (date) fields.put(id, dateText(date), date.span);
}
