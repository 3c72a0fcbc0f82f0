/** Each item once, in the order of their first. Most lists that are asked have one item or none, and are handed back as they are. */
export const distinct = <T>(items: readonly T[]): readonly T[] =>
  items.length < 2 ? items : [...new Set(items)];
