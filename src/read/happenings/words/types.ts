/** What a language brings to the parts of happenings, as data. Lists are words or phrases separated by `|`, in plain spelling. */
export interface HappeningWords {
  /** Words that stand in no noun phrase before its head. */
  readonly outside: string;
  /** Endings of words that are modifiers only behind a determiner, a number or another modifier ("hooded", "exploding"). */
  readonly participles: RegExp | null;
  /** Nouns modify the noun behind them ("army truck"). */
  readonly compounds: boolean;
  /** Words that are modifiers anywhere. */
  readonly modifiers: string;
  /** How other modifiers before and behind their noun end: `all` takes any word that is not outside, `none` no word. */
  readonly before: RegExp | "all" | "none";
  readonly behind: RegExp | "none";
  /** Nouns that stand for the noun behind their "of" ("members of the front", "a group of men"). */
  readonly parts: string;
  readonly of: string;
  /** Articles, numbers and other small words that open a noun phrase. */
  readonly articles: string;
  /** Phrases that hold a noun and name nothing. */
  readonly stops: string;
  /** What joins the items of a list. */
  readonly listed: string;
  /** Phrases before whoever acted, right behind a passive. */
  readonly agents: string;
  /** Prepositions behind a noun of acting that its object follows. */
  readonly onto: string;
  /** Words before whoever acted: the last of `agents`, and prepositions behind a noun of acting. */
  readonly by: string;
  /** Words that mark what it happened to, wherever it stands. */
  readonly marked: string;
  /** Endings of forms that are verbs, and of nouns of acting that need no article. */
  readonly verbs: RegExp;
  readonly nouns: RegExp | null;
  /** Endings of plural nouns; null where they cannot be told. */
  readonly plural: RegExp | null;
  /** Endings of passive forms that need no auxiliary. */
  readonly passives: RegExp | null;
  /** Endings of the case of whoever acted in a passive. */
  readonly agentCase: RegExp | null;
  /** Words that make what follows happen to what stands before ("came under attack"), beside the auxiliaries. */
  readonly suffers: string;
  /** How far before its verb an auxiliary may stand, in words. */
  readonly auxiliary: number;
  /** Whoever acts may stand behind his verb. */
  readonly inverted: boolean;
  /** Determiners that make a happening one that was told of before. */
  readonly definite: string;
  /** Words beside what tells of a happening that make it one of its own ("another explosion"). */
  readonly further: string;
  /** Whoever these verbs follow took or got the blame. */
  readonly blames: string;
  /** Words before a verb that only names what could be done ("to attack"). */
  readonly infinitive: string;
  /** What was not done, or only feared: no happening. */
  readonly unreal: string;
}
