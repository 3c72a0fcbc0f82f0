import { hashOf } from "./filter.ts";

/**
 * Words, numbers and signs of a text with their places in it. A token's `key` is folded (case, width, digits of any
 * script, zero-width and direction marks, Arabic letter variants), so that packs list each word once; `start` and `end`
 * always are UTF-16 offsets of the text as given. Characters of scripts without spaces are tokens of their own.
 */

/** What a token is. */
export const WORD = 1;
export const NUMBER = 2;
export const DENSE = 3;
export const SIGN = 4;
/** An empty line: nothing reaches across it. */
export const BREAK = 5;

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly key: string;
  /** `hashOf(key)`, by which filters tell that no phrase begins with it. */
  readonly hash: number;
  /** White space stands before it. */
  readonly gap: boolean;
  /** The white space before it is one thin or no-break space. */
  readonly thin: boolean;
  /** 0 lower case or no case, 1 capital first, 2 all capitals (two or more letters). */
  readonly caps: 0 | 1 | 2;
  /** The light stem, once a reader has stemmed its words; a token has the place for it, since objects that grow are slow. */
  readonly stem: string;
  /** `hashOf(stem)`, once there is one. */
  readonly stemHash: number;
}

// Tokens are written out member by member, since a spread makes objects of another shape, and all who read tokens would slow down.

/** The same token with another key. */
export const withKey = ({ start, end, kind, gap, thin, caps }: Token, key: string): Token => ({
  start,
  end,
  kind,
  key,
  hash: hashOf(key),
  gap,
  thin,
  caps,
  stem: "",
  stemHash: 0,
});

/** The same token at the beginning of a text. */
export const withoutGap = ({ start, end, kind, key, hash, caps, stem, stemHash }: Token): Token => ({
  start,
  end,
  kind,
  key,
  hash,
  gap: false,
  thin: false,
  caps,
  stem,
  stemHash,
});
