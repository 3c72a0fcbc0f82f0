import type { Field } from "../types.ts";

/**
 * How fields can be compared when records are linked, and the levels of each comparison from the lowest. What a level means in data
 * is for the room `link`; here stand the names that a codebook may use.
 */
export const LINK_LEVELS = {
  code: ["different", "equal"],
  set: ["apart", "some", "half", "equal"],
  name: ["different", "similar", "words", "translated", "equal"],
  text: ["different", "some", "half", "most", "equal"],
  period: ["apart", "near", "meets", "equal"],
  place: ["apart", "near", "within", "equal"],
  quantity: ["apart", "meets", "equal"],
  link: ["different", "address", "equal"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LinkComparison = keyof typeof LINK_LEVELS;

/**
 * How often two records of one thing agree at each level (m), where a codebook does not say: set with care rather than measured, because a
 * book that people keep holds few duplicates.
 */
export const LINK_M: Readonly<Record<LinkComparison, readonly number[]>> = {
  code: [0.02, 0.98],
  set: [0.02, 0.08, 0.25, 0.65],
  name: [0.03, 0.07, 0.15, 0.15, 0.6],
  text: [0.1, 0.15, 0.2, 0.2, 0.35],
  period: [0.02, 0.06, 0.32, 0.6],
  place: [0.08, 0.07, 0.2, 0.65],
  quantity: [0.04, 0.26, 0.7],
  link: [0.02, 0.18, 0.8],
};

/** One comparison of a kind: which fields, how, and m by level. */
export interface LinkField {
  /** Fields compared as one: a name and its aliases, the first and the last day. */
  readonly fields: readonly string[];
  /** By the type of the first field when left out. */
  readonly as?: LinkComparison | undefined;
  /** `period`: days between two periods that still count as near, 31 when left out. `place`: kilometres, 30 when left out. */
  readonly near?: number | undefined;
  /** Does the lowest level keep two records apart whatever else agrees? Names and texts do not unless told, all others do. */
  readonly contradicts?: boolean | undefined;
  /** Must both records state it before a rule may join them? */
  readonly needed: boolean;
  /** m by level, summing up to 1; a level that is not named counts as the next lower one that is. */
  readonly levels?: Readonly<Record<string, number>> | undefined;
}

/** How a field is compared when nobody says otherwise. */
export function comparisonOfType({ type, many }: Field): LinkComparison {
  if (type === "date") return "period";
  if (type === "quantity" || type === "money") return "quantity";
  if (type === "place") return "place";
  if (type === "text") return "name";
  if (type === "link") return "link";
  return many ? "set" : "code";
}
