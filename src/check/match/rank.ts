import { type IdiomName, idiom } from "../../text/index.ts";

/** "The only", "the first", "the last" of those who do what is told. */
export type Rank = keyof typeof RANKS;

/** The rank that a clause gives to whoever acts or takes; null where it gives none. */
export const rankIn = (clause: string, language: string): Rank | null =>
  (["only", "first", "last"] as const).find(name => isRanked(clause, name, language)) ?? null;

const RANKS = { only: "only", first: "first", last: "lastOne" } as const satisfies Readonly<
  Record<string, IdiomName>
>;

/** "The first country", "the only Pacific state that": the word stands before a noun for whoever acts. */
function isRanked(clause: string, rank: keyof typeof RANKS, language: string): boolean {
  const nouns = idiom("stateNoun", language).find(clause);
  return idiom(RANKS[rank], language)
    .find(clause)
    .some(([from, to]) =>
      nouns.some(
        noun =>
          (noun[0] >= to && BESIDE.test(clause.slice(to, noun[0]))) ||
          (noun[1] <= from && BESIDE.test(clause.slice(noun[1], from))),
      ),
    );
}

/** Nothing, or a word or two. */
const BESIDE = /^\s*(?:[\p{L}-]+\s+){0,2}$/u;

/** "The first African country": of a part of the world only. */
export function isNarrowed(clause: string, language: string): boolean {
  return idiom("stateNoun", language)
    .find(clause)
    .some(([from, to]) =>
      PARTS.some(part =>
        idiom(part)
          .find(clause)
          .some(([start, end]) => (end <= from && from - end < NEAR) || (start >= to && start - to < NEAR)),
      ),
    );
}

const PARTS = ["africa", "asia", "europe", "latinAmerica", "pacific", "middleEast"] as const;
/** Characters between a noun for states and the part of the world that it is told of ("country in Latin America"). */
const NEAR = 12;
