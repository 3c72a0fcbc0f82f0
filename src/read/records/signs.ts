import type { Field, Kind } from "../../codebook/types.ts";
import { inside, sameSpan } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Span } from "../types.ts";

/** What brought a record to mind. */
export interface Telling {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly trigger: "verb" | "noun";
  /** The characters of the verb or noun, where there is one. */
  readonly at: Span | null;
  /** Planned, cancelled, denied or asked. */
  readonly weakened: boolean;
}

/** Up to how many characters lie between the words of a field and what told of the record. */
const DISTANCES: readonly (readonly [number, string])[] = [
  [12, "beside"],
  [40, "near"],
  [Number.POSITIVE_INFINITY, "far"],
];

/** Words of a sentence that is as short as a headline. */
const BRIEF = 14;

/** What else in the clause could have been taken for the field: other values of its type. */
function rivals(field: Field, value: string, { sentence, clause }: Telling): number {
  const here = <T extends { span: Span }>(items: readonly T[]) =>
    items.filter(each => inside(each.span, clause));
  const others = (found: readonly string[]): number =>
    new Set(found.filter(each => !value.split(";").includes(each))).size;
  if (field.type === "country") return others(here(sentence.places).map(({ country }) => country));
  if (field.type === "code")
    return others(here(sentence.codes.filter(({ list }) => list === field.list)).map(({ code }) => code));
  if (field.type === "entity") return others(here(sentence.entities).map(({ id }) => id));
  if (field.type === "date") return Math.max(0, here(sentence.dates).length - 1);
  if (field.type === "quantity" || field.type === "money")
    return Math.max(0, here(sentence.quantities).length - 1);
  return 0;
}

/**
 * How a field was read: its type; whether its words stand in the clause, elsewhere in the sentence, in a sentence before, or only imply the
 * value (a firm its country); whether a verb or only a noun told of the record; then the field, how far its words stand from that verb and on
 * which side, how many others could have been meant, the code, whether it holds several values, what else the sentence tells, and whether the
 * record is planned or denied.
 */
export function signsOf(kind: Kind, field: Field, value: string, span: Span, telling: Telling): string {
  const { sentence, clause, trigger, at, weakened } = telling;
  const implied = field.type === "country" && sentence.entities.some(each => sameSpan(each.span, span));
  const where = implied
    ? "implied"
    : inside(span, clause)
      ? "clause"
      : inside(span, sentence.span)
        ? "sentence"
        : "before";
  const gap = at ? Math.max(0, span[0] - at[1], at[0] - span[1]) : Number.POSITIVE_INFINITY;
  const count = rivals(field, value, telling);
  return [
    field.type,
    where,
    trigger,
    `${kind.id}.${field.id}`,
    DISTANCES.find(([most]) => gap <= most)![1],
    count === 0 ? "alone" : count === 1 ? "one-rival" : "rivals",
    at && span[1] <= at[0] ? "ahead" : "behind",
    sentence.words.length <= BRIEF ? "brief" : "long",
    ...(field.type === "code" && !value.includes(";") ? [`=${value}`] : []),
    ...(sentence.entities.length > 0 ? ["named"] : []),
    ...(sentence.dates.length > 0 ? ["dated"] : []),
    ...(sentence.quantities.length > 0 ? ["counted"] : []),
    ...(value.includes(";") ? ["several"] : []),
    ...(weakened ? ["weakened"] : []),
  ].join(" ");
}
