import type { CheckedDocument, Verdict } from "../types.ts";

/** An article of a batch, checked. `name` is its path below the folder. */
export interface BatchInput {
  readonly name: string;
  readonly checked: CheckedDocument;
}

/** What could not be read, and why. */
export interface Unread {
  readonly name: string;
  readonly reason: string;
}

export interface BatchArticle {
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  /** Partial ISO date, or empty. */
  readonly published: string;
  readonly language: string;
  readonly sha256: string;
  readonly claims: number;
  readonly by_verdict: Readonly<Record<string, number>>;
}

/** One article that prints a recurring claim. */
export interface Printing {
  readonly article: string;
  /** Id of the claim in it. */
  readonly claim: string;
  readonly text: string;
  readonly verdict: Verdict;
  /** Whoever it credits, in its own words; empty where nobody. */
  readonly credits: string;
  readonly published: string;
}

/**
 * `counter`: whose count it is, as the book has it. `credited`: a body that texts credit with the number and that the book does not have as its counter.
 * `source`: a page of the book that prints it. `article`: an article of the batch. `none`: stands for nobody.
 */
export type SpreadKind = "counter" | "credited" | "source" | "article" | "none";

/** A node of the tree by which a number spread; its children took the number from it, as far as they say so. */
export interface SpreadNode {
  readonly kind: SpreadKind;
  /** Name of the body, id of the source, or name of the article. Empty for `none`. */
  readonly name: string;
  /** Who published it, for articles and sources; else empty. */
  readonly publisher: string;
  /** Partial ISO date of publication, or empty. */
  readonly published: string;
  /** How it hangs on the node above: it `credits` it, it has a `link` to it, or the `book` says so. Empty at the top. */
  readonly by: "credits" | "link" | "book" | "";
  readonly children: readonly SpreadNode[];
}

/** A claim that more than one article prints. */
export interface SharedClaim {
  readonly measure: string;
  readonly subject: string;
  readonly value: number | null;
  readonly high: number | null;
  /** The ends of a series, else empty. */
  readonly values: readonly number[];
  readonly unit: string;
  /** The kind of relation or act where there is no number. */
  readonly form: string;
  /** In the order of publication, undated ones last. */
  readonly printings: readonly Printing[];
  /** The first with a date among articles, counters and pages of the book; null where none has one. */
  readonly first: { readonly kind: SpreadKind; readonly name: string; readonly published: string } | null;
  readonly spread: readonly SpreadNode[];
}

/** An article that takes numbers from another one of the batch. */
export interface Retelling {
  readonly article: string;
  readonly of: string;
  readonly claims: number;
}

export interface Batch {
  readonly articles: readonly BatchArticle[];
  readonly unread: readonly Unread[];
  /** Claims that more than one article prints, most articles first. */
  readonly recurring: readonly SharedClaim[];
  readonly retellings: readonly Retelling[];
  /** Claims that one article alone prints. */
  readonly single: number;
  readonly by_verdict: Readonly<Record<string, number>>;
  readonly as_of: string;
}
