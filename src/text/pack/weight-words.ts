import { type Lexicon, lexiconOf } from "../phrases/lexicon.ts";
import { listOf } from "./lists.ts";

/** A name that is a currency's and a weight's, and what tells that it weighs. */
export interface WeightWords {
  /** The canonical weight, and the smaller one that may follow it ("5 pounds 3 ounces"). */
  readonly unit: string;
  readonly smaller: string;
  readonly names: string;
  /** Shortly before: `weighing|weighs`; right behind: `in weight|heavier`. */
  readonly before: string;
  readonly after: string;
  /** Between the weight and its matter, and what is no matter but money: `debt|damage`. */
  readonly of: string;
  readonly money: string;
}

/** The same, as sets. */
export interface Weights {
  readonly unit: string;
  readonly smaller: string;
  readonly names: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly after: Lexicon<"after">;
  readonly of: ReadonlySet<string>;
  readonly money: ReadonlySet<string>;
}

const setOf = (list: string): ReadonlySet<string> => new Set(listOf(list));

export const weightsOf = (words: WeightWords | undefined): Weights | null =>
  words === undefined
    ? null
    : {
        unit: words.unit,
        smaller: words.smaller,
        names: setOf(words.names),
        before: setOf(words.before),
        after: lexiconOf({ after: words.after }),
        of: setOf(words.of),
        money: setOf(words.money),
      };
