import { isBound } from "../quantities/context.ts";
import { type DateContext, type DateRead, dayAway } from "./context.ts";
import { ablative } from "./named-days.ts";
import { isArticle, keyAt } from "./parts.ts";
import { addDays, type Day, isoOf } from "./periods.ts";

/** A length of several units: PT1H30M. */
const COMPOSITE = /^P.*\d[A-Z]T?\d/;

/** Words that belong to a date although it is read without them: "around 2 pm", "more than four days", 3日以内. */
export function widened(x: DateContext, read: DateRead): DateRead {
  if (/_REF$/.test(read.timex) || read.set) return read;
  const whole = read.length
    ? (sinceLength(x, read) ?? within(x, read) ?? bounded(x, read))
    : read.counts && COMPOSITE.test(read.timex)
      ? bounded(x, read)
      : read;
  const about = x.w.around.endsBefore(x.tokens, whole.from);
  const before = x.w.notAround.endsBefore(x.tokens, whole.from) ? null : about;
  const after = x.w.aroundAfter.longest(x.tokens, whole.to);
  return before || after ? { ...whole, from: before?.to ?? whole.from, to: after?.to ?? whole.to } : whole;
}

/** 5月中旬, साल के अंत में: a period with its beginning, middle or end behind it. */
export function withPartAfter(x: DateContext, read: DateRead): DateRead {
  const whole = /^\d{2,4}$|^\d{4}-(?:\d{2}(?:-\d{2})?|[QHW]\d+)$/.test(read.timex);
  const part = whole ? (x.w.partAfter.longest(x.tokens, read.to) ?? linkedPart(x, read.to)) : null;
  return part ? { ...read, to: part.to } : read;
}

/** "Temmuz'un sonundan": past the ending that joins a whole with its part. */
function linkedPart(x: DateContext, i: number): { to: number } | null {
  if (x.w.rangeClose === null || keyAt(x, i) === ",") return null;
  const link = x.w.join.longest(x.tokens, i);
  return link && x.w.partAfter.longest(x.tokens, link.to);
}

/** "more than 4 days", 4日以上, "more than 2 weeks before today": the bound of a length of time. */
export function bounded(x: DateContext, read: DateRead): DateRead {
  const before = x.c.before.endsBefore(x.tokens, read.from);
  if (before && isBound(before.value)) return { ...read, from: before.to };
  const after = x.c.after.longest(x.tokens, read.to);
  if (after && isBound(after.value)) return { ...read, to: after.to };
  const cased = x.w.caseBounds.longest(x.tokens, read.to);
  return cased && ablative(x, read.to) ? { ...read, to: cased.to } : read;
}

/** "within nine months", 4日以内: a length of time that begins with the day of publication. */
function within(x: DateContext, read: DateRead): DateRead | null {
  const articled = isArticle(x, read.from) && !isPlaced(x, read);
  const before =
    x.w.within.endsBefore(x.tokens, read.from) ??
    (articled ? x.w.within.endsBefore(x.tokens, read.from + 1) : null);
  const after = before ? null : x.w.withinAfter.longest(x.tokens, read.to);
  if (!before && !after) return null;
  const far = x.ref && lastDay(x.ref, read.length!);
  const days = far && read.start === "" ? { start: isoOf(x.ref!), end: isoOf(far) } : {};
  return { ...read, ...days, from: before?.to ?? read.from, to: after?.to ?? read.to };
}

/** "depuis trois semaines", "seit drei Jahren": a length of time up to the day of publication. */
function sinceLength(x: DateContext, read: DateRead): DateRead | null {
  const since = x.w.since.endsBefore(x.tokens, read.from);
  if (!since || read.start !== "") return null;
  const far = x.ref && dayAway(x.ref, read.length!.unit, -read.length!.n);
  return { ...read, from: since.to, ...(far && { start: isoOf(far), end: isoOf(x.ref!) }) };
}

/** "les 5 prochaines minutes": told to lie before or after now. */
function isPlaced(x: DateContext, read: DateRead): boolean {
  for (let i = read.from; i < read.to; i++) if (x.w.shiftBehind.longest(x.tokens, i)) return true;
  return false;
}

function lastDay(ref: Day, length: { readonly n: number; readonly unit: string }): Day | null {
  const far = dayAway(ref, length.unit, length.n);
  return far && addDays(far, -1);
}
