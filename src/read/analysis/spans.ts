import type { Span } from "../types.ts";

export const inside = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
export const union = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
export const distance = (a: Span, b: Span): number =>
  overlaps(a, b) ? 0 : a[1] <= b[0] ? b[0] - a[1] : a[0] - b[1];

const NO_SPANS: readonly Span[] = [];

export const spansOf = (items: readonly { readonly span: Span }[]): readonly Span[] =>
  items.length === 0 ? NO_SPANS : items.map(each => each.span);

const EDGE = /[\s,;:–—\-.!?…，。；：、！？]/;

/** The span without white space and marks at its ends; an opening mark that is not closed inside goes too. */
export function trim(text: string, [from, to]: Span): Span {
  let start = from;
  let end = to;
  while (start < end && EDGE.test(text[start]!)) start++;
  while (end > start && EDGE.test(text[end - 1]!)) end--;
  return [start, end];
}

/** What of a list counts; mostly all of it does, and the list stays the same. */
export const sifted = <T>(items: readonly T[], counts: (item: T) => boolean): readonly T[] =>
  items.every(counts) ? items : items.filter(counts);

/** The items that lie inside a span. */
export function within<T extends { readonly span: Span }>(items: readonly T[], span: Span): T[] {
  return items.filter(item => inside(item.span, span));
}

/** Whether items stand in order, each behind the one before or at its very place: nothing then overlaps a longer one. */
function areApart(items: readonly { readonly span: Span }[]): boolean {
  for (let i = 1; i < items.length; i++) {
    const [before, here] = [items[i - 1]!.span, items[i]!.span];
    if (here[0] < before[1] && !sameSpan(before, here)) return false;
  }
  return true;
}

/** Keeps the longest of overlapping items, the first of equal ones, in order of the text. */
export function longest<T extends { readonly span: Span }>(items: readonly T[]): T[] {
  if (areApart(items)) return [...items];
  const bySize = [...items].sort(
    (a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || a.span[0] - b.span[0],
  );
  const kept: T[] = [];
  for (const item of bySize)
    if (!kept.some(other => overlaps(other.span, item.span) && !sameSpan(other.span, item.span)))
      kept.push(item);
  return kept.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

export const sameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];
